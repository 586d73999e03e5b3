"""A plan for a move: started with its checklist, changed, closed."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Q

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Owes, User
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction, ClassAdult, MovePlan, Pupil
from pupils.moving_codes import StepOwner, TemplateStep
from pupils.rules import moving as rules
from pupils.selectors.moving.templates import template_of
from pupils.services.actions import NewAction, Owner, add_actions
from pupils.services.recording import lock, lock_pupil, record_change, require_born

PLAN_FIELDS = (
    "kind",
    "moves_on",
    "to_name",
    "lead",
    "receiver",
    "receiver_sees_from",
    "receiver_name",
    "key_adults",
    "worries",
    "helps",
    "wishes",
    "told",
    "told_on",
)


@transaction.atomic
def start_plan(*, pupil: Pupil, by: User, **values: Any) -> MovePlan:
    """Start a plan; its checklist comes from the school's template and is due at once.

    Raises TransitionNotAllowed while another plan of the child is open.
    """
    pupil = lock_pupil(pupil)
    if MovePlan.objects.open().filter(school_id=pupil.school_id, pupil=pupil).exists():
        raise TransitionNotAllowed("There is an open plan for this child already.")
    require_born(pupil, values["moves_on"])
    today = clock.today()
    plan = MovePlan.objects.create(
        school=pupil.school, pupil=pupil, started_on=today, started_by=by, **values
    )
    steps = template_of(pupil.school, plan.kind).steps
    add_actions(
        pupil=pupil,
        actions=_actions(plan, steps, today=today),
        agreed_on=today,
        by=by,
        source=ActionSource.MOVE,
        source_id=plan.pk,
    )
    record_plan(plan, by, "started")
    return plan


@transaction.atomic
def change_plan(*, plan: MovePlan, version: str, by: User, **values: Any) -> MovePlan:
    """Change what the plan says. Steps keep their days unless the move itself moves."""
    pupil = lock_pupil(plan.pupil)
    plan = lock(plan)
    require_open(plan)
    require_version(plan, PLAN_FIELDS, version)
    require_born(pupil, values.get("moves_on"))
    shift = values.get("moves_on", plan.moves_on) - plan.moves_on
    for name in values.keys() & set(PLAN_FIELDS):
        setattr(plan, name, values[name])
    plan.save(update_fields=PLAN_FIELDS)
    if shift:
        _move_steps(plan, shift)
    plan.pupil = pupil
    record_plan(plan, by, "changed")
    return plan


@transaction.atomic
def end_plan(*, plan: MovePlan, why: str, on: dt.date, by: User) -> MovePlan:
    """Close the plan; steps that are still open are taken off the list with the same reason."""
    plan = locked(plan)
    plan.ended_on, plan.ended_by, plan.ended_why = on, by, why
    plan.save(update_fields=["ended_on", "ended_by", "ended_why"])
    steps_of(plan).open().update(withdrawn_on=on, withdrawn_by=by, withdrawn_why=why)
    record_plan(plan, by, "closed")
    return plan


def locked(plan: MovePlan) -> MovePlan:
    """The open plan as it is now, with its child, both locked."""
    pupil = lock_pupil(plan.pupil)
    plan = lock(plan)
    require_open(plan)
    plan.pupil = pupil
    return plan


def require_open(plan: MovePlan) -> None:
    """Raises TransitionNotAllowed for a plan that is closed."""
    if plan.ended_on:
        raise TransitionNotAllowed("This plan is closed.")


def record_plan(plan: MovePlan, by: User | None, step: str) -> None:
    """Write down a step of the plan; what is due is worked out again."""
    record_change(Action.CHANGE_MOVE, pupil=plan.pupil, by=by, subject=plan, detail={"step": step})


def steps_of(plan: MovePlan):
    """The checklist: agreed actions of this plan."""
    return AgreedAction.objects.filter(
        school_id=plan.school_id, source=ActionSource.MOVE, source_id=plan.pk
    )


def _move_steps(plan: MovePlan, shift: dt.timedelta) -> None:
    calendar, today = calendar_of(plan.school), clock.today()
    steps = list(steps_of(plan).open())
    for step in steps:
        step.due_on = max(calendar.do_by(step.due_on + shift), today)
    AgreedAction.objects.bulk_update(steps, ["due_on"])


def _actions(plan: MovePlan, steps: tuple[TemplateStep, ...], *, today: dt.date) -> list[NewAction]:
    calendar = calendar_of(plan.school)
    owners = {
        StepOwner.LEAD: Owner(user=plan.lead),
        StepOwner.TEACHER: Owner(user=_class_teacher(plan.pupil, today) or plan.lead),
        StepOwner.RECEIVER: Owner(user=plan.receiver or plan.lead),
        StepOwner.FAMILY: Owner(name="The family", owed_by=Owes.PARENT),
    }
    return [
        NewAction(
            step.what,
            owners[StepOwner(step.owner)],
            rules.step_due_on(plan.moves_on, step.weeks, today=today, do_by=calendar.do_by),
        )
        for step in steps
    ]


def _class_teacher(pupil: Pupil, today: dt.date) -> User | None:
    adults = ClassAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        school_id=pupil.school_id,
        class_group_id=pupil.class_group_id,
        role=Role.CLASS_TEACHER,
        starts_on__lte=today,
    )
    first = adults.select_related("user").order_by("starts_on", "id").first()
    return first.user if first else None
