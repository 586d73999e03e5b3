"""A report laid out for people: its parts in order, each with its message, drawings and words."""

import re
from dataclasses import dataclass, replace

from django.template.loader import render_to_string

from aylsham.charts import Drawing
from aylsham.suppression.audience import Audience
from reports.governor.charts import charts_of
from reports.governor.fitting import on_pages
from reports.governor.report import DutyLine, Report, SchoolLine
from reports.governor.sentences import SECTIONS
from reports.models import GovernorReport
from reports.publications.kind import Table

#: Schools in the table of a federation's report.
MOST_SCHOOLS = 10
#: “of 229” stays together at the end of a line.
_OF_SO_MANY = re.compile(r" of (?=\d)")
#: Parts that are more than sentences and tables.
_OWN_TEMPLATES = frozenset(
    {"short", "numbers", "who", "promises", "changes", "support", "questions"}
)
#: Parts of which no sentence is the message of all others.
_WITHOUT_MESSAGE = frozenset({"short", "questions", "voices", "care", "staff", "visit"})
#: What the terms mean, for somebody who meets them for the first time.
TERMS = {
    "SEN": "Special educational needs: learning is so much harder for a child, or a disability "
    "gets so much in the way, that help is needed which others do not need.",
    "SEND register": "The list of children with SEN: with SEN support or with an EHC plan.",
    "SEN support": "Extra help that the school plans, gives and pays for.",
    "EHC plan": "Education, health and care plan: a legal paper of the council about a child. "
    "It says what the child needs and what must be given, and is reviewed every year.",
    "Legal dates": "The law says by when school and council must meet, report and decide. Days "
    "that nobody wrote down are not counted.",
}
NOT_SHOWN = {
    Audience.GOVERNORS: "A group of fewer than five, or a number that would give such a group away. "
    "This term’s totals of the whole school are shown.",
    Audience.PUBLIC: "A number below five, or one that would give such a number away.",
}


@dataclass(frozen=True)
class Part:
    """One part of a report: one idea, and what is shown for it."""

    key: str
    title: str
    message: str
    said: tuple[str, ...]
    #: The SENDCo's own words; empty for none.
    words: str
    tables: tuple[Table, ...] = ()
    #: On paper it begins a page; where little may be printed, parts share one.
    starts_page: bool = True
    #: It needs smaller type to fit on its page.
    is_tight: bool = False

    @property
    def template(self) -> str:
        """Its own, or that of sentences and tables."""
        own = self.key if self.key in _OWN_TEMPLATES else "plain"
        return f"reports/governor/part_{own}.html"

    @property
    def is_of_record(self) -> bool:
        """It holds what the record says besides counts: sentences of any length."""
        return self.key not in _OWN_TEMPLATES or self.key == "support"

    @property
    def is_empty(self) -> bool:
        return not (self.message or self.said or self.words or self.tables)


@dataclass(frozen=True)
class Document:
    """Everything that the templates need; nothing in it is hidden from the audience."""

    report: Report
    parts: tuple[Part, ...]
    charts: dict[str, Drawing]
    is_draft: bool
    version: int

    @property
    def terms(self) -> dict[str, str]:
        return TERMS | {"Not shown": NOT_SHOWN[self.report.audience]}

    @property
    def title(self) -> str:
        whom = " to governors" if self.is_confidential else ""
        return f"SEND report{whom}, {self.report.term}"

    @property
    def is_confidential(self) -> bool:
        return self.report.audience is Audience.GOVERNORS

    @property
    def for_whom(self) -> str:
        if self.is_confidential:
            return "Confidential: for governors only. Do not publish or pass on."
        return "For anybody, once it is published." if self.is_draft else "For anybody."

    @property
    def duties(self) -> tuple[tuple[str, tuple[DutyLine, ...]], ...]:
        """Whose promises, and the lines that have something to print."""
        promises = self.report.promises
        sides = (
            ("Ours", promises.ours),
            ("The council’s", promises.councils),
            ("Decisions, council by council", promises.by_council),
            ("The council’s, for needs assessments and after appeals", promises.assessments),
        )
        shown = ((whose, tuple(x for x in lines if x.is_shown and x.all)) for whose, lines in sides)
        return tuple((whose, lines) for whose, lines in shown if lines)

    @property
    def schools(self) -> tuple[SchoolLine, ...]:
        """Every school of a federation; of many, those with the largest and smallest shares."""
        lines = self.report.schools
        if len(lines) <= MOST_SCHOOLS:
            return lines
        known = sorted((x for x in lines if x.percent is not None), key=lambda x: -(x.percent or 0))
        return tuple(known[: MOST_SCHOOLS // 2] + known[-MOST_SCHOOLS // 2 :])

    @property
    def are_all_schools(self) -> bool:
        return len(self.report.schools) <= MOST_SCHOOLS


def document_of(report: GovernorReport) -> Document:
    """The document of a report that has been counted."""
    return make_document(
        report.report, words=report.words, is_draft=report.is_open, version=report.version
    )


def make_document(
    report: Report, *, words: dict[str, str], is_draft: bool, version: int = 1
) -> Document:
    """The same from its pieces."""
    charts = charts_of(report)
    parts = [_part(report, key, title, words.get(key, "")) for key, title in SECTIONS]
    parts = [part for part in parts if part.key == "questions" or not part.is_empty]
    document = Document(report, (), charts, is_draft, version)
    return replace(document, parts=tuple(on_pages(parts, document)))


def html_of(document: Document) -> str:
    """The document as WeasyPrint sets it."""
    return render_to_string("reports/governor/pdf.html", {"document": document})


def _part(report: Report, key: str, title: str, words: str) -> Part:
    said = report.said.get(key, ())
    if key in _WITHOUT_MESSAGE:
        return Part(key, title, "", said, words, report.tables.get(key, ()))
    message = _OF_SO_MANY.sub(" of\u00a0", said[0]) if said else ""
    return Part(key, title, message, said[1:], words, report.tables.get(key, ()))
