"""What a family reads of a cycle: at the meeting, on the target card, when asked to agree."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.codes import CycleState
from provision.models import Cycle, CycleText, Target
from provision.rules.cycle_sections import Stage
from provision.selectors.targets import value_words
from pupils.agreement_codes import Choice
from pupils.handed_texts import SEALED
from pupils.models import AgreementAnswer, Pupil

#: The kind of a cycle among the texts to which people are asked to agree.
KIND = "cycle"
#: What a family is shown: after the check.
SHOWN = (CycleState.RUNNING, CycleState.CLOSED)


@dataclass(frozen=True)
class SheetTarget:
    """A target in the words of a sheet."""

    text: str
    now: str
    goal: str
    by_words: str
    who: str
    #: Steps to colour in, at most ten; none for what is only done or not.
    steps: range


@dataclass(frozen=True)
class FamilySheet:
    """A cycle without anything that only a few may read."""

    cycle: Cycle
    #: (title, words) of what is written before the check, and after it.
    plan: tuple[tuple[str, str], ...]
    review: tuple[tuple[str, str], ...]
    targets: tuple[SheetTarget, ...]

    @property
    def title(self) -> str:
        """How the plan is called to a family."""
        return f"Plan from {full_day_words(self.cycle.starts_on)}"

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """(heading, words) in the order of reading."""
        lines = "\n".join(
            f"{t.text} From {t.now} to {t.goal} by {t.by_words}." for t in self.targets
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


def family_sheet(cycle: Cycle) -> FamilySheet:
    """The cycle as its family may read it, whoever asks; two statements."""
    texts = CycleText.objects.filter(
        school_id=cycle.school_id, cycle=cycle, sensitivity=Sensitivity.EVERYONE
    )
    written = dict(texts.exclude(text__contains=SEALED).values_list("section", "text"))
    targets = Target.objects.filter(
        school_id=cycle.school_id, parts__cycle=cycle, sensitivity=Sensitivity.EVERYONE
    ).exclude(text__contains=SEALED)
    return FamilySheet(
        cycle,
        _written(cycle, written, Stage.ASSESS, Stage.PLAN),
        _written(cycle, written, Stage.REVIEW),
        tuple(_target(target) for target in targets.order_by("starts_on", "id")),
    )


def what_family_said(cycle: Cycle) -> list[Said]:
    """The newest answer of each person who was asked to agree; one statement."""
    rows = AgreementAnswer.objects.filter(
        school_id=cycle.school_id, ask__text__kind=KIND, ask__text__subject_id=cycle.pk
    )
    newest = {row.ask.name: row for row in rows.select_related("ask").order_by("id")}
    return [Said(name, row) for name, row in newest.items()]


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


def _target(target: Target) -> SheetTarget:
    distance = abs(int(target.goal - target.baseline))
    return SheetTarget(
        target.text,
        value_words(target, target.baseline),
        value_words(target, target.goal),
        full_day_words(target.by_on),
        target.who,
        range(min(distance, 10) if target.measure != "done" else 0),
    )
