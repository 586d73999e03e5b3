"""An evidence bundle on its way out of the school, and what its second person sees of it."""

import hashlib
import json
from functools import partial
from uuid import UUID

from aylsham import clock
from aylsham.access.current import Access
from aylsham.models import School
from pupils.models import Approval, Pupil
from pupils.selectors.approval_page import BoundFile, Waiting, WhatLeaves, register_what_leaves
from pupils.selectors.approvals import Leaving, is_asked, latest_approval, register_leaving
from pupils.sharing_codes import Answered, ShareKind
from reports.models import BundlePart, EvidenceBundle


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_leaving(ShareKind.EVIDENCE, _find)
    register_what_leaves(ShareKind.EVIDENCE, _read)


def evidence_leaving(bundle: EvidenceBundle, pupil: Pupil) -> Leaving:
    """Exactly these files for this council; sensitive when something flagged goes in."""
    manifest = bundle.manifest
    items = manifest.get("items", ())
    plain = [bundle.council, *(part["sha256"] for part in manifest.get("parts", ()))]
    plain += [item["sha256"] for item in items if item["attached"]]
    return Leaving(
        ShareKind.EVIDENCE,
        pupil,
        bundle.pk,
        hashlib.sha256(json.dumps(plain).encode()).hexdigest(),
        is_sensitive=any(item["decided"] for item in items),
        made_by=frozenset(filter(None, [bundle.made_by_id or bundle.started_by_id])),
    )


def waiting_bundle(bundle: EvidenceBundle) -> Waiting | None:
    """The second look at a bundle; None while it is not made. Two statements."""
    if not bundle.is_made:
        return None
    leaving = evidence_leaving(bundle, bundle.pupil)
    return Waiting(leaving, is_asked(leaving), latest_approval(leaving), ())


def second_look(bundle: EvidenceBundle) -> dict[str, str] | None:
    """Who approved exactly these files, and when, as the list of hashes says it; one statement."""
    leaving = evidence_leaving(bundle, bundle.pupil)
    look = latest_approval(leaving)
    if look is None or look.digest != leaving.digest or look.answer != Answered.APPROVED:
        return None
    assert look.answered_at is not None
    at = clock.shown(look.answered_at).isoformat(timespec="seconds")
    return {"by": look.approver.name, "at": at, "of": leaving.digest}


def _find(school: School, pk: UUID) -> Leaving | None:
    rows = EvidenceBundle.objects.filter(school=school, pk=pk, made_at__isnull=False, sent_on=None)
    row = rows.select_related("pupil__school").first()
    return evidence_leaving(row, row.pupil) if row else None


def _read(access: Access, row: Approval) -> WhatLeaves | None:
    rows = EvidenceBundle.objects.filter(school=access.school, pk=row.subject_id)
    bundle = rows.exclude(made_at=None).first()
    if bundle is None:
        return None
    manifest = bundle.manifest
    beside = sum(bool(item["attached"]) for item in manifest["items"])
    parts = [
        ("For", bundle.get_aim_display()),
        ("Pages", str(bundle.pages)),
        ("Pieces of evidence", str(len(manifest["items"]))),
        (
            "Flagged, and put in with a reason",
            str(sum(bool(i["decided"]) for i in manifest["items"])),
        ),
        ("Files beside the PDF, in the ZIP", str(beside)),
    ]
    leaving = evidence_leaving(bundle, row.pupil)
    files = tuple(
        BoundFile(
            said["file"],
            f"Pages {said['first_page']} to {said['last_page']}",
            said["bytes"],
            partial(_bytes, bundle, number),
        )
        for number, said in enumerate(manifest["parts"], 1)
    )
    return WhatLeaves(leaving, bundle.council, tuple(parts), files=files)


def _bytes(bundle: EvidenceBundle, number: int) -> bytes:
    """A file of the bundle; OSError where it is gone."""
    rows = BundlePart.objects.filter(school_id=bundle.school_id, bundle=bundle, number=number)
    part = rows.first()
    if part is None:
        raise FileNotFoundError(number)
    return bytes(part.pdf)
