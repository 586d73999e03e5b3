"""One row's cells read into values, with what is wrong in each."""

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .columns import Column, Columns
from .faults import ADVICE, Fault, Unusable, fault
from .habits import Habit
from .listing import whole_row
from .sheets import Cell, Damaged, Formula, Row, clean, has_control_characters, text_of, visible
from .values import LONGEST, LONGEST_CODE, ONLY_A_WARNING

SPREADSHEET_ERRORS = frozenset(
    [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#GETTING_DATA",
        "####",
    ]
)
_UPN = re.compile(r"\b[A-Za-z]\d{11}[0-9A-Za-z]\b")
_MAY_HOLD_SEVERAL = frozenset({"needs"})
_NAMES = ("full_name", "surname", "forename", "middle_names", "preferred_forename")


@dataclass(slots=True)
class Record:
    """A row while it is being checked: values by field, faults, warnings."""

    row: int
    columns: Columns
    values: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    #: The cells stand under the wrong headings, so nothing more can be said of them.
    is_shifted: bool = False
    #: All rows that were counted into this one.
    gathered: tuple[int, ...] = ()

    def heading(self, *names: str) -> str:
        """The heading of the first of these fields that the file has."""
        return next((self.columns.of(n)[0].heading for n in names if self.columns.of(n)), "")

    def blame(self, name: str, problem: str, **words: object) -> None:
        """A fault in a field's column, unless that cell has one already."""
        heading = self.heading(name)
        if not self.is_shifted and heading not in {known.column for known in self.faults}:
            self.faults.append(fault(self.row, heading, problem, self.texts.get(name, ""), **words))

    def warn(self, name: str, problem: str, **words: object) -> None:
        """Something worth knowing in a field's column."""
        value = self.texts.get(name, "")
        if self.is_shifted:
            return
        self.warnings.append(fault(self.row, self.heading(name), problem, value, **words))

    def is_faulty(self, name: str) -> bool:
        """True when the field's cell has a fault already."""
        return self.heading(name) in {known.column for known in self.faults}


def read_records(rows: list[Row], columns: Columns, ways: dict[int, Habit]) -> list[Record]:
    """Every row's values; each cell that cannot be used becomes a fault."""
    headings = max(columns.headings, default=-1) + 1
    width = max(headings, statistics.mode(len(row.cells) for row in rows) if rows else 0)
    return [_read_record(row, columns, ways, width) for row in rows]


def _read_record(row: Row, columns: Columns, ways: dict[int, Habit], width: int) -> Record:
    record = Record(row.number, columns)
    for column in columns.known:
        cell = row.cells[column.index] if column.index < len(row.cells) else None
        _read_cell(record, column, cell, ways[column.index])
    if columns.header and (only := whole_row(row)) is not None:
        _undivided(record, only, text_of(row.cells[only]))
        return record
    if columns.header:
        record.faults.extend(_calculated(row, columns))
    beyond = [text_of(cell) for cell in row.cells[width:]]
    if any(beyond) or (beyond and record.faults):
        _shifted(record, next(filter(None, beyond), ""))
    return record


def _calculated(row: Row, columns: Columns) -> Iterator[Fault]:
    """Formulas in columns that were not understood: what they say is nobody's word."""
    for index, heading in columns.unread:
        cell = row.cells[index] if index < len(row.cells) else None
        # A dash begins many a note; only what starts like a formula is one here.
        if isinstance(clean(cell), Formula) and text_of(cell).startswith("="):
            yield fault(row.number, heading, "formula in a cell", text_of(cell))


def _read_cell(record: Record, column: Column, cell: Cell, way: Habit) -> None:
    text = text_of(cell)
    try:
        value = _value(column, cell, text, way)
    except Unusable as problem:
        _refuse(record, column, text, problem)
        return
    if column.field in record.values:
        _second_column(record, column, value, text)
        return
    record.values[column.field] = value
    record.texts[column.field] = text
    if value not in ("", None, ()):
        record.given.add(column.field)
    if column.field in _NAMES and value and (value != text or has_control_characters(cell)):
        record.texts[column.field] = visible(cell)
        record.warn(column.field, "repaired characters", other=value)
        record.texts[column.field] = text


def _value(column: Column, cell: Cell, text: str, way: Habit) -> object:
    if isinstance(clean(cell), Formula):
        raise Unusable("formula in a cell")
    if isinstance(cell, Damaged):
        raise Unusable("quote not closed")
    if text.upper() in SPREADSHEET_ERRORS or text.startswith("###"):
        raise Unusable("error in a cell")
    if len(text) > (most := LONGEST.get(column.field, LONGEST_CODE)):
        raise Unusable("too long", length=f"{len(text):,}", most=str(most))
    return way.read(column, cell)


def _refuse(record: Record, column: Column, text: str, problem: Unusable) -> None:
    found = fault(record.row, column.heading, problem.problem, text, **problem.words)
    kind = record.warnings if problem.problem in ONLY_A_WARNING else record.faults
    kind.append(found)
    record.texts.setdefault(column.field, text)


def _second_column(record: Record, column: Column, value: Any, text: str) -> None:
    """A second column for one field: it fills a gap, adds needs, or must agree."""
    first = record.values[column.field]
    if value in ("", None, ()) or value == first:
        return
    if column.field in _MAY_HOLD_SEVERAL:
        record.values[column.field] = (*first, *value)
    elif first in ("", None):
        record.values[column.field] = value
        record.texts[column.field] = text
        record.given.add(column.field)
    elif str(first).casefold() != str(value).casefold():
        other = record.texts.get(column.field, "")
        record.faults.append(
            fault(record.row, column.heading, "columns disagree", text, other=other)
        )


def _undivided(record: Record, index: int, text: str) -> None:
    """The whole row stands in one cell: another separator than the rest of the file."""
    record.is_shifted = True
    heading = record.columns.headings.get(index, "")
    record.faults = [fault(record.row, heading, "not divided into cells", text)]
    if number := _UPN.search(text):
        record.values["upn"] = number[0].upper()  # whose row it is: the child has not left


def _shifted(record: Record, beyond: str) -> None:
    """Cells beyond the headings: harmless notes, or a row that slipped to the right."""
    advice = ADVICE["too many cells"]
    if not record.faults:
        record.warnings.append(Fault(record.row, "", "too many cells", beyond, advice))
        return
    record.is_shifted = True
    heading = record.faults[0].column
    record.faults = [Fault(record.row, heading, "too many cells", beyond, advice)]
