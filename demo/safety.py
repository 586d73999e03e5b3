"""Alerts, safety plans, adjustments and time out of class, so that the demonstration is lifelike."""

import datetime as dt

from aylsham.changes import version_of
from aylsham.models import School, User
from pupils.kept import KEPT
from pupils.models import Pupil, SafetyPlan
from pupils.services.kept import add_record
from pupils.services.safety import (
    DRAFT_FIELDS,
    agree_plan,
    confirm_read,
    name_adult,
    start_plan,
    write_draft,
)

SEPTEMBER = dt.date(2026, 9, 7)

#: Place in the register of the class, kind, what the record says.
RECORDS = (
    (
        0,
        "alert",
        {
            "kind": "emergency",
            "what": "Severe allergy to nuts",
            "action": "Auto-injector from the red box by the door, then ring 999 and the office.",
        },
    ),
    (
        1,
        "alert",
        {
            "kind": "know",
            "what": "Asthma, worse in cold air",
            "action": "Two puffs of the blue inhaler through the spacer; sit up; stay near.",
        },
    ),
    (
        1,
        "medicine",
        {
            "name": "Salbutamol inhaler",
            "dose": "2 puffs, up to 10 in an attack",
            "given": "When breathing is noisy, and before PE outside",
            "kept_at": "Red box by the door of the classroom",
            "expires_on": dt.date(2026, 12, 31),
            "parents_agreed_on": SEPTEMBER,
        },
    ),
    (
        2,
        "adjustment",
        {
            "place": "class",
            "what": "Sits where the teacher's face can be seen; new words are written up first.",
            "why": "Can follow the lesson from the start.",
            "review_on": dt.date(2027, 2, 5),
        },
    ),
    (
        2,
        "equipment",
        {
            "name": "Radio aid",
            "kept_at": "Charger in the office",
            "lent_by": "Sensory support service",
            "trained": "class teacher",
            "service_on": dt.date(2027, 1, 15),
        },
    ),
    (
        3,
        "part-time",
        {
            "ends_on": dt.date(2026, 12, 18),
            "hours_a_week": 18,
            "reason": "Coming back after being in hospital",
            "parents_agreed_on": dt.date(2026, 11, 9),
            "council_told_on": dt.date(2026, 11, 10),
            "review_on": dt.date(2026, 12, 4),
        },
    ),
)
HEALTHCARE = {
    "emergency": "Swelling, vomiting, noisy breathing: auto-injector in the outer thigh, ring 999, "
    "lie flat with legs up. A second dose after five minutes if no better.",
    "condition": "Severe allergy to peanuts and tree nuts. Traces matter.",
    "daily": "Eats what is brought from home. Hands and tables are wiped after snack.",
    "outings": "Both injectors go along, carried by a trained adult.",
}
BEHAVIOUR = {
    "signs": "Goes quiet, pulls sleeves down, then leaves the seat.",
    "triggers": "Sudden changes; being watched; the hall when it echoes.",
    "calm": "A warning two minutes before a change. A job to do. The beanbag by the window.",
    "steps": "Say little. Give space. Offer two choices, both fine. Wait.",
    "never": "Do not crowd, touch or argue.",
    "after": "Draw what happened together. Tell home the same day.",
}


def load_safety(school: School, pupils: list[Pupil], *, sendco: User, teacher: User) -> None:
    """Records of a few children (at least four) of one class."""
    for place, kind, facts in RECORDS:
        add_record(
            kind=KEPT[kind], pupil=pupils[place], facts={"starts_on": SEPTEMBER, **facts}, by=sendco
        )
    healthcare = _plan(pupils[0], "healthcare", HEALTHCARE, sendco, dt.date(2025, 12, 8))
    name_adult(
        plan=healthcare,
        user=teacher,
        does="Gives the auto-injector",
        trained_on=dt.date(2025, 12, 1),
        training_ends_on=dt.date(2026, 12, 1),
        by=sendco,
    )
    confirm_read(plan=healthcare, shown=str(healthcare.version), by=teacher)
    _plan(pupils[3], "behaviour", BEHAVIOUR, sendco, dt.date(2026, 11, 16))


def _plan(pupil: Pupil, kind: str, words: dict, by: User, agreed_on: dt.date) -> SafetyPlan:
    plan = start_plan(
        pupil=pupil,
        kind=kind,
        owner=by,
        readers="everybody",
        starts_on=agreed_on,
        review_on=dt.date(2027, 3, 12),
        by=by,
    )
    plan = write_draft(plan=plan, sections=words, version=version_of(plan, DRAFT_FIELDS), by=by)
    agree_plan(
        plan=plan,
        agreed_on=agreed_on,
        agreed_with="parents",
        agreed_how="meeting",
        review_on=plan.review_on,
        must_read=True,
        version=version_of(plan, DRAFT_FIELDS),
        by=by,
    )
    plan.refresh_from_db()
    return plan
