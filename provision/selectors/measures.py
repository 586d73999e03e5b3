"""Tests that can be chosen, and what the children of a provision scored on entry and exit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from aylsham.access.current import Access
from provision.models import EntryExit, Place, SchoolTest
from provision.rules.impact import Scores
from provision.rules.measures import (
    SCORES_WORDS,
    change_words,
    known_tests,
    scale_words,
    score_words,
)

KNOWN, OWN = "known", "own"


@dataclass(frozen=True)
class MeasureTest:
    """A test as pages show it: one that comes with Aylsham, or one of the school's own."""

    #: As a form and an address have it: `known:yarc`, `own:<id>`.
    value: str
    name: str
    measures: str
    scores: tuple[Scores, ...]
    source: str
    parts: tuple[str, ...] = ()
    lower_is_better: bool = False
    row: SchoolTest | None = None

    @property
    def is_retired(self) -> bool:
        return self.row is not None and self.row.is_retired

    @property
    def scores_words(self) -> list[str]:
        """The kinds of scores, with mean and SD where there are any."""
        return [scale_words(kind) for kind in self.scores]


@dataclass(frozen=True)
class Series:
    """What is compared with itself only: a test, its part, and the kind of its scores."""

    scores: Scores
    known_test: str = ""
    own_test: SchoolTest | None = None
    part: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        """As a measure keeps them."""
        return {
            "known_test": self.known_test,
            "own_test": self.own_test,
            "part": self.part,
            "scores": self.scores.value,
        }


@dataclass(frozen=True)
class SeriesLine:
    """A test, its part and a kind of scores, with its words."""

    test: MeasureTest
    series: Series

    @property
    def value(self) -> str:
        """As an address has it."""
        return self.test.value

    @property
    def words(self) -> str:
        """`YARC: Accuracy, standardised score`."""
        part = f": {self.series.part}" if self.series.part else ""
        return f"{self.test.name}{part}, {SCORES_WORDS[self.series.scores].lower()}"


@dataclass(frozen=True)
class MeasureRow:
    """A child in a provision with what it scored in one series; None: nothing yet."""

    place: Place
    measure: EntryExit | None
    scores: Scores

    @property
    def entry(self) -> str:
        """The score on entry as it is written; empty without."""
        value = self.measure and self.measure.entry
        return "" if value is None else score_words(value, self.scores)

    @property
    def exit(self) -> str:
        """The score on exit as it is written; empty without."""
        value = self.measure and self.measure.exit
        return "" if value is None else score_words(value, self.scores)

    @property
    def change(self) -> str:
        """`+4`, `−2`, `+3 months`; empty until both are there."""
        row = self.measure
        if row is None or row.entry is None or row.exit is None:
            return ""
        return change_words(row.exit - row.entry, self.scores)


def own_tests(schools: Iterable) -> list[SchoolTest]:
    """The tests of some schools' own, offered or not; one statement."""
    return list(SchoolTest.objects.filter(school__in=list(schools)))


def lines_of_tests(rows: Iterable[SchoolTest]) -> dict[str, MeasureTest]:
    """Every test by its value, in the order of names."""
    lines = [
        MeasureTest(
            f"{KNOWN}:{each.key}",
            each.name,
            each.measures,
            each.scores,
            each.source,
            each.parts,
            each.lower_is_better,
        )
        for each in known_tests().values()
    ]
    lines += [
        MeasureTest(
            f"{OWN}:{row.pk}",
            row.name,
            row.measures,
            tuple(Scores(kind) for kind in row.scores),
            row.source,
            lower_is_better=row.lower_is_better,
            row=row,
        )
        for row in rows
    ]
    return {line.value: line for line in sorted(lines, key=lambda line: line.name.casefold())}


class OfTest(Protocol):
    """Whatever says which test it is of."""

    @property
    def known_test(self) -> str: ...
    @property
    def own_test_id(self) -> UUID | None: ...


def value_of(measure: OfTest) -> str:
    """The test of a measure as forms and addresses have it."""
    return f"{KNOWN}:{measure.known_test}" if measure.known_test else f"{OWN}:{measure.own_test_id}"


def series_line(
    tests: Mapping[str, MeasureTest], value: str, part: str, kind: str
) -> SeriesLine | None:
    """The series that an address names; None where the test gives no such scores."""
    test = tests.get(value)
    if test is None or kind not in list(test.scores):
        return None
    known = "" if test.row else value.removeprefix(f"{KNOWN}:")
    return SeriesLine(test, Series(Scores(kind), known, test.row, part[:60]))


def measures_of(places: Iterable[Place]) -> list[EntryExit]:
    """What the children of these places scored; one statement."""
    found = list(places)
    if not found:
        return []
    rows = EntryExit.objects.filter(school_id=found[0].school_id, place__in=[p.pk for p in found])
    return list(rows.order_by("pk"))


def series_in(tests: Mapping[str, MeasureTest], measures: Iterable[EntryExit]) -> list[SeriesLine]:
    """The series that some measures belong to, each once."""
    keys = dict.fromkeys((value_of(row), row.part, row.scores) for row in measures)
    return [line for key in keys if (line := series_line(tests, *key))]


def measure_rows(
    places: Iterable[Place], measures: Iterable[EntryExit], line: SeriesLine
) -> list[MeasureRow]:
    """A row for each child, with what it scored in one series."""
    asked = (line.value, line.series.part, line.series.scores.value)
    found = {
        row.place_id: row for row in measures if (value_of(row), row.part, row.scores) == asked
    }
    return [MeasureRow(place, found.get(place.pk), line.series.scores) for place in places]


def school_test_of(access: Access, pk: UUID) -> SchoolTest | None:
    """One of the school's own tests."""
    return SchoolTest.objects.filter(school=access.school, pk=pk).first()
