"""Counting a school for the page of all schools: at night, and when somebody asks."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.fields import ClockTimestamp
from aylsham.audit.services import record_event
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from reports.models import SchoolSummary
from reports.selectors.summary_counts import count_school
from reports.summaries.codes import AT_ONCE, SUMMARY_JOB
from reports.summaries.counts import VERSION


@transaction.atomic
def keep_summary(*, school: School, today: dt.date) -> SchoolSummary:
    """Replace what is kept of a school by what its record says now."""
    row = _locked(school, today)
    row.counts, row.counted_on, row.version = count_school(school, today), today, VERSION
    row.save(update_fields=["counts", "counted_on", "version"])
    return row


@transaction.atomic
def count_again(*, schools: Iterable[School], by: User) -> Job | None:
    """Count a few schools at once, or ask for it; pressed again meanwhile, the same job."""
    chosen = sorted(schools, key=lambda school: school.slug)
    if len(chosen) > AT_ONCE:
        mine = Job.objects.started_by_person(by).open().filter(kind=SUMMARY_JOB).first()
        return mine or _asked(chosen, by)
    today = clock.today()
    for school in chosen:
        _record(school, by)
        keep_summary(school=school, today=today)
    return None


def _asked(schools: list[School], by: User) -> Job:
    for school in schools:
        _record(school, by)
    return start_job(SUMMARY_JOB, school=None, schools=schools, by=by)


def _record(school: School, by: User) -> None:
    record_event(Action.COUNT_SCHOOL, school=school, by=by)


def _locked(school: School, today: dt.date) -> SchoolSummary:
    """The school's row, made if there is none, with the moment: one counting at a time.

    The moment is that before counting, by the clock of the audit log, so that what is changed
    meanwhile is known to be newer.
    """
    new = SchoolSummary(school=school, counted_on=today, made_at=timezone.now(), version=0)
    SchoolSummary.objects.bulk_create([new], ignore_conflicts=True)
    row = SchoolSummary.objects.select_for_update(of=("self",)).get(school=school)
    SchoolSummary.objects.filter(school=school).update(made_at=ClockTimestamp())
    return row
