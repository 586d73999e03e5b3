"""Readable history of the passport."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.codes import PassportPart
from pupils.models import (
    AsideText,
    LineReader,
    Passport,
    PassportComment,
    PassportSymbol,
    PassportText,
)
from pupils.symbols import SYMBOLS
from pupils.tracking.texts import OF_WRITING, text_permission

TRACKED = (
    Tracked(
        PassportText,
        "a part of the passport",
        text_permission,
        pupil_lookup="passport__pupil_id",
        title=lambda v: PassportPart(v["part"]).label,
        labels={"text": "words"},
        quiet=frozenset({"text"}),
        left_out=OF_WRITING | {"passport", "part"},
    ),
    Tracked(
        LineReader,
        "who reads a sensitive line by name",
        P.VIEW_SENSITIVE,
        labels={"starts_on": "first day", "ends_on": "last day", "ended_on": "day it was ended"},
        left_out=frozenset({"text", "strategy", "named_by", "ended_by"}),
    ),
    Tracked(
        PassportSymbol,
        "a picture beside a line of the passport",
        P.VIEW_NEEDS,
        pupil_lookup="passport__pupil_id",
        title=lambda v: SYMBOLS[v["symbol"]].label if v["symbol"] in SYMBOLS else "",
        left_out=frozenset({"passport", "line", "chosen_by", "chosen_at"}),
    ),
    Tracked(
        AsideText,
        "words kept beside a line of the passport",
        text_permission,
        pupil_lookup="passport__pupil_id",
        labels={"text": "words"},
        quiet=frozenset({"text"}),
        left_out=OF_WRITING | {"passport", "line", "written_by", "written_at"},
    ),
    Tracked(
        PassportComment,
        "a comment on the passport",
        P.EDIT_PASSPORTS,
        pupil_lookup="passport__pupil_id",
        labels={"text": "words"},
        quiet=frozenset({"text"}),
        left_out=frozenset({"passport", "part", "written_by", "written_at"}),
    ),
    Tracked(
        Passport,
        "the passport",
        P.VIEW_NEEDS,
        labels={"confirmed_on": "day it was last found true"},
        left_out=frozenset({"sent_by", "published_by", "confirmed_by"}),
    ),
)
