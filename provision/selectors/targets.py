"""Outcomes and targets as pages show them, with how far each has come."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.aim_chart import Aiming, aim_chart, letter_of
from aylsham.charts import Drawing
from aylsham.models import User
from aylsham.statements import Statement, among, columns_of, made_from
from provision.codes import MeasureKind
from provision.models import Cycle, CycleTarget, Measurement, Outcome, Target, TeachingChange
from provision.rules.progress import WORDS, Aim, Point, Verdict, verdict_on
from provision.selectors.target_values import as_checked, scaled, value_words
from pupils.codes import AreaOfNeed
from pupils.models import Pupil

_STATES = {
    Verdict.NO_AIM: "closed",
    Verdict.TOO_FEW: "advised",
    Verdict.REACHED: "on_track",
    Verdict.AHEAD: "on_track",
    Verdict.ON_TRACK: "on_track",
    Verdict.CHANGE: "due_soon",
}


@dataclass(frozen=True)
class TargetLine:
    """A target with its measurements and what they say."""

    target: Target
    points: tuple[Measurement, ...]
    changes: tuple[TeachingChange, ...]
    verdict: Verdict
    is_late: bool

    @property
    def id(self) -> UUID:
        return self.target.pk

    @property
    def area(self) -> str:
        """The area of need in words; empty where none is named."""
        return AreaOfNeed(self.target.area).label if self.target.area else ""

    @property
    def from_words(self) -> str:
        """Where the child was."""
        return value_words(self.target, self.target.baseline)

    @property
    def goal_words(self) -> str:
        """Where the child is going."""
        return value_words(self.target, self.target.goal)

    @property
    def latest(self) -> Measurement | None:
        return self.points[-1] if self.points else None

    @property
    def latest_words(self) -> str:
        """What was counted last; empty when nothing was."""
        last = self.latest
        return value_words(self.target, last.value, last.out_of) if last else ""

    @property
    def verdict_words(self) -> str:
        """The verdict in two words."""
        return WORDS[self.verdict][0]

    @property
    def verdict_state(self) -> str:
        """The verdict as a state of the pages: a key of `aylsham.components.STATES`."""
        return _STATES[self.verdict]

    @property
    def unit_words(self) -> str:
        """What stands behind the number that is typed."""
        target = self.target
        if target.measure == MeasureKind.SCALE:
            return "of 10"
        return "times" if target.measure == MeasureKind.TIMES else target.unit

    @property
    def rule_words(self) -> str:
        """By which rule."""
        return WORDS[self.verdict][1]

    @property
    def measured(self) -> list[tuple[Measurement, str]]:
        """Each measurement with its words, the newest first."""
        return [(m, value_words(self.target, m.value, m.out_of)) for m in reversed(self.points)]

    @property
    def lettered_changes(self) -> list[tuple[str, TeachingChange]]:
        """Changes of teaching with their letters on the drawing."""
        return [(letter_of(n), change) for n, change in enumerate(self.changes)]

    def drawing(self, title: str) -> Drawing:
        """The graph with the aim line."""
        target = self.target
        return aim_chart(
            title,
            Aiming(
                points=[(m.on, float(scaled(target, m))) for m in self.points],
                start=(target.starts_on, float(target.baseline)),
                goal=(target.by_on, float(target.goal)),
                changes=[(change.on, change.what) for change in self.changes],
                unit=target.unit,
            ),
            key=f"t{target.pk.hex[-8:]}",
        )


@dataclass(frozen=True)
class OutcomeLine:
    """An outcome with its targets; `outcome` is None for targets that serve none."""

    outcome: Outcome | None
    targets: tuple[TargetLine, ...]


@dataclass(frozen=True)
class TargetsPage:
    """Where a child is going, and how far each step has come."""

    open: tuple[OutcomeLine, ...]
    closed: tuple[TargetLine, ...]
    closed_outcomes: tuple[Outcome, ...]


def in_cycle(line: TargetLine, part: CycleTarget, cycle: Cycle, today: dt.date) -> TargetLine:
    """How a target stands in a cycle: as it was checked, in a closed cycle with what was counted
    until then.
    """
    until = cycle.closed_on or today
    return _line(
        as_checked(part, cycle),
        [point for point in line.points if point.on <= until],
        [change for change in line.changes if change.on <= until],
        today,
    )


def targets_page(access: Access, pupil: Pupil) -> TargetsPage:
    """Everything of a child that the asker may read; four statements."""
    mine = {"school_id": pupil.school_id, "pupil": pupil}
    outcomes = list(Outcome.objects.filter(**mine).readable_by(access))
    lines = target_lines(access, Target.objects.filter(**mine).readable_by(access))
    by_outcome: dict[UUID | None, list[TargetLine]] = defaultdict(list)
    shown = {outcome.pk for outcome in outcomes if not outcome.ended_on}
    for line in lines:
        if not line.target.ended_on:
            of = line.target.outcome_id
            by_outcome[of if of in shown else None].append(line)
    groups = [
        OutcomeLine(outcome, tuple(by_outcome[outcome.pk]))
        for outcome in outcomes
        if not outcome.ended_on
    ]
    if by_outcome[None]:
        groups.append(OutcomeLine(None, tuple(by_outcome[None])))
    closed = sorted(
        (line for line in lines if line.target.ended_on),
        key=lambda line: line.target.ended_on or dt.date.min,
        reverse=True,
    )
    return TargetsPage(tuple(groups), tuple(closed), tuple(o for o in outcomes if o.ended_on))


def target_lines(access: Access, targets: Iterable[Target]) -> list[TargetLine]:
    """Targets with what was measured; two statements whatever their number."""
    found = list(targets)
    points: dict[UUID, list[Measurement]] = defaultdict(list)
    changes: dict[UUID, list[TeachingChange]] = defaultdict(list)
    mine = {
        "schools": [school.pk for school in access.schools],
        "ids": [target.pk for target in found],
    }
    for values in _MEASURED.dicts(**mine):
        point = made_from(Measurement, values)
        point.written_by = made_from(User, values, "written_by__")
        points[point.target_id].append(point)
    for values in _CHANGED.dicts(**mine):
        change = made_from(TeachingChange, values)
        changes[change.target_id].append(change)
    return [_line(t, points[t.pk], changes[t.pk], access.today) for t in found]


def _measured(schools: list[UUID], ids: list[UUID]) -> QuerySet:
    rows = Measurement.objects.filter(among("school_id", schools), among("target_id", ids))
    return rows.values(*columns_of(Measurement), *columns_of(User, "written_by__"))


def _changed(schools: list[UUID], ids: list[UUID]) -> QuerySet:
    rows = TeachingChange.objects.filter(among("school_id", schools), among("target_id", ids))
    return rows.values(*columns_of(TeachingChange))


_MEASURED = Statement(_measured, schools=list, ids=list)
_CHANGED = Statement(_changed, schools=list, ids=list)


def outcome_of(access: Access, pupil: Pupil, pk: UUID) -> Outcome | None:
    """One outcome of this child that the asker may read."""
    mine = Outcome.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return _of(mine.readable_by(access).first(), pupil)


def target_of(access: Access, pupil: Pupil, pk: UUID) -> Target | None:
    """One target of this child that the asker may read."""
    mine = Target.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return _of(mine.readable_by(access).select_related("outcome").first(), pupil)


def measurement_of(target: Target, pk: UUID) -> Measurement | None:
    """One measurement of this target."""
    found = Measurement.objects.filter(school_id=target.school_id, target=target, pk=pk).first()
    if found:
        found.target = target
    return found


def change_of(target: Target, pk: UUID) -> TeachingChange | None:
    """One marker of this target."""
    found = TeachingChange.objects.filter(school_id=target.school_id, target=target, pk=pk).first()
    if found:
        found.target = target
    return found


def open_outcomes(access: Access, pupil: Pupil) -> list[Outcome]:
    """Outcomes that a target can serve."""
    mine = Outcome.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return list(mine.readable_by(access).open())


def _of(row, pupil: Pupil):
    if row:
        row.school, row.pupil = pupil.school, pupil
    return row


def _line(
    target: Target,
    points: Sequence[Measurement],
    changes: Sequence[TeachingChange],
    today: dt.date,
) -> TargetLine:
    aim = Aim(target.baseline, target.starts_on, target.goal, target.by_on)
    if target.measure == MeasureKind.DONE:
        is_done = bool(points) and points[-1].value > 0
        verdict = Verdict.REACHED if is_done else Verdict.NO_AIM
    else:
        measured = [Point(m.on, scaled(target, m)) for m in points]
        verdict = verdict_on(aim, measured, changes[-1].on if changes else None)
    is_late = target.ended_on is None and target.by_on < today
    return TargetLine(target, tuple(points), tuple(changes), verdict, is_late)
