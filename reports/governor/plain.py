"""A report without drawings, for Word and for a website: sentences, tables, the SENDCo's words."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.governor.document import Document, Part
from reports.governor.fitting import DRAWINGS
from reports.governor.report import HIDDEN, DutyLine
from reports.publications.kind import Table

#: Drawings that stand in their part besides those by which it is fitted on pages.
_SAID_TOO = {"promises": ("coming",), "changes": ("trend", "attendance")}
_DUTY_COLUMNS = ("By law", "Fell due", "In time", "Late", "Overdue")


@dataclass(frozen=True)
class PlainPart:
    """A part as words and tables."""

    key: str
    title: str
    said: tuple[str, ...]
    tables: tuple[Table, ...]
    words: str


def plain_parts(document: Document) -> tuple[PlainPart, ...]:
    """Every part that says something, and at the end what the words mean."""
    parts = [_plain(document, part) for part in document.parts]
    terms = tuple(f"{word}: {meaning}" for word, meaning in document.terms.items())
    return (*parts, PlainPart("terms", "What the words mean", terms, (), ""))


def _plain(document: Document, part: Part) -> PlainPart:
    report = document.report
    said = [part.message, *part.said]
    if part.key == "questions":
        said += [f"{q.ask} {q.because} Listen for: {q.listen_for}" for q in report.questions]
    for key in _SAID_TOO.get(part.key, ()):
        said += report.said.get(key, ())
    tables = (*_drawn(document, part.key), *_lines(document, part.key), *part.tables)
    words = f"In the SENDCo’s words: {part.words}" if part.words else ""
    return PlainPart(part.key, part.title, tuple(filter(None, said)), tables, words)


def _drawn(document: Document, key: str) -> Iterable[Table]:
    """The figures of the drawings of a part."""
    found = (document.charts.get(name) for name in DRAWINGS.get(key, ()))
    return [Table(each.title, each.heads, each.rows) for each in found if each]


def _lines(document: Document, key: str) -> Iterable[Table]:
    """Tables that the page sets in its own way."""
    if key == "promises":
        for whose, lines in document.duties:
            yield Table(whose, _DUTY_COLUMNS, tuple(map(_duty, lines)))
    elif key == "numbers" and document.schools:
        columns = ("School", "SEN support", "EHC plan")
        rows = tuple((x.name, _number(x.support), _number(x.plans)) for x in document.schools)
        yield Table("School by school", columns, rows)
    elif key == "changes":
        changes = document.report.changes
        for title, lines in (
            ("Why children came on the register", changes.reasons_on),
            ("Why children came off it", changes.reasons_off),
        ):
            if lines:
                rows = tuple((line.label, _number(line.count)) for line in lines)
                yield Table(title, ("Reason", "Children"), rows)


def _duty(line: DutyLine) -> tuple[str, ...]:
    return (line.label, *map(_number, (line.all, line.in_time, line.late, line.open)))


def _number(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}"
