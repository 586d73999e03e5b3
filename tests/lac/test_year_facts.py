"""What a year's report is made from: which children, and what their year was."""

import datetime as dt
from decimal import Decimal

import pytest

from lac.models import CarePeriod, Pep, WeekAttendance
from lac.rules.year_report import Group
from lac.selectors.year_facts import YearDays, school_year, standing_where_expected
from lac.services.periods import enter_care
from lac.services.social_work import add_social_work
from provision.models import Target
from pupils.models import AttainmentFigure, AttendanceFigure, Enrolment, Suspension
from tests.factories import PupilFactory, SchoolFactory
from tests.lac.makers import day, in_care, was_in_care
from tests.lac.pep_makers import a_pep
from tests.lac.premium_makers import a_request, a_sum, agreed, paid
from tests.provision.aims import a_target
from tests.school_years import school_year as terms_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: A school year that is over, and one that runs.
LAST, THIS = 2025, 2026
TODAY = day("2026-11-23")


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    terms_of(school, LAST)
    terms_of(school, THIS)
    return school


@pytest.fixture
def child(school):
    """In care since before both years."""
    child = PupilFactory(school=school)
    in_care(child, day("2025-06-02"))
    return child


def year_of(school, year=THIS):
    return school_year(school, year, today=TODAY)


def the_only(school, year=THIS):
    [found] = year_of(school, year).children
    return found


class TestWho:
    def test_each_child_is_counted_once_and_care_comes_first(self, school, child):
        add_social_work(pupil=child, by=None, kind="need", council="", starts_on=day("2026-09-07"))
        was_in_care(PupilFactory(school=school))
        third = PupilFactory(school=school)
        add_social_work(pupil=third, by=None, kind="need", council="", starts_on=day("2026-09-07"))
        PupilFactory(school=school)
        groups = [each.group for each in year_of(school).children]
        assert sorted(groups) == sorted([Group.IN_CARE, Group.BEFORE, Group.SOCIAL_WORKER])

    @pytest.mark.parametrize(
        ("ended", "is_told"), [("2025-08-31", False), ("2025-09-01", True), ("2026-02-02", True)]
    )
    def test_care_that_ended_before_the_year_is_not_of_it(self, school, child, ended, is_told):
        CarePeriod.objects.filter(pupil=child).update(ends_on=day(ended))
        assert bool(year_of(school, LAST).children) == is_told

    @pytest.mark.parametrize(("known", "is_told"), [("2026-08-31", True), ("2026-09-01", False)])
    def test_what_was_not_known_then_is_not_of_the_year(self, school, known, is_told):
        enter_care(
            pupil=PupilFactory(school=school), by=None, starts_on=None, known_since=day(known),
            placing_authority="", legal_status="", legal_since=None,
        )  # fmt: skip
        assert bool(year_of(school, LAST).children) == is_told

    def test_children_who_left_before_and_guests_are_not_of_it(self, school, child):
        stays = Enrolment.objects.filter(pupil=child)
        stays.update(starts_on=day("2024-09-02"), ends_on=day("2025-08-31"))
        assert year_of(school, LAST).children == ()
        stays.update(ends_on=day("2025-09-01"))
        assert the_only(school, LAST).left
        stays.update(ends_on=None, status="G")
        assert year_of(school, LAST).children == ()

    def test_coming_in_the_year_is_told_and_before_it_is_not(self, school, child):
        stays = Enrolment.objects.filter(pupil=child)
        stays.update(starts_on=day("2026-09-01"))
        assert the_only(school).joined
        stays.update(starts_on=day("2026-08-31"))
        assert not the_only(school).joined

    def test_another_school_is_not_counted(self, school, child):
        other = SchoolFactory(federation=school.federation)
        in_care(PupilFactory(school=other))
        assert len(year_of(school).children) == 1


class TestPlansAndReviews:
    @pytest.mark.parametrize(
        ("sent", "is_ready"), [("2026-07-17", True), ("2026-07-18", False), (None, False)]
    )
    def test_ready_by_the_last_day_of_its_term(self, school, child, sent, is_ready):
        pep = a_pep(child, academic_year=LAST, term="summer")
        if sent:
            facts = {"state": "sent", "sent_how": "mail", "signed_on": day("2026-07-01")}
            days = {"started_on": day("2026-06-01"), "sent_on": day(sent)}
            Pep.objects.filter(pk=pep.pk).update(**facts, **days)
        plans = the_only(school, LAST).plans
        assert plans == {"Autumn": False, "Spring": False, "Summer": is_ready}

    def test_nothing_is_asked_of_a_term_that_runs(self, school, child):
        assert the_only(school).plans == {}

    def test_a_review_of_the_year(self, school, child):
        from lac.services.social_work import record_review

        assert the_only(school).reviewed is None
        period = CarePeriod.objects.get(pupil=child)
        period.pupil, period.school = child, school
        record_review(period=period, held_on=day("2026-08-31"), decisions="", by=None)
        assert the_only(school).reviewed is False
        record_review(period=period, held_on=day("2026-09-01"), decisions="", by=None)
        assert the_only(school).reviewed is True


class TestLearning:
    @pytest.mark.parametrize(
        ("ends", "progress"),
        [([], None), (["met", "dropped"], False), (["met", "adapted", "dropped"], True)],
    )
    def test_progress_by_targets_that_were_closed(self, school, child, ends, progress):
        for how in ends:
            target = a_target(child)
            Target.objects.filter(pk=target.pk).update(ended_on=day("2026-10-01"), ended_as=how)
        assert the_only(school).progress is progress

    def figure(self, pupil, subject, term, attained):
        AttainmentFigure.objects.create(
            school=pupil.school, pupil=pupil, academic_year=LAST, term=term, subject=subject,
            attained=attained,
        )  # fmt: skip

    def test_the_latest_term_of_each_subject_counts(self, school, child):
        self.figure(child, "reading", "autumn", 4)
        self.figure(child, "reading", "summer", 2)
        assert standing_where_expected(school, LAST) == {child.pk: False}
        self.figure(child, "writing", "autumn", 3)
        assert standing_where_expected(school, LAST) == {child.pk: False}  # one of two
        self.figure(child, "maths", "spring", 3)
        assert standing_where_expected(school, LAST) == {child.pk: True}
        assert the_only(school, LAST).expected is True

    @pytest.mark.parametrize(("others", "said"), [(9, None), (10, True)])
    def test_beside_ten_others_or_none(self, school, child, others, said):
        self.figure(child, "reading", "summer", 1)
        for _ in range(others):
            self.figure(PupilFactory(school=school), "reading", "summer", 3)
        assert year_of(school, LAST).others_expected is said
        assert the_only(school, LAST).expected is False

    def test_attendance_by_the_weeks_before_the_roll(self, school, child):
        facts = {"school": school, "pupil": child}
        assert the_only(school).attendance is None
        AttendanceFigure.objects.create(
            **facts, academic_year=THIS, as_of=day("2026-10-01"), percent=Decimal("88.5")
        )
        assert the_only(school).attendance == Decimal("88.5")
        WeekAttendance.objects.create(**facts, week_on=day("2026-11-02"), possible=10, attended=9)
        assert the_only(school).attendance == 90

    def test_suspended_in_the_year(self, school, child):
        row = Suspension.objects.create(
            school=school, pupil=child, starts_on=day("2026-08-31"), ended_on=day("2026-09-01"),
            sessions=2, reason="DB",
        )  # fmt: skip
        assert not the_only(school).suspended
        Suspension.objects.filter(pk=row.pk).update(starts_on=day("2026-09-01"))
        assert the_only(school).suspended


class TestMoney:
    def test_none_came(self, school, child):
        assert the_only(school).money_spent is None
        assert the_only(school).money_worked is None

    def test_more_than_half_of_what_was_kept(self, school, child):
        a_sum(child, 10_000)
        paid(agreed(a_request(child, 6_000)), 5_000)
        assert the_only(school).money_spent is False
        a_sum(child, 1, kind="back")
        assert the_only(school).money_spent is True


def test_a_year_that_is_over_ends_in_august():
    days = YearDays.of(LAST, TODAY)
    assert (days.first, days.last) == (day("2025-09-01"), day("2026-08-31"))
    assert YearDays.of(THIS, TODAY).last == TODAY
    assert YearDays.of(THIS, dt.date(2026, 8, 1)).last == day("2026-09-01")
