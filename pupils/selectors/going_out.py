"""Papers as a professional outside would have them, before they are sent and when they are."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from pupils.codes import CARE_DOCUMENTS
from pupils.models import Document, DocumentVersion, OutsideShare, Pupil, SharedItem
from pupils.selectors.shares import why_not


@dataclass(frozen=True)
class GoesOut:
    """A paper exactly as its reader outside would have it."""

    label: str
    version: DocumentVersion | None
    parts: tuple[tuple[str, str], ...]
    #: The file may be had as it is, without a mark.
    is_original: bool
    sensitivity: int = Sensitivity.EVERYONE
    #: The row of the share, once there is one.
    item: SharedItem | None = None

    @property
    def is_sensitive(self) -> bool:
        """Not for everybody who teaches the child."""
        is_care = self.version is not None and self.version.document.kind in CARE_DOCUMENTS
        return is_care or self.sensitivity > Sensitivity.EVERYONE


def share_digest(share: OutsideShare, papers: Iterable[GoesOut]) -> str:
    """SHA-256 in hex of what somebody outside gets and reads, and of who that is until when."""
    who = [share.name, share.organisation, share.email.strip().lower()]
    what = [
        [each.label, each.version.digest if each.version else "", each.parts, each.is_original]
        for each in papers
    ]
    plain = [*who, share.purpose, share.ends_on.isoformat(), what]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def going_out(share: OutsideShare) -> list[GoesOut]:
    """The papers of a share that can be opened, as they would go; one statement."""
    rows = SharedItem.objects.filter(school_id=share.school_id, share=share)
    return [
        GoesOut(
            row.label,
            row.version,
            tuple((part["heading"], part["text"]) for part in row.parts),
            row.version is not None and row.gives_original,
            max(row.sensitivity, row.version.document.sensitivity if row.version else 0),
            row,
        )
        for row in rows.select_related("version__document").order_by("pk")
        if not why_not(row, share.pupil_id)
    ]


def reads_all(access: Access, pupil: Pupil, papers: Iterable[GoesOut]) -> bool:
    """Whether the asker may read every one of these papers of a child; one statement."""
    rows = list(papers)
    levels = readable(access.permissions_at(pupil.school))
    files = {row.version.document_id for row in rows if row.version}
    seen = Document.objects.visible_to(access).filter(school_id=pupil.school_id, pk__in=files)
    return all(row.sensitivity in levels for row in rows) and seen.count() == len(files)
