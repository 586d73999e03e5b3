"""How far the child has come: outcomes, targets and their reviews, figures of learning."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from aylsham.clock import academic_year
from aylsham.datewords import full_day_words
from ehcp.models import PlanLine
from ehcp.selectors.papers.lines import FilledLine, sentences
from ehcp.selectors.papers.record import Filling
from ehcp.selectors.sections import label_of
from provision.codes import OutcomeEnd
from provision.models import Cycle, Outcome
from provision.selectors.cycles import Part
from provision.selectors.target_values import value_words
from provision.selectors.targets import TargetLine
from pupils.assessment_codes import Subject
from pupils.models import AttainmentFigure, AttendanceFigure

_TARGETS, _CYCLES = "child_targets", "child_cycles"


@dataclass(frozen=True)
class Aims:
    """Outcomes and targets of a child in the time of a paper."""

    of: Filling

    @cached_property
    def outcomes(self) -> dict[UUID, Outcome]:
        """Worked towards in this time."""
        since = self.of.since
        return {x.pk: x for x in self.of.outcomes if not x.ended_on or x.ended_on >= since}

    @cached_property
    def targets(self) -> list[TargetLine]:
        """Worked on in this time, with what was counted."""
        since = self.of.since
        return [x for x in self.of.targets if not x.target.ended_on or x.target.ended_on >= since]

    @cached_property
    def reviews(self) -> dict[UUID, list[tuple[Cycle, Part]]]:
        """By target, how it came out in each cycle of this time, the latest first."""
        found: dict[UUID, list[tuple[Cycle, Part]]] = defaultdict(list)
        for pk, parts in self.of.parts.items():
            for part in parts:
                on = part.part.reviewed_on
                if on and on >= self.of.since:
                    found[part.line.id].append((self.of.cycles[pk], part))
        for pairs in found.values():
            pairs.sort(key=lambda pair: pair[1].part.reviewed_on or dt.date.min, reverse=True)
        return found

    @cached_property
    def plan_lines(self) -> dict[UUID, PlanLine]:
        """By outcome, the line of Section E that says it."""
        return {line.outcome_id: line for line in self.section_e if line.outcome_id}

    @cached_property
    def section_e(self) -> list[PlanLine]:
        """Section E of the plan in force."""
        return self.of.section("E")


def progress(of: Filling) -> Iterator[FilledLine]:
    """Outcome by outcome in the order of the plan: how each target came out."""
    aims, shown = Aims(of), set()
    for row in aims.section_e:
        known = aims.outcomes.get(row.outcome_id) if row.outcome_id else None
        yield FilledLine(
            f"line:{row.pk}", row.text, of.plan_source(label_of(row)), page="child_plan"
        )
        if known:
            shown.add(known.pk)
            yield from _of_outcome(aims, known)
        else:
            words = "No outcome of the record is linked with this line: nothing was counted for it"
            yield FilledLine(f"none:{row.pk}", words, of.plan_source(label_of(row)), is_under=True)
    for pk, outcome in aims.outcomes.items():
        if pk not in shown:
            source = f"Outcome from {full_day_words(outcome.starts_on)}"
            yield FilledLine(f"outcome:{pk}", outcome.text, source, page=_TARGETS)
            yield from _of_outcome(aims, outcome)
    yield from _without_outcome(aims)


def _of_outcome(aims: Aims, outcome: Outcome) -> Iterator[FilledLine]:
    if outcome.ended_on:
        ended = f"{OutcomeEnd(outcome.ended_as).label} on {full_day_words(outcome.ended_on)}"
        words = sentences(ended, outcome.end_note)
        source = f"Outcome, closed {full_day_words(outcome.ended_on)}"
        yield FilledLine(f"end:{outcome.pk}", words, source, is_under=True, page=_TARGETS)
    mine = [line for line in aims.targets if line.target.outcome_id == outcome.pk]
    for line in mine:
        yield from _of_target(aims, line)
    if not mine:
        words = "No target was set towards it in this time"
        source = f"Targets until {full_day_words(aims.of.today)}"
        yield FilledLine(f"no:{outcome.pk}", words, source, is_under=True, page=_TARGETS)


def _without_outcome(aims: Aims) -> Iterator[FilledLine]:
    for line in aims.targets:
        if line.target.outcome_id not in aims.outcomes:
            yield from _of_target(aims, line)


def _of_target(aims: Aims, line: TargetLine) -> Iterator[FilledLine]:
    """How it came out in its last review; what was counted since, or instead."""
    pairs = aims.reviews.get(line.id, [])
    if pairs:
        cycle, part = pairs[0]
        on = full_day_words(part.part.reviewed_on or aims.of.today)
        words = sentences(line.target.text, part.score_words, part.part.evidence)
        source = f"Review of cycle {cycle.number}, {on}"
        yield FilledLine(f"target:{line.id}", words, source, is_under=True, page=_CYCLES)
        return
    last = line.latest
    if last:
        counted = f"From {line.from_words} to {line.latest_words}; the goal is {line.goal_words}"
        source = f"Counted {full_day_words(last.on)}; not reviewed yet"
    else:
        counted = f"Nothing is counted yet; the goal is {line.goal_words}"
        source = f"Target from {full_day_words(line.target.starts_on)}"
    words = sentences(line.target.text, counted)
    yield FilledLine(f"target:{line.id}", words, source, is_under=True, page=_TARGETS)


def next_steps(of: Filling) -> Iterator[FilledLine]:
    """Open targets: the next steps for the year to come."""
    for line in Aims(of).targets:
        row = line.target
        if row.ended_on:
            continue
        now = line.latest_words or value_words(row, row.baseline)
        by = full_day_words(row.by_on)
        aim = f"From {now} to {line.goal_words} by {by}"
        source = f"Target from {full_day_words(row.starts_on)}"
        words = sentences(row.text, aim, row.who)
        yield FilledLine(f"next:{row.pk}", words, source, page=_TARGETS)


def learning(of: Filling) -> Iterator[FilledLine]:
    """The newest judgement in each subject, and tests that everybody may read of."""
    first = academic_year(of.since)
    rows = [row for row in of.judgements if row.academic_year >= first]
    order = {"autumn": 1, "spring": 2, "summer": 3}
    newest: dict[str, AttainmentFigure] = {}
    for row in sorted(rows, key=lambda row: (row.academic_year, order[row.term])):
        newest[row.subject] = row
    for row in (newest[subject] for subject in Subject if subject in newest):
        words = f"{row.get_subject_display()}: {row.get_attained_display().lower()} for the age"
        source = f"Teacher’s judgement, {row.get_term_display().lower()} term {row.academic_year}"
        source += f" to {row.academic_year + 1}"
        yield FilledLine(f"subject:{row.subject}", words, source, page="child_assessments")
    for each in of.results:
        if each.taken_on >= of.since and each.score is not None:
            words = f"{each.what}: score {each.score}" + (
                f", {each.interval_words}" if each.interval_words else ""
            )
            source = ", ".join(filter(None, [each.by_whom, full_day_words(each.taken_on)]))
            yield FilledLine(f"test:{each.id}", words, source, page="child_assessments")


def attendance(of: Filling) -> Iterator[FilledLine]:
    """The newest figure of each school year in this time; suspensions and part-time timetables."""
    newest: dict[int, AttendanceFigure] = {}
    for row in of.attendance:
        newest[row.academic_year] = row
    for year, row in sorted(newest.items(), reverse=True):
        words = f"{row.percent:f} % of possible sessions in the school year {year} to {year + 1}"
        source = f"Attendance to {full_day_words(row.as_of)}"
        yield FilledLine(f"attendance:{year}", words, source)
    since = [row for row in of.absence.suspensions if row.starts_on >= of.since]
    source = f"Suspensions since {full_day_words(of.since)}"
    if days := [row.sessions for row in since if row.sessions]:
        words = f"Suspended {_times(len(days))}, {sum(days)} half-days together"
        yield FilledLine("suspensions", words, source, page="child_absence")
    for row in (each for each in since if each.is_permanent):
        words = f"Permanently excluded on {full_day_words(row.starts_on)}"
        yield FilledLine(f"excluded:{row.pk}", words, source, page="child_absence")
    for row in of.absence.part_time:
        if row.ends_on is None or row.ends_on >= of.since:
            until = f"until {full_day_words(row.ends_on)}" if row.ends_on else "without a last day"
            words = f"Part-time timetable from {full_day_words(row.starts_on)} {until}"
            yield FilledLine(f"part:{row.pk}", words, "Part-time timetables", page="child_absence")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
