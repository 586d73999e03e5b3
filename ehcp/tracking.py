"""EHC plans and their reviews have a readable history."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from ehcp.models import AnnualReview, EhcPlan


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
