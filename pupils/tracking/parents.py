"""Readable history of parents' pages and of the times that they book."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.models import MeetingRound, ParentPage, SharedPaper, SlotBooking, StageHold

TRACKED = (
    Tracked(
        ParentPage,
        "a parent's page",
        P.VIEW_FAMILY_LOG,
        quiet=frozenset({"email"}),
        labels={"sent_on": "day of the link", "expires_on": "last day"},
        left_out=frozenset(
            {"contact", "made_by", "stopped_by", "told", "told_on", "last_read_at", "code_hash"}
            | {"code_sent_at", "codes_sent", "wrong_codes"}
        ),
    ),
    Tracked(
        SharedPaper,
        "a paper on a parent's page",
        P.VIEW_FAMILY_LOG,
        pupil_lookup="page__pupil_id",
        labels={"shared_on": "day it was shared", "ended_on": "day it was taken back"},
        left_out=frozenset({"page", "document", "shared_by"}),
    ),
    Tracked(
        StageHold,
        "e-mails about stages held back",
        P.VIEW_FAMILY_LOG,
        left_out=frozenset({"held_by"}),
    ),
    Tracked(
        MeetingRound,
        "times offered to parents",
        P.VIEW_FAMILY_LOG,
        pupil_lookup="",
        title=lambda v: v["title"],
        labels={"book_by": "last day to book", "closed_on": "day it was closed"},
        left_out=frozenset({"opened_by"}),
    ),
    Tracked(
        SlotBooking,
        "a booked time",
        P.VIEW_FAMILY_LOG,
        left_out=frozenset({"slot", "round", "contact", "meeting", "booked_by", "booked_at"}),
    ),
)
