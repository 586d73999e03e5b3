"""“What works for our SLCN children?”: the answer, its limits, and who sees the children behind it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.models import AuditEvent, Membership
from provision.models import FederationIntervention
from provision.provision_codes import StaffRole
from provision.rules.costs import Rate
from provision.rules.delivery import Came
from provision.rules.impact import Scores
from provision.rules.standing_marks import SessionAt
from provision.selectors.measures import Series
from provision.services.catalogue import start_catalogue
from provision.services.outcomes import end_target
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from provision.services.spent import keep_spending
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target
from tests.provision.makers import given, measured, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
AGES = Series(Scores.AGE_MONTHS, known_test="yarc", part="Accuracy")
SDQ = Series(Scores.RAW, known_test="sdq")
BEGAN = until(-100)


def had(row, *pupils, sessions=5):
    """Log the first sessions of a provision: everybody had them."""
    marks = [MarkFacts(pupil, Came.HAD) for pupil in pupils]
    for number in range(sessions):
        at = SessionAt(BEGAN + dt.timedelta(days=number + 2))
        log_session(provision=row, at=at, marks=marks, by=None)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


def children(school, group, number, need="SLCN"):
    return [
        PupilFactory(school=school, class_group=group, on_register=[need]) for _ in range(number)
    ]


def ask(client, **asked) -> str:
    return text_of(client.get(reverse("impact", args=["oakfield"]), asked))


def test_the_answer_for_children_with_a_need(school, group):
    ours = children(school, group, 5)
    talk = given(school, *ours, name="Talk Boost", starts_on=BEGAN, need_type="SLCN")
    measured(talk, (80, 86), (82, 90), (75, 80), (78, 90), (81, 84))
    others = children(school, group, 5, need="SPLD")
    toe = given(school, *others, name="Toe by Toe", starts_on=BEGAN)
    measured(toe, *[(80, 81)] * 5)
    client = client_of(member(school))
    page = ask(client, need="SLCN")
    assert (
        "Talk Boost: median 6 points" in page and "By LanguageScreen, standardised score." in page
    )
    assert (
        "middle half 5 to 8, n = 5" in page
        and "on average 0.5 of the test’s standard deviation" in page
    )
    assert "regression to the mean" in page and "without the intervention" in page
    assert "Toe by Toe" not in page.split("Intervention Children")[1]
    both = ask(client)
    assert "Most gain with Talk Boost: median 6 points" in both and "Then Toe by Toe" in both


def test_different_tests_are_not_compared_and_too_few_say_nothing(school, group):
    ours = children(school, group, 6)
    talk = given(school, *ours, name="Talk Boost", starts_on=BEGAN)
    measured(talk, *[(80, 86)] * 4, (80, None))
    reading = given(school, *ours, name="Precision teaching", starts_on=BEGAN)
    measured(reading, *[(70, 76)] * 5, series=AGES)
    measured(reading, *[(20, 12)] * 5, series=SDQ)
    page = ask(client_of(member(school)))
    assert "Too few to say: fewer than 5 children have both measures" in page
    assert "1 child was tested on entry but not on exit" in page
    assert "cannot be ranked against each other" in page
    assert "each stands for itself, since different tests cannot be compared" in page
    assert "median 2.1 months of progress a month" in page and "useful" in page
    assert "(lower is better)" in page and "median −8 marks" in page


def test_a_child_who_had_it_twice_counts_once(school, group):
    ours = children(school, group, 4)
    for starts in (until(-300), BEGAN):
        row = given(school, *ours, name="Talk Boost", starts_on=starts)
        measured(row, *[(80, 86)] * 4, entry_on=starts, exit_on=until(-1))
    assert "Too few to say" in ask(client_of(member(school)))


def test_met_targets_and_what_they_cost(school, group):
    by = UserFactory()
    rates = {StaffRole.LSA: Rate(1200)}
    add_rate_card(school=school, starts_on=until(-400), threshold_pence=600_000, rates=rates, by=by)
    ours = children(school, group, 5)
    talk = given(school, *ours, name="Talk Boost", starts_on=BEGAN, need_type="SLCN")
    had(talk, *ours)
    for place, pupil in enumerate(ours):
        target = a_target(pupil, by=by, area="CI", starts_on=until(-95))
        if place < 4:
            end_target(target=target, ended_as="met", ended_on=until(-30), by=by)
    a_target(ours[0], by=by, area="SEMH", starts_on=until(-95))  # in another area: not counted
    page = ask(client_of(member(school)))
    # Of 900 minutes planned at £12 an hour 150 were given.
    assert talk.minutes * talk.sessions_a_week * talk.weeks == 900
    assert "£6.00 a child" in page and "£7.50 for each met target" in page
    assert "too few groups for a range (4 of 5 met, by area of need)" in page
    few = given(school, *ours[:2], name="Lego", starts_on=BEGAN, need_type="SLCN", is_in_class=True)
    assert few.weeks and "A met target: too few to say" in ask(client_of(member(school)))


def test_a_target_counts_where_the_plan_names_it_and_only_what_was_given_costs(school, group):
    by, lsa = UserFactory(), member(school, Role.LSA)
    rates = {StaffRole.LSA: Rate(1200)}
    add_rate_card(school=school, starts_on=until(-400), threshold_pence=600_000, rates=rates, by=by)
    ours = children(school, group, 6)
    aims = [a_target(pupil, by=by, area="CI", starts_on=until(-95)) for pupil in ours]
    for target in aims[:3]:
        end_target(target=target, ended_as="met", ended_on=until(-30), by=by)
    shape = {"starts_on": BEGAN, "need_type": "SLCN", "staff": lsa}
    talk = given(school, *ours, name="Talk Boost", towards=aims[:5], **shape)
    # In the same area, but all targets of its children are named for the other.
    lego = given(school, *ours[:2], name="Lego", is_in_class=True, **shape)
    client = client_of(member(school))
    page = ask(client)
    assert "Nothing is logged as given" in page and "for each met target" not in page
    marks = [MarkFacts(pupil, Came.HAD) for pupil in ours]
    log_session(provision=talk, at=SessionAt(BEGAN), marks=marks, by=lsa)
    page = ask(client)
    # One session of half an hour at £12 for six; 6 targets: five named, one by its area.
    assert "£1.00 a child" in page and "£2.00 for each met target" in page
    assert "(3 of 6 met, 5 as the plan names them, 1 by area of need)" in page
    assert lego.pk and "A met target: too few to say" in page


def test_the_children_behind_a_figure_for_those_who_may_see_them(school, group):
    ours = children(school, group, 3)
    elsewhere = ClassGroupFactory(school=school)
    theirs = children(school, elsewhere, 4)
    talk = given(school, *ours, *theirs, name="Talk Boost", starts_on=BEGAN)
    measured(talk, *[(80, 86)] * 7)
    secret = given(school, *ours, *theirs, name="Grief", starts_on=BEGAN, is_confidential=True)
    small = given(school, *theirs, name="Small group", starts_on=BEGAN)
    assert secret.is_confidential and small.pk
    sendco = client_of(member(school))
    page = sendco.get(reverse("impact", args=["oakfield"]))
    (line,) = [each for each in page.context["page"].lines if each.name == "Talk Boost"]
    address = f"{reverse('impact_children', args=['oakfield'])}?item={line.key}"
    assert address in page.content.decode() and "Talk" not in address
    found = sendco.get(address)
    assert all(pupil.last_name in text_of(found) for pupil in (*ours, *theirs))
    seen = AuditEvent.objects.filter(action="view_impact").latest("pk")
    assert {str(pk) for pk in seen.pupil_ids} == {str(p.pk) for p in (*ours, *theirs)}

    teacher = client_of(teacher_of(group))
    said = ask(teacher, need="SLCN", item=line.key)
    assert "median 6 points" in said and "figures of the whole school" in said
    assert "Grief" not in said and "Small group" not in said
    assert "What fewer had is not shown." in said
    # Beside “n = 7” the number who had it would tell how few were not measured.
    assert "Five or more children who had Talk Boost" in said
    # It begins with the newest year that has a figure, not with this one.
    given(school, *ours, *theirs, name="New group", starts_on=until(-5))
    old = given(school, *ours, *theirs, name="Old group", starts_on=until(-300))
    measured(old, *[(80, 83)] * 7, entry_on=until(-300), exit_on=until(-250))
    for place in talk.places.all():
        place.measures.all().delete()
    begins = ask(teacher)
    assert "Old group: median 3 points" in begins and "New group" not in begins
    assert "New group" in ask(teacher, year="2026")
    behind = text_of(teacher.get(address))
    assert ours[0].last_name in behind and theirs[0].last_name not in behind
    assert "others whom you do not see" in behind
    governor = client_of(member(school, Role.GOVERNOR))
    assert governor.get(reverse("impact", args=["oakfield"])).status_code == 403
    assert governor.get(address).status_code == 403


def test_all_schools_and_one_of_them(school, group):
    sister = SchoolFactory(federation=school.federation, slug="elmfield")
    other_group = ClassGroupFactory(school=sister)
    measured(
        given(school, *children(school, group, 3), name="Talk Boost", starts_on=BEGAN),
        *[(80, 86)] * 3,
    )
    measured(
        given(sister, *children(sister, other_group, 3), name="Talk Boost", starts_on=BEGAN),
        *[(80, 84)] * 3,
    )
    lead = member(school, federation=school.federation)
    Membership.objects.create(
        user=lead, federation=school.federation, school=sister, role=Role.SENDCO, starts_on=BEGAN
    )
    client = client_of(lead)
    path = reverse("federation_impact")
    page = text_of(client.get(path))
    assert "n = 6" in page and f"{sister.name}: 3" in page
    assert "Too few" in text_of(client.get(path, {"school": "elmfield"}))


def test_year_and_term(school, group):
    old = given(school, *children(school, group, 5), name="Old", starts_on=until(-400))
    measured(old, *[(80, 86)] * 5, entry_on=until(-400), exit_on=until(-300))
    client = client_of(member(school))
    assert "n = 5" in ask(client, year="2025", term="autumn")
    for other in ({"year": "2026"}, {"term": "summer"}, {"need": "PD"}):
        assert "Nothing to show" in ask(client, **other)
    assert "n = 5" in ask(client, year="x", term="x", need="x")


def test_as_many_statements_whatever_the_number(school, group):
    add_rate_card(
        school=school, starts_on=until(-400), threshold_pence=600_000,
        rates={StaffRole.LSA: Rate(1200, Decimal(20))}, by=None,
    )  # fmt: skip
    client, path = client_of(member(school)), reverse("impact", args=["oakfield"])
    measured(given(school, *children(school, group, 3), starts_on=BEGAN), *[(80, 86)] * 3)
    before = len(statements(client, path))
    for place in range(6):
        row = given(school, *children(school, group, 5), name=f"G{place}", starts_on=BEGAN)
        measured(row, *[(80, 86)] * 5)
    assert len(statements(client, path)) == before <= 8 + OF_EVERY_REQUEST


def test_our_own_effect_stands_before_the_evidence_where_an_intervention_is_chosen(school, group):
    start_catalogue(school=school, by=None)
    item = FederationIntervention.objects.get(name__startswith="Nuffield")
    add_rate_card(
        school=school, starts_on=until(-400), threshold_pence=600_000,
        rates={StaffRole.LSA: Rate(1200)}, by=None,
    )  # fmt: skip
    ours = children(school, group, 5)
    row = given(school, *ours, name="NELI", starts_on=BEGAN, shared_item=item)
    had(row, *ours)
    keep_spending(school=school, until=TODAY)
    measured(row, *[(80, 86)] * 5)
    client = client_of(member(school))
    page = text_of(client.get(reverse("interventions", args=["oakfield"])))
    assert "median 6 points" in page and "£6.00 a child" in page and "not given yet" in page
    one = text_of(client.get(reverse("intervention", args=["oakfield", item.pk])))
    own, evidence = (
        one.index("median 6 points"),
        one.index("three months' additional".replace("'", "&#x27;")),
    )
    assert own < evidence and "2020" in one and "without a comparison group" in one
    known = reverse("intervention_known", args=["oakfield"])
    form = client.get(reverse("provision_add", args=["oakfield"]), {"item": str(item.pk)})
    assert f'hx-get="{known}"' in form.content.decode()
    assert "median 6 points" in text_of(client.get(known, {"item": str(item.pk)}))
    for nothing in ("", "x", "01900000-0000-7000-8000-000000000099"):
        assert client.get(known, {"item": nothing}).status_code == 302
    for path in (reverse("interventions", args=["oakfield"]), f"{known}?item={item.pk}"):
        assert len(statements(client, path)) <= 8 + OF_EVERY_REQUEST
