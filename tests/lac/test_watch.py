"""Watching: what is recorded, what the rules say of it once, and what is done about it."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Deadline, Job
from lac.models import SdqTotal, WatchRules, WatchTask, WeekAttendance
from lac.selectors.weeks import mark_of_weeks, weeks_of
from lac.services.people import add_person, change_placement
from lac.services.watch import (
    RULE_FIELDS,
    SDQ_FIELDS,
    add_sdq,
    change_sdq,
    close_watch_task,
    keep_week,
    note_told,
    reopen_watch_task,
    set_watch_rules,
)
from lac.services.watching import raise_signs
from lac.tasks import watch_all
from provision.services.outcomes import add_target
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory, member
from tests.lac.makers import a_person, a_placement, day, in_care
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
THIS, LAST = day("2026-11-23"), day("2026-11-16")
BEFORE = day("2026-11-09")


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school)
    in_care(pupil)
    return pupil


@pytest.fixture
def by(school):
    return member(school, Role.DESIGNATED_TEACHER)


def keep(pupil, week_on, figures, by=None, version=None):
    if version is None:
        rows = weeks_of(pupil.school, week_on)
        version = mark_of_weeks(row for row in rows if row.pupil_id == pupil.pk)
    said = {pupil.pk: figures}
    return keep_week(school=pupil.school, week_on=week_on, figures=said, version=version, by=by)


def a_total(pupil, total=20, **more):
    facts = {"answered_on": TODAY, "answered_by": "teacher", "by": None}
    return add_sdq(pupil=pupil, total=total, **facts | more)


def rules_of(pupil) -> list[str]:
    return sorted(WatchTask.objects.filter(pupil=pupil).values_list("rule", flat=True))


class TestWeeks:
    def test_kept_changed_and_taken_out(self, pupil, by):
        assert keep(pupil, LAST, (10, 9), by) == 1
        assert keep(pupil, LAST, (10, 9), by) == 0
        assert keep(pupil, LAST, (10, 8), by) == 1
        [row] = WeekAttendance.objects.all()
        assert (row.possible, row.attended) == (10, 8)
        assert keep(pupil, LAST, None, by) == 1
        assert not WeekAttendance.objects.exists()

    @pytest.mark.parametrize("figures", [(0, 0), (10, 11), (15, 3)])
    def test_figures_that_cannot_be(self, pupil, figures):
        with pytest.raises(TransitionNotAllowed):
            keep(pupil, LAST, figures)

    @pytest.mark.parametrize("week", ["2026-11-17", "2026-11-30"])
    def test_a_week_is_named_by_its_monday_and_has_begun(self, pupil, week):
        with pytest.raises(TransitionNotAllowed, match="Monday"):
            keep(pupil, day(week), (10, 9))

    def test_somebody_typed_the_week_in_between(self, pupil, by):
        old = mark_of_weeks([])
        keep(pupil, LAST, (10, 9), by)
        with pytest.raises(StaleSave):
            keep(pupil, LAST, (10, 5), by, version=old)
        assert WeekAttendance.objects.get().attended == 9

    def test_a_child_of_another_school_is_not_touched(self, pupil):
        stranger = PupilFactory(school=SchoolFactory(slug="ashfield"))
        keep_week(
            school=pupil.school,
            week_on=LAST,
            figures={stranger.pk: (10, 1)},
            version=mark_of_weeks([]),
            by=None,
        )
        assert not WeekAttendance.objects.exists()


class TestTotals:
    def test_pressed_twice(self, pupil):
        key = uuid4()
        assert a_total(pupil, key=key) == a_total(pupil, key=key)
        assert SdqTotal.objects.count() == 1

    @pytest.mark.parametrize(("total", "answered_on"), [(41, TODAY), (5, day("2026-11-24"))])
    def test_what_cannot_be(self, pupil, total, answered_on):
        with pytest.raises(TransitionNotAllowed):
            a_total(pupil, total, answered_on=answered_on)

    def test_one_a_day_from_one_person(self, pupil):
        a_total(pupil)
        a_total(pupil, answered_by="parent")
        with pytest.raises(TransitionNotAllowed, match="already"):
            a_total(pupil, 3)

    def test_somebody_else_changed_it(self, pupil, by):
        row = a_total(pupil, 12)
        version = version_of(row, SDQ_FIELDS)
        values = {"answered_on": TODAY, "answered_by": "teacher"}
        change_sdq(sdq=row, version=version, by=by, total=13, **values)
        with pytest.raises(StaleSave):
            change_sdq(sdq=row, version=version, by=by, total=14, **values)


class TestTheRulesSpeakOnce:
    def test_when_a_week_is_kept(self, pupil):
        keep(pupil, BEFORE, (10, 9))
        assert rules_of(pupil) == []
        keep(pupil, LAST, (10, 9))
        assert rules_of(pupil) == ["attendance"]
        keep(pupil, THIS, (10, 1))
        assert rules_of(pupil) == ["attendance"]

    def test_when_a_placement_or_a_worker_changes(self, pupil, by):
        a_person(pupil), a_placement(pupil)
        assert rules_of(pupil) == []
        a_person(pupil, name="Ben Frost", starts_on=day("2026-11-09"))
        a_placement(pupil, starts_on=day("2026-10-26"))
        assert rules_of(pupil) == ["worker"]
        last = a_placement(pupil, starts_on=day("2026-11-16"))
        assert rules_of(pupil) == ["moves", "worker"]
        fields = ("with_whom",)
        change_placement(placement=last, version=version_of(last, fields), by=by, with_whom="Aunt")
        assert rules_of(pupil) == ["moves", "worker"]

    def test_a_corrected_total_is_the_same_sign(self, pupil, by):
        row = a_total(pupil, 20)
        change_sdq(
            sdq=row, version=version_of(row, SDQ_FIELDS), by=by, total=22,
            answered_on=day("2026-11-20"), answered_by="teacher",
        )  # fmt: skip
        assert rules_of(pupil) == ["sdq"]

    def test_a_target_at_night(self, pupil):
        add_target(
            pupil=pupil, by=None, text="Reads 40 words", area="", starts_on=day("2026-09-14"),
            by_on=day("2027-03-01"), measure="number", baseline=Decimal(4), goal=Decimal(40),
        )  # fmt: skip
        assert rules_of(pupil) == []
        assert raise_signs(school=pupil.school) == 1
        assert raise_signs(school=pupil.school) == 0
        assert WatchTask.objects.get().seen == "No progress on a target since 14 Sep 2026"

    def test_only_children_in_care_or_with_a_social_worker(self, school):
        other = PupilFactory(school=school)
        a_total(other, 30)
        assert rules_of(other) == []

    def test_closed_is_closed_for_what_was_seen(self, pupil, by):
        a_total(pupil)
        task = WatchTask.objects.get()
        close_watch_task(task=task, done="Met the carer", by=by)
        assert raise_signs(school=pupil.school) == 0
        a_total(pupil, 25, answered_by="parent")
        assert WatchTask.objects.open().count() == 1

    def test_the_school_sets_them(self, pupil, by):
        a_total(pupil, 16)
        assert rules_of(pupil) == []
        usual = WatchRules(school=pupil.school)
        values = {name: getattr(usual, name) for name in RULE_FIELDS}
        set_watch_rules(school=pupil.school, version="new", by=by, **values | {"sdq_total": 16})
        assert rules_of(pupil) == ["sdq"]

    def test_somebody_else_set_the_rules_first(self, school, by):
        usual = WatchRules(school=school)
        values = {name: getattr(usual, name) for name in RULE_FIELDS}
        set_watch_rules(school=school, version="new", by=by, **values)
        with pytest.raises(StaleSave):
            set_watch_rules(school=school, version="new", by=by, **values | {"moves": 5})
        assert WatchRules.objects.get().moves == 2

    def test_off_says_nothing(self, school, pupil, by):
        off = dict.fromkeys(RULE_FIELDS) | {"attendance_weeks": 2, "new_worker": False}
        set_watch_rules(school=school, version="new", by=by, **off)
        a_total(pupil, 40)
        a_person(pupil)
        add_person(pupil=pupil, by=None, role="social_worker", name="Ben", starts_on=LAST)
        assert rules_of(pupil) == []

    def test_the_log_has_no_figures(self, pupil):
        a_total(pupil, 33)
        details = [str(event.detail) for event in AuditEvent.objects.all()]
        assert any("'raised'" in each and "sdq" in each for each in details)
        assert not any("33" in each for each in details if "raised" in each)


class TestAtNight:
    def test_each_school_once_a_night(self, pupil):
        SchoolFactory(slug="ashfield")
        watch_all()
        watch_all()
        jobs = list(Job.objects.filter(kind="watch_care"))
        assert len(jobs) == 2

    def test_done_twice_says_it_once(self, pupil):
        """As when a worker was lost after its work and another took over."""
        WatchRules.objects.create(school=pupil.school, sdq_total=None)
        a_total(pupil)
        WatchRules.objects.update(sdq_total=17)
        watch_all()
        for job in Job.objects.filter(kind="watch_care"):
            run_job(job.pk)
            Job.objects.filter(pk=job.pk).update(state=JobState.WAITING, ended_at=None)
            run_job(job.pk)
        assert rules_of(pupil) == ["sdq"]


class TestWhatIsDone:
    def test_due_in_five_school_days_for_those_who_may_know(self, pupil):
        a_total(pupil)
        [row] = Deadline.objects.filter(provider="lac_watch")
        assert (row.due_on, row.permission) == (day("2026-11-30"), str(Permission.VIEW_CARE))
        assert "20" not in row.title

    def test_not_due_when_closed_and_again_when_reopened(self, pupil, by):
        a_total(pupil)
        task = close_watch_task(task=WatchTask.objects.get(), done="Met the carer", by=by)
        assert not Deadline.objects.filter(provider="lac_watch").exists()
        reopen_watch_task(task=task, by=by)
        assert Deadline.objects.filter(provider="lac_watch").exists()
        assert not find_changes(pupil.school)

    def test_words_are_needed_and_once_is_enough(self, pupil, by):
        a_total(pupil)
        task = WatchTask.objects.get()
        with pytest.raises(TransitionNotAllowed, match="what is done"):
            close_watch_task(task=task, done="  ", by=by)
        close_watch_task(task=task, done="Met the carer", by=by)
        with pytest.raises(TransitionNotAllowed, match="already"):
            close_watch_task(task=task, done="Something else", by=by)
        assert WatchTask.objects.get().done == "Met the carer"

    def test_who_was_told(self, pupil, by):
        a_total(pupil)
        task, key = WatchTask.objects.get(), uuid4()
        note_told(task=task, user=UserFactory(), told_on=TODAY, by=by, key=key)
        note_told(task=task, user=UserFactory(), told_on=TODAY, by=by, key=key)
        note_told(task=task, name="Ms Rao, virtual school", told_on=TODAY, by=by)
        assert task.told.count() == 2

    @pytest.mark.parametrize(
        "facts",
        [
            {"name": ""},
            {"name": "Ms Rao", "told_on": TODAY + dt.timedelta(days=1)},
            {"name": "Ms Rao", "told_on": TODAY - dt.timedelta(days=1)},
        ],
    )
    def test_nobody_too_early_or_to_come(self, pupil, by, facts):
        a_total(pupil)
        with pytest.raises(TransitionNotAllowed):
            note_told(task=WatchTask.objects.get(), by=by, **{"told_on": TODAY} | facts)
