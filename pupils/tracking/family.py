"""Readable history of the family, and what was said, asked and agreed with it."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.family_codes import AskKind, OrderKind
from pupils.models import (
    AgreedAction,
    Contact,
    ContactOrder,
    ContributionRequest,
    Disagreement,
    Home,
    RecordsRequest,
    Talk,
    Voice,
)
from pupils.tracking.texts import log_permission

TRACKED = (
    Tracked(
        ContributionRequest,
        "a request for views or advice",
        lambda v: P.READ_CARE if v["kind"] == AskKind.PLAN_PART else P.VIEW_FAMILY_LOG,
        title=lambda v: AskKind(v["kind"]).label,
        labels={"name": "person who is asked", "email": "address"},
        quiet=frozenset({"email", "message", "questions"}),
        left_out=frozenset(
            {"asked_by", "cancelled_by", "draft", "draft_at", "code_hash", "code_sent_at"}
            | {"codes_sent", "wrong_codes"}
        ),
    ),
    Tracked(
        Contact,
        "a contact",
        P.VIEW_PUPILS,
        title=lambda v: v["name"],
        quiet=frozenset({"phone", "email"}),
        labels={"has_parental_responsibility": "note on parental responsibility"},
    ),
    Tracked(
        Home,
        "a home",
        P.VIEW_PUPILS,
        # Who reads the history need not know a withheld address, nor what the home was called
        # before somebody thought of withholding it.
        quiet=frozenset({"name", "address", "child_is_there", "withheld_why"}),
    ),
    Tracked(
        ContactOrder,
        "a court order or agreement",
        P.RECORD_ORDERS,
        title=lambda v: OrderKind(v["kind"]).label,
        labels={"starts_on": "first day", "ends_on": "last day", "evidence": "evidence"},
    ),
    Tracked(
        Talk,
        "an entry of the contact log",
        log_permission,
        title=lambda v: v["who"],
        labels={"on": "day"},
        left_out=frozenset({"logged_by", "logged_at", "contact"}),
    ),
    Tracked(
        AgreedAction,
        "an agreed action",
        log_permission,
        title=lambda v: v["what"],
        labels={"due_on": "day", "done_on": "day it was done"},
        left_out=frozenset({"source_id", "agreed_by", "agreed_on", "done_by", "withdrawn_by"}),
    ),
    Tracked(
        Voice,
        "views or advice",
        log_permission,
        title=lambda v: AskKind(v["kind"]).label,
        labels={"given_on": "day"},
        left_out=frozenset({"answers", "contact", "ask", "recorded_by", "recorded_at"}),
    ),
    Tracked(
        Disagreement,
        "a disagreement",
        P.KEEP_DISAGREEMENTS,
        quiet=frozenset({"about", "next_what"}),
        labels={"next_on": "day of the next step"},
        left_out=frozenset({"next_owner", "closed_by"}),
    ),
    Tracked(
        RecordsRequest,
        "a request for records",
        P.ANSWER_REQUESTS,
        quiet=frozenset({"asker", "scope", "outcome_why"}),
        left_out=frozenset({"joint_id", "contact", "owner", "answered_by", "collected_at"}),
    ),
)
