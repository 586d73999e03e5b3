"""Specialist assessments as pages show them: each test, and each part of it, by itself."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.charts import Drawing, Series, line_chart
from aylsham.curves import OnCurve, normal_curve
from aylsham.together import Reads, read
from pupils.assessment_codes import COMMON_TESTS, Scale
from pupils.models import Assessment, Document, Pupil, SpecialistTest
from pupils.rules.scores import SCALES


@dataclass(frozen=True)
class Result:
    """One result in one test, or in one part of it."""

    id: UUID
    test_id: UUID
    test: str
    part: str
    scale: str
    taken_on: dt.date
    by_whom: str
    raw: int | None
    score: int | None
    low: int | None
    high: int | None
    interval: int | None
    percentile: int | None
    age_months: int | None
    note: str
    #: Only where the asker may open it.
    document_id: UUID | None
    document_title: str

    @property
    def what(self) -> str:
        """`YARC: accuracy`."""
        return f"{self.test}: {self.part}" if self.part else self.test

    @property
    def interval_words(self) -> str:
        """`76 to 88 (95 %)`."""
        return f"{self.low} to {self.high} ({self.interval} %)" if self.interval else ""

    @property
    def age_words(self) -> str:
        """`6y 3m`."""
        if self.age_months is None:
            return ""
        years, months = divmod(self.age_months, 12)
        return f"{years}y {months}m"


@dataclass(frozen=True)
class ResultsOfTest:
    """Every result in one test and part, the newest first: nothing else is compared with them."""

    results: tuple[Result, ...]
    number: int

    @property
    def what(self) -> str:
        """The test and its part."""
        return self.results[0].what

    @property
    def curve(self) -> Drawing | None:
        """The newest standardised score on the normal curve."""
        newest = next((each for each in self.results if each.score is not None), None)
        if newest is None or newest.score is None:
            return None
        scale = SCALES[newest.scale]
        given = OnCurve(
            scale.mean,
            scale.deviation,
            newest.score,
            newest.low,
            newest.high,
            newest.interval,
            newest.percentile,
        )
        day = f"{newest.taken_on:%-d %b %Y}"
        title = f"{day}: {newest.score}, {given.place_words}"
        return normal_curve(title, given, key=f"curve-{self.number}")

    @property
    def over_time(self) -> Drawing | None:
        """Standardised scores of this test and part from first to last, if there are two."""
        scored = [each for each in reversed(self.results) if each.score is not None]
        if len(scored) < 2:
            return None
        return line_chart(
            "Standardised scores over time",
            [f"{each.taken_on:%b %Y}" for each in scored],
            [Series(self.what, tuple(each.score for each in scored))],
            key=f"time-{self.number}",
        )


def results_of(access: Access, pupil: Pupil) -> list[Result]:
    """The child's results that the asker may read, the newest first; two statements."""
    return read(results_read(access, pupil))


def results_read(access: Access, pupil: Pupil) -> Reads[list[Result]]:
    """The same, to go with other reads."""
    mine = Assessment.objects.readable_by(access).filter(school_id=pupil.school_id, pupil=pupil)
    (rows,) = yield [mine.select_related("test").order_by("-taken_on", "-pk")]
    linked = {row.document_id for row in rows if row.document_id}
    papers: dict[UUID | None, str] = {}
    if linked:
        found = Document.objects.visible_to(access).filter(pupil=pupil, pk__in=linked)
        (titles,) = yield [found.values_list("pk", "title")]
        papers = dict(titles)
    return [_result(row, papers) for row in rows]


def by_test(results: list[Result]) -> list[ResultsOfTest]:
    """The results of each test and part for themselves, in the order of their names."""
    found: dict[tuple[UUID, str], list[Result]] = defaultdict(list)
    for each in results:
        found[each.test_id, each.part.casefold()].append(each)
    groups = sorted(found.values(), key=lambda group: group[0].what.casefold())
    return [ResultsOfTest(tuple(group), number) for number, group in enumerate(groups, 1)]


def _result(row: Assessment, papers: dict[UUID | None, str]) -> Result:
    names = ("part", "taken_on", "by_whom", "raw", "score", "low", "high", "interval")
    more = ("percentile", "age_months", "note")
    is_open = row.document_id in papers
    return Result(
        id=row.pk,
        test_id=row.test_id,
        test=row.test.name,
        scale=row.test.scale,
        document_id=row.document_id if is_open else None,
        document_title=papers[row.document_id] if is_open else "",
        **{name: getattr(row, name) for name in (*names, *more)},
    )


def assessment_of(access: Access, pupil: Pupil, pk: UUID) -> Assessment | None:
    """One result of this child that the asker may read."""
    rows = Assessment.objects.readable_by(access).select_related("test", "document")
    row = rows.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
    if row:
        row.pupil = pupil
    return row


# The list of tests


@dataclass(frozen=True)
class SpecialistTestLine:
    """A test that can be chosen: its row, or the common test that nobody has touched."""

    row: SpecialistTest | None
    key: str
    name: str
    measures: str
    scale: str
    is_retired: bool

    @property
    def value(self) -> str:
        """As a form has it."""
        return f"own:{self.row.pk}" if self.row else f"common:{self.key}"

    @property
    def scale_words(self) -> str:
        """The kind of scores."""
        return Scale(self.scale).label


def specialist_test_lines(access: Access) -> list[SpecialistTestLine]:
    """Every test of the school's list and of the common one, by name; one statement."""
    if not access.reaches_children:
        return []
    rows = list(SpecialistTest.objects.filter(school=access.school))
    touched = {row.key for row in rows if row.key}
    lines = [
        SpecialistTestLine(row, row.key, row.name, row.measures, row.scale, row.is_retired)
        for row in rows
    ]
    lines += [
        SpecialistTestLine(None, key, common.name, common.measures, common.scale, False)
        for key, common in COMMON_TESTS.items()
        if key not in touched
    ]
    return sorted(lines, key=lambda line: line.name.casefold())


def specialist_test_of(access: Access, pk: UUID) -> SpecialistTest | None:
    """One test of the school's list."""
    if not access.reaches_children:
        return None
    return SpecialistTest.objects.filter(school=access.school, pk=pk).first()
