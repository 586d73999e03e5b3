"""What waits for a second look, and what exactly would leave."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from pupils.models import (
    Approval,
    ApprovalRule,
    Disclosure,
    Letter,
    Pupil,
    RecordTransfer,
)
from pupils.selectors.adults import adults_at
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.sharing_codes import USUAL, ShareKind, WhenAsked


@dataclass(frozen=True)
class Leaving:
    """Something about a child on its way out of the school, in exactly one version."""

    kind: ShareKind
    pupil: Pupil
    subject_id: UUID
    #: SHA-256 of what would be sent, in hex.
    digest: str
    is_sensitive: bool


#: What somebody needs to see the thing itself.
SEEN_WITH: dict[str, Permission] = {
    ShareKind.RECORDS: Permission.ANSWER_REQUESTS,
    ShareKind.PACK: Permission.MOVE_RECORDS,
    ShareKind.LETTER: Permission.WRITE_LETTERS,
}


def letter_leaving(letter: Letter, pupil: Pupil, page: LetterPage | None = None) -> Leaving:
    """A letter as it would go now; `page` if it is read already."""
    return Leaving(
        ShareKind.LETTER,
        pupil,
        letter.pk,
        (page or page_of(letter, pupil.school)).digest,
        letter.sensitivity > Sensitivity.EVERYONE,
    )


def bundle_leaving(bundle: Disclosure, pupil: Pupil) -> Leaving:
    """The pages that answer a request for records, which opens everything kept about a child."""
    digest = hashlib.sha256(bytes(bundle.pdf or b"")).hexdigest()
    return Leaving(ShareKind.RECORDS, pupil, bundle.pk, digest, is_sensitive=True)


def pack_leaving(transfer: RecordTransfer, pupil: Pupil) -> Leaving:
    """A pack for another school; sensitive when somebody let go what is held by default."""
    return Leaving(
        ShareKind.PACK, pupil, transfer.pk, transfer.digest, is_sensitive=bool(transfer.includes)
    )


def _letter(school: School, pk: UUID) -> Leaving | None:
    row = Letter.objects.filter(school=school, pk=pk).select_related("pupil__school").first()
    return letter_leaving(row, row.pupil) if row else None


def _bundle(school: School, pk: UUID) -> Leaving | None:
    rows = Disclosure.objects.filter(school=school, pk=pk).exclude(pdf=None)
    row = rows.select_related("case__pupil__school").first()
    return bundle_leaving(row, row.case.pupil) if row else None


def _pack(school: School, pk: UUID) -> Leaving | None:
    rows = RecordTransfer.objects.filter(school=school, pk=pk).exclude(digest="")
    row = rows.select_related("pupil__school").first()
    return pack_leaving(row, row.pupil) if row else None


_FIND: dict[str, Callable[[School, UUID], Leaving | None]] = {
    ShareKind.LETTER: _letter,
    ShareKind.RECORDS: _bundle,
    ShareKind.PACK: _pack,
}


def leaving_of(school: School, kind: str, pk: UUID) -> Leaving | None:
    """The thing of a kind as it would go now; None when there is nothing to send."""
    return _FIND[kind](school, pk) if kind in _FIND else None


def rules_of(school: School) -> dict[str, str]:
    """When a second look is asked for, by kind: what the school says, or the usual."""
    own = dict(ApprovalRule.objects.filter(school=school).values_list("kind", "asked"))
    return {kind: own.get(kind, usual) for kind, usual in USUAL.items()}


def is_asked(leaving: Leaving) -> bool:
    """Whether the school asks for a second look at this."""
    asked = rules_of(leaving.pupil.school)[leaving.kind]
    return asked == WhenAsked.ALWAYS or (asked == WhenAsked.SENSITIVE and leaving.is_sensitive)


def latest_approval(leaving: Leaving) -> Approval | None:
    """The last look at a thing, of whatever version."""
    rows = Approval.objects.filter(
        school_id=leaving.pupil.school_id, kind=leaving.kind, subject_id=leaving.subject_id
    )
    return rows.select_related("approver", "asked_by").order_by("-id").first()


def looks_at(school: School, kind: str, ids: Collection[UUID]) -> dict[UUID, Approval | None]:
    """For each thing that the school asks a second look at, the last look; at most two statements."""
    if not ids or rules_of(school)[kind] == WhenAsked.NEVER:
        return {}
    rows = Approval.objects.filter(school=school, kind=kind, subject_id__in=ids)
    found = {row.subject_id: row for row in rows.select_related("approver").order_by("id")}
    return {pk: found.get(pk) for pk in ids}


def approvals(access: Access, *, mine: bool) -> list[Approval]:
    """What waits, the most urgent first: mine, or everybody's; about children in reach."""
    rows = Approval.objects.filter(
        school=access.school,
        pupil__in=Pupil.objects.visible_to(access).values("pk"),
        answer="open",
    )
    if mine:
        rows = rows.filter(approver=access.user)
    return list(rows.select_related("pupil", "approver", "asked_by"))


def approval_of(access: Access, pk: UUID) -> Approval | None:
    """One look, if the asker may see the child."""
    rows = Approval.objects.filter(
        school=access.school, pk=pk, pupil__in=Pupil.objects.visible_to(access).values("pk")
    )
    return rows.select_related(
        "pupil__school", "pupil__class_group", "approver", "asked_by"
    ).first()


def approvers(school: School, kind: str, *, but: User, today) -> list[User]:
    """Whoever may be asked to look at a thing of this kind: not who asks."""
    needed = {Permission.APPROVE_SHARING, SEEN_WITH[kind]}
    roles = {role for role, rule in ROLES.items() if needed <= rule.permissions}
    found = {adult.user.pk: adult.user for adult in adults_at(school, today=today, roles=roles)}
    found.pop(but.pk, None)
    return list(found.values())
