"""The designated teacher's reports of the demonstration: one published, one being written."""

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from lac.selectors.report_traces import open_traces
from lac.selectors.year_reports import mark_of_words
from lac.services.year_reports import (
    answer_trace,
    publish_year_report,
    send_to_head,
    start_year_report,
    write_year_words,
)

LAST_YEAR = {
    "plans": "Meetings for plans are now held in the third week of each term. Children choose who "
    "comes and what is said first.",
    "training": "All staff had a morning on attachment in January. A second morning is booked.",
    "virtual": "The virtual school visited in the spring and read our plans with us.",
    "policy": "The behaviour policy now asks what happened before it asks what rule was broken. "
    "Please look at the policy on trips next: consent comes late for some children.",
}
THIS_YEAR = {
    "training": "The second morning on attachment took place in September.",
    "policy": "The policy on trips is with us for its second reading.",
}


def load_year_reports(school: School, people: dict[str, User]) -> None:
    """Add to a school whose children in care are there; deterministic."""
    by, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        report = _written(school, 2025, LAST_YEAR, by)
        for key in {trace.key for trace in open_traces(report)}:
            report = answer_trace(report=report, key=key, why="An ordinary word", by=by)
        publish_year_report(report=send_to_head(report=report, by=by), by=head)
        _written(school, 2026, THIS_YEAR, by)


def _written(school: School, year: int, words: dict[str, str], by: User):
    report = start_year_report(school=school, academic_year=year, by=by)
    mark = mark_of_words(report)
    return write_year_words(report=report, words=words, due_on=None, version=mark, by=by)
