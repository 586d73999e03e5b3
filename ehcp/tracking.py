"""EHC plans and their reviews have a readable history."""

from typing import Any

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.codes import Sensitivity
from ehcp.models import AnnualReview, EhcPlan, PlanLine, PlanMove, PlanTerms, PlanVersion

_READ = Permission.VIEW_PLANS
_WORDS = frozenset({"text", "who", "qualification", "author", "profession", "source"})


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_tracked(
        Tracked(
            EhcPlan,
            "the EHC plan",
            Permission.VIEW_PLANS,
            labels={"ended_on": "last day", "made_on": "date first issued"},
        )
    )
    register_tracked(
        Tracked(
            AnnualReview,
            "a review of the EHC plan",
            Permission.VIEW_PLANS,
            pupil_lookup="plan__pupil_id",
            labels={
                "meeting_on": "day of the meeting",
                "invited_on": "day of the invitations",
                "advice_sent_on": "day the advice was sent",
                "report_sent_on": "day the report was sent",
                "amendment_notice_on": "day of the amendment notice",
                "final_plan_on": "day of the final plan",
                "confirmed_for_transfer_on": "day the council confirmed it for the transfer",
                "is_held": "note that the meeting was held",
            },
            left_out=frozenset({"plan"}),
        )
    )
    register_tracked(
        Tracked(
            PlanVersion,
            "a version of the EHC plan",
            _READ,
            pupil_lookup="plan__pupil_id",
            left_out=frozenset({"plan", "document", "checked_by"}),
        )
    )
    register_tracked(
        Tracked(
            PlanLine,
            "a line of the EHC plan",
            _line_permission,
            pupil_lookup="version__plan__pupil_id",
            title=lambda values: values["number"] or f"Section {values['section']}",
            quiet=_WORDS,
            left_out=frozenset({"version", "position", "need", "outcome", "promise"}),
        )
    )
    for model, noun in (
        (PlanTerms, "funding and placement of the EHC plan"),
        (PlanMove, "the council that the EHC plan came from"),
    ):
        register_tracked(
            Tracked(model, noun, _READ, pupil_lookup="plan__pupil_id", left_out=frozenset({"plan"}))
        )


def _line_permission(values: dict[str, Any]) -> Permission:
    """Health and care are read by those who may read sensitive text."""
    sensitive = values["sensitivity"] != Sensitivity.EVERYONE
    return Permission.VIEW_SENSITIVE if sensitive else _READ
