"""What was spent on sessions that were really given, beside what was planned until today."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from provision.rules.costs import Rate
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.cost_ways import WAYS
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from pupils.models import PrintedPaper
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/costs/"
#: Monday two weeks ago: six sessions of 30 minutes are planned until yesterday.
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def log(group, day, *marks, make_up=False):
    facts = [MarkFacts(child, Came(came), 0, reason) for child, came, reason in marks]
    at = SessionAt(BEFORE + dt.timedelta(days=day), is_make_up=make_up)
    log_session(provision=group, at=at, marks=facts, by=None)


def test_planned_until_today_is_delivered_or_explained_to_the_penny(school):
    one, two = (PupilFactory(school=school) for _ in range(2))
    rates = {"lsa": Rate(1413)}
    add_rate_card(school=school, starts_on=BEFORE, threshold_pence=600_000, rates=rates, by=None)
    group = given(school, one, two, starts_on=BEFORE, resources_pence=501)
    given(school, one, name="Not begun", starts_on=TODAY + dt.timedelta(days=1))
    given(school, name="Nobody in it", starts_on=BEFORE)
    log(group, 0, (one, "had", None), (two, "had", None))
    log(group, 1, (one, "had", None), (two, "missed", Reason.ABSENT))
    log(group, 2, (one, "missed", Reason.STAFF), (two, "missed", Reason.STAFF))
    log(group, 7, (one, "had", None), (two, "had", None))
    log(group, 8, (one, "had", None), make_up=True)
    client = client_of(member(school))
    page = client.get(URL, {"by": "child"}).context["page"]
    assert page.is_sound
    # Six sessions of 30 minutes at £14.13 are £42.39, and £5.01 of resources.
    assert page.spent.so_far == 4_740
    rows = {row.pupil_id: row.spent for row in page.rows if row.pupil_id}
    assert rows[one.pk].so_far + rows[two.pk].so_far == 4_740
    first = rows[one.pk]
    assert first.extra == 707 and first.delivered == first.within + 707
    assert set(first.missed) == {Reason.STAFF}
    assert set(rows[two.pk].missed) == {Reason.STAFF, Reason.ABSENT}
    assert dict(page.gap)["staff away"] == 706
    for asked in [{"by": way} for way in WAYS] + [{"by": "class", "then": "tier", "and": "child"}]:
        each = client.get(URL, asked).context["page"]
        assert sum(row.spent.so_far for row in each.rows) == 4_740
        assert sum(row.spent.delivered for row in each.rows) == page.spent.delivered
        assert each.is_sound
    words = text_of(client.get(URL))
    assert "Until today £47.40 were planned" in words and "£7.06 staff away" in words


def test_the_costed_case_of_one_child(school):
    child, other = (PupilFactory(school=school) for _ in range(2))
    rates = {"lsa": Rate(1413)}
    september = dt.date(2026, 9, 1)
    add_rate_card(school=school, starts_on=september, threshold_pence=10_000, rates=rates, by=None)
    group = given(school, child, other, starts_on=BEFORE)
    given(school, child, starts_on=BEFORE, name="Loss", is_confidential=True)
    log(group, 0, (child, "had", None), (other, "missed", Reason.ABSENT))
    log(group, 1, (child, "missed", Reason.ABSENT), (other, "had", None))
    client = client_of(member(school))
    url = f"/oakfield/children/{child.pk}/costs/"
    page = client.get(url).context["page"]
    school_wide = client.get(URL, {"by": "child"}).context["page"]
    (row,) = [row for row in school_wide.rows if row.pupil_id == child.pk]
    assert (page.total.planned, page.total.spent) == (row.pence, row.spent)
    words = text_of(client.get(url))
    assert "above £100.00 by" in words and "child absent" in words
    assert client_of(member(school, Role.LSA)).get(url).status_code in (403, 404)
    assert client.post(f"{url}print/").status_code == 302
    html = PrintedPaper.objects.get().html
    assert "costed case for a top-up" in html and "Loss" not in html
    assert "30 of 180 min planned so far were given" in html
