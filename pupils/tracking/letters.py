"""Readable history of letters, of the letterhead, and of what has to be approved."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.models import ApprovalRule, Letter, Letterhead
from pupils.sharing_codes import ShareKind
from pupils.tracking.texts import text_permission

TRACKED = (
    Tracked(
        Letter,
        "a letter",
        text_permission,
        title=lambda v: v["template_title"],
        # Whom it goes to may tell of a withheld home; its words stand on its own page.
        quiet=frozenset({"to_name", "to_address", "to_email", "subject", "body"}),
        labels={"on": "date", "to": "kind of reader", "with_contacts": "others at the address"},
        left_out=frozenset({"batch", "values", "written_by", "written_at", "template_code"}),
    ),
    Tracked(Letterhead, "the letterhead", P.KEEP_LETTERS, pupil_lookup=""),
    Tracked(
        ApprovalRule,
        "what has to be approved before it leaves",
        P.APPROVE_SHARING,
        pupil_lookup="",
        title=lambda v: ShareKind(v["kind"]).label,
    ),
)
