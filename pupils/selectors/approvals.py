"""What waits for a second look, and what exactly would leave."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from aylsham.together import Reads, read
from pupils.models import (
    Approval,
    ApprovalRule,
    Disclosure,
    DocumentVersion,
    Letter,
    OutsideShare,
    Pupil,
    RecordTransfer,
    SharedPaper,
)
from pupils.selectors.adults import adults_at
from pupils.selectors.going_out import GoesOut, going_out, share_digest
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.sharing_codes import USUAL, Answered, ShareKind, WhenAsked

CHANGED = "It was changed after {name} looked at it on {day}. Ask again."


@dataclass(frozen=True)
class Leaving:
    """Something about a child on its way out of the school, in exactly one version."""

    kind: ShareKind
    pupil: Pupil
    subject_id: UUID
    #: SHA-256 of what would be sent, in hex.
    digest: str
    is_sensitive: bool
    #: Who put it together: they do not approve their own, whoever asks them.
    made_by: frozenset[UUID] = frozenset()


#: What somebody needs to see the thing itself.
SEEN_WITH: dict[str, Permission] = {
    ShareKind.RECORDS: Permission.ANSWER_REQUESTS,
    ShareKind.PACK: Permission.MOVE_RECORDS,
    ShareKind.LETTER: Permission.WRITE_LETTERS,
    ShareKind.OUTSIDE: Permission.SHARE_OUTSIDE,
    ShareKind.PAGE: Permission.VIEW_DOCUMENTS,
    ShareKind.EVIDENCE: Permission.MAKE_BUNDLES,
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


def share_leaving(share: OutsideShare, pupil: Pupil, papers: Sequence[GoesOut]) -> Leaving:
    """Papers for a professional as they would go now; sensitive when one of them is."""
    digest = share_digest(share, papers)
    is_sensitive = any(paper.is_sensitive for paper in papers)
    return Leaving(ShareKind.OUTSIDE, pupil, share.pk, digest, is_sensitive)


def papers_leaving(papers: Iterable[SharedPaper], pupil: Pupil) -> list[Leaving]:
    """Papers as their parents would read them now, in their newest version; one statement."""
    rows = list(papers)
    return _leaving(rows, pupil, dict(_files(rows, pupil)))


def _files(papers: Sequence[SharedPaper], pupil: Pupil) -> QuerySet:
    """(document, digest), the newest last."""
    versions = DocumentVersion.objects.filter(
        school_id=pupil.school_id, document__in=[row.document_id for row in papers]
    )
    return versions.order_by("number").values_list("document_id", "digest")


def _leaving(
    papers: Iterable[SharedPaper], pupil: Pupil, files: Mapping[UUID, str]
) -> list[Leaving]:
    return [paper_leaving(row, pupil, files.get(row.document_id, "")) for row in papers]


def paper_leaving(paper: SharedPaper, pupil: Pupil, file_digest: str) -> Leaving:
    """One paper with its newest file, for one person at one address."""
    document, page = paper.document, paper.page
    plain = [str(page.contact_id), page.email.strip().lower(), document.title]
    plain += [document.of_on.isoformat(), file_digest]
    return Leaving(
        ShareKind.PAGE,
        pupil,
        paper.pk,
        hashlib.sha256(json.dumps(plain).encode()).hexdigest(),
        document.sensitivity > Sensitivity.EVERYONE,
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


def _share(school: School, pk: UUID) -> Leaving | None:
    rows = OutsideShare.objects.filter(school=school, pk=pk, stopped_at=None)
    row = rows.select_related("pupil__school").first()
    return share_leaving(row, row.pupil, going_out(row)) if row else None


def _paper(school: School, pk: UUID) -> Leaving | None:
    rows = SharedPaper.objects.filter(school=school, pk=pk, ended_on=None, page__stopped_on=None)
    row = rows.select_related("document", "page__pupil__school").first()
    return papers_leaving([row], row.page.pupil)[0] if row else None


_FIND: dict[str, Callable[[School, UUID], Leaving | None]] = {
    ShareKind.LETTER: _letter,
    ShareKind.RECORDS: _bundle,
    ShareKind.PACK: _pack,
    ShareKind.OUTSIDE: _share,
    ShareKind.PAGE: _paper,
}


def register_leaving(kind: ShareKind, find: Callable[[School, UUID], Leaving | None]) -> None:
    """How a floor above finds what it sends; called once, when the floor is loaded."""
    _FIND[kind] = find


def leaving_of(school: School, kind: str, pk: UUID) -> Leaving | None:
    """The thing of a kind as it would go now; None when there is nothing to send."""
    return _FIND[kind](school, pk) if kind in _FIND else None


def rules_of(school: School) -> dict[str, str]:
    """When a second look is asked for, by kind: what the school says, or the usual."""
    return with_usual(ApprovalRule.objects.filter(school=school).values_list("kind", "asked"))


def with_usual(rules: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What a school says of each kind, and the usual of those of which it says nothing."""
    own = dict(rules)
    return {kind: own.get(kind, usual) for kind, usual in USUAL.items()}


def is_asked(leaving: Leaving) -> bool:
    """Whether the school asks for a second look at this."""
    return is_asked_of(leaving, rules_of(leaving.pupil.school)[leaving.kind])


def is_asked_of(leaving: Leaving, asked: str) -> bool:
    """Whether a rule asks for a second look at this."""
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


def why_held(leaving: Leaving, last: Approval | None) -> str:
    """Why a thing that needs a second look may not leave after the last one; empty when it may."""
    if last is None or last.answer == Answered.WITHDRAWN:
        return "A second person has to look at it before it leaves. Ask somebody to approve it."
    who, at = last.approver.name, last.answered_at or last.asked_at
    if last.digest != leaving.digest:
        return CHANGED.format(name=who, day=f"{clock.shown(at):%-d %B}")
    if last.is_open:
        return f"{who} has been asked to approve it by {last.due_on:%-d %B}, and has not answered."
    if last.answer == Answered.SENT_BACK:
        return f"{who} sent it back: {last.why}"
    return ""


@dataclass(frozen=True)
class Held:
    """A thing that does not leave yet."""

    why: str
    #: Nobody has been asked to look at this version.
    may_ask: bool


def held_papers(papers: Sequence[SharedPaper], pupil: Pupil) -> dict[UUID, Held]:
    """Which papers nobody of the family may open yet, and why; one statement."""
    return read(held_reads(papers, pupil))


def held_reads(papers: Sequence[SharedPaper], pupil: Pupil) -> Reads[dict[UUID, Held]]:
    """The same, to go with other reads."""
    if not papers:
        return {}
    ids = [row.pk for row in papers]
    looks = Approval.objects.filter(school=pupil.school, kind=ShareKind.PAGE, subject_id__in=ids)
    rules, found, files = yield [
        ApprovalRule.objects.filter(school=pupil.school).values_list("kind", "asked"),
        looks.select_related("approver").order_by("id"),
        _files(papers, pupil),
    ]
    asked = with_usual(rules)[ShareKind.PAGE]
    last = {look.subject_id: look for look in found}
    held = {}
    for leaving in _leaving(papers, pupil, dict(files)):
        look = last.get(leaving.subject_id)
        if is_asked_of(leaving, asked) and (why := why_held(leaving, look)):
            is_asked_now = look and look.is_open and look.digest == leaving.digest
            held[leaving.subject_id] = Held(why, not is_asked_now)
    return held


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


def approvers_of(leaving: Leaving, *, but: User, today) -> list[User]:
    """Whoever may be asked to look at a thing: neither who asks nor who made it."""
    found = approvers(leaving.pupil.school, leaving.kind, but=but, today=today)
    return [user for user in found if user.pk not in leaving.made_by]


def approvers(school: School, kind: str, *, but: User, today) -> list[User]:
    """Whoever may be asked to look at a thing of this kind: not who asks."""
    needed = {Permission.APPROVE_SHARING, SEEN_WITH[kind]}
    roles = {role for role, rule in ROLES.items() if needed <= rule.permissions}
    found = {adult.user.pk: adult.user for adult in adults_at(school, today=today, roles=roles)}
    found.pop(but.pk, None)
    return list(found.values())
