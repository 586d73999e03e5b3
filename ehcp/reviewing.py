"""What the floor says of review meetings when it is loaded: asks, history, texts, packs."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from aylsham.access.permissions import Permission
from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.codes import Sensitivity
from aylsham.dates import DAY
from aylsham.models import School
from ehcp import models as own
from ehcp.review_codes import NoteKind, TaskKind
from pupils.asks.rows import here
from pupils.handed_texts import HandedText, leave_unhanded, register_text
from pupils.led_meetings import Leader, register_leader
from pupils.meeting_codes import MeetingKind
from pupils.packs import PackTable, by_sensitivity, leave_out, register_table
from pupils.packs.titles import register_title

_READ = Permission.VIEW_PLANS
_PUPIL = "meeting__review__plan__pupil"
#: A colleague's advice is wanted so long before the meeting.
ADVICE_BEFORE = 21 * DAY


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_leader(
        "reviews",
        Leader(
            MeetingKind.PERSON,
            "the annual review",
            "the yearly review of an education, health and care plan",
            _meetings,
            page="review",
            permission=_READ,
        ),
    )
    register_ask(
        AskKind(
            "review_advice",
            "Write your advice for the review",
            "Advice for reviews",
            12,
            (advice_owed,),
            page="review_advice",
            args=lambda ask: (ask.subject,),
            permission=Permission.RECORD_VOICE,
        )
    )
    _register_history()
    _register_texts()


def register_packs() -> None:
    """Called once, after plan and reviews: what a table points at comes before it."""
    register_table(
        PackTable(
            own.ReviewMeeting,
            "Meetings of annual reviews",
            "review__plan__pupil",
            is_told_only=True,
        )
    )
    register_table(
        PackTable(
            own.ReviewNote,
            "What was said at annual reviews",
            _PUPIL,
            held=by_sensitivity,
            without=frozenset({"sitting"}),
            is_told_only=True,
        )
    )
    leave_out(own.ReviewInvitee, "It names who comes to this school’s meetings.")
    leave_out(own.ReviewTask, "It says who of this school does what.")
    register_title(own.ReviewInvitee, "People invited to annual reviews")
    register_title(own.ReviewTask, "Tasks of annual reviews given to colleagues")


def advice_owed(scope: Scope) -> QuerySet:
    """Colleagues who were asked for advice before a review and have not written it."""
    rows = own.ReviewInvitee.objects.filter(
        school=scope.school,
        guest__user__is_active=True,
        advice_asked_on__isnull=False,
        advice_received_on=None,
        meeting__review__is_held=False,
        meeting__review__meeting_on__gte=scope.today,
        meeting__review__plan__pupil__in=here(scope),
    )
    return asked(
        rows,
        person="guest__user_id",
        pupil=f"{_PUPIL}_id",
        due_on=F("meeting__review__meeting_on") - ADVICE_BEFORE,
        asked_on="advice_asked_on",
    )


def _meetings(schools: Iterable[School]) -> QuerySet:
    rows = own.ReviewMeeting.objects.filter(school__in=list(schools))
    return rows.values_list("meeting_id", "review_id")


def _register_history() -> None:
    register_tracked(
        Tracked(
            own.ReviewMeeting,
            "the meeting of a review",
            _READ,
            pupil_lookup="review__plan__pupil_id",
            left_out=frozenset({"review", "meeting", "finished_by"}),
        )
    )
    register_tracked(
        Tracked(
            own.ReviewInvitee,
            "an invitation to a review",
            _READ,
            pupil_lookup=f"{_PUPIL}_id",
            labels={"invited_on": "day of the invitation"},
            left_out=frozenset({"meeting", "guest"}),
        )
    )
    register_tracked(
        Tracked(
            own.ReviewNote,
            "a note of a review meeting",
            _note_permission,
            pupil_lookup=f"{_PUPIL}_id",
            title=lambda values: str(NoteKind(values["kind"]).label),
            quiet=frozenset({"title", "text", "wording", "whose"}),
            left_out=frozenset({"meeting", "line", "outcome", "written_by"}),
        )
    )
    register_tracked(
        Tracked(
            own.ReviewTask,
            "a task of a review",
            _READ,
            pupil_lookup="review__plan__pupil_id",
            title=lambda values: str(TaskKind(values["kind"]).label),
            left_out=frozenset({"review"}),
        )
    )


def _note_permission(values: dict[str, Any]) -> Permission:
    """Health, care and what was marked are read by those who may read sensitive text."""
    is_sensitive = values["sensitivity"] != Sensitivity.EVERYONE
    return Permission.VIEW_SENSITIVE if is_sensitive else _READ


def _register_texts() -> None:
    register_text(
        HandedText(
            "review-note",
            own.ReviewNote,
            "a note of a review meeting",
            ("text", "wording"),
            "written_by",
            _READ,
            pupil=_PUPIL,
        )
    )
    leave_unhanded(own.ReviewNote, "title", "The council’s wording, which the school must keep.")
    leave_unhanded(own.ReviewNote, "whose", "Names, no account of the child.")
