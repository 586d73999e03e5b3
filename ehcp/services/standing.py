"""What stands around a plan: its terms from a day on, and where it came from."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.models import EhcPlan, PlanMove, PlanTerms
from ehcp.services.recording import lock_plan, save
from pupils.services.recording import as_pk, lock, record_change

TERMS_FIELDS = ("starts_on", "band", "top_up_pence", "placement", "setting")
MOVE_FIELDS = ("from_authority", "moved_on", "aware_on", "transferred_on")


@transaction.atomic
def add_terms(
    *, plan: EhcPlan, by: User | None, key: UUID | None = None, **facts: Any
) -> PlanTerms:
    """Record band, top-up and placement from a day on; `facts` are TERMS_FIELDS."""
    plan = lock_plan(plan)
    rows = PlanTerms.objects.filter(school_id=plan.school_id, plan=plan)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_free(plan, facts["starts_on"])
    terms = PlanTerms.objects.create(school_id=plan.school_id, plan=plan, **as_pk(key), **facts)
    _record("terms added", plan, terms, by)
    return terms


@transaction.atomic
def change_terms(*, terms: PlanTerms, mark: str, by: User, **facts: Any) -> PlanTerms:
    """Put them right."""
    plan = lock_plan(terms.plan)
    terms = lock(terms)
    _require_free(plan, facts["starts_on"], terms)
    if save(terms, facts, mark):
        _record("terms corrected", plan, terms, by)
    return terms


@transaction.atomic
def record_move(*, plan: EhcPlan, mark: str, by: User | None, **facts: Any) -> PlanMove:
    """Record, or put right, that the plan came from another council; `facts` are MOVE_FIELDS."""
    plan = lock_plan(plan)
    if facts["from_authority"].casefold() == plan.local_authority.casefold():
        raise TransitionNotAllowed("That council keeps the plan now. Name the one before.")
    rows = PlanMove.objects.filter(school_id=plan.school_id, plan=plan)
    move = rows.select_for_update(no_key=True).first()
    if move is None:
        move = PlanMove.objects.create(school_id=plan.school_id, plan=plan, **facts)
    else:
        save(move, facts, mark)
    _record("moved in", plan, move, by)
    return move


@transaction.atomic
def remove_terms(*, terms: PlanTerms, by: User) -> None:
    """Take away terms that were entered by mistake; pressed twice, nothing more happens."""
    _take_away(PlanTerms, terms, "terms taken away", by)


@transaction.atomic
def remove_move(*, move: PlanMove, by: User) -> None:
    """The plan did not come from another council: what that made due is due no longer."""
    _take_away(PlanMove, move, "move taken away", by)


def _take_away(model, row, step: str, by: User) -> None:
    plan = lock_plan(row.plan)
    rows = model.objects.filter(school_id=plan.school_id, plan=plan, pk=row.pk)
    if rows.select_for_update(no_key=True).first():
        rows.delete()
        _record(step, plan, plan, by)


def _require_free(plan: EhcPlan, day: dt.date, but: PlanTerms | None = None) -> None:
    rows = PlanTerms.objects.filter(school_id=plan.school_id, plan=plan, starts_on=day)
    if rows.exclude(pk=but and but.pk).exists():
        raise TransitionNotAllowed("Something is recorded from that day already. Correct it.")


def _record(step: str, plan: EhcPlan, row, by: User | None) -> None:
    record_change(Action.CHANGE_PLAN, pupil=plan.pupil, by=by, subject=row, detail={"what": step})
