"""Objectives of a federation: worded once, given to every school, changed and given up everywhere."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Federation, School, User
from reports.models import FederationObjective, Objective
from reports.objective_codes import PlanKind
from reports.services.working_off import STATE_FIELDS, lock_school, set_given_up

#: What an edit starts from.
FEDERATION_FIELDS = ("what", "basis", "sign", "lead", "first_look_on", "ends_on")
#: Of these each school's row says the same.
SAME_FIELDS = ("what", "basis", "sign", "ends_on")
#: A school that comes later looks at it within so many days.
FIRST_LOOK = dt.timedelta(days=28)


@transaction.atomic
def add_federation_objective(
    *, federation: Federation, by: User | None, **values: Any
) -> FederationObjective:
    """Word an objective; every school of the federation has it from now on."""
    schools = _locked_schools(federation)
    found = FederationObjective(federation=federation, **values)
    _require_good(found)
    found.save(force_insert=True)
    for school in schools:
        _give(found, school, by)
    return found


@transaction.atomic
def change_federation_objective(
    *, objective: FederationObjective, version: str, by: User | None, **values: Any
) -> FederationObjective:
    """Word it anew, in every school at once. StaleSave for the second editor."""
    schools = _locked_schools(objective.federation)
    found = _locked(objective)
    require_version(found, FEDERATION_FIELDS, version)
    for name in FEDERATION_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_good(found)
    found.save(update_fields=FEDERATION_FIELDS)
    rows = {row.school_id: row for row in Objective.objects.filter(shared=found)}
    for school in schools:
        if row := rows.get(school.pk):
            row.school = school
            _word(row, found)
            _record(row, by, "worded anew by the federation")
        else:
            _give(found, school, by)
    return found


@transaction.atomic
def give_up_federation_objective(
    *, objective: FederationObjective, why: str, by: User | None
) -> FederationObjective:
    """It ends in every school that has not reached it, with the reason."""
    schools = {school.pk: school for school in _locked_schools(objective.federation)}
    found = _locked(objective)
    if not why.strip():
        raise TransitionNotAllowed("Say why it is given up.")
    found.given_up_why = why.strip()
    found.save(update_fields=["given_up_why"])
    for row in Objective.objects.to_do().filter(shared=found, school__in=schools):
        row.school = schools[row.school_id]
        set_given_up(row, why)
        row.save(update_fields=STATE_FIELDS)
        _record(row, by, "given up by the federation")
    return found


@transaction.atomic
def take_on_federation_objectives(*, school: School, by: User | None = None) -> list[Objective]:
    """Give a school what its federation holds and it has not: for one that came later."""
    mine = Objective.objects.filter(school=school, shared__isnull=False)
    held = FederationObjective.objects.filter(federation=school.federation_id, given_up_why="")
    missing = [each for each in held if each.pk not in set(mine.values_list("shared", flat=True))]
    if not missing:
        return []
    lock_school(school.pk)
    has = set(mine.values_list("shared", flat=True))
    return [_give(each, school, by) for each in missing if each.pk not in has]


def _locked_schools(federation: Federation) -> list[School]:
    """Every school, locked in one order."""
    keys = federation.schools.order_by("pk").values_list("pk", flat=True)
    return [lock_school(pk) for pk in keys]


def _locked(objective: FederationObjective) -> FederationObjective:
    rows = FederationObjective.objects.select_for_update(no_key=True)
    found = rows.get(pk=objective.pk)
    if not found.holds:
        raise TransitionNotAllowed("It is given up. Word a new one.")
    return found


def _give(shared: FederationObjective, school: School, by: User | None) -> Objective:
    """The school's own row; one with the same words that it has already becomes that row."""
    of_plan = Objective.objects.to_do().filter(school=school, plan=PlanKind.FEDERATION, shared=None)
    row = of_plan.filter(what=shared.what).first()
    if row is None:
        row = Objective(school=school, plan=PlanKind.FEDERATION, lead=shared.lead)
        is_past = shared.first_look_on < clock.today()
        row.review_on = clock.today() + FIRST_LOOK if is_past else shared.first_look_on
    row.school, row.shared = school, shared
    _word(row, shared)
    _record(row, by, "given by the federation")
    return row


def _word(row: Objective, shared: FederationObjective) -> None:
    """The school's row says what the federation's says."""
    for name in SAME_FIELDS:
        setattr(row, name, getattr(shared, name))
    row.review_on = min(row.review_on, row.ends_on)
    same = Objective.objects.to_do().filter(school=row.school_id, plan=row.plan, what=row.what)
    if row.is_to_do and same.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed(f"{row.school.name} has another objective with these words.")
    row.save()


def _require_good(objective: FederationObjective) -> None:
    if objective.first_look_on > objective.ends_on:
        raise TransitionNotAllowed("Look at it before the day by which it is to be reached.")
    beside = FederationObjective.objects.filter(
        federation=objective.federation_id, what=objective.what, given_up_why=""
    ).exclude(pk=objective.pk)
    if beside.exists():
        raise TransitionNotAllowed("This stands there already.")


def _record(row: Objective, by: User | None, step: str) -> None:
    detail = {"objective": type(row).__name__, "step": step}
    record_event(Action.RECORD_OBJECTIVE, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
