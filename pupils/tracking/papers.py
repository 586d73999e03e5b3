"""Readable history of documents."""

from typing import Any

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.codes import DOCUMENT_TYPES
from pupils.models import Breach, Document, VoiceClip
from pupils.tracking.texts import text_permission


def _document_permission(values: dict[str, Any]) -> P:
    """As the document says; a sealed one is for those who may unseal it."""
    if values["sealed_at"]:
        return P.SEAL_DOCUMENTS
    if DOCUMENT_TYPES[values["kind"]].is_care:
        return P.VIEW_CARE
    return text_permission(values)


TRACKED = (
    Tracked(
        Document,
        "a document",
        _document_permission,
        # Its words stay out: it may have lain on the wrong child.
        title=lambda v: DOCUMENT_TYPES[v["kind"]].label,
        quiet=frozenset({"title", "author", "source", "hold_reason", "bin_reason"}),
        labels={
            "of_on": "date",
            "is_date_known": "note whether the paper has a date",
            "binned_at": "time in the bin",
            "sealed_at": "time of sealing",
            "is_advice": "place on the list of advice",
        },
        left_out=frozenset(
            {"pupil", "filed_at", "filed_by", "binned_by", "sealed_by", "seal_reason"}
        ),
    ),
    Tracked(
        VoiceClip,
        "the words of a voice clip",
        P.VIEW_NEEDS,
        pupil_lookup="document__pupil_id",
        quiet=frozenset({"words"}),
        left_out=frozenset({"document", "seconds", "written_by", "written_on"}),
    ),
    Tracked(
        Breach,
        "a note in the breach register",
        P.SEAL_DOCUMENTS,
        quiet=frozenset({"happened", "action", "risk_reason", "families_reason"}),
        labels={"opened_by": "list of who opened it"},
        left_out=frozenset({"recorded_by", "closed_by", "recorded_at", "owner"}),
    ),
)
