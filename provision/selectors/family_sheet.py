"""What a family reads of a cycle: at the meeting, on the target card, when asked to agree."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.codes import LOCKED, MeasureKind
from provision.models import Cycle, CycleTarget, CycleText, Measurement, Target
from provision.rules.cycle_sections import Stage
from provision.selectors.cycle_giving import places_during, strategies_during
from provision.selectors.provisions import ProvisionLine
from provision.selectors.target_values import as_checked, scaled, steps_done, value_words
from pupils.agreement_codes import Choice
from pupils.handed_texts import SEALED
from pupils.models import AgreementAnswer, Pupil
from pupils.selectors.identity import Child
from pupils.symbols import LICENCE, OF_PARTS, SYMBOLS, Symbol, suggested

#: The kind of a cycle among the texts to which people are asked to agree.
KIND = "cycle"
#: What a family is shown: after the check.
SHOWN = LOCKED


@dataclass(frozen=True)
class SheetTarget:
    """A target in the words of a sheet."""

    text: str
    #: What it is a step towards; empty where that is not for the family.
    outcome: str
    start: str
    #: What was counted last, and on which day; empty while nothing was.
    latest: str
    latest_on: dt.date | None
    goal: str
    by_words: str
    who: str
    #: The steps from start to goal, at most ten, each whether it is done; none for what is only
    #: done or not.
    steps: tuple[bool, ...]
    #: The sentence of the child's own card, and its picture.
    own_words: str
    symbol: Symbol

    @property
    def now(self) -> str:
        """Where the child is: what was counted last, else where it began."""
        return self.latest or self.start

    @property
    def is_reached(self) -> bool:
        """Every step is done."""
        return bool(self.steps) and all(self.steps)


@dataclass(frozen=True)
class FamilySheet:
    """A cycle without anything that only a few may read."""

    cycle: Cycle
    #: (title, words) of what is written before the check, and after it.
    plan: tuple[tuple[str, str], ...]
    review: tuple[tuple[str, str], ...]
    targets: tuple[SheetTarget, ...]
    #: (name, how often and by whom): what is planned. What was given of it the head releases.
    given: tuple[tuple[str, str], ...] = ()
    helps: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """How the plan is called to a family."""
        return f"Plan from {full_day_words(self.cycle.starts_on)}"

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """(heading, words) in the order of reading."""
        lines = "\n".join(
            f"{t.text} From {t.start} to {t.goal} by {t.by_words}." for t in self.targets
        )
        targets = (("Targets", lines),) if lines else ()
        return (*self.plan, *targets, *self.review)


@dataclass(frozen=True)
class Said:
    """What one person said to the plan last."""

    name: str
    answer: AgreementAnswer

    @property
    def words(self) -> str:
        """`agrees, with changes`."""
        return Choice(self.answer.choice).said


def sheet_facts(child: Child, cycle: Cycle, today: dt.date) -> dict[str, Any]:
    """What the sheet on paper is made of, with the child's card beside it."""
    return {
        "sheet": family_sheet(cycle),
        "name": child.pupil.known_as,
        "school": child.school,
        "today": today,
        "licence": LICENCE,
    }


def family_sheet(cycle: Cycle) -> FamilySheet:
    """The cycle as its family may read it, whoever asks; five statements."""
    texts = CycleText.objects.filter(
        school_id=cycle.school_id, cycle=cycle, sensitivity=Sensitivity.EVERYONE
    )
    written = dict(texts.exclude(text__contains=SEALED).values_list("section", "text"))
    parts = CycleTarget.objects.filter(
        school_id=cycle.school_id, cycle=cycle, target__sensitivity=Sensitivity.EVERYONE
    ).exclude(Q(target__text__contains=SEALED) | Q(kept_text__contains=SEALED))
    rows = list(parts.select_related("target__outcome").order_by("target__starts_on", "target_id"))
    found = [as_checked(part, cycle) for part in rows]
    outcomes = {
        part.target.outcome_id: part.target.outcome.text
        for part in rows
        if part.target.outcome
        and part.target.outcome.sensitivity == Sensitivity.EVERYONE
        and SEALED not in part.target.outcome.text
    }
    latest, today = _latest(cycle, found), clock.today()
    return FamilySheet(
        cycle,
        _written(cycle, written, Stage.ASSESS, Stage.PLAN),
        _written(cycle, written, Stage.REVIEW),
        tuple(_target(target, latest.get(target.pk), outcomes) for target in found),
        tuple(_given(cycle, today)),
        tuple(_helps(cycle, today)),
    )


def answer_rows(cycle: Cycle) -> QuerySet[AgreementAnswer]:
    """What people who were asked to agree answered, to be read together with something else."""
    rows = AgreementAnswer.objects.filter(
        school_id=cycle.school_id, ask__text__kind=KIND, ask__text__subject_id=cycle.pk
    )
    return rows.select_related("ask").order_by("id")


def newest_of(answers: Iterable[AgreementAnswer]) -> list[Said]:
    """The newest answer of each person."""
    newest = {row.ask.name: row for row in answers}
    return [Said(name, row) for name, row in newest.items()]


def what_family_said(cycle: Cycle) -> list[Said]:
    """The newest answer of each person who was asked to agree; one statement."""
    return newest_of(answer_rows(cycle))


def left_open(cycle: Cycle, said: Sequence[Said] | None) -> list[str]:
    """What a family has not had or said of a cycle that is to be closed; `said` is None for
    whoever does not read what families say.
    """
    if said and cycle.checked_at:  # what was said to an earlier text is no answer to this one
        said = [each for each in said if each.answer.given_on >= cycle.checked_at.date()]
    missing = []
    if cycle.given_on is None:
        missing.append("Nobody has written down that the parents were given this plan.")
    if said is not None and not said:
        missing.append("Nobody has said yet whether they agree.")
    elif said and all(each.answer.choice == Choice.NO for each in said):
        missing.append("Whoever answered does not agree.")
    return missing


def shown_cycles(pupil: Pupil):
    """Checked cycles of a child, the newest first."""
    return Cycle.objects.filter(school_id=pupil.school_id, pupil=pupil, state__in=SHOWN)


def may_see_answers(access: Access, school: School) -> bool:
    """Whether the asker reads what families said."""
    return Permission.VIEW_FAMILY_LOG in access.permissions_at(school)


def find_shown(access: Access, pupil: Pupil, pk: UUID) -> FamilySheet | None:
    """One checked cycle of a child as its family reads it."""
    cycle = shown_cycles(pupil).filter(pk=pk).select_related("lead").first()
    return family_sheet(cycle) if cycle else None


def _written(cycle: Cycle, written: dict[str, str], *stages: Stage) -> tuple[tuple[str, str], ...]:
    return tuple(
        (section.title, text)
        for section in cycle.sections()
        if section.stage in stages and (text := written.get(section.key, "").strip())
    )


def _given(cycle: Cycle, today: dt.date) -> Iterator[tuple[str, str]]:
    """What is planned for the child, but for what only a few may read."""
    for place in places_during(cycle, today).filter(provision__is_confidential=False):
        line = ProvisionLine(place.provision, (place,), 0)
        yield line.provision.name, f"{line.shape}. Given by: {line.who}."


def _helps(cycle: Cycle, today: dt.date) -> list[str]:
    rows = strategies_during(cycle, today).filter(sensitivity=Sensitivity.EVERYONE)
    return list(rows.exclude(text__contains=SEALED).values_list("text", flat=True))


def _latest(cycle: Cycle, targets: list[Target]) -> dict[UUID, Measurement]:
    """What was counted last of each target, in a closed cycle until it was closed."""
    points = Measurement.objects.filter(school_id=cycle.school_id, target__in=targets)
    if cycle.closed_on:
        points = points.filter(on__lte=cycle.closed_on)
    return {point.target_id: point for point in points.order_by("on", "id")}


def _target(
    target: Target, last: Measurement | None, outcomes: dict[UUID | None, str]
) -> SheetTarget:
    own = "" if SEALED in target.child_words else target.child_words.strip()
    return SheetTarget(
        text=target.text,
        outcome=outcomes.get(target.outcome_id, ""),
        start=value_words(target, target.baseline),
        latest=value_words(target, last.value, last.out_of) if last else "",
        latest_on=last.on if last else None,
        goal=value_words(target, target.goal),
        by_words=full_day_words(target.by_on),
        who=target.who,
        steps=_steps(target, last),
        own_words=own or target.text,
        symbol=suggested(own or target.text) or SYMBOLS[OF_PARTS["aims"]],
    )


def _steps(target: Target, last: Measurement | None) -> tuple[bool, ...]:
    if target.measure == MeasureKind.DONE:
        return ()
    number = max(1, min(abs(int(target.goal - target.baseline)), 10))
    done = steps_done(target, scaled(target, last), number) if last else 0
    return tuple(step < done for step in range(number))
