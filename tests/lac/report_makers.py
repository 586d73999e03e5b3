"""Reports of the designated teacher for tests, made by the services."""

from aylsham.models import School, User
from lac.models import YearReport
from lac.selectors.report_traces import open_traces
from lac.selectors.year_reports import mark_of_words
from lac.services.year_reports import (
    answer_trace,
    publish_year_report,
    send_to_head,
    start_year_report,
    write_year_words,
)


def a_report(school: School, year: int = 2026, by: User | None = None) -> YearReport:
    """A draft without anybody's words."""
    return start_year_report(school=school, academic_year=year, by=by)


def worded(report: YearReport, by: User | None = None, due_on=None, **words) -> YearReport:
    """The draft with words by part."""
    mark = mark_of_words(report)
    return write_year_words(report=report, words=words, due_on=due_on, version=mark, by=by)


def with_head(report: YearReport, by: User | None = None) -> YearReport:
    """Sent to the head; whatever was found leads to nobody."""
    for key in {trace.key for trace in open_traces(report)}:
        report = answer_trace(report=report, key=key, why="Nobody’s", by=by)
    return send_to_head(report=report, by=by)


def published(report: YearReport, by: User | None = None) -> YearReport:
    """A report that governors read."""
    return publish_year_report(report=with_head(report), by=by)
