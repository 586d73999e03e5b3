"""Costs as pages show them: rates by the day, shares, proofs, the threshold, who sees them."""

import datetime as dt
from decimal import Decimal

import pytest

from aylsham.access.roles import Role
from provision.models import RateCard
from provision.rules.costs import Rate
from provision.selectors.cost_ways import WAYS
from provision.services.rates import add_rate_card
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/costs/"
RATES = {"lsa": Rate(1412), "teacher": Rate(3850, Decimal("25.5"))}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    groups = [ClassGroupFactory(school=school, name=name) for name in ("Ash", "Elm")]
    return [PupilFactory(school=school, class_group=groups[n % 2]) for n in range(3)]


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def card(school):
    return add_rate_card(
        school=school, starts_on=dt.date(2026, 9, 1), threshold_pence=600_000, rates=RATES, by=None
    )


def test_every_breakdown_of_one_two_or_three_ways_sums_to_the_whole(school, children, sendco, card):
    given(school, *children, name="Talk Boost", need_type="SLCN")
    given(school, children[0], name="Precision", minutes=7, weeks=11, funding="premium")
    given(school, name="Nobody yet", tier="E", resources_pence=1)
    given(school, *children, name="Nurture", staff_role="teacher", minutes=120, state="draft")
    client = client_of(sendco)
    whole = client.get(URL).context["page"].total
    assert whole == 21_180 + 5_436 + 21_181 + 289_905
    asks = [{"by": a} for a in WAYS] + [{"by": "class", "then": "tier", "and": "child"}]
    for asked in asks:
        page = client.get(URL, asked).context["page"]
        assert sum(row.pence for row in page.rows) == page.total == whole
        assert sum(row.subtotal or 0 for row in page.rows) == whole
        assert page.is_sound
    words = text_of(client.get(URL, {"by": "child"}))
    assert "It adds up to the penny" in words and "£2,899.05 in drafts" in words
    assert "No child in it yet" in words


def test_a_child_who_was_there_half_the_time_has_half_the_share(school, children, sendco, card):
    row = given(school, *children[:2], starts_on=dt.date(2026, 9, 7), ends_on=dt.date(2026, 9, 26))
    place = row.places.get(pupil=children[0])
    place.ends_on = dt.date(2026, 9, 16)  # 10 of 20 days
    place.save()
    page = client_of(sendco).get(URL, {"by": "child"}).context["page"]
    assert {row.pupil_id: row.pence for row in page.rows} == {
        children[0].pk: 7_060,
        children[1].pk: 14_120,
    }


def test_the_card_of_the_first_day_holds_and_a_role_without_a_rate_is_named(
    school, children, sendco, card
):
    add_rate_card(
        school=school, starts_on=until(0), threshold_pence=1, rates={"lsa": Rate(2000)}, by=None
    )
    given(school, children[0], name="Before", starts_on=until(-1))
    given(school, children[0], name="Since", starts_on=until(0))
    given(school, children[0], name="Drama", staff_role="therapist")
    page = client_of(sendco).get(URL, {"by": "group"})
    assert {r.names[0]: r.pence for r in page.context["page"].rows} == {
        "Before": 21_180,
        "Since": 30_000,
    }
    assert "Left out: no rate is known" in text_of(page) and "Drama" in text_of(page)


@pytest.mark.parametrize(("threshold", "is_over"), [(21_179, True), (21_180, False)])
def test_the_threshold_is_passed_and_not_reached(school, children, sendco, threshold, is_over):
    add_rate_card(
        school=school,
        starts_on=dt.date(2026, 9, 1),
        threshold_pence=threshold,
        rates=RATES,
        by=None,
    )
    given(school, children[0])
    page = client_of(sendco).get(URL).context["page"]
    assert bool(page.over) is is_over


def test_another_year_is_another_sum(school, children, sendco, card):
    given(school, children[0], starts_on=dt.date(2026, 8, 31))
    client = client_of(sendco)
    assert client.get(URL).context["page"].total == 0
    assert "no rate" in text_of(client.get(URL, {"year": "2025"})).lower()


def test_rates_are_kept_by_role_and_seen_by_those_who_lead(school, children, sendco, card):
    client = client_of(sendco)
    form = client.get(f"{URL}rates/add/").context["form"]
    assert form.initial["pounds_lsa"] == Decimal("14.12")
    said = {
        "key": form.initial["key"],
        "starts_on": "1 Jan 2027",
        "threshold": "6500",
        "pounds_lsa": "15.005",
    }
    assert "no more than 2 decimal places" in text_of(client.post(f"{URL}rates/add/", said))
    for _ in range(2):
        client.post(f"{URL}rates/add/", said | {"pounds_lsa": "15.10", "on_costs_lsa": "24.5"})
    new = RateCard.objects.get(starts_on=dt.date(2027, 1, 1))
    assert (new.threshold_pence, new.rates.get().pence_an_hour) == (650_000, 1510)
    same_day = said | {"key": "", "pounds_lsa": "1"}
    assert "already" in text_of(client.post(f"{URL}rates/add/", same_day))
    version = client.get(f"{URL}rates/{new.pk}/").context["form"].initial["version"]
    change = said | {"version": version, "pounds_lsa": "16"}
    client.post(f"{URL}rates/{new.pk}/", change | {"threshold": "7000"})
    assert "Somebody else" in text_of(client.post(f"{URL}rates/{new.pk}/", change))
    assert "£16.00" in text_of(client.get(f"{URL}rates/"))
    for role in (Role.HEAD, Role.ASSISTANT_SENDCO):
        assert client_of(member(school, role)).get(URL).status_code == 200
    for user in (teacher_of(children[0].class_group), member(school, Role.LSA)):
        assert client_of(user).get(URL).status_code == 403
        assert client_of(user).get(f"{URL}rates/").status_code == 403


def test_what_is_confidential_counts_for_its_readers_alone(school, children, card):
    given(school, *children, is_confidential=True, name="Counselling")
    page = client_of(member(school, Role.ASSISTANT_SENDCO)).get(URL, {"by": "group"})
    assert page.context["page"].total == 0 and "Counselling" not in text_of(page)
    assert client_of(member(school)).get(URL).context["page"].total == 21_180


def test_statements_do_not_grow(school, children, sendco, card):
    client, counts = client_of(sendco), []
    for size in (3, 27):
        for _ in range(size):
            given(school, *children)
        counts.append(len(statements(client, URL)))
    assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8
