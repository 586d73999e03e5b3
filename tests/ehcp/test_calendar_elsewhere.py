"""One school's calendar knows when its people are in meetings at the federation's other schools."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models.people import SiteWeek
from aylsham.tenancy.row_security import current_schools, school_transaction, set_schools
from ehcp.models import CalendarPerson, ProposedReview, ReviewCalendar
from ehcp.scheduling.instance import Instance
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data
from ehcp.selectors.calendar.instances import planning_of
from ehcp.selectors.calendar.reasons import Diary
from tests.ehcp.makers import day, held, make_plan, planned
from tests.ehcp.test_calendar_pages import with_terms
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: A Wednesday inside the window of the reviews that are made here.
THEN = dt.date(2027, 2, 3)
SAID = "Ms Hale is in a meeting at another school then"


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def here(federation):
    return with_terms(SchoolFactory(federation=federation))


@pytest.fixture
def there(federation):
    return with_terms(SchoolFactory(federation=federation))


def comes(school, **facts) -> CalendarPerson:
    """The council's officer, without whom there is no meeting."""
    facts = {"name": "Ms Hale", "kind": "council", "is_needed": True} | facts
    return CalendarPerson.objects.create(school=school, **facts)


def proposed(school, on: dt.date | None = None, at: str = "09:30", **facts) -> ProposedReview:
    """A review that is due in March, on a day or on none."""
    with school_transaction(school):
        plan = make_plan("2025-04-20", school=school, pupil=PupilFactory(school=school), **facts)
        held(plan, "2026-03-20", "2026-03-20", decision="maintain")
        return ProposedReview.objects.create(
            school=school,
            plan=plan,
            earliest_on=day("2026-12-08"),
            latest_on=day("2027-03-19"),
            legal_on=day("2027-03-19"),
            meeting_on=on,
            starts_at=dt.time.fromisoformat(at) if on else None,
        )


def reasons(school, row, at: str, on: dt.date = THEN) -> list[str]:
    set_schools([school.pk])
    return Diary(school, TODAY, row).reasons(on, at)


class TestOneSchool:
    @pytest.mark.parametrize("at, taken", [("09:30", True), ("11:00", False)])
    def test_a_professional_who_is_booked_elsewhere_at_that_time(self, here, there, at, taken):
        comes(here), comes(there)
        proposed(there, THEN, "09:30")
        assert (SAID in reasons(here, proposed(here), at)) is taken

    @pytest.mark.parametrize("at, taken", [("10:49", True), ("10:50", False)])
    def test_the_way_between_two_schools_counts(self, here, there, at, taken):
        comes(here), comes(there)
        ReviewCalendar.objects.create(school=here, slots=[at])
        proposed(there, THEN, "09:30")
        assert (SAID in reasons(here, proposed(here), at)) is taken

    def test_the_same_name_in_other_letters_is_the_same_person(self, here, there):
        comes(here), comes(there, name="MS HALE")
        proposed(there, THEN)
        assert SAID in reasons(here, proposed(here), "09:30")

    def test_somebody_who_does_not_come_to_that_review_is_free(self, here, there):
        comes(here), comes(there, comes_to="named")
        proposed(there, THEN)
        assert reasons(here, proposed(here), "09:30") == []

    def test_a_meeting_that_was_moved_is_not_where_it_was_proposed(self, here, there):
        comes(here), comes(there)
        row = proposed(there, THEN)
        with school_transaction(there):
            planned(row.plan, "2027-02-10")
        assert reasons(here, proposed(here), "09:30") == []

    def test_another_federation_is_nobodys_business(self, here):
        stranger = with_terms(SchoolFactory())
        comes(here), comes(stranger)
        proposed(stranger, THEN)
        assert reasons(here, proposed(here), "09:30") == []

    def test_days_away_that_another_school_knows_of(self, here, there):
        comes(here), comes(there, away=[THEN])
        assert "Ms Hale is not free" in reasons(here, proposed(here), "09:30")

    def test_a_sendco_of_three_schools_is_in_one_meeting_at_a_time(self, federation, here, there):
        third = with_terms(SchoolFactory(federation=federation))
        user = member(here, Role.SENDCO)
        for school in (there, third):
            MembershipFactory(school=school, role=Role.SENDCO, user=user)
        assert not SiteWeek.objects.exists()
        proposed(there, THEN, "09:30"), proposed(third, THEN, "13:30")
        row = proposed(here)
        said = f"{user.name} is in a meeting at another school then"
        free = [at for at in ("09:30", "11:00", "13:30", "14:45") if not reasons(here, row, at)]
        assert free == ["11:00"]
        assert reasons(here, row, "09:30") == [said]

    def test_the_wall_is_back_afterwards_and_no_child_is_in_it(self, here, there):
        comes(here), comes(there)
        proposed(there, THEN)
        proposed(here)
        set_schools([here.pk])
        planning = planning_of([here], TODAY)
        assert current_schools() == str(here.pk)
        assert {r["school"] for r in planning.data["reviews"]} == {here.slug}
        (person,) = [p for p in planning.data["people"] if p["name"] == "Ms Hale"]
        assert person["busy"] == [{"on": "2027-02-03", "from": "09:10", "until": "10:50"}]

    def test_the_solver_goes_around_it(self, here, there):
        comes(here, dates=[THEN]), comes(there)
        ReviewCalendar.objects.create(school=here, slots=["09:30", "11:00"])
        proposed(there, THEN, "09:30")
        proposed(here)
        set_schools([here.pk])
        data = planning_of([here], TODAY).data
        answer = as_data(make_calendar(Instance.from_data(data), seconds=5, workers=1))
        assert [(row["on"], row["at"]) for row in answer["placed"]] == [("2027-02-03", "11:00")]
        assert broken_rules(data, answer) == []
        wrong = {"placed": [answer["placed"][0] | {"at": "09:30"}], "unplaced": []}
        assert [each.rule.partition(":")[0] for each in broken_rules(data, wrong)] == [
            "person_days"
        ]


class TestTogether:
    def test_wishes_count_by_how_many_reviews_a_school_has(self, here, there):
        for school, weight, slack, number in ((here, 0, 1, 1), (there, 60, 5, 3)):
            ReviewCalendar.objects.create(school=school, even=weight, slack_weeks=slack)
            for _ in range(number):
                proposed(school)
        behind_the_wall(here, there)
        for schools in ([here, there], [there, here]):
            data = planning_of(schools, TODAY).data
            assert (data["weights"]["even"], data["slack_weeks"]) == (45, 4)

    def test_one_schools_wishes_are_its_own(self, here):
        ReviewCalendar.objects.create(school=here, even=60)
        behind_the_wall(here)
        assert planning_of([here], TODAY).data["weights"]["even"] == 60

    def test_as_many_statements_for_ten_schools_as_for_two(
        self, federation, here, there, django_assert_max_num_queries
    ):
        schools = [
            here,
            there,
            *(with_terms(SchoolFactory(federation=federation)) for _ in range(8)),
        ]
        for school in schools:
            proposed(school)
        for some in (schools[:2], schools):
            behind_the_wall(*some)
            with django_assert_max_num_queries(8):
                assert len(planning_of(some, TODAY).due) == len(some)
