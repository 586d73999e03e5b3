"""A plan that a council ceases: it is kept while the parents can appeal, and while they do."""

import datetime as dt

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from ehcp.codes import PlanEnd
from ehcp.models import EhcPlan
from ehcp.rules.ceasing import CITATION, CeasingFacts
from ehcp.selectors.ceasing import ceasing_of
from ehcp.services.plan_promises import keep_promises
from ehcp.services.recording import record, save


def require_may_cease(plan: EhcPlan, ended_on: dt.date) -> None:
    """Refuse a last day on which the council still had to keep the (locked) plan."""
    facts = ceasing_of(plan)
    if facts and facts.keeps_plan(ended_on):
        raise TransitionNotAllowed(_why_kept(facts))


def keep_in_force(plan: EhcPlan, *, by: User | None) -> bool:
    """Put a (locked) plan that was ceased in force again while the council has to keep it.

    A newer plan of the child stays the one in force.
    """
    if plan.end_reason != PlanEnd.CEASED or not _has_to_stay(plan):
        return False
    save(plan, {"ended_on": None, "end_reason": ""}, None)
    keep_promises(plan, by=by)
    record(Action.CHANGE_PLAN, plan, by=by, detail={"what": "in force again"})
    return True


def _has_to_stay(plan: EhcPlan) -> bool:
    facts = ceasing_of(plan)
    if facts is None or not facts.keeps_plan(clock.today()):
        return False
    plans = EhcPlan.objects.filter(school_id=plan.school_id, pupil_id=plan.pupil_id)
    return not plans.maintained().exists()


def _why_kept(facts: CeasingFacts) -> str:
    if first := facts.may_end_on:
        why = "The appeal ran until then"
        if not facts.lodged_on:
            why = "The parents can appeal until the day before"
        return f"The plan can end on {first:%-d %B %Y} at the earliest. {why}: {CITATION}."
    if facts.ordered_on or facts.unopposed_on:
        return (
            "The parents won the appeal: the council has to keep the plan. If it ceases the plan "
            "by another letter, record that one first."
        )
    return f"An appeal runs. The plan stays in force until it is decided: {CITATION}."
