"""The designated teacher's report: begun, written, sent to the head, published, printed."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from lac.models import YearReport, YearReportFile
from lac.report_codes import YearReportState
from lac.rules.year_report import PARTS, sections_of
from lac.selectors.report_traces import open_traces
from lac.selectors.year_facts import YearDays, school_year, years_to_report

YEAR_REPORT_JOB = "year_report"
WORDS = ("words", "due_on")


@transaction.atomic
def start_year_report(*, school: School, academic_year: int, by: User | None) -> YearReport:
    """Begin the report of a year; the one that is there already if there is one.

    After one that was withdrawn, the next begins with its words.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    of_year = YearReport.objects.filter(school=school, academic_year=academic_year)
    known = of_year.exclude(state=YearReportState.WITHDRAWN).first()
    if known:
        return known
    before = of_year.first()
    if before is None and academic_year not in years_to_report(clock.today()):
        raise TransitionNotAllowed("Choose this school year or the one before.")
    report = YearReport(school=school, academic_year=academic_year)
    if before:
        report.words, report.answers = before.words, before.answers
    _count(report)
    report.save(force_insert=True)
    _record(Action.PREPARE_REPORT, report, by, step="begun")
    rebuild_deadlines(school)
    return report


@transaction.atomic
def count_year_report(*, report: YearReport, by: User | None) -> YearReport:
    """Read the record again; the words stay."""
    report = _draft(report)
    _count(report)
    report.save(update_fields=["content", "counted_on"])
    _record(Action.PREPARE_REPORT, report, by, step="counted")
    return report


@transaction.atomic
def write_year_words(
    *,
    report: YearReport,
    words: Mapping[str, str],
    due_on: dt.date | None,
    version: str,
    by: User | None,
) -> YearReport:
    """Keep the designated teacher's words by part; empty ones are left out."""
    report = _draft(report)
    if version != (now := version_of(report, WORDS)):
        raise StaleSave(_differences(report), now)
    keys = {key for key, _ in PARTS}
    report.words = {key: text.strip() for key, text in words.items() if text.strip()}
    if unknown := set(report.words) - keys:
        raise TransitionNotAllowed(f"There is no part {min(unknown)}.")
    was, report.due_on = report.due_on, due_on
    report.save(update_fields=["words", "due_on"])
    _record(Action.PREPARE_REPORT, report, by, step="words")
    if was != due_on:
        rebuild_deadlines(report.school)
    return report


@transaction.atomic
def answer_trace(*, report: YearReport, key: str, why: str, by: User | None) -> YearReport:
    """Say why something that was found leads to no child."""
    report = _draft(report)
    if key not in {trace.key for trace in open_traces(report)}:
        raise TransitionNotAllowed("It is answered already, or no longer in your words.")
    report.answers = report.answers | {key: why.strip()}
    report.save(update_fields=["answers"])
    _record(Action.PREPARE_REPORT, report, by, step="answered")
    return report


@transaction.atomic
def send_to_head(*, report: YearReport, by: User | None) -> YearReport:
    """Give the draft to the head, with what the record says now; refused while it may name a child."""
    report = _draft(report)
    _require_no_traces(report)
    _count(report)
    report.state = YearReportState.WITH_HEAD
    report.sent_by, report.sent_at = by, timezone.now()
    report.sent_back_words = ""
    report.save()
    _record(Action.PREPARE_REPORT, report, by, step="sent")
    return report


@transaction.atomic
def send_back(*, report: YearReport, words: str, by: User | None) -> YearReport:
    """Give it back to the designated teacher, and say what is to change."""
    report = _with_head(report)
    report.state = YearReportState.DRAFT
    report.sent_by = report.sent_at = None
    report.sent_back_words = words.strip()
    report.save()
    _record(Action.PREPARE_REPORT, report, by, step="sent back")
    return report


@transaction.atomic
def publish_year_report(*, report: YearReport, by: User | None) -> YearReport:
    """Let governors read it: from now on it stays as it is. Names are looked for once more."""
    report = _with_head(report)
    _require_no_traces(report)
    report.state = YearReportState.PUBLISHED
    report.published_by, report.published_at = by, timezone.now()
    report.save()
    _start_printing(report, by)
    _record(Action.PUBLISH_REPORT, report, by)
    rebuild_deadlines(report.school)
    return report


@transaction.atomic
def withdraw_year_report(*, report: YearReport, why: str, by: User | None) -> YearReport:
    """Take a published report back: it stays in the record, and governors read it no longer."""
    report = _locked(report)
    if not report.is_published:
        raise TransitionNotAllowed("Only a published report can be withdrawn.")
    report.state = YearReportState.WITHDRAWN
    report.withdrawn_by, report.withdrawn_at = by, timezone.now()
    report.withdrawn_why = why.strip()
    report.save()
    _record(Action.WITHDRAW_REPORT, report, by)
    rebuild_deadlines(report.school)
    return report


@transaction.atomic
def ask_for_year_pdf(*, report: YearReport, by: User | None) -> YearReport:
    """Have the PDF made, unless it is there or on its way."""
    report = _locked(report)
    if not report.is_published:
        raise TransitionNotAllowed("The PDF is made when the report is published.")
    is_there = report.files.exists()
    is_coming = report.job_id and Job.objects.open().filter(pk=report.job_id).exists()
    if not (is_there or is_coming):
        _start_printing(report, by)
    return report


@transaction.atomic
def keep_year_pdf(*, report: YearReport, pdf: bytes) -> YearReportFile:
    """Keep the PDF: whoever comes later gets the first."""
    report = _locked(report)
    kept = report.files.first()
    return kept or YearReportFile.objects.create(
        school=report.school, report=report, pdf=pdf, digest=hashlib.sha256(pdf).hexdigest()
    )


def _count(report: YearReport) -> None:
    today = clock.today()
    sections = sections_of(school_year(report.school, report.academic_year, today=today))
    report.content = [[each.key, each.title, list(each.said), each.ask] for each in sections]
    report.counted_on = YearDays.of(report.academic_year, today).last


def _start_printing(report: YearReport, by: User | None) -> None:
    job = start_job(YEAR_REPORT_JOB, school=report.school, by=by, arguments={"report": report.pk})
    report.job_id = job.pk
    report.save(update_fields=["job_id"])


def _require_no_traces(report: YearReport) -> None:
    if found := open_traces(report):
        raise TransitionNotAllowed(
            f"Your words may lead to a child in {len(found)} places. Take each out, or say why it "
            "leads to nobody."
        )


def _locked(report: YearReport) -> YearReport:
    rows = YearReport.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("school").get(school=report.school_id, pk=report.pk)
    return found


def _draft(report: YearReport) -> YearReport:
    report = _locked(report)
    if not report.is_draft:
        raise TransitionNotAllowed("It is no longer a draft. Open it again to see where it is.")
    return report


def _with_head(report: YearReport) -> YearReport:
    report = _locked(report)
    if not report.is_with_head:
        raise TransitionNotAllowed("It is not with the head. Open it again to see where it is.")
    return report


def _record(action: Action, report: YearReport, by: User | None, **detail: Any) -> None:
    detail |= {"of": "year_report", "academic_year": report.academic_year}
    record_event(action, school=report.school, by=by, subject=report, detail=detail)


def _differences(report: YearReport) -> list[Difference]:
    due = report.due_on.isoformat() if report.due_on else "empty"
    return [
        *(
            Difference(key, title, report.words.get(key, ""), report.words.get(key) or "empty")
            for key, title in PARTS
        ),
        Difference("due_on", "to be published by", report.due_on, due),
    ]
