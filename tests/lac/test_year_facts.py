"""What a year's report is made from: which children, and what their year was."""

import datetime as dt
from decimal import Decimal

import pytest

from lac.models import CarePeriod, InformationShared, Pep, SafeguardingFile, WeekAttendance
from lac.rules.moves import pass_on_by, passed_on_in_time
from lac.rules.year_report import Group
from lac.selectors.year_facts import YearDays, school_year, standing_where_expected
from lac.services.periods import enter_care
from lac.services.social_work import add_social_work
from provision.models import Target
from provision.selectors.minutes import minutes_of
from provision.services.promises import add_promise
from provision.services.provisions import Members, add_provision
from pupils.models import AttainmentFigure, AttendanceFigure, Enrolment, Suspension
from tests.factories import PupilFactory, SchoolFactory, UserFactory
from tests.lac.makers import a_placement, day, in_care, was_in_care
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


class TestHelp:
    """A year that is over; the child was promised an hour a week in its last four weeks."""

    FIRST, LAST_DAY = day("2026-06-22"), day("2026-07-17")

    @pytest.fixture
    def place(self, school, child):
        add_promise(
            pupil=child, by=UserFactory(), text="Reading", source="ehcp", sessions_a_week=2,
            minutes=30, starts_on=self.FIRST, ends_on=self.LAST_DAY,
        )  # fmt: skip
        row = add_provision(
            school=school, members=Members(pupils=(child,)), by=UserFactory(), name="Reading",
            need_type="SLCN", staff_role="lsa", starts_on=self.FIRST, sessions_a_week=1,
            minutes=30, weeks=4,
        )  # fmt: skip
        return row.places.get()

    def give(self, place, times):
        from provision.models import Session, SessionLog, SessionMark

        for number in range(times):
            on = self.FIRST + dt.timedelta(weeks=number // 3, days=number % 3)
            session = Session.objects.create(school=place.school, provision=place.provision, on=on)
            log = SessionLog.objects.create(
                school=place.school, session=session, number=1, logged_by=UserFactory(),
                logged_at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
            )  # fmt: skip
            SessionMark.objects.create(
                school=place.school, log=log, pupil_id=place.pupil_id, came="had", minutes=30,
                written_by=log.logged_by,
            )  # fmt: skip

    def test_nothing_was_promised(self, school, child):
        assert the_only(school, LAST).given is None

    @pytest.mark.parametrize(("times", "most"), [(0, False), (4, False), (5, True)])
    def test_by_minutes_not_by_a_place(self, school, place, times, most):
        self.give(place, times)
        found = minutes_of(school, [place.pupil_id], self.FIRST, self.LAST_DAY)[place.pupil_id]
        assert (found.promised, found.planned, found.asked) == (240, 120, 240)
        assert found.given == 30 * times
        assert the_only(school, LAST).given is most


class TestMovesInTime:
    def shared(self, pupil, on):
        InformationShared.objects.create(
            school=pupil.school, pupil=pupil, what=["helps"], to_name="Ms Reed", authority="council",
            shared_on=on, how="meeting",
        )  # fmt: skip

    def moved(self, pupil):
        """To a second home on 15 June 2026, a Monday."""
        a_placement(pupil, starts_on=day("2025-06-02"), ends_on=day("2026-06-14"))
        a_placement(pupil, starts_on=day("2026-06-15"))

    def test_the_first_home_is_no_move(self, school, child):
        a_placement(child, starts_on=day("2026-06-15"))
        assert the_only(school, LAST).in_time is None

    @pytest.mark.parametrize(
        ("on", "is_good"),
        [("2026-05-03", False), ("2026-05-04", True), ("2026-06-29", True), ("2026-06-30", False)],
    )
    def test_within_ten_working_days_of_a_new_home(self, school, child, on, is_good):
        self.moved(child)
        self.shared(child, day(on))
        year = the_only(school, LAST)
        assert year.in_time is is_good
        assert year.passed_on is False  # nobody acknowledged it, and that is another question

    def test_told_of_nothing(self, school, child):
        self.moved(child)
        assert the_only(school, LAST).in_time is False

    @pytest.mark.parametrize(
        ("sent", "is_good"), [("2026-07-08", True), ("2026-07-09", False), (None, False)]
    )
    def test_the_file_in_five_days(self, school, child, sent, is_good):
        SafeguardingFile.objects.create(
            school=school, pupil=child, to_school="Hill", leaves_on=day("2026-07-03"),
            sent_on=sent and day(sent),
        )  # fmt: skip
        assert the_only(school, LAST).in_time is is_good

    def test_a_day_that_has_not_run_out_is_not_judged(self):
        moved, nothing = day("2026-11-16"), []
        assert passed_on_in_time([moved], nothing, [], today=pass_on_by(moved)) is None
        after = pass_on_by(moved) + dt.timedelta(days=1)
        assert passed_on_in_time([moved], nothing, [], today=after) is False
        assert passed_on_in_time([moved], [moved], [], today=moved) is True


def test_a_year_that_is_over_ends_in_august():
    days = YearDays.of(LAST, TODAY)
    assert (days.first, days.last) == (day("2025-09-01"), day("2026-08-31"))
    assert YearDays.of(THIS, TODAY).last == TODAY
    assert YearDays.of(THIS, dt.date(2026, 8, 1)).last == day("2026-09-01")
