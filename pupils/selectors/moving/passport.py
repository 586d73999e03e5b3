"""The transition passport: what is known already, on one side of paper; nothing is typed twice."""

import datetime as dt
from dataclasses import dataclass

from aylsham.codes import Sensitivity
from aylsham.datewords import day_words
from pupils.codes import PassportPart
from pupils.models import MovePlan, MoveVisit, Strategy
from pupils.rules.lines import HELPS
from pupils.selectors.passports.parts import HELPS_LABEL
from pupils.selectors.passports.printing import PrintedPart, PrintedPassport, printed_passports
from pupils.selectors.safety import alerts_of
from pupils.words import year_words

#: What of the passport the next teacher needs first; the rest is in the passport itself.
TAKEN = (
    PassportPart.MATTERS,
    PassportPart.HARD,
    HELPS,
    PassportPart.SUPPORT,
    PassportPart.PLEASE_DO,
    PassportPart.PLEASE_DONT,
    PassportPart.OWN_WORDS,
)


@dataclass(frozen=True)
class TransitionPassport(PrintedPassport):
    """A printed passport that is about a move."""

    @property
    def title(self) -> str:
        """What the document is."""
        return "Transition passport"

    @property
    def version_words(self) -> str:
        """What the foot says of it."""
        return self.title


def transition_passport(plan: MovePlan, *, today: dt.date) -> TransitionPassport:
    """Alerts, what helps, and the plan for the move; at most six statements, nothing sensitive."""
    school, pupil = plan.school, plan.pupil
    passports = printed_passports(school, [pupil.pk])
    found = passports[0] if passports else None
    known = {part.code: part for part in found.parts} if found else _helps_only(plan)
    alerts = alerts_of([school], [pupil.pk], today=today).get(pupil.pk, [])
    parts = [
        PrintedPart(
            "alert",
            "Medical: every adult must know",
            tuple(f"{alert.what}: {alert.action}" for alert in alerts),
        ),
        *(known[code] for code in TAKEN if code in known),
        *_of_plan(plan, today),
    ]
    place = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
    moves = f"to {plan.to_name}, {plan.moves_on:%-d %B %Y}"
    return TransitionPassport(
        pupil_id=pupil.pk,
        name=pupil.full_name,
        place=f"{', '.join(filter(None, place))} {moves}",
        parts=tuple(part for part in parts if part.lines),
        version=0,
        changed_on=None,
        photo=found.photo if found else "",
    )


def _of_plan(plan: MovePlan, today: dt.date) -> list[PrintedPart]:
    visits = MoveVisit.objects.filter(school_id=plan.school_id, plan=plan, on__gte=today)
    dated = tuple(f"{day_words(v.on, today=today)}: {v.place}" for v in visits)
    return [
        PrintedPart("worries", "What could be hard about the move", _lines(plan.worries)),
        PrintedPart("helps_move", "What helps with the move", _lines(plan.helps)),
        PrintedPart("adults", "Who I will meet", _lines(plan.key_adults)),
        PrintedPart("visits", "Visits still to come", dated),
    ]


def _helps_only(plan: MovePlan) -> dict[str, PrintedPart]:
    """Without a published passport, what helps is still known."""
    texts = (
        Strategy.objects.filter(
            school_id=plan.school_id,
            pupil_id=plan.pupil_id,
            ended_on=None,
            sensitivity=Sensitivity.EVERYONE,
        )
        .order_by("since_on", "pk")
        .values_list("text", flat=True)
    )
    return {HELPS: PrintedPart(HELPS, HELPS_LABEL, tuple(texts))}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
