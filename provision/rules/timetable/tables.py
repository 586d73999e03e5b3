"""A timetable as a table: named columns, or a week with a column for each weekday."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provision.rules.timetable.known import Known
from provision.rules.timetable.lines import Entry, read_line, role_of, split_role
from provision.rules.timetable.names import children_of
from provision.rules.timetable.people import fold
from provision.rules.timetable.rows import Row
from provision.rules.timetable.times import CUT, When, take_when

#: field → how its column is headed
HEADINGS: dict[str, frozenset[str]] = {
    name: frozenset(words.split("; "))
    for name, words in {
        "name": (
            "provision; intervention; group; group name; name of group; activity; programme; program;"
            " what; session name; subject; focus; name of intervention; intervention name; support"
        ),
        "when": "day; days; weekday; weekdays; when; day s; day and time; days and times; time; times;"
        " start; start time; from; slot; session time; time slot; minutes; mins; length; duration;"
        " how long; session length; frequency; how often; sessions; per week; sessions a week;"
        " sessions per week; times a week; times per week; no of sessions; number of sessions",
        "end": "end; end time; finish; until; to; ends",
        "staff": "staff; adult; adults; led by; delivered by; lsa; ta; by; with; given by; who leads;"
        " who delivers; run by; staff member; member of staff; lead; leader; taught by; lsa ta; ta lsa",
        "children": "children; child; pupils; pupil; names; students; group members; who; who for;"
        " pupil names; names of pupils; names of children; children s names; pupil name; child s name",
        "place": "place; where; room; location; venue; space; area",
    }.items()
}
_COUNT = {
    "sessions": frozenset(
        [
            "sessions",
            "per week",
            "sessions a week",
            "sessions per week",
            "times a week",
            "times per week",
            "no of sessions",
            "number of sessions",
            "frequency",
            "how often",
        ]
    ),
    "minutes": frozenset(["minutes", "mins", "length", "duration", "how long", "session length"]),
}
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri)\w*$")
_FIRST = ("mon", "tue", "wed", "thu", "fri")
_YES = frozenset(["x", "y", "yes", "✓", "✔", "√", "/", "1", "tick", "am", "pm", "•", "*", "v"])
_NUMBER = re.compile(r"^\d{1,3}$")
#: A heading stands among the first rows.
HEAD_ROWS = 5
LEAST = 2


@dataclass(frozen=True)
class Read:
    """One row or cell as read: from which line, its words, and what they say."""

    line: int
    words: str
    entry: Entry


@dataclass(frozen=True)
class Head:
    """The row of headings: which column is what."""

    at: int
    columns: dict[int, str]
    days: dict[int, int]
    #: Headings that were not understood.
    unread: tuple[tuple[int, str], ...] = ()

    @property
    def is_week(self) -> bool:
        """A column for each weekday."""
        return len(self.days) >= LEAST


def weekday_of(text: str) -> int | None:
    """The weekday that a heading names alone."""
    found = _WEEKDAY.match(fold(text))
    return _FIRST.index(found[1]) if found else None


def field_of(text: str) -> str:
    """What a column with this heading holds; empty when nobody knows."""
    words = fold(text)
    for name, known in _COUNT.items():
        if words in known:
            return name
    return next((name for name, known in HEADINGS.items() if words in known), "")


def find_head(rows: Sequence[Row]) -> Head | None:
    """The row of headings among the first rows; None where there is none."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        days = {n: day for n, cell in enumerate(row.cells) if (day := weekday_of(cell)) is not None}
        columns = {
            n: name
            for n, cell in enumerate(row.cells)
            if n not in days and (name := field_of(cell))
        }
        if len(days) >= LEAST or len(columns) >= LEAST:
            unread = tuple(
                (n, cell)
                for n, cell in enumerate(row.cells)
                if fold(cell) and n not in columns and n not in days
            )
            return Head(at, columns, days, unread)
    return None


def turned(rows: Sequence[Row]) -> list[Row]:
    """A week with weekdays down the side, turned so that they stand above the columns."""
    first = [weekday_of(row.cell(0)) for row in rows]
    if sum(day is not None for day in first) < LEAST or len(rows[0].cells) < LEAST:
        return list(rows)
    if not any(take_when(cell, is_column=True)[0].time for cell in rows[0].cells[1:]):
        return list(rows)
    width = max(len(row.cells) for row in rows)
    return [Row(rows[0].line, tuple(row.cell(n) for row in rows)) for n in range(width)]


def read_week(rows: Sequence[Row], head: Head, known: Known) -> Iterator[Read]:
    """Each filled cell under a weekday; the other cells of its row say the time, or who."""
    for row in rows[head.at + 1 :]:
        beside = {n: row.cell(n) for n in range(len(row.cells)) if n not in head.days}
        for words, days in _cells(row, head).items():
            if fold(words) in _YES or words in _YES:
                entry = _from_columns(row, head, beside, known)
            else:
                entry = read_line(words, known)
                _fill(entry, _from_columns(row, head, beside, known))
            entry.when.add_days(days)
            yield Read(row.line, row.words if fold(words) in _YES else words, entry)


def _cells(row: Row, head: Head) -> dict[str, tuple[int, ...]]:
    """The words of a row's cells, each with the weekdays under which it stands."""
    found: dict[str, tuple[int, ...]] = {}
    for number, day in head.days.items():
        if words := row.cell(number):
            key = "x" if fold(words) in _YES or words in _YES else words
            found[key] = (*found.get(key, ()), day)
    return found


def _fill(entry: Entry, beside: Entry) -> None:
    """What the cell leaves open, the row says."""
    when = entry.when
    when.time, when.minutes = when.time or beside.when.time, when.minutes or beside.when.minutes
    when.said_sessions = when.said_sessions or beside.when.said_sessions
    entry.name = entry.name or beside.name
    entry.staff, entry.role = entry.staff or beside.staff, entry.role or beside.role
    entry.children = entry.children or beside.children
    entry.place = entry.place or beside.place
    entry.left += beside.left


def read_rows(rows: Sequence[Row], head: Head, known: Known) -> Iterator[Read]:
    """Each row under named columns."""
    for row in rows[head.at + 1 :]:
        cells = {n: cell for n, cell in enumerate(row.cells) if cell}
        if cells:
            yield Read(row.line, row.words, _from_columns(row, head, cells, known))


def _from_columns(row: Row, head: Head, cells: dict[int, str], known: Known) -> Entry:
    entry = Entry()
    columns = head.columns or {0: ""}
    start = ""
    for number, words in cells.items():
        kind = columns.get(number, "")
        if kind == "when":
            start = words
        if kind == "end" and start:
            _take_when(entry.when, f"{start} - {words}", entry)
        elif kind in ("when", "sessions", "minutes"):
            if not _take_count(entry, kind, words):
                _take_when(entry.when, words, entry)
        elif kind:
            _take_cell(entry, kind, words, known)
        elif words and (head.is_week or number not in {n for n, _ in head.unread}):
            _take_loose(entry, words, known)
    return entry


def _take_count(entry: Entry, kind: str, words: str) -> bool:
    """A bare number under "minutes" or "sessions"."""
    if kind == "when" or not _NUMBER.match(words) or not int(words):
        return False
    if kind == "minutes":
        entry.when.minutes = int(words)
    else:
        entry.when.said_sessions = int(words)
    return True


def _take_when(when: When, words: str, entry: Entry) -> None:
    found, rest = take_when(words, is_column=True)
    when.add_days(found.days)
    when.time = when.time or found.time
    when.minutes = when.minutes or found.minutes
    when.said_sessions = when.said_sessions or found.said_sessions
    when.odd += found.odd
    entry.left += [part.strip(" ,;.-–") for part in rest.split(CUT) if fold(part)]


def _take_cell(entry: Entry, kind: str, words: str, known: Known) -> None:
    if kind == "name":
        entry.name = words
    elif kind == "place":
        entry.place = words
    elif kind == "children":
        entry.children += children_of(words, known.children)
    elif kind == "staff":
        person, role = split_role(words)
        entry.staff, entry.role = entry.staff or person, entry.role or role


def _take_loose(entry: Entry, words: str, known: Known) -> None:
    """A cell beside the week without a heading that says what it is: a time, an adult, a group."""
    found, rest = take_when(words, is_column=True)
    if found.says_something and not fold(rest.replace(CUT, " ")):
        _take_when(entry.when, words, entry)
    elif known.adults.fits(words) or role_of(words):
        _take_cell(entry, "staff", words, known)
    else:
        _fill(entry, read_line(words, known))


def named_by_content(rows: Sequence[Row], head: Head, known: Known) -> Head:
    """The columns with an unknown heading whose cells are mostly children, or adults."""
    columns = dict(head.columns)
    for number, _ in head.unread:
        cells = [row.cell(number) for row in rows[head.at + 1 :] if row.cell(number)]
        for name, people in (("children", known.children), ("staff", known.adults)):
            fitting = sum(bool(people.fits(cell)) for cell in cells)
            if name not in columns.values() and cells and fitting * 2 >= len(cells):
                columns[number] = name
                break
    unread = tuple(each for each in head.unread if each[0] not in columns)
    return Head(head.at, columns, head.days, unread)
