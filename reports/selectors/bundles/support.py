"""Needs, cycles, what is given and what it costs, and tests, as evidence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.dates import academic_year
from aylsham.together import Reads, read_rows
from provision.codes import CycleState
from provision.models import Cycle, CycleText
from provision.rules.cycle_sections import Stage
from provision.rules.money import in_pounds
from provision.selectors.cycles import Part, cycle_rows, cycles_of, part_rows, parts_from, parts_of
from provision.selectors.top_up import ChildCosts, child_costs
from pupils.handed_texts import SEALED
from pupils.models import Diagnosis
from pupils.selectors.assessments import Result, results_of
from pupils.selectors.history import StatusLine, status_history
from pupils.selectors.identity import Child
from reports.bundle_codes import SENSITIVE
from reports.bundles.evidence import Block, Evidence, Scope, paragraphs

#: School years before this one that a bundle without a first day tells the costs of.
YEARS_BACK = 2
TARGET_HEAD = ("Target", "From", "Aim", "How it went", "What shows it")
TEST_HEAD = ("Test", "Day", "Score", "Interval", "Percentile", "Age", "By")
COST_HEAD = ("What", "How often", "Had, min", "Planned", "Until now", "Delivered")


def needs(access: Access, child: Child) -> Iterator[Evidence]:
    """Open needs and the story on the register; diagnoses apart, for they are sensitive."""
    blocks = [
        Block(need.label, paragraphs([_kept(need.in_words), _kept(need.impact)]))
        for need in child.needs
    ]
    levels = status_history(child.pupil)
    if levels:
        rows = tuple(_level(line) for line in reversed(levels))
        blocks.append(
            Block("On the SEND register", head=("Level", "From", "Until", "Why"), rows=rows)
        )
    if blocks:
        yield Evidence(
            "needs", "needs", "Needs and SEN support", child.today, "SEND register", tuple(blocks)
        )
    if not access.can(Permission.VIEW_SENSITIVE):
        return
    own = {"school_id": child.pupil.school_id, "pupil": child.pupil}
    found = Diagnosis.objects.filter(**own, ended_on=None)
    rows = tuple((d.name, day(d.made_on), d.made_by, _kept(d.evidence)) for d in found)
    if rows:
        block = Block(head=("Diagnosis", "Made on", "By", "Written down in"), rows=rows)
        yield Evidence(
            "diagnoses",
            "needs",
            "Diagnoses",
            child.today,
            "SEND register",
            (block,),
            flags=(SENSITIVE,),
        )


def cycles(access: Access, plain: Access, child: Child) -> Iterator[Evidence]:
    """Each cycle with its plan and its review; answers that are sensitive apart.

    Seven statements.
    """
    rows = [cycle for cycle in cycles_of(child.pupil) if cycle.state != CycleState.WRITING]
    said_in, of_cycles = read_rows(_texts(access, rows), part_rows(plain, rows))
    parts = parts_from(plain, rows, of_cycles)
    everything = parts if access is plain else parts_of(access, rows)
    yield from _told(child, rows, _by_cycle(said_in), parts, everything)


def open_cycles_read(plain: Access, child: Child) -> Reads[list[Evidence]]:
    """The open ones alone, to go with other reads; two statements are their own."""
    (found,) = yield [cycle_rows(child.pupil)]
    rows = [cycle for cycle in found if cycle.state != CycleState.WRITING]
    said_in, of_cycles = yield [_texts(plain, rows), part_rows(plain, rows)]
    parts = parts_from(plain, rows, of_cycles)
    return list(_told(child, rows, _by_cycle(said_in), parts, parts))


def _told(
    child: Child,
    rows: list[Cycle],
    texts: dict[UUID, list[CycleText]],
    parts: dict[UUID, tuple[Part, ...]],
    everything: dict[UUID, tuple[Part, ...]],
) -> Iterator[Evidence]:
    for cycle in rows:
        said = texts.get(cycle.pk, [])
        open_ones = [text for text in said if text.sensitivity == Sensitivity.EVERYONE]
        blocks = _cycle(cycle, open_ones, parts[cycle.pk])
        title, source = f"Cycle {cycle.number}: {_days(cycle)}", _state(cycle)
        until = cycle.closed_on or child.today
        if blocks:
            yield Evidence(
                f"cycle:{cycle.pk}",
                "cycles",
                title,
                cycle.starts_on,
                source,
                blocks,
                until_on=until,
            )
        known = {part.part.pk for part in parts[cycle.pk]}
        closed = [text for text in said if text.sensitivity != Sensitivity.EVERYONE]
        hidden = [part for part in everything[cycle.pk] if part.part.pk not in known]
        if apart := _cycle(cycle, closed, hidden):
            yield Evidence(
                f"cycle-apart:{cycle.pk}",
                "cycles",
                f"Cycle {cycle.number}: answers marked sensitive",
                cycle.starts_on,
                source,
                apart,
                flags=(SENSITIVE,),
                until_on=until,
            )


def _texts(access: Access, rows: list[Cycle]) -> QuerySet[CycleText]:
    schools = {row.school_id for row in rows}
    texts = CycleText.objects.filter(school__in=schools, cycle__in=[r.pk for r in rows])
    return texts.readable_by(access).exclude(text__in=["", SEALED])


def _by_cycle(texts: Iterable[CycleText]) -> dict[UUID, list[CycleText]]:
    found: dict[UUID, list[CycleText]] = defaultdict(list)
    for text in texts:
        found[text.cycle_id].append(text)
    return found


def _cycle(cycle: Cycle, texts: Iterable[CycleText], parts: Iterable[Part]) -> tuple[Block, ...]:
    """Its questions in their order, and a table of its targets between plan and review."""
    said = {text.section: text.text for text in texts}

    def of(*stages: Stage) -> list[Block]:
        asked = (section for stage in stages for section in cycle.sections(stage))
        return [
            Block(each.title, said[each.key]) for each in asked if said.get(each.key, "").strip()
        ]

    rows = tuple(_part(part) for part in parts)
    table = [Block("Targets", head=TARGET_HEAD, rows=rows)] if rows else []
    return (*of(Stage.ASSESS, Stage.PLAN), *table, *of(Stage.REVIEW))


def _part(part: Part) -> tuple[str, ...]:
    line = part.line
    result = part.result_words or (f"now {line.latest_words}" if line.latest_words else "")
    return (line.target.text, line.from_words, line.goal_words, result, _kept(part.part.evidence))


def provision(plain: Access, child: Child, scope: Scope) -> Iterator[Evidence]:
    """What each school year of the chosen days was planned, given, and cost."""
    if "provision" not in scope.kinds or not plain.can(Permission.VIEW_COSTS):
        return
    last = academic_year(scope.ends_on or child.today)
    first = academic_year(scope.starts_on) if scope.starts_on else last - YEARS_BACK
    for year in range(first, last + 1):
        costs = child_costs(plain, child.pupil, year, goes_out=True)
        if costs.lines:
            yield Evidence(
                f"costs:{year}",
                "provision",
                f"Provision and its cost, {costs.year_words}",
                min(child.today, dt.date(year + 1, 8, 31)),
                "Provision, session log, rates of roles",
                _costs(costs, child.today),
            )


def _costs(costs: ChildCosts, today: dt.date) -> tuple[Block, ...]:
    rows = [
        (
            line.line.provision.name,
            line.how,
            str(line.delivery.given),
            in_pounds(line.amount.planned),
            in_pounds(line.amount.spent.so_far),
            in_pounds(line.amount.spent.delivered),
        )
        for line in costs.lines
    ]
    total = costs.total
    sums = (total.planned, total.spent.so_far, total.spent.delivered)
    rows.append(("Together", "", str(costs.minutes_given), *map(in_pounds, sums)))
    given = tuple((line.line.provision.name, line.words) for line in costs.lines)
    return (
        Block("In short", paragraphs(costs.in_short(today))),
        Block("What it costs", head=COST_HEAD, rows=tuple(rows), sums_from=2),
        Block("What was given", head=("What", "Until today"), rows=given),
    )


def tests(access: Access, plain: Access, child: Child, scope: Scope) -> Iterator[Evidence]:
    """Results of specialist tests; those that few may read apart. Four statements."""
    if "tests" not in scope.kinds:
        return
    found = [each for each in results_of(access, child.pupil) if scope.holds(each.taken_on)]
    open_ones = found if access is plain else results_of(plain, child.pupil)
    yield from tests_from(found, {each.id for each in open_ones}, child)


def tests_from(found: list[Result], known: set[UUID], child: Child) -> Iterator[Evidence]:
    """Results as evidence, `known` being those that everybody near the child may read."""
    for key, title, some, flags in (
        ("tests", "Results of tests", [r for r in found if r.id in known], ()),
        (
            "tests-apart",
            "Results of tests marked sensitive",
            [r for r in found if r.id not in known],
            (SENSITIVE,),
        ),
    ):
        if some:
            block = Block(head=TEST_HEAD, rows=tuple(_result(each) for each in some))
            yield Evidence(
                key, "tests", title, child.today, "Specialist tests", (block,), flags=flags
            )


def _result(each: Result) -> tuple[str, ...]:
    score = "" if each.score is None else str(each.score)
    raw = f"raw {each.raw}" if each.raw is not None and not score else ""
    percentile = "" if each.percentile is None else str(each.percentile)
    what = paragraphs([each.what, _kept(each.note)])
    return (
        what,
        day(each.taken_on),
        score or raw,
        each.interval_words,
        percentile,
        each.age_words,
        each.by_whom,
    )


def _level(line: StatusLine) -> tuple[str, ...]:
    return (line.level, day(line.starts_on), day(line.ends_on), line.reason)


def _days(cycle: Cycle) -> str:
    return f"{day(cycle.starts_on)} to {day(cycle.closed_on or cycle.review_on)}"


def _state(cycle: Cycle) -> str:
    led = f", led by {cycle.lead.name}" if cycle.lead else ""
    state = "reviewed" if cycle.state == CycleState.CLOSED else "running"
    return f"Assess-plan-do-review cycle, {state}{led}"


def _kept(text: str) -> str:
    return "" if text == SEALED else text


def day(on: dt.date | None) -> str:
    """`3 Sep 2026`; empty for no day."""
    return f"{on.day} {on:%b %Y}" if on else ""
