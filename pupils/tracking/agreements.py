"""Readable history of who is asked to agree, and of what is shared outside."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.agreement_codes import Asked
from pupils.models import AgreementAsk, OutsideShare

_CODE = frozenset({"code_hash", "code_sent_at", "codes_sent", "wrong_codes"})

TRACKED = (
    Tracked(
        AgreementAsk,
        "a request to agree to a plan",
        P.VIEW_FAMILY_LOG,
        title=lambda v: Asked(v["asked"]).label,
        labels={"name": "person who is asked", "email": "address"},
        quiet=frozenset({"email"}),
        left_out=frozenset({"asked_by", "draft", "draft_at", "text"}) | _CODE,
    ),
    Tracked(
        OutsideShare,
        "papers shared outside",
        P.SHARE_OUTSIDE,
        labels={"name": "person who reads", "email": "address"},
        quiet=frozenset({"email", "purpose"}),
        left_out=frozenset({"shared_by", "stopped_by", "ask"}) | _CODE,
    ),
)
