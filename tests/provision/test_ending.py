"""What ends early costs what was planned until then; mistakes are deleted or undone."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Closure, Term
from aylsham.school_calendar import SchoolCalendar
from provision.models import Place, Provision
from provision.rules.delivery import Came, Plan, Shape
from provision.rules.planned import minutes_in_all
from provision.rules.standing_marks import SessionAt
from provision.selectors.rates import cost_of_provision, rate_book
from provision.services.ending import end_provision, resume_provision
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from provision.services.sessions import MarkFacts, log_session
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MONDAY = dt.date(2026, 9, 7)
TEN = 3 * 30 * 10


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    return [PupilFactory(school=school, on_register=True) for _ in range(2)]


@pytest.fixture
def sendco(school):
    return member(school)


def url(row, *parts) -> str:
    return "/".join(["/oakfield/provision", str(row.pk), *parts, ""])


def pence(school) -> int:
    return cost_of_provision(Provision.objects.get(), rate_book(school))


@pytest.mark.parametrize(
    ("ends_on", "minutes"),
    [
        (MONDAY, 0),  # no whole session in a fifth of a week
        (MONDAY + dt.timedelta(days=2), 30),
        (MONDAY + dt.timedelta(days=4), 90),
        (MONDAY + dt.timedelta(days=7), 90),
        (MONDAY + dt.timedelta(days=25), 360),
    ],
)
def test_what_ended_was_planned_until_its_end(ends_on, minutes):
    plan = Plan(3, 30, MONDAY, ends_on)
    assert minutes_in_all(plan, 10, SchoolCalendar([], []), has_ended=True) == minutes


@pytest.mark.parametrize(
    ("until_day", "minutes"),
    [
        (-1, TEN // 3),  # changed before it began: all by the new shape
        (6, 90 + 9 * 30),  # for the second week
        (8, 2 * 90 + 8 * 30),  # in the second week: from the third on
        (400, TEN),
    ],
)
def test_each_week_counts_by_the_shape_planned_in_it(until_day, minutes):
    earlier = (Shape(3, 30, MONDAY + dt.timedelta(days=until_day)),)
    plan = Plan(1, 30, MONDAY, MONDAY + dt.timedelta(days=68), earlier=earlier)
    assert minutes_in_all(plan, 10, SchoolCalendar([], [])) == minutes


def test_ended_on_the_first_day_it_costs_next_to_nothing_and_can_go_on(school, children, sendco):
    row = given(school, *children, weeks=30, pence_an_hour=1200, resources_pence=500)
    whole = 30 * 90 * 1200 // 60 + 500
    assert pence(school) == whole
    client = client_of(sendco)
    asked = text_of(client.get(url(row, "end")))
    assert f"End {row.name}" in asked and "For all its children" in asked
    client.post(url(row, "end"), {"ends_on": "today"})
    assert pence(school) == 500
    assert "It goes on after all" in text_of(client.get(url(row)))
    form = client.get(url(row, "resume")).context["form"]
    client.post(url(row, "resume"), {"ends_on": form.initial["ends_on"].isoformat()})
    again = Provision.objects.get()
    assert (again.state, again.ends_on, again.planned_minutes) == ("running", row.ends_on, None)
    assert pence(school) == whole
    assert set(Place.objects.values_list("ends_on", flat=True)) == {row.ends_on}
    assert AuditEvent.objects.filter(detail={"step": "goes on"}).count() == 1


def test_it_goes_on_for_whoever_was_in_it_to_the_end(school, children, sendco):
    row = given(school, *children, starts_on=until(-20))
    Place.objects.filter(pupil=children[1]).update(ends_on=until(-10))
    with pytest.raises(TransitionNotAllowed, match="has not ended"):
        resume_provision(provision=row, ends_on=until(9), by=sendco)
    row = end_provision(provision=row, ends_on=TODAY, by=sendco)
    row.school = school
    with pytest.raises(TransitionNotAllowed, match="that day or later"):
        resume_provision(provision=row, ends_on=until(-1), by=sendco)
    resume_provision(provision=row, ends_on=until(9), by=sendco)
    days = dict(Place.objects.values_list("pupil_id", "ends_on"))
    assert days == {children[0].pk: until(9), children[1].pk: until(-10)}


def test_a_shape_changed_mid_term_costs_by_what_was_planned_when(school, children, sendco):
    Term.objects.create(
        school=school, academic_year=2026, name="autumn",
        starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2027, 3, 31),
    )  # fmt: skip
    Closure.objects.create(
        school=school, kind="half_term", starts_on=until(-28), ends_on=until(-24)
    )
    row = given(school, *children, starts_on=until(-35), pence_an_hour=6000)  # a pound a minute
    assert pence(school) == TEN * 100
    facts = {name: getattr(row, name) for name in PROVISION_FIELDS} | {"minutes": 10}
    change_provision(
        provision=row, members=Members(pupils=tuple(children)), by=sendco,
        version=version_of(row, PROVISION_FIELDS), **facts,
    )  # fmt: skip
    # Five weeks with half-term, so four taught; six more to come at ten minutes.
    assert pence(school) == (4 * 90 + 6 * 30) * 100


def test_what_is_not_logged_is_deleted_and_what_is_logged_stays(school, children, sendco):
    draft, mistaken, real = (
        given(school, *children, name=name, state=state)
        for name, state in (("A", "draft"), ("B", "running"), ("C", "running"))
    )
    marks = [MarkFacts(children[0], Came.HAD)]
    log_session(provision=real, at=SessionAt(TODAY), marks=marks, by=None)
    client = client_of(sendco)
    assert "Delete it: nothing is logged" in text_of(client.get(url(mistaken)))
    assert "Delete it" not in text_of(client.get(url(real)))
    for row in (draft, mistaken, real):
        last = client.post(url(row, "delete"), follow=True)
    assert "Something is logged or measured of it" in text_of(last)
    assert list(Provision.objects.all()) == [real]


def test_who_does_not_plan_and_who_is_elsewhere(school, children, sendco):
    row = given(school, *children)
    end_provision(provision=row, ends_on=TODAY, by=sendco)
    head = client_of(member(school, Role.LSA))
    assert head.post(url(row, "resume"), {"ends_on": "today"}).status_code == 403
    stranger = client_of(member(SchoolFactory(slug="elsewhere")))
    assert stranger.get(f"/elsewhere/provision/{row.pk}/resume/").status_code == 404
    assert stranger.post(f"/elsewhere/provision/{row.pk}/delete/").status_code == 404
