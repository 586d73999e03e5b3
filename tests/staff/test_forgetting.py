"""What is kept of people's time, and until when: weeks, absences, needs, whoever left."""

import datetime as dt

import pytest
from django.apps import apps

from aylsham import clock
from aylsham.changes import version_of
from aylsham.documents import keeping
from aylsham.models import AuditEvent
from pupils.models import Enrolment
from pupils.services.documents.binning import sweep_files
from staff.models import (
    Absence,
    Away,
    Contract,
    Pairing,
    PlanSession,
    StaffMember,
    Swap,
    TimeNeed,
    TrainingCertificate,
    TrainingRecord,
    WeekPlan,
)
from staff.rules.forgetting import left_before, over_before
from staff.services.certificates import keep_certificate
from staff.services.duties import say_away
from staff.services.forgetting import forget_people_time
from staff.services.pairings import add_pairing
from staff.services.people import LEAVE_FIELDS, leave
from staff.services.training import add_training
from tests.documents.making import pdf, upload
from tests.factories import TODAY, SchoolFactory, UserFactory, member
from tests.staff.away7_makers import morning, session
from tests.staff.makers import contracted, someone
from tests.staff.week_makers import draft, needed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
#: What ended in the school year of the tests goes on the day after this.
KEPT_THROUGH = dt.date(2028, 8, 31)


def history(name: str):
    return apps.get_model("staff", f"{name}Event").objects


class TestRules:
    @pytest.mark.parametrize(
        ("today", "limit"),
        [
            ("2026-11-23", "2025-09-01"),
            ("2027-08-31", "2025-09-01"),
            ("2027-09-01", "2026-09-01"),
            ("2026-01-01", "2024-09-01"),
        ],
    )
    def test_the_end_of_the_year_after(self, today, limit):
        assert over_before(dt.date.fromisoformat(today)) == dt.date.fromisoformat(limit)

    @pytest.mark.parametrize(
        ("today", "limit"), [("2026-11-23", "2020-11-23"), ("2028-02-29", "2022-03-01")]
    )
    def test_six_years_after_the_last_day(self, today, limit):
        assert left_before(dt.date.fromisoformat(today), 6) == dt.date.fromisoformat(limit)


class TestYears:
    @pytest.fixture
    def at(self):
        return morning()

    def forgotten(self, at, today=KEPT_THROUGH + DAY) -> int:
        return forget_people_time(school=at.school, today=today)

    def out(self, at, on=TODAY) -> Absence:
        row = Absence.objects.create(
            school=at.school, member=at.adult(0), starts_on=on, ends_on=on, said_at=clock.moment()
        )
        Swap.objects.create(
            school=at.school, absence=row, session=session(at, at.child(0)), on=on, kind="none",
            decided_at=clock.moment(),
        )  # fmt: skip
        return row

    def test_an_absence_goes_with_its_decisions_and_history(self, at):
        self.out(at)
        self.forgotten(at, KEPT_THROUGH)
        assert (Absence.objects.count(), Swap.objects.count()) == (1, 1)
        self.forgotten(at)
        assert (Absence.objects.count(), Swap.objects.count()) == (0, 0)
        assert not history("Absence").exists()
        assert not history("Swap").exists()
        assert PlanSession.objects.count() == 1

    def test_who_covered_whom_goes_too(self, at):
        say_away(
            school=at.school, user=at.sendco, cover=at.adult(0).user, by=at.sendco, note="",
            starts_on=TODAY, ends_on=TODAY + DAY,
        )  # fmt: skip
        self.forgotten(at)
        assert not Away.objects.exists()

    def test_the_week_that_people_go_by_stays_and_an_old_one_goes(self, at):
        session(at, at.child(0))
        self.forgotten(at)
        assert PlanSession.objects.exists()
        WeekPlan.objects.update(ends_on=TODAY + 7 * DAY)
        later = draft(at.school, dt.date(2028, 9, 4), name="Next", based_on=at.plan)
        self.forgotten(at, KEPT_THROUGH)
        assert WeekPlan.objects.count() == 2
        self.forgotten(at)
        later.refresh_from_db()
        assert list(WeekPlan.objects.all()) == [later]
        assert later.based_on is None
        assert not history("PlanSession").filter(plan_id=at.plan.pk).exists()

    def test_a_draft_that_nobody_published_goes(self, at):
        old = draft(at.school, TODAY, name="An idea")
        self.forgotten(at)
        assert not WeekPlan.objects.filter(pk=old.pk).exists()

    def test_needs_that_ended_and_of_a_child_who_left(self, at):
        lunch = needed(at.school)
        needed(at.school, "Gate", ends_on=TODAY)
        child = at.child(0)
        needed(at.school, "Care", pupil=child)
        add_pairing(member=at.adult(0), pupil=child, kind="preferred", reason="Calm", by=None)
        add_pairing(member=at.adult(0), pupil=at.child(1), kind="preferred", reason="X", by=None)
        self.forgotten(at)
        assert set(TimeNeed.objects.values_list("name", flat=True)) == {"Lunch", "Care"}
        Enrolment.objects.filter(pupil=child).update(ends_on=TODAY)
        self.forgotten(at, KEPT_THROUGH)
        assert Pairing.objects.count() == 2
        self.forgotten(at)
        assert list(TimeNeed.objects.all()) == [lunch]
        assert [row.pupil for row in Pairing.objects.all()] == [at.child(1)]
        assert not history("Pairing").filter(pupil_id=child.pk).exists()

    def test_the_log_says_how_many_and_of_nobody(self, at):
        self.out(at)
        self.forgotten(at)
        event = AuditEvent.objects.get(action="forget_time")
        assert event.detail["rows"]["absence"] == 1
        assert str(at.adult(0).pk) not in str(event.detail)
        self.forgotten(at)
        assert AuditEvent.objects.filter(action="forget_time").count() == 1

    def test_another_school_keeps_its_own(self, at):
        other = morning(school=SchoolFactory())
        kept = self.out(other)
        self.forgotten(at)
        assert list(Absence.objects.all()) == [kept]


class TestLeavers:
    GONE = dt.date(2032, 11, 24)

    @pytest.fixture
    def school(self):
        return SchoolFactory()

    def left(self, school, user=None, on=TODAY) -> StaffMember:
        row = someone(school, user=user)
        contracted(row, pence_an_hour=1412)
        return leave(member=row, version=version_of(row, LEAVE_FIELDS), by=None, left_on=on)

    def test_everything_of_them_goes_six_years_on(self, school):
        user = UserFactory()
        row = self.left(school, user)
        facts = {"school": school, "by": None, "subject": "send", "title": "A day"}
        add_training(member=row, taken_on=TODAY, **facts)
        mine = add_training(user=user, taken_on=TODAY, **facts)
        paper = keep_certificate(training=mine, upload=upload("a.pdf", pdf()), by=user)
        forget_people_time(school=school, today=self.GONE - DAY)
        assert StaffMember.objects.exists()
        forget_people_time(school=school, today=self.GONE)
        for model in (StaffMember, Contract, TrainingRecord, TrainingCertificate):
            assert not model.objects.exists(), model
        for name in ("StaffMember", "Contract", "TrainingRecord", "WorkingDay"):
            assert not history(name).exists(), name
        later = clock.moment() + 3650 * DAY
        assert sweep_files(school=school, now=later) == 1
        with pytest.raises(OSError, match=paper.digest):
            keeping.read(school.pk, paper.digest)

    def test_trainings_of_somebody_who_came_back_stay(self, school):
        user = UserFactory()
        self.left(school, user)
        someone(school, user=user)
        facts = {"subject": "send", "title": "A day", "taken_on": TODAY, "by": None}
        add_training(school=school, user=user, **facts)
        forget_people_time(school=school, today=self.GONE)
        assert StaffMember.objects.count() == 1
        assert TrainingRecord.objects.exists()

    def test_whoever_works_here_stays(self, school):
        member(school)
        contracted(someone(school))
        assert forget_people_time(school=school, today=self.GONE) == 0
