"""Readable history of plans that keep a child safe, and the safeguarding lead."""

from typing import Any

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.codes import SENSITIVE_PLANS, SafetyPlanKind
from pupils.models import PlanAdult, SafeguardingLead, SafetyPlan


def _plan_permission(values: dict[str, Any]) -> P:
    return P.VIEW_SENSITIVE if values["kind"] in SENSITIVE_PLANS else P.VIEW_NEEDS


TRACKED = (
    Tracked(
        SafetyPlan,
        "a safety plan",
        _plan_permission,
        title=lambda v: SafetyPlanKind(v["kind"]).label,
        labels={"starts_on": "first day", "ended_on": "last day", "draft": "words"},
        quiet=frozenset({"draft"}),
        left_out=frozenset({"must_read_from", "owner"}),
    ),
    Tracked(
        PlanAdult,
        "an adult named in a safety plan",
        P.VIEW_SENSITIVE,
        pupil_lookup="plan__pupil_id",
        labels={"does": "what this adult does", "trained_on": "day of the training"},
        left_out=frozenset({"user", "plan"}),
    ),
    Tracked(
        SafeguardingLead,
        "the safeguarding lead",
        P.NAME_SAFEGUARDING_LEAD,
        pupil_lookup="",
        labels={"away_from": "first day away", "away_until": "last day away"},
    ),
)
