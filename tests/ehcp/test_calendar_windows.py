"""Which review the calendar plans for a child who changes phase, and by which legal day."""

import datetime as dt

import pytest
import time_machine

from aylsham.calendars import calendar_of
from ehcp.codes import ReviewKind
from ehcp.models import ProposedReview
from ehcp.selectors.calendar.instances import rules_of
from ehcp.selectors.calendar.windows import next_review, window_of
from ehcp.selectors.clocklines import plan_clocks
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import plans_of
from ehcp.services.letters import confirm_summer_review_for_transfer
from tests.ehcp.makers import a_school, day, held, make_plan
from tests.ehcp.test_calendar_pages import with_terms
from tests.factories import member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PHASE, ANNUAL = ReviewKind.PHASE_TRANSFER, ReviewKind.ANNUAL
#: Twelve weeks before 14 February 2027, the last day on which the plan can be amended.
LAST_DAY, TERM_BEGINS = day("2026-11-22"), day("2026-09-01")


def leaver(met: str, *, year_group: str = "6", confirmed: bool = False, school=None):
    """A plan of a child of a primary school with one review, which the council has decided."""
    school = school or a_school(slug="oak")
    born_on = day("2016-05-08" if year_group == "6" else "2017-05-08")
    plan = make_plan("2024-11-19", school=school, born_on=born_on, year_group=year_group)
    review = held(plan, met, met, decision="maintain")
    if confirmed:
        confirm_summer_review_for_transfer(
            review=review, confirmed_for_transfer_on=max(day(met), day("2026-11-10")), by=None
        )
    return plan


def planned_as(plan, today: dt.date):
    (facts,) = plans_of([plan.school])
    return next_review(facts, calendar_of(plan.school), today)


@pytest.mark.parametrize("today", [day("2026-11-22"), day("2026-11-23")])
@pytest.mark.parametrize(
    ("met", "confirmed", "kind"),
    [
        ("2026-03-31", False, PHASE),
        ("2026-03-31", True, PHASE),  # older than the summer: no word of the council's makes it do
        ("2026-04-01", False, PHASE),
        ("2026-04-01", True, ANNUAL),
        ("2026-08-31", False, PHASE),
        ("2026-08-31", True, ANNUAL),
        ("2026-09-01", False, ANNUAL),
        ("2026-09-01", True, ANNUAL),
    ],
)
def test_a_summer_review_does_for_the_move_only_once_it_is_confirmed(met, confirmed, kind, today):
    found, legal_on, not_before = planned_as(leaver(met, confirmed=confirmed), today)
    assert found == kind
    if kind == PHASE:
        assert (legal_on, not_before) == (LAST_DAY, TERM_BEGINS)
    else:
        assert legal_on > day("2027-02-14")


def test_from_the_summer_on_a_child_of_year_5_has_a_day_in_the_autumn():
    with time_machine.travel(dt.datetime(2027, 6, 11, 9)):
        plan = leaver("2027-06-10", year_group="5")
        found = planned_as(plan, day("2027-06-11"))
    assert found == (PHASE, day("2027-11-22"), day("2027-09-01"))


def test_a_young_year_group_is_left_to_the_year():
    assert planned_as(leaver("2026-06-10", year_group="5"), day("2026-11-22"))[0] == ANNUAL


def test_when_the_last_day_is_over_it_is_planned_late_and_never_past_the_need():
    school = with_terms(a_school(slug="oak"))
    leaver("2026-06-10", school=school)
    (facts,) = plans_of([school])
    _, window = window_of(facts, calendar_of(school), rules_of(school), day("2026-11-23"))
    assert (window.legal_on, window.is_late) == (LAST_DAY, True)
    assert window.earliest == day("2026-12-08")  # the first school day with two clear weeks


class TestTheWords:
    """The calendar and the clocks of the plan say the same of a summer's review."""

    @pytest.fixture
    def school(self):
        return with_terms(a_school(slug="oak"))

    def propose(self, plan, on="2026-12-09"):
        ProposedReview.objects.create(
            school=plan.school,
            plan=plan,
            kind=PHASE,
            earliest_on=day("2026-12-08"),
            latest_on=day("2027-02-01"),
            legal_on=LAST_DAY,
            meeting_on=day(on),
        )

    def page(self, school) -> str:
        person = member(school, starts_on=TERM_BEGINS)
        return text_of(client_of(person).get("/oak/reviews/calendar/"))

    def test_a_summers_review_waits_for_the_council(self, school):
        plan = leaver("2026-06-10", school=school)
        self.propose(plan)
        page = self.page(school)
        assert "unless the council confirms that the review of Wed 10 Jun counts" in page
        assert "Late unless the council confirms" in page
        assert "Late whatever is done" not in page
        (facts,) = plans_of([school])
        clocks = plan_clocks(facts, PlanRules(facts, calendar_of(school)), day("2026-11-23"))
        assert "unless the council confirms" in [
            line.words for clock in clocks if clock.key == "phase" for line in clock.lines
        ]

    @pytest.mark.parametrize(
        ("met", "confirmed"), [("2026-03-31", False), ("2026-06-10", True), ("2026-09-01", False)]
    )
    def test_nothing_else_does(self, school, met, confirmed):
        self.propose(leaver(met, confirmed=confirmed, school=school))
        assert "unless the council confirms" not in self.page(school)
