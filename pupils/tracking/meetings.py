"""Readable history of meetings and early help."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.meeting_codes import MeetingKind
from pupils.models import AgendaItem, HelpPlan, HelpReview, Meeting, MeetingInvitee
from pupils.tracking.texts import log_permission

TRACKED = (
    Tracked(
        Meeting,
        "a meeting",
        P.VIEW_FAMILY_LOG,
        title=lambda v: MeetingKind(v["kind"]).label,
        quiet=frozenset({"called_off_why"}),
        labels={"on": "day", "minutes_done_on": "day of the minutes"},
        left_out=frozenset({"help_plan", "planned_by", "minutes_done_by"}),
    ),
    Tracked(
        MeetingInvitee,
        "an invitation to a meeting",
        P.VIEW_FAMILY_LOG,
        title=lambda v: v["name"],
        pupil_lookup="meeting__pupil_id",
        quiet=frozenset({"note", "email"}),
        left_out=frozenset({"meeting", "contact", "ask", "replied_at", "invited_on", "user"}),
    ),
    Tracked(
        AgendaItem,
        "an item of a meeting",
        log_permission,
        pupil_lookup="meeting__pupil_id",
        quiet=frozenset({"text"}),
        left_out=frozenset({"meeting", "place", "written_by"}),
    ),
    Tracked(
        HelpPlan,
        "an early-help plan",
        P.VIEW_FAMILY_LOG,
        quiet=frozenset({"why", "wanted", "end_note"}),
        labels={"consent_on": "day of consent", "review_on": "day of the next review"},
        left_out=frozenset({"lead"}),
    ),
    Tracked(
        HelpReview,
        "a review of an early-help plan",
        P.VIEW_SENSITIVE,
        pupil_lookup="plan__pupil_id",
        quiet=frozenset({"changed"}),
        labels={"on": "day"},
        left_out=frozenset({"plan", "written_by"}),
    ),
)
