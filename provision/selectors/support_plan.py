"""The proposed individual support plan of a child, filled from the living record: it copies nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from provision.models import Cycle, Outcome, Place, Promise, Provision, Target
from provision.rules.support_plan import PlanShape, ShapeSection, plan_shape
from provision.selectors.child_provision import PromiseLine
from provision.selectors.provisions import ProvisionLine
from provision.selectors.target_values import value_words
from pupils.codes import Layer
from pupils.family_codes import AskKind
from pupils.handed_texts import SEALED
from pupils.models import Voice
from pupils.selectors.contributions import voices_of
from pupils.selectors.identity import Child
from pupils.selectors.layers import layer_now
from pupils.selectors.strategies import live_strategies


@dataclass(frozen=True)
class PlanLine:
    """One thing that stands in a section: its words, and what is said about it."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class PlanSection:
    """A section of the shape with what fills it now."""

    section: ShapeSection
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True)
class SupportPlan:
    """The plan as it reads today."""

    shape: PlanShape
    sections: tuple[PlanSection, ...]

    @property
    def title(self) -> str:
        """Its name, never without what it is: proposed."""
        return f"{self.shape.name} ({self.shape.state})"


@dataclass(frozen=True)
class Reading:
    """Who reads whose record; what leaves the school has only what everybody may read."""

    access: Access
    child: Child
    goes_out: bool = False

    @property
    def mine(self) -> dict[str, Any]:
        """The child's rows."""
        return {"school": self.child.school, "pupil": self.child.pupil}

    @cached_property
    def voices(self) -> list[Voice]:
        """What was said about the child, the latest first; one statement."""
        voices = voices_of(self.access, self.child.pupil)
        everyone = Sensitivity.EVERYONE
        return [v for v in voices if not self.goes_out or v.sensitivity == everyone]

    def open_to(self, rows):
        """Rows with a sensitivity, as far as they are read or go out."""
        rows = rows.readable_by(self.access)
        return rows.filter(sensitivity=Sensitivity.EVERYONE) if self.goes_out else rows


def support_plan(
    access: Access, child: Child, *, goes_out: bool = False, shape: PlanShape | None = None
) -> SupportPlan:
    """The plan of a child; eight statements. `goes_out` leaves out what only a few may read."""
    shape = shape or plan_shape()
    reading = Reading(access, child, goes_out)
    return SupportPlan(shape, tuple(_section(section, reading) for section in shape.sections))


def as_data(plan: SupportPlan, child: Child) -> dict[str, Any]:
    """The plan for a file, in plain types."""
    shape = plan.shape
    return {
        "plan": shape.name,
        "state": shape.state,
        "shape": {
            "version": shape.version,
            "source": shape.source,
            "source_on": shape.source_on.isoformat(),
        },
        "made_on": child.today.isoformat(),
        "school": {"name": child.school.name, "urn": child.school.urn},
        "child": {"name": child.pupil.full_name, "born_on": child.pupil.born_on.isoformat()},
        "sections": [
            {
                "key": each.section.key,
                "title": each.section.title,
                "lines": [{"text": line.text, "detail": line.detail} for line in each.lines],
            }
            for each in plan.sections
        ],
    }


def _section(section: ShapeSection, reading: Reading) -> PlanSection:
    lines = [line for name in section.filled_from for line in _FILL[name](reading)]
    if reading.goes_out:
        lines = [line for line in lines if SEALED not in line.text + line.detail]
    return PlanSection(section, tuple(lines))


def _layer(reading: Reading) -> Iterable[PlanLine]:
    yield PlanLine(reading.child.status_words, "SEN status, as the law has it")
    may_see = Permission.VIEW_REGISTER in reading.access.permissions_at(reading.child.school)
    period = layer_now(reading.child.pupil) if may_see else None
    if period:
        since = f"Proposed layer, since {full_day_words(period.starts_on)}"
        yield PlanLine(Layer(period.layer).label, since)


def _needs(reading: Reading) -> Iterable[PlanLine]:
    for need in reading.child.needs:
        words = ". ".join(part.rstrip(".") for part in (need.in_words, need.impact) if part)
        yield PlanLine(need.label, words)


def _strategies(reading: Reading) -> Iterable[PlanLine]:
    for line in live_strategies(reading.access, reading.child.pupil):
        if not reading.goes_out or line.sensitivity == Sensitivity.EVERYONE:
            yield PlanLine(line.text, line.setting_words)


def _outcomes(reading: Reading) -> Iterable[PlanLine]:
    outcomes = reading.open_to(Outcome.objects.filter(**reading.mine).open())
    targets = list(reading.open_to(Target.objects.filter(**reading.mine).open()))
    shown = set()
    for outcome in outcomes:
        shown.add(outcome.pk)
        yield PlanLine(outcome.text, f"Outcome, by {full_day_words(outcome.by_on)}")
        yield from (_target(t) for t in targets if t.outcome_id == outcome.pk)
    yield from (_target(t) for t in targets if t.outcome_id not in shown)


def _target(target: Target) -> PlanLine:
    now, goal = (value_words(target, value) for value in (target.baseline, target.goal))
    who = f". {target.who}" if target.who else ""
    by = full_day_words(target.by_on)
    return PlanLine(target.text, f"Target: from {now} to {goal}, by {by}{who}")


def _provision(reading: Reading) -> Iterable[PlanLine]:
    today, school = reading.access.today, reading.child.school
    read = Provision.objects.filter(school=school, state="running").readable_by(reading.access)
    read = read.filter(is_confidential=False) if reading.goes_out else read
    places = Place.objects.filter(
        **reading.mine, provision__in=read, starts_on__lte=today, ends_on__gte=today
    )
    for place in places.select_related("provision__staff").order_by("provision__name"):
        line = ProvisionLine(place.provision, (), 0)
        until = full_day_words(place.ends_on)
        yield PlanLine(place.provision.name, f"{line.shape}, {line.who}, until {until}")


def _promises(reading: Reading) -> Iterable[PlanLine]:
    rows = reading.open_to(Promise.objects.filter(**reading.mine))
    for row in rows:
        if row.ends_on is None or row.ends_on >= reading.access.today:
            line = PromiseLine(row, (), 0)
            yield PlanLine(row.text, f"Owed: {line.amount}, {line.source_words}")


def _views(*kinds: AskKind) -> Callable[[Reading], Iterable[PlanLine]]:
    """The newest views of these kinds."""

    def fill(reading: Reading) -> Iterable[PlanLine]:
        voices = [voice for voice in reading.voices if voice.kind in kinds]
        for voice in voices[:1]:
            said = f"({voice.said_by}, {full_day_words(voice.given_on)})"
            for each in voice.answers:
                if each.get("answer"):
                    yield PlanLine(each["answer"], f"{each.get('question', '')} {said}".strip())

    return fill


def _review(reading: Reading) -> Iterable[PlanLine]:
    cycle = Cycle.objects.filter(**reading.mine).open().select_related("lead").first()
    if cycle:
        led = f"Led by {cycle.lead.name}. " if cycle.lead else ""
        given = (
            f"Given to the parents on {full_day_words(cycle.given_on)}."
            if cycle.given_on
            else "Not given to the parents yet."
        )
        yield PlanLine(f"Review on {full_day_words(cycle.review_on)}", led + given)


_FILL: Mapping[str, Callable[[Reading], Iterable[PlanLine]]] = {
    "layer": _layer,
    "needs": _needs,
    "strategies": _strategies,
    "outcomes": _outcomes,
    "provision": _provision,
    "promises": _promises,
    "child_views": _views(AskKind.PUPIL_VIEWS),
    "family_views": _views(AskKind.PARENT_VIEWS),
    "review": _review,
}
