"""Who leads a subject, and the actions of a subject: said, added, changed."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.selectors.actions import colleagues_at
from reports.models import Objective, PlanStep, SubjectLead
from reports.services.objectives import add_step
from reports.services.working_off import lock_school, locked_to_do, require_open_state
from reports.subject_codes import Subject

#: What an edit of an action starts from.
ACTION_FIELDS = ("what", "for_whom", "due_on", "objective_id", "owner_id", "evidence", "state")


@transaction.atomic
def choose_leads(
    *, school: School, subject: str, user_ids: Collection[UUID], seen: Collection[UUID], today,
    by: User | None,
) -> None:  # fmt: skip
    """Let exactly these colleagues lead a subject; refused where somebody changed it since `seen`."""
    lock_school(school.pk)
    rows = SubjectLead.objects.filter(school=school, subject=subject)
    now = set(rows.values_list("user_id", flat=True))
    wanted = set(user_ids)
    if now == wanted:
        return
    if now != set(seen):
        raise TransitionNotAllowed("Somebody else changed who leads it. Open the page again.")
    here = {each.pk for each in colleagues_at(school, today=today)}
    if wanted - now - here:
        raise TransitionNotAllowed("Choose somebody who works here.")
    rows.filter(user_id__in=now - wanted).delete()
    for pk in sorted(wanted - now):
        SubjectLead.objects.create(school=school, subject=subject, user_id=pk)
    detail = {"subject": subject, "leads": len(wanted)}
    record_event(Action.KEEP_SUBJECTS, school=school, by=by, detail=detail)


@transaction.atomic
def add_action(*, school: School, subject: str, by: User | None, **values: Any) -> PlanStep:
    """Write down an action in the curriculum of a subject; the same one twice is refused."""
    lock_school(school.pk)
    objective = _objective(school, values.pop("objective_id", None))
    values["who"] = _who(values.get("owner_id"), subject)
    return add_step(school=school, by=by, objective=objective, subject=subject, **values)


@transaction.atomic
def change_action(*, action: PlanStep, version: str, by: User | None, **values: Any) -> PlanStep:
    """Change an action that is still to be done. StaleSave for the second editor."""
    found = locked_to_do(action)
    require_version(found, ACTION_FIELDS, version)
    if values.get("objective_id") != found.objective_id:
        _objective(found.school, values.get("objective_id"))
    for name in ACTION_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    require_open_state(found)
    found.who = _who(found.owner_id, found.subject)
    same = PlanStep.objects.to_do().filter(
        school=found.school_id,
        what=found.what,
        objective=found.objective_id,
        brief=found.brief_id,
        subject=found.subject,
    )
    if same.exclude(pk=found.pk).exists():
        raise TransitionNotAllowed("This stands there already.")
    found.save(update_fields=[*ACTION_FIELDS, "who"])
    detail = {"objective": "PlanStep", "step": "changed", "subject": found.subject}
    record_event(Action.RECORD_OBJECTIVE, school=found.school, by=by, subject=found, detail=detail)
    rebuild_deadlines(found.school)
    return found


def _objective(school: School, pk: UUID | None) -> Objective | None:
    """The objective towards which it counts, while that is still to be reached."""
    if pk is None:
        return None
    found = Objective.objects.to_do().filter(school=school, pk=pk).first()
    if found is None:
        raise TransitionNotAllowed("This objective is reached or given up. Choose another.")
    return found


def _who(owner_id: UUID | None, subject: str) -> str:
    """The name of who is asked; without anybody, the post."""
    owner = User.objects.filter(pk=owner_id).first() if owner_id else None
    return owner.name if owner else f"Subject leader, {Subject(subject).label}"[:150]
