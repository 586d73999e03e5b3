"""Readable history of moves, and records that come and go."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.models import (
    IncomingRecord,
    MovePlan,
    MoveQuestion,
    MoveVisit,
    NextSetting,
    PreviousRecord,
    RecordTransfer,
)
from pupils.moving_codes import MoveKind

#: How a pack is made and opened: nobody reads a sentence about that.
_OF_PACKING = frozenset(
    {"digest", "size", "check_code", "counts", "code", "transfer_id", "opens_on", "expires_on"}
    | {"code_hash", "code_sent_at", "codes_sent", "wrong_codes"}
)
_BY = frozenset({"started_by", "ended_by", "not_known_by"})

TRACKED = (
    Tracked(
        RecordTransfer,
        "a record sent to another school",
        P.VIEW_NEEDS,
        title=lambda v: v["to_name"],
        quiet=frozenset({"to_email", "includes", "include_why", "ended_why"}),
        left_out=_OF_PACKING | {"approved_by", "approved_at", "to_school", "locked_at"},
    ),
    Tracked(
        IncomingRecord,
        "a record from another school",
        P.MOVE_RECORDS,
        title=lambda v: v["from_name"],
        quiet=frozenset({"returned_why"}),
        left_out=_OF_PACKING | {"from_school", "arrived_at", "arrived_by", "decided_by"},
    ),
    Tracked(
        PreviousRecord,
        "the record of a previous setting",
        P.VIEW_NEEDS,
        title=lambda v: v["setting"],
        quiet=frozenset({"address", "received", "ended_why"}),
        left_out=frozenset({"asked_by"}),
    ),
    Tracked(
        MovePlan,
        "a plan for a move",
        P.VIEW_NEEDS,
        title=lambda v: MoveKind(v["kind"]).label,
        labels={"told_on": "day on which the family was told", "ended_on": "last day"},
        quiet=frozenset({"worries", "helps", "wishes", "told", "not_known", "key_adults"}),
        left_out=frozenset({"lead", "receiver", "started_on"} | _BY),
    ),
    Tracked(
        MoveVisit,
        "a visit before a move",
        P.VIEW_NEEDS,
        pupil_lookup="plan__pupil_id",
        title=lambda v: v["place"],
        quiet=frozenset({"went"}),
        left_out=frozenset({"plan"}),
    ),
    Tracked(
        NextSetting,
        "a setting that the family thinks about",
        P.VIEW_NEEDS,
        pupil_lookup="plan__pupil_id",
        title=lambda v: v["name"],
        quiet=frozenset({"view", "told"}),
        left_out=frozenset({"plan"}),
    ),
    Tracked(
        MoveQuestion,
        "a question of the receiving teacher",
        P.VIEW_NEEDS,
        pupil_lookup="plan__pupil_id",
        labels={"answered_on": "day of the answer"},
        quiet=frozenset({"question", "answer"}),
        left_out=frozenset({"plan", "answered_by", "asked_on"}),
    ),
)
