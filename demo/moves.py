"""Moves of the demonstration: from the infants, to secondary, an arrival, last September's."""

import datetime as dt

from aylsham import clock
from aylsham.changes import version_of
from aylsham.dates import DAY
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import AgreedAction, Enrolment, MovePlan, Pupil, StatusPeriod
from pupils.moving_codes import MoveKind
from pupils.rules.moving import next_september
from pupils.services.actions import complete_action
from pupils.services.moving.arrivals import ask_for_record, chase_record, receive_record
from pupils.services.moving.parts import (
    QUESTION_FIELDS,
    add_setting,
    add_visit,
    answer_question,
    ask_question,
)
from pupils.services.moving.plans import start_plan
from pupils.services.moving.september import record_not_known

TO_JUNIORS = (
    {
        "worries": "The lunch hall is loud.\nDoes not know the way to the toilets.",
        "helps": "A photo book of the new classroom.\nA quiet table for the first two weeks.",
        "key_adults": "Kasia Wrona, learning support assistant",
        "wishes": "Wants to stay with the same best friend.",
        "told": "Which days the visits are, and who to ring.",
        "told_on": dt.date(2026, 11, 18),
    },
    {
        "worries": "Separating from Mum at a new gate.",
        "helps": "Comes in five minutes early by the office door.",
        "key_adults": "Megan Pryce, teacher of Year 4, at the gate",
    },
)


def load_moves(schools: dict[str, School], people: dict[str, User]) -> None:
    """Add to schools whose rolls are there; deterministic."""
    sendco, assistant = people["sendco@demo.example"], people["assistant@demo.example"]
    infants, juniors = schools["john-of-gaunt"], schools["bure-valley"]
    with school_transaction(infants):
        for child, facts in zip(_on_register(infants, "2"), TO_JUNIORS, strict=False):
            _to_juniors(child, facts, sendco)
    with school_transaction(juniors):
        _to_secondary(_on_register(juniors, "6")[0], sendco)
        _arrived(juniors, assistant)
        _of_last_september(juniors, people["teacher@demo.example"], sendco)


def _on_register(school: School, year: str) -> list[Pupil]:
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None)
    pupils = Pupil.objects.filter(
        school=school, year_group=year, pk__in=on_register.values("pupil")
    ).in_register_order()
    found = list(pupils[:2])
    for pupil in found:
        pupil.school = school
    return found


def _to_juniors(child: Pupil, facts: dict, by: User) -> None:
    plan = start_plan(
        pupil=child,
        by=by,
        kind=MoveKind.JUNIOR,
        moves_on=next_september(clock.today()),
        to_name="Bure Valley School, Year 3",
        receiver_name="Year 3 teacher, named in May",
        lead=by,
        **facts,
    )
    add_visit(
        plan=plan,
        by=by,
        kind="child",
        on=dt.date(2027, 6, 9),
        place="Bure Valley, Year 3 classroom",
        who="Class teacher",
    )


def _to_secondary(child: Pupil, by: User) -> None:
    plan = start_plan(
        pupil=child,
        by=by,
        kind=MoveKind.SECONDARY,
        moves_on=next_september(clock.today()),
        to_name="Fen High School",
        receiver_name="Mx Hale, SENDCo",
        lead=by,
        worries="Finding the way between lessons.\nHomework from nine teachers.",
        helps="A map with colours.\nHomework club on Tuesdays.",
        key_adults="Mx Hale, SENDCo\nMr Osei, head of Year 7",
        wishes="Wants to go where the older sister goes.",
    )
    _done(plan, by)
    add_setting(
        plan=plan,
        by=by,
        name="Fen High School",
        rank=1,
        visited_on=dt.date(2026, 10, 6),
        view="Liked the learning base and that it is small.",
        told="Apply by 31 October; the plan names the school by 14 February.",
    )
    add_setting(plan=plan, by=by, name="Marsh Academy", rank=2)
    first = ask_question(
        plan=plan, question="What helps in a fire drill?", asked_by="Mx Hale", by=by
    )
    answer_question(
        question=first,
        answer="Is told the day before, and goes out with an adult.",
        version=version_of(first, QUESTION_FIELDS),
        by=by,
    )
    ask_question(plan=plan, question="Which lessons need an adult?", asked_by="Mx Hale", by=by)


def _done(plan: MovePlan, by: User) -> None:
    """The first step of the checklist is behind them."""
    first = AgreedAction.objects.filter(school=plan.school, source_id=plan.pk).first()
    complete_action(action=first, on=clock.today(), by=by, outcome="Two schools seen in October")


def _of_last_september(school: School, teacher: User, by: User) -> None:
    """Two children of the teacher's who changed classes: one question open, one answered."""
    for number, child in enumerate(_on_register(school, "4")):
        plan = start_plan(
            pupil=child,
            by=by,
            kind=MoveKind.CLASS,
            moves_on=dt.date(2026, 9, 1),
            to_name=child.class_group.name,
            lead=by,
            receiver=teacher,
            receiver_sees_from=dt.date(2026, 7, 1),
        )
        for step in AgreedAction.objects.filter(school=school, source_id=plan.pk):
            complete_action(action=step, on=clock.today(), by=by)
        if number:
            text = "That a new seat needs a week's warning. The photo book was a great help."
            record_not_known(plan=plan, text=text, on=dt.date(2026, 11, 16), by=teacher)


def _arrived(school: School, by: User) -> None:
    """The latest arrival: asked on the first day, asked again, received."""
    stay = (
        Enrolment.objects.filter(school=school, starts_on__lte=clock.today() - 30 * DAY)
        .select_related("pupil__school")
        .order_by("-starts_on", "pupil_id")
        .first()
    )
    record = ask_for_record(
        pupil=stay.pupil,
        setting="St Anne's Primary School",
        address="office@st-annes.example",
        how="email",
        on=max(stay.starts_on, dt.date(2026, 9, 7)),
        by=by,
    )
    chase_record(record=record, how="phone", on=dt.date(2026, 9, 29), by=by)
    receive_record(record=record, received="SEN file, two reports", on=dt.date(2026, 10, 2), by=by)
