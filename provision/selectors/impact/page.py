"""What was given and what came of it: each intervention, with figures only where a test allows."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from provision.rules.answers import Standing, answer
from provision.rules.impact import (
    FEWEST,
    Impact,
    Measure,
    Pair,
    Scores,
    TargetCost,
    impact_of,
)
from provision.selectors.impact.aims import Aimed, target_cost, targets_of
from provision.selectors.impact.runs import (
    Asked,
    Run,
    ScoresRead,
    chosen,
    newest_year,
    of_enough,
    runs_of,
    sees_all_children,
)
from provision.selectors.impact.spent import delivered_pence
from provision.selectors.measures import (
    MeasureTest,
    SeriesLine,
    lines_of_tests,
    own_tests,
    series_line,
    value_of,
)

DIFFERENT_TESTS = (
    "Measured with more than one test or kind of score: each stands for itself, since different "
    "tests cannot be compared."
)
MOVED_TEST = (
    "{n} tested on entry but not on exit with the same test: a score in another test "
    "says nothing about the change."
)


@dataclass(frozen=True)
class SeriesImpact:
    """What the children of an intervention show in one test, part and kind of score."""

    line: SeriesLine
    impact: Impact
    #: Children with only one of the two measures in it.
    half: int

    @property
    def standing(self) -> str:
        """`too_few`, `figure` or `refused`."""
        if self.impact.change:
            return "figure"
        return "too_few" if self.impact.n < FEWEST else "refused"

    @property
    def change_words(self) -> str:
        """The change with its spread, in the unit of the scores."""
        if self.impact.change is None:
            return self.impact.refusal
        unit = {Scores.AGE_MONTHS: "months", Scores.RAW: "marks"}
        return self.impact.change.words(unit.get(self.line.series.scores, "points"))

    @property
    def ratio_words(self) -> str:
        """Months of progress a month; empty where the test has no ages."""
        gain = self.impact.ratio_gain
        return gain.words("months of progress a month") if gain else ""

    @property
    def effect_words(self) -> str:
        """`0.4 of the test’s standard deviation`; empty where it has none."""
        effect = self.impact.effect
        return (
            ""
            if effect is None
            else f"on average {effect:.1f} of the test’s standard deviation".replace("-", "−")
        )

    @property
    def half_words(self) -> str:
        """Who is left out for want of the other measure; empty without."""
        if not self.half:
            return ""
        return MOVED_TEST.format(
            n="1 child was" if self.half == 1 else f"{self.half} children were"
        )


@dataclass(frozen=True)
class ImpactLine:
    """One intervention over the time and children that were asked for."""

    key: str
    name: str
    children: int
    groups: int
    last_on: dt.date
    series: tuple[SeriesImpact, ...]
    #: Pence delivered to these children so far; None where not shown, not known or without a rate.
    pence: int | None
    targets: TargetCost | None
    #: Children behind it whom the asker may open.
    seen: int
    #: The newest provision with a child whom the asker may open: there it can be measured.
    newest_id: UUID | None
    #: By school, on a page of several.
    schools: tuple[tuple[str, int], ...] = ()

    @property
    def pence_a_child(self) -> int | None:
        """Pence delivered to each child, on average, to the penny."""
        return None if self.pence is None else round(self.pence / self.children)

    @property
    def is_different_tests(self) -> bool:
        return len(self.series) > 1

    @property
    def has_figure(self) -> bool:
        return any(each.impact.change for each in self.series)


@dataclass(frozen=True)
class ImpactPage:
    """The page: the answer first, then each intervention."""

    answer: tuple[str, ...]
    lines: tuple[ImpactLine, ...]
    children: int
    #: The school year that the figures are of; None: every year.
    year: int | None
    #: Everything that can be chosen: interventions by key, and school years.
    items: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    #: The asker sees every child, and so may cut the figures as finely as they like.
    is_whole: bool
    cautions: tuple[str, ...]


def impact_page(access: Access, asked: Asked, *, with_costs: bool) -> ImpactPage:
    """What works for whom; eight statements whatever the number of children.

    Whoever sees all children may open each of them, so nothing is hidden from them. Whoever does
    not gets one school year at a time and nothing on fewer than five: a finer cut, or two that
    differ by one child, could point to somebody.
    """
    is_whole = sees_all_children(access)
    runs = runs_of(access, delivered_pence if with_costs and is_whole else None)
    years = tuple(sorted({run.began_in[0] for run in runs}, reverse=True))
    if not is_whole:
        asked = Asked(year=asked.year if asked.year in years else newest_year(runs))
    found = chosen(runs, asked, access.schools)
    found = found if is_whole else of_enough(found)
    tests = lines_of_tests(own_tests(access.schools))
    targets = targets_of(access, found) if is_whole else {}
    lines = [
        _line(same, tests, targets, access.schools, with_targets=with_costs and is_whole)
        for same in _by_item(found).values()
    ]
    standings = [standing for line in lines for standing in _standings(line)]
    return ImpactPage(
        # Too few looks like nobody to whoever sees not all.
        answer=tuple(answer(standings, given=len(found) if is_whole else 1)),
        lines=tuple(sorted(lines, key=_order)),
        children=len({run.pupil_id for run in found}),
        year=asked.year,
        items=tuple(sorted({(run.item, run.name) for run in runs}, key=lambda i: i[1].casefold())),
        years=years,
        is_whole=is_whole,
        cautions=_cautions(lines),
    )


def lines_by_item(access: Access, runs: Iterable[Run]) -> dict[str, ImpactLine]:
    """Each intervention over some runs, by its key; one statement."""
    tests = lines_of_tests(own_tests(access.schools))
    return {
        key: _line(same, tests, {}, access.schools, with_targets=False)
        for key, same in _by_item(runs).items()
    }


def series_of(runs: Iterable[Run], tests: dict[str, MeasureTest]) -> list[SeriesImpact]:
    """What some runs show, each test, part and kind of score by itself; each child once.

    Whoever had an intervention twice counts with the newest of both measures.
    """
    rows: dict[tuple[str, str, str], list[tuple[UUID, ScoresRead]]] = defaultdict(list)
    for run in runs:
        for row in run.measures:
            rows[value_of(row), row.part, row.scores].append((run.pupil_id, row))
    made = []
    for (value, part, kind), found in rows.items():
        if line := series_line(tests, value, part, kind):
            pairs = {child: pair for child, row in found if (pair := pair_of(row, line))}
            half = {child for child, _ in found} - pairs.keys()
            impact = impact_of(list(pairs.values()), chosen_low=True)
            made.append(SeriesImpact(line, impact, len(half)))
    return sorted(made, key=lambda each: (-each.impact.n, each.line.words))


def pair_of(row: ScoresRead, line: SeriesLine) -> Pair | None:
    """Entry and exit of a child in one series; None without both."""
    if row.entry is None or row.entry_on is None or row.exit is None or row.exit_on is None:
        return None
    kind = line.series.scores
    entry = Measure(line.words, kind, float(row.entry), row.entry_on)
    return Pair(entry, Measure(line.words, kind, float(row.exit), row.exit_on))


def _by_item(runs: Iterable[Run]) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        found[run.item].append(run)
    return found


def _line(
    runs: list[Run],
    tests: dict[str, MeasureTest],
    targets: dict[UUID, list[Aimed]],
    schools: Iterable[School],
    *,
    with_targets: bool,
) -> ImpactLine:
    pence = [run.pence for run in runs]
    is_spent = None not in pence and any(pence)
    by_school = [(s.name, len({r.pupil_id for r in runs if r.school_id == s.pk})) for s in schools]
    return ImpactLine(
        key=runs[0].item,
        name=runs[-1].name,
        children=len({run.pupil_id for run in runs}),
        groups=len({run.provision.pk for run in runs}),
        last_on=max(run.ends_on for run in runs),
        series=tuple(series_of(runs, tests)),
        pence=None if None in pence else sum(p for p in pence if p is not None),
        targets=target_cost(runs, targets) if with_targets and is_spent else None,
        seen=len({run.pupil_id for run in runs if run.is_seen}),
        newest_id=next((run.provision.pk for run in reversed(runs) if run.is_seen), None),
        schools=tuple((name, n) for name, n in by_school if n) if len(by_school) > 1 else (),
    )


def _standings(line: ImpactLine) -> list[Standing]:
    return [
        Standing(
            line.name,
            each.line.words,
            each.line.series.scores,
            each.impact,
            each.line.test.lower_is_better,
        )
        for each in line.series
    ]


def _order(line: ImpactLine) -> tuple:
    """Those with a figure first, then by how many children, then by name."""
    return (not line.has_figure, -line.children, line.name.casefold())


def _cautions(lines: Iterable[ImpactLine]) -> tuple[str, ...]:
    """Each caution once, for all figures of the page."""
    told = [c for line in lines for each in line.series for c in each.impact.cautions]
    return tuple(dict.fromkeys(told))
