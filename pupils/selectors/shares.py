"""What is shared with professionals outside: of a child, of the school, behind a secret address."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q

from aylsham import clock
from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.documents.marking import MARKABLE
from aylsham.jobs.codes import JobState
from aylsham.models import Job, School
from pupils.agreeing.registry import kinds
from pupils.codes import DOCUMENT_TYPES
from pupils.models import (
    DocumentVersion,
    MarkedCopy,
    OutsideShare,
    Pupil,
    SecretLink,
    SharedItem,
    ShareNote,
)
from pupils.models.roll import is_on_roll
from pupils.rules.shares import COPY_KEPT_FOR
from pupils.selectors.documents import documents_of
from pupils.selectors.secret_addresses import behind
from pupils.share_codes import SharedKind, ShareStep

#: Steps by which somebody outside has read something.
READ = (ShareStep.READ, ShareStep.ORIGINAL)


@dataclass(frozen=True)
class ItemLine:
    """One paper of a share: whether it can still be opened, and how often it was."""

    item: SharedItem
    #: Why it can no longer be opened; empty as long as it can.
    why_not: str
    #: Whether it is given as a marked copy; otherwise only the original is.
    is_marked: bool
    times: int = 0
    last_at: dt.datetime | None = None


@dataclass(frozen=True)
class ShareLine:
    """A share in a list."""

    share: OutsideShare
    #: Why it is over; empty as long as it is open.
    over: str
    opened: int = 0
    last_at: dt.datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be sent: no link to it works."""
        return not self.over and not self.share.has_link

    @property
    def days_left(self) -> int:
        """How many days it goes on, the last one included."""
        return (self.share.ends_on - clock.today()).days


@dataclass(frozen=True)
class Shared:
    """A live secret address and the share behind it."""

    link: SecretLink
    share: OutsideShare


@dataclass(frozen=True)
class Offer:
    """Something of a child that the asker may share."""

    key: str
    label: str
    #: The file's version, or the words of a text as it stands.
    version: DocumentVersion | None = None
    parts: tuple[tuple[str, str], ...] = ()
    sensitivity: int = Sensitivity.EVERYONE

    @property
    def is_markable(self) -> bool:
        """Whether a marked copy can be made; otherwise only the original can be given."""
        return self.version is None or self.version.extension in MARKABLE


def over_words(share: OutsideShare, *, today: dt.date, is_here: bool) -> str:
    """Why a share is over; empty as long as it is open."""
    if share.stopped_at:
        return f"Stopped: {share.get_stopped_why_display().lower()}"
    if share.locked_at:
        return "Locked: five wrong codes"
    if today > share.ends_on:
        return "Its last day has passed"
    return "" if is_here else "The child has left"


def find_shared(secret: str) -> Shared | None:
    """The share behind a secret address, if it is open."""
    links = SecretLink.objects.filter(leads=SecretLink.Leads.SHARE)
    return behind(links, secret, _shared)


def _shared(link: SecretLink) -> Shared | None:
    rows = OutsideShare.objects.filter(school_id=link.school_id, pk=link.row_id)
    share = rows.select_related("pupil").first()
    today = clock.today()
    if share is None or over_words(share, today=today, is_here=is_here(share.pupil, today=today)):
        return None
    share.school = share.pupil.school = link.school
    return Shared(link, share)


def is_here(pupil: Pupil, *, today: dt.date) -> bool:
    """Whether the child is on roll here today; one statement."""
    if pupil.closed_on:
        return False
    rows = Pupil.objects.filter(school_id=pupil.school_id, pk=pupil.pk)
    return rows.filter(is_on_roll(today)).exists()


def items_of(share: OutsideShare) -> list[ItemLine]:
    """The papers of a share with what became of each; two statements."""
    items = SharedItem.objects.filter(school_id=share.school_id, share=share)
    rows = items.select_related("version__document").annotate(
        times=Count("notes", filter=Q(notes__step__in=READ)),
        last_at=Max("notes__at", filter=Q(notes__step__in=READ)),
    )
    return [
        ItemLine(row, why_not(row, share.pupil_id), is_markable(row), row.times, row.last_at)
        for row in rows.order_by("kind", "label", "pk")
    ]


def item_of(share: OutsideShare, pk: UUID) -> SharedItem | None:
    """One paper of a share, with the file as it is filed now."""
    items = SharedItem.objects.filter(school_id=share.school_id, share=share, pk=pk)
    return items.select_related("version__document").first()


@dataclass(frozen=True)
class CopyState:
    """A marked copy as its reader sees it: it waits, it is there, or it could not be made."""

    copy: MarkedCopy
    #: Why it could not be made; empty while it can be.
    problem: str

    @property
    def is_ready(self) -> bool:
        """Whether it can be opened."""
        return self.copy.pdf is not None


def copy_of(share: OutsideShare, pk: UUID, *, now: dt.datetime) -> CopyState | None:
    """A copy that the reader of this share asked for not long ago."""
    rows = MarkedCopy.objects.filter(school_id=share.school_id, item__share=share, pk=pk)
    copy = rows.filter(asked_at__gt=now - COPY_KEPT_FOR).select_related("item").first()
    return CopyState(copy, problem_of(copy)) if copy else None


def copy_to_make(school: School, pk: str) -> MarkedCopy | None:
    """A copy that a worker is to make, with everything that goes into it."""
    rows = MarkedCopy.objects.filter(school=school, pk=pk, pdf=None)
    return rows.select_related("item__share__pupil", "item__share__school", "item__version").first()


def problem_of(copy: MarkedCopy) -> str:
    """Why a copy could not be made; empty while it can be."""
    job = Job.objects.filter(key=job_key(copy), state=JobState.FAILED).first()
    return (job.error or "This copy could not be made.") if job else ""


def job_key(copy: MarkedCopy) -> str:
    """The key of the work that makes a copy."""
    return f"mark_copy:{copy.pk}"


def why_not(item: SharedItem, pupil_id: UUID) -> str:
    """Why a paper can no longer be opened: stopped, or its document is not where it was."""
    if item.stopped_at:
        return "Stopped"
    if item.kind == SharedKind.PAPER:
        return ""
    if item.version is None:
        return "Deleted"
    document = item.version.document
    if document.pupil_id != pupil_id or document.sealed_at:
        return "Moved or sealed"
    if document.binned_at:
        return "In the bin"
    if document.sensitivity >= Sensitivity.SAFEGUARDING:
        return "Now a safeguarding paper"
    return ""


def is_markable(item: SharedItem) -> bool:
    """Whether each page of a paper can carry its reader's name."""
    return item.version is None or item.version.extension in MARKABLE


def offers_of(access: Access, pupil: Pupil) -> list[Offer]:
    """What the asker may share of a child: documents that they may read, and texts as they stand."""
    lines = [
        line for line in documents_of(access, pupil) if line.sensitivity < Sensitivity.SAFEGUARDING
    ]
    newest = {
        version.document_id: version
        for version in DocumentVersion.objects.filter(
            school_id=pupil.school_id, document__in=[line.id for line in lines]
        )
        .select_related("document")
        .order_by("number")
    }
    found = [
        Offer(
            f"document:{line.id}",
            _label(line.kind, line.of_on),
            newest[line.id],
            sensitivity=line.sensitivity,
        )
        for line in lines
        if line.id in newest
    ]
    may = access.permissions_at(pupil.school)
    for kind in kinds():
        if kind.permission in may:
            for pk, name in kind.listed(access, pupil):
                found.append(Offer(f"{kind.key}:{pk}", name))
    return found


def offer_with_words(access: Access, pupil: Pupil, offer: Offer) -> Offer:
    """A chosen text with its words as they stand now."""
    key, _, pk = offer.key.partition(":")
    kind = next((each for each in kinds() if each.key == key), None)
    shown = kind.find(access, pupil, UUID(pk)) if kind else None
    if shown is None or shown.sensitivity >= Sensitivity.SAFEGUARDING:
        return offer
    return Offer(offer.key, shown.title, parts=shown.parts, sensitivity=shown.sensitivity)


def shares_of(pupil: Pupil, *, today: dt.date) -> list[ShareLine]:
    """Everything that was shared of a child, what is open first; three statements."""
    shares = OutsideShare.objects.filter(school_id=pupil.school_id, pupil=pupil)
    lines = _lines(shares, {pupil.pk: is_here(pupil, today=today)}, today=today)
    return sorted(lines, key=lambda line: bool(line.over))


def school_shares(access: Access) -> list[ShareLine]:
    """What is shared of the children in reach and still open, what ends next first."""
    today = access.today
    children = Pupil.objects.visible_to(access)
    shares = OutsideShare.objects.filter(
        school__in=access.schools, stopped_at=None, ends_on__gte=today, pupil__in=children
    )
    here = dict.fromkeys(
        children.filter(
            is_on_roll(today), closed_on=None, pk__in=shares.values("pupil_id")
        ).values_list("pk", flat=True),
        True,
    )
    lines = [line for line in _lines(shares, here, today=today) if not line.over]
    return sorted(lines, key=lambda line: (line.share.ends_on, line.share.pk))


def share_of(pupil: Pupil, pk: UUID) -> OutsideShare | None:
    """One share of this child."""
    shares = OutsideShare.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    rows = shares.select_related("shared_by", "stopped_by", "ask")
    share = rows.annotate(has_link=_live_link()).first()
    if share:
        share.pupil, share.school = pupil, pupil.school
    return share


def notes_of(share: OutsideShare) -> list[ShareNote]:
    """The read log, the newest first."""
    notes = ShareNote.objects.filter(school_id=share.school_id, share=share)
    return list(notes.select_related("by", "item").order_by("-id"))


def _lines(shares, here: dict[UUID, bool], *, today: dt.date) -> Iterable[ShareLine]:
    rows = list(shares.select_related("pupil", "shared_by").annotate(has_link=_live_link()))
    read = defaultdict(lambda: (0, None)) | {
        row["share_id"]: (row["times"], row["last_at"])
        for row in ShareNote.objects.filter(
            school__in={share.school_id for share in rows},
            share__in=[share.pk for share in rows],
            step__in=READ,
        )
        .order_by()
        .values("share_id")
        .annotate(times=Count("pk"), last_at=Max("at"))
    }
    return [
        ShareLine(
            share,
            over_words(share, today=today, is_here=here.get(share.pupil_id, False)),
            *read[share.pk],
        )
        for share in rows
    ]


def _live_link() -> Exists:
    links = SecretLink.objects.filter(school_id=OuterRef("school_id"), row_id=OuterRef("pk"))
    return Exists(links.filter(leads=SecretLink.Leads.SHARE, revoked_at=None))


def _label(kind: str, of_on: dt.date) -> str:
    """What a document is and its day: never the title, in which somebody may have typed a name."""
    return f"{DOCUMENT_TYPES[kind].label}, {of_on.day} {of_on:%B} {of_on.year}"
