"""Reading term dates as councils and schools publish them: pasted text in, dates out; no Django.

It understands lines such as "Autumn term: Thursday 3 September to Friday 18 December 2026",
"Half-term 26–30 October", "INSET days: 3 and 4 September, 2 November", headings followed by
"Starts …" and "Ends …", rows copied from a table, and years of six short terms.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from aylsham.terms.dates_in_text import (
    Found,
    NoSuchDate,
    Period,
    find_dates,
    periods_of,
    without_dates,
)

TERMS = ("autumn", "spring", "summer")
HALF_TERM, INSET, CLOSURE = "half_term", "inset", "closure"


@dataclass(frozen=True)
class TermFound:
    """A term: its academic year, name and days."""

    academic_year: int
    name: str
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True)
class ClosureFound:
    """Days without a session inside a term."""

    kind: str
    starts_on: dt.date
    ends_on: dt.date
    note: str = ""


@dataclass(frozen=True)
class Problem:
    """A line that could not be read, and what to do about it."""

    line: int
    text: str
    what: str


@dataclass(frozen=True)
class CalendarFound:
    """Everything that a pasted list says."""

    terms: tuple[TermFound, ...]
    closures: tuple[ClosureFound, ...]
    problems: tuple[Problem, ...]
    #: Lines that say nothing new: bank holidays, holidays between terms.
    left_out: tuple[str, ...]


def read_calendar(text: str, *, academic_year: int) -> CalendarFound:
    """The terms and closed days in a pasted list; dates without a year lie in `academic_year`."""
    reader = _Reader(academic_year)
    for number, line in enumerate(text.splitlines(), 1):
        reader.read(number, " ".join(line.replace("\t", " ").split()))
    return reader.found()


_YEARS = re.compile(r"(?<![/.\d-])(20\d{2})\s*(?:[-–/]|to)\s*(?:20)?(\d{2})(?![/.\d-])")
_TERM_NAME = re.compile(r"\b(autumn|spring|summer)\b", re.IGNORECASE)
_TERM_NUMBER = re.compile(r"\bterm\s*([1-6])\b", re.IGNORECASE)
_HALF = re.compile(r"half[\s-]*term", re.IGNORECASE)
_INSET = re.compile(
    r"\binset|training|staff\s+(?:development\s+)?day|\bpd\s*day|professional|non[\s-]*pupil"
    r"|disaggregated|\bitd\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"clos(?:ed|ure)|polling|occasional|trust day", re.IGNORECASE)
_BANK = re.compile(r"bank\s+holiday|good friday|easter monday|may day", re.IGNORECASE)
_HOLIDAY = re.compile(r"holiday|christmas break|easter break|summer break", re.IGNORECASE)
_STARTS = re.compile(r"\b(?:start|begin|open|return|first day|commence)", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:end|finish|closes?\b|break|last day)", re.IGNORECASE)


@dataclass
class _Reader:
    year: int
    name: str | None = None
    ranges: dict[tuple[int, str], list[Period]] = field(default_factory=dict)
    ends: dict[tuple[int, str], dict[str, dt.date]] = field(default_factory=dict)
    closures: list[ClosureFound] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        if not line:
            return
        if (years := _YEARS.search(line)) and int(years[1]) % 100 + 1 == int(years[2]):
            self.year = int(years[1])
            line = (line[: years.start()] + line[years.end() :]).strip()
        try:
            dates = find_dates(line, self.year)
            periods = _as_row(line, dates, periods_of(line, dates))
        except NoSuchDate as problem:
            self.problems.append(Problem(number, line, str(problem)))
            return
        if not periods:
            self._heading(number, line)
        else:
            self._dates(number, line, periods)

    def _heading(self, number: int, line: str) -> None:
        if name := _term_name(line):
            self.name = name
        elif re.search(r"\d", line):
            self.problems.append(
                Problem(number, line, "No date was found here. Write it like 3 Sep 2026.")
            )

    def _dates(self, number: int, line: str, periods: list[Period]) -> None:
        if _HALF.search(line):
            self._close(HALF_TERM, periods)
        elif _INSET.search(line):
            self._close(INSET, periods)
        elif _BANK.search(line):
            self.left_out.append(line)
        elif name := _term_name(line):
            self.name = name
            self._term(number, line, periods)
        elif _HOLIDAY.search(line):
            self.left_out.append(line)
        elif self.name and (_STARTS.search(line) or _ENDS.search(line)):
            self._term(number, line, periods)
        elif _CLOSED.search(line):
            self._close(CLOSURE, periods, _note(line))
        elif self.name and any(first != last for first, last in periods):
            self._term(number, line, periods)
        else:
            self.problems.append(
                Problem(
                    number,
                    line,
                    "Say what it is: a term, a half-term, an INSET day or a closure.",
                )
            )

    def _close(self, kind: str, periods: list[Period], note: str = "") -> None:
        self.closures += [ClosureFound(kind, first, last, note) for first, last in periods]

    def _term(self, number: int, line: str, periods: list[Period]) -> None:
        first, last = periods[0][0], periods[-1][1]
        key = (_academic_year(first), self.name or "")
        if first != last:
            self.ranges.setdefault(key, []).append((first, last))
        elif _STARTS.search(line):
            self.ends.setdefault(key, {})["starts"] = first
        elif _ENDS.search(line):
            self.ends.setdefault(key, {})["ends"] = first
        else:
            self.problems.append(
                Problem(number, line, "Give the first and the last day of the term.")
            )

    def found(self) -> CalendarFound:
        for key, ends in self.ends.items():
            self._whole(key, ends)
        terms = [self._joined(key, ranges) for key, ranges in self.ranges.items()]
        terms = sorted((term for term in terms if term), key=lambda term: term.starts_on)
        closures = sorted(dict.fromkeys(self.closures), key=lambda each: each.starts_on)
        return CalendarFound(
            tuple(terms), tuple(closures), tuple(self.problems), tuple(self.left_out)
        )

    def _whole(self, key: tuple[int, str], ends: dict[str, dt.date]) -> None:
        if len(ends) == 2 and ends["starts"] <= ends["ends"]:
            self.ranges.setdefault(key, []).append((ends["starts"], ends["ends"]))
        elif key not in self.ranges:
            missing = "last" if "starts" in ends else "first"
            what = f"The {missing} day of the {key[1]} term is missing."
            self.problems.append(Problem(0, "", what))

    def _joined(self, key: tuple[int, str], ranges: list[Period]) -> TermFound | None:
        """One term; what lies between its halves is its half-term."""
        ranges = sorted(dict.fromkeys(ranges))
        day = dt.timedelta(days=1)
        for (_, ends), (starts, _) in pairwise(ranges):
            if starts > ends + day:
                self.closures.append(ClosureFound(HALF_TERM, ends + day, starts - day))
        return TermFound(key[0], key[1], ranges[0][0], max(last for _, last in ranges))


def _as_row(line: str, dates: list[Found], periods: list[Period]) -> list[Period]:
    """Two dates side by side in a row of a table are a first and a last day."""
    if len(dates) != 2 or len(periods) != 2 or not _term_name(line) or _INSET.search(line):
        return periods
    between = line[dates[0][0].end() : dates[1][0].start()]
    if between.strip() or dates[1][1] < dates[0][1]:
        return periods
    return [(dates[0][1], dates[1][1])]


def _term_name(line: str) -> str | None:
    if number := _TERM_NUMBER.search(line):
        return TERMS[(int(number[1]) - 1) // 2]
    found = _TERM_NAME.search(line)
    return found[1].lower() if found and not _HOLIDAY.search(line) else None


def _academic_year(day: dt.date) -> int:
    # Some schools open in the last days of August.
    return day.year if day.month >= 8 else day.year - 1


def _note(line: str) -> str:
    words = without_dates(line)
    return re.sub(r"\s+", " ", re.sub(r"\b(?:to|until)\b|[-–—:]", " ", words)).strip()[:200]


def overlaps(terms: Iterable[TermFound]) -> list[str]:
    """Terms that run into each other, in words."""
    ordered = sorted(terms, key=lambda term: term.starts_on)
    return [
        f"The {after.name} term begins on {after.starts_on:%-d %B %Y}, before the {before.name} "
        f"term ends."
        for before, after in pairwise(ordered)
        if after.starts_on <= before.ends_on
    ]
