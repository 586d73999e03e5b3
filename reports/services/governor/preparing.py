"""A governor report before anybody reads it: asked for, counted, given the SENDCo's own words."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed, version_of
from aylsham.jobs.codes import JobState
from aylsham.jobs.doorbell import ring_on_commit
from aylsham.jobs.services import start_job
from aylsham.models import Federation, Job, School, User
from aylsham.suppression.audience import Audience
from reports.codes import ReportState
from reports.governor.sentences import WORDED
from reports.governor.terms import TermKey
from reports.models import GovernorReport
from reports.selectors.governor_report import draft_of
from reports.selectors.published import files_of, named_children, pdf_of, reports_of
from reports.services.governor.recording import lock_owner, lock_report, record_report

REPORT_JOB = "governor_report"
WORDS = ("words",)


@transaction.atomic
def prepare_report(
    *, owner: School | Federation, key: TermKey, audience: Audience, by: User | None
) -> GovernorReport:
    """Ask for a report: a new version with the words of the last, or the open draft counted anew."""
    lock_owner(owner)
    report = reports_of(owner).open().of(key, audience).first()
    if report is None:
        report = _new_version(owner, key, audience, by)
    elif report.is_counting and _is_at_work(report):
        return report  # asked twice
    report.state = ReportState.COUNTING
    report.save()
    start_work(report, by=by)
    record_report(Action.PREPARE_REPORT, report, by=by)
    return report


def _new_version(owner, key: TermKey, audience: Audience, by: User | None) -> GovernorReport:
    earlier = reports_of(owner).of(key, audience).order_by("-version").first()
    rows = reports_of(owner)
    whose = {"school": owner} if isinstance(owner, School) else {"federation": owner}
    return rows.model(
        **whose,
        term=key.code,
        audience=audience,
        version=earlier.version + 1 if earlier else 1,
        words=earlier.words if earlier else {},
        made_by=by,
    )


@transaction.atomic
def count_report(*, report: GovernorReport, today: dt.date) -> GovernorReport:
    """Count everything anew; TermNotKnown says why that cannot be done."""
    report = lock_report(report)
    if report.is_counting:
        _count(report, today)
        report.save()
    return report


def draft_unsaved(
    *, owner: School | Federation, key: TermKey, audience: Audience, today: dt.date
) -> GovernorReport:
    """A draft for the command line, counted and not kept, with the words of the newest version."""
    report = _new_version(owner, key, audience, None)
    _count(report, today)
    return report


def _count(report: GovernorReport, today: dt.date) -> None:
    draft = draft_of(report.owner, report.key, report.readers, today=today)
    report.content = draft.report.as_json()
    report.figures = draft.figures
    report.counted_beside = draft.counted_beside
    report.state = ReportState.DRAFT


@transaction.atomic
def write_words(
    *, report: GovernorReport, words: Mapping[str, str], by: User, version: str | None = None
) -> GovernorReport:
    """Keep the SENDCo's own words by part of the report; empty ones are left out."""
    report = lock_report(report)
    require_draft(report)
    if version not in (None, now := version_of(report, WORDS)):
        raise StaleSave(_differences(report), now)
    kept = {key: text.strip() for key, text in words.items() if text.strip()}
    if named_children(kept.values(), report.schools):
        raise TransitionNotAllowed("Your words name a child. Say it without the name.")
    if kept != report.words:
        report.words = kept
        report.save(update_fields=["words"])
        record_report(Action.PREPARE_REPORT, report, by=by, words=sorted(kept))
    return report


@transaction.atomic
def ask_for_pdf(*, report: GovernorReport, by: User | None) -> GovernorReport:
    """Have the PDF made, unless it is there or on its way."""
    report = lock_report(report)
    if report.is_counting or report.state in (ReportState.REPLACED, ReportState.WITHDRAWN):
        raise TransitionNotAllowed("There is nothing to print.")
    if pdf_of(report) is None and not _is_at_work(report):
        start_work(report, by=by)
    return report


@transaction.atomic
def discard_draft(*, report: GovernorReport, by: User) -> None:
    """Throw a draft away; nobody has read it."""
    report = lock_report(report)
    if not report.is_open:
        raise TransitionNotAllowed("A published report can be withdrawn, not thrown away.")
    record_report(Action.PREPARE_REPORT, report, by=by, what="discarded")
    files_of(report).filter(is_draft=True).delete()
    report.delete()


def require_draft(report: GovernorReport) -> None:
    """Refuse what can be done to a finished draft only."""
    if report.is_counting:
        raise TransitionNotAllowed("The report is still being counted. Wait until it is done.")
    if not report.is_draft:
        raise TransitionNotAllowed(
            "This report is published and stays as it is. Prepare a new one."
        )


def start_work(report: GovernorReport, *, by: User | None) -> None:
    """Have a locked report counted if it waits for that, and printed, in the background."""
    # Work that nobody has taken yet will find the report as it is then.
    waiting = Job.objects.filter(pk=report.job_id, state=JobState.WAITING)
    if report.job_id and (job := waiting.select_for_update(skip_locked=True).first()):
        ring_on_commit(job)
        return
    schools = report.schools
    whose = "school" if isinstance(report.owner, School) else "federation"
    job = start_job(
        REPORT_JOB,
        school=report.owner if whose == "school" else None,
        schools=schools,
        by=by,
        arguments={"report": report.pk, "of": whose},
    )
    report.job_id = job.pk
    report.save(update_fields=["job_id"])


def _is_at_work(report: GovernorReport) -> bool:
    return bool(report.job_id) and Job.objects.open().filter(pk=report.job_id).exists()


def _differences(report: GovernorReport) -> list[Difference]:
    return [
        Difference(key, title, report.words.get(key, ""), report.words.get(key) or "empty")
        for key, title in WORDED
    ]
