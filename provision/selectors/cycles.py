"""Cycles as pages show them: a child's, one in full, side by side, a school's."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import read_as
from aylsham.statements import columns_of, made_from
from provision.codes import CycleState, NextStep, Score
from provision.models import Cycle, CycleNote, CycleTarget, CycleText, Target
from provision.selectors.targets import TargetLine, in_cycle, target_lines
from pupils.codes import SenStatus
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.identity import with_status
from pupils.words import status_words

#: How children's cycles can stand, in the order in which somebody works through them.
SHOWN = {
    "late": "Review late",
    "none": "No cycle",
    "writing": "Being written",
    "checking": "With the checker",
    "running": "Running",
}

_STEP_STATES = {
    NextStep.MET: "on_track",
    NextStep.KEEP: "advised",
    NextStep.ADAPT: "due_soon",
    NextStep.DROP: "closed",
}


@dataclass(frozen=True)
class Part:
    """A target in a cycle: how it stands, how it came out."""

    part: CycleTarget
    line: TargetLine
    #: Measurements within the cycle: a score without any is shown hollow.
    count: int

    @property
    def score_sign(self) -> str:
        """`−2` to `+2`; empty before the review."""
        score = self.part.score
        return "" if score is None else f"{score:+d}".replace("-", "−").replace("+0", "0")

    @property
    def score_words(self) -> str:
        """How it came out; empty before the review."""
        return "" if self.part.score is None else Score(self.part.score).label

    @property
    def result_words(self) -> str:
        """How it came out, and whether nothing was measured; empty before the review."""
        return self.score_words + (", nothing measured" if self.is_hollow else "")

    @property
    def step_words(self) -> str:
        """What becomes of it; empty before the review."""
        return NextStep(self.part.next_step).label if self.part.next_step else ""

    @property
    def step_state(self) -> str:
        """What becomes of it as a state of the pages; empty before the review."""
        return _STEP_STATES[NextStep(self.part.next_step)] if self.part.next_step else ""

    @property
    def is_to_adapt(self) -> bool:
        """The last review said so, and it still says what it said."""
        return self.part.was_to_adapt and self.line.target.ended_on is None

    @property
    def is_hollow(self) -> bool:
        """Scored, with nothing measured and nothing written behind it."""
        return self.part.score is not None and not self.count and not self.part.evidence.strip()


@dataclass(frozen=True)
class CycleLine:
    """A child in the list of cycles; `cycle` is None while there is none."""

    pupil_id: UUID
    name: str
    class_name: str
    status: str
    cycle_id: UUID | None
    number: int | None
    state: str
    lead: str
    review_on: dt.date | None
    is_late: bool

    @property
    def state_words(self) -> str:
        """Where the cycle stands."""
        return CycleState(self.state).label if self.state else "No cycle"

    def stands(self, shown: str) -> bool:
        """Whether the line is among those of a key of SHOWN."""
        if shown == "late":
            return self.is_late
        return self.state == ("" if shown == "none" else shown)


@dataclass(frozen=True)
class CycleList:
    """Children with support, and how their cycles stand."""

    lines: tuple[CycleLine, ...]

    def count(self, shown: str) -> int:
        """How many children stand so: a key of SHOWN."""
        return sum(line.stands(shown) for line in self.lines)


def cycles_of(pupil: Pupil) -> list[Cycle]:
    """A child's cycles, the newest first; one statement."""
    return list(cycle_rows(pupil))


def cycle_rows(pupil: Pupil) -> QuerySet[Cycle]:
    """The same, to be read together with something else."""
    rows = Cycle.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return rows.select_related("lead", "checked_by")


def cycle_of(pupil: Pupil, pk: UUID) -> Cycle | None:
    """One cycle of this child, with whether it is the latest."""
    rows = Cycle.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    later = Cycle.objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pupil_id"),
        number__gt=OuterRef("number"),
    )
    told = rows.annotate(is_latest=~Exists(later))
    found = told.select_related("lead", "checked_by").first()
    if found:
        found.school, found.pupil = pupil.school, pupil
    return found


def part_rows(access: Access, cycles: Iterable[Cycle]) -> QuerySet[CycleTarget]:
    """The targets of cycles that the asker may read, to be read together with something else."""
    chosen = list(cycles)
    which = {"cycle__in": [c.pk for c in chosen]}
    return _part_rows(access, {cycle.school_id for cycle in chosen}, which)


def part_rows_of(access: Access, pupil: Pupil) -> QuerySet[CycleTarget]:
    """The same of all cycles of a child."""
    return _part_rows(access, {pupil.school_id}, {"cycle__pupil": pupil})


def _part_rows(access: Access, school_ids: set[UUID], which: dict) -> QuerySet[CycleTarget]:
    readable = Target.objects.filter(school__in=school_ids).readable_by(access)
    rows = CycleTarget.objects.filter(school__in=school_ids, target__in=readable, **which)
    return rows.annotate(was_to_adapt=Exists(_to_adapt())).select_related("target", "reviewed_by")


def still_to_adapt(cycle: Cycle) -> int:
    """How many open targets of a cycle were to be adapted and say what they said; one statement."""
    rows = CycleTarget.objects.filter(school_id=cycle.school_id, cycle=cycle, target__ended_on=None)
    return rows.filter(Exists(_to_adapt())).count()


def _to_adapt() -> QuerySet[CycleTarget]:
    """The part in the cycle before that was to be adapted, while the target says the same still."""
    same = {f"kept_{name}": OuterRef(f"target__{name}") for name in ("text", "baseline", "goal")}
    return CycleTarget.objects.filter(
        Q(**same) | Q(kept_text=""),
        school_id=OuterRef("school_id"),
        target_id=OuterRef("target_id"),
        cycle__number=OuterRef("cycle__number") - 1,
        next_step=NextStep.ADAPT,
    )


def parts_of(access: Access, cycles: Iterable[Cycle]) -> dict[UUID, tuple[Part, ...]]:
    """The targets of cycles that the asker may read, by cycle; three statements."""
    chosen = list(cycles)
    return parts_from(access, chosen, list(part_rows(access, chosen)))


def parts_from(
    access: Access, cycles: Iterable[Cycle], rows: Sequence[CycleTarget]
) -> dict[UUID, tuple[Part, ...]]:
    """Those rows with what was measured, by cycle; two statements."""
    return parts_with(access, cycles, rows, target_lines(access, {r.target for r in rows}))


def parts_with(
    access: Access,
    cycles: Iterable[Cycle],
    rows: Sequence[CycleTarget],
    targets: Iterable[TargetLine],
) -> dict[UUID, tuple[Part, ...]]:
    """Those rows with the lines of their targets, by cycle; no statement."""
    lines = {line.id: line for line in targets}
    by_pk = {cycle.pk: cycle for cycle in cycles}
    found: dict[UUID, list[Part]] = {pk: [] for pk in by_pk}
    for row in rows:
        cycle = by_pk[row.cycle_id]
        line = in_cycle(lines[row.target_id], row, cycle, access.today)
        until = cycle.closed_on or access.today
        count = sum(cycle.starts_on <= point.on <= until for point in line.points)
        found[row.cycle_id].append(Part(row, line, count))
    return {pk: tuple(parts) for pk, parts in found.items()}


def part_of(access: Access, cycle: Cycle, pk: UUID) -> CycleTarget | None:
    """One target of this cycle that the asker may read."""
    readable = Target.objects.filter(school_id=cycle.school_id).readable_by(access)
    rows = CycleTarget.objects.filter(
        school_id=cycle.school_id, cycle=cycle, pk=pk, target__in=readable
    )
    found = rows.select_related("target").first()
    if found:
        found.cycle = cycle
        found.target.school, found.target.pupil = cycle.school, cycle.pupil
    return found


def is_untouched(cycle: Cycle) -> bool:
    """Whether nobody has written anything in a cycle that was never sent; two statements."""
    if cycle.state != CycleState.WRITING or cycle.sent_at:
        return False
    written = CycleText.objects.filter(school_id=cycle.school_id, cycle=cycle)
    notes = CycleNote.objects.filter(school_id=cycle.school_id, cycle=cycle)
    return not written.exclude(written_by=None).exists() and not notes.exists()


def text_of(access: Access, cycle: Cycle, section: str) -> CycleText | None:
    """The answer to one question of this cycle, if the asker may read it."""
    rows = CycleText.objects.filter(school_id=cycle.school_id, cycle=cycle, section=section)
    found = rows.readable_by(access).first()
    if found:
        found.cycle = cycle
    return found


def cycle_list(access: Access) -> CycleList:
    """Children in reach with SEN support, an EHC plan or an open cycle; one statement."""
    found = read_as(_supported, access)
    pupils = tell_apart(made_from(Pupil, values) for values in found)
    rows = zip(pupils, found, strict=True)
    lines = [_list_line(*row, access.today) for row in rows]
    return CycleList(tuple(sorted(lines, key=_soonest)))


def _supported(access: Access) -> QuerySet:
    is_open = ~Q(cycles__state=CycleState.CLOSED)
    seen = Pupil.objects.visible_to(access).filter(school__in=access.schools).staying(access.today)
    pupils = with_status(seen, access.today)
    return (
        pupils.annotate(open_cycle=FilteredRelation("cycles", condition=is_open))
        .filter(Q(period__status__in=[SenStatus.SUPPORT, SenStatus.PLAN]) | ~Q(open_cycle=None))
        .in_register_order()
        .values(
            *columns_of(Pupil),
            status=F("period__status"),
            class_name=F("class_group__name"),
            cycle_id=F("open_cycle__pk"),
            number=F("open_cycle__number"),
            state=F("open_cycle__state"),
            review_on=F("open_cycle__review_on"),
            lead=F("open_cycle__lead__name"),
        )
    )


def _soonest(line: CycleLine) -> tuple[bool, dt.date]:
    """The next review first, children without a cycle last; equals stay in register order."""
    return (line.review_on is None, line.review_on or dt.date.max)


def _list_line(pupil: Pupil, values: dict[str, Any], today: dt.date) -> CycleLine:
    status, review_on = values["status"], values["review_on"]
    return CycleLine(
        pupil_id=pupil.pk,
        name=pupil.full_name,
        class_name=values["class_name"] or "",
        status=status_words(status) if status else "",
        cycle_id=values["cycle_id"],
        number=values["number"],
        state=values["state"] or "",
        lead=values["lead"] or "",
        review_on=review_on,
        is_late=bool(review_on and review_on < today),
    )
