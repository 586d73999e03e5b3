"""Exactly what would leave, for the one who approves it: the words, the parts, the pages."""

from collections.abc import Callable
from dataclasses import dataclass

from aylsham.access.current import Access
from pupils.models import (
    Approval,
    Disclosure,
    DocumentVersion,
    Letter,
    OutsideShare,
    Pupil,
    RecordTransfer,
    SharedPaper,
)
from pupils.request_codes import Decision
from pupils.selectors.approvals import (
    Leaving,
    bundle_leaving,
    is_asked,
    latest_approval,
    letter_leaving,
    pack_leaving,
    paper_leaving,
    share_leaving,
)
from pupils.selectors.going_out import GoesOut, going_out, reads_all
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.selectors.pack_files import PackFile, pack_files
from pupils.sharing_codes import Answered, ShareKind
from pupils.transfer_codes import Held


@dataclass(frozen=True)
class BoundFile:
    """A file that a floor above made: its name, what it is in words, its size in bytes."""

    name: str
    words: str
    size: int
    read: Callable[[], bytes]
    extension: str = "pdf"
    media_type: str = "application/pdf"


@dataclass(frozen=True)
class WhatLeaves:
    """What the approver sees."""

    leaving: Leaving
    to: str
    #: What it holds, in lines: [what, how much].
    parts: tuple[tuple[str, str], ...]
    #: The letter itself; others are read as their pages.
    letter: LetterPage | None = None
    letter_row: Letter | None = None
    pages: bytes | None = None
    #: The pack for another school, and its files; or files that were made of the record.
    transfer: RecordTransfer | None = None
    files: tuple[PackFile | BoundFile, ...] = ()
    #: Files and texts of the record, each as its reader would have it.
    papers: tuple[GoesOut, ...] = ()
    share: OutsideShare | None = None

    @property
    def has_pages(self) -> bool:
        """Whether it can be read as a PDF of its own."""
        return self.letter is not None or self.pages is not None

    def is_as_asked(self, row: Approval) -> bool:
        """Whether it is still what somebody asked about."""
        return self.leaving.digest == row.digest


def what_leaves(access: Access, row: Approval) -> WhatLeaves | None:
    """The thing of an approval as it is now; None when it is gone or the asker may not read it."""
    return _READ[row.kind](access, row)


def _letter(access: Access, row: Approval) -> WhatLeaves | None:
    letters = Letter.objects.readable_by(access).filter(school=access.school, pk=row.subject_id)
    letter = letters.first()
    if letter is None:
        return None
    page = page_of(letter, row.pupil.school)
    leaving = letter_leaving(letter, row.pupil, page)
    return WhatLeaves(leaving, letter.to_name, (), page, letter)


def _bundle(access: Access, row: Approval) -> WhatLeaves | None:
    rows = Disclosure.objects.filter(school=access.school, pk=row.subject_id).exclude(pdf=None)
    bundle = rows.select_related("case").first()
    if bundle is None:
        return None
    counted: dict[str, int] = {}
    for _, decision, *_ in bundle.log:
        counted[decision] = counted.get(decision, 0) + 1
    parts = [("Pages", str(bundle.pages))]
    parts += [(Decision(decision).label, str(many)) for decision, many in counted.items()]
    leaving = bundle_leaving(bundle, row.pupil)
    return WhatLeaves(leaving, bundle.case.asker, tuple(parts), pages=bytes(bundle.pdf))


def _pack(access: Access, row: Approval) -> WhatLeaves | None:
    rows = RecordTransfer.objects.filter(school=access.school, pk=row.subject_id)
    transfer = rows.exclude(digest="").first()
    if transfer is None:
        return None
    may = access.permissions_at(access.school)
    if any((needed := Held(held).opened_by) and needed not in may for held in transfer.includes):
        return None
    held = tuple((Held(each).label, "goes too") for each in transfer.includes)
    parts = tuple((title, str(many)) for title, many in transfer.counts)
    to = f"{transfer.to_name}, {transfer.to_person}"
    leaving = pack_leaving(transfer, row.pupil)
    files = pack_files(transfer)
    return WhatLeaves(leaving, to, held + parts, transfer=transfer, files=files)


def _outside(access: Access, row: Approval) -> WhatLeaves | None:
    shares = OutsideShare.objects.filter(school=access.school, pk=row.subject_id, stopped_at=None)
    share = shares.first()
    papers = going_out(share) if share else []
    if share is None or not reads_all(access, row.pupil, papers):
        return None
    leaving = share_leaving(share, row.pupil, papers)
    to = f"{share.name}, {share.profession}, {share.organisation}, {share.email}"
    until = f"{share.ends_on.day} {share.ends_on:%B %Y}"
    parts = (("What for", share.purpose), ("Last day", until))
    return WhatLeaves(leaving, to, parts, papers=tuple(papers), share=share)


def _on_page(access: Access, row: Approval) -> WhatLeaves | None:
    papers = SharedPaper.objects.filter(
        school=access.school, pk=row.subject_id, ended_on=None, page__stopped_on=None
    )
    paper = papers.select_related("document", "page__contact").first()
    shown = page_paper(paper) if paper else None
    if shown is None or not reads_all(access, row.pupil, [shown]):
        return None
    leaving = paper_leaving(paper, row.pupil, shown.version.digest)
    return WhatLeaves(leaving, f"The page of {paper.page.contact.name}", (), papers=(shown,))


def page_paper(paper: SharedPaper) -> GoesOut | None:
    """A paper as it stands on a parent's page: its title, and its newest file as it is."""
    document = paper.document
    files = DocumentVersion.objects.filter(school_id=document.school_id, document=document)
    version = files.order_by("-number").first()
    if version is None:
        return None
    version.document = document
    return GoesOut(document.title, version, (), True, document.sensitivity)


@dataclass(frozen=True)
class Waiting:
    """Papers that are chosen for somebody outside and not sent, and what stops them."""

    leaving: Leaving
    needs_look: bool
    look: Approval | None
    #: What the reader will have; empty for who may not read all of it.
    papers: tuple[GoesOut, ...]

    @property
    def is_current(self) -> bool:
        """Whether the last look is of exactly this."""
        return self.look is not None and self.look.digest == self.leaving.digest

    @property
    def may_ask(self) -> bool:
        """Nobody is looking at exactly this now, or has approved it."""
        answers = (Answered.OPEN, Answered.APPROVED)
        is_looked_at = self.is_current and self.look is not None and self.look.answer in answers
        return self.needs_look and not is_looked_at

    @property
    def may_go(self) -> bool:
        """Whether the link can be sent."""
        is_approved = self.look is not None and self.look.answer == Answered.APPROVED
        return not self.needs_look or (is_approved and self.is_current)


def waiting_share(access: Access, share: OutsideShare, pupil: Pupil) -> Waiting:
    """A share that was not sent; four statements."""
    papers = going_out(share)
    leaving = share_leaving(share, pupil, papers)
    shown = papers if reads_all(access, pupil, papers) else []
    return Waiting(leaving, is_asked(leaving), latest_approval(leaving), tuple(shown))


_READ: dict[str, Callable[[Access, Approval], WhatLeaves | None]] = {
    ShareKind.LETTER: _letter,
    ShareKind.RECORDS: _bundle,
    ShareKind.PACK: _pack,
    ShareKind.OUTSIDE: _outside,
    ShareKind.PAGE: _on_page,
}


def register_what_leaves(
    kind: ShareKind, read: Callable[[Access, Approval], WhatLeaves | None]
) -> None:
    """How a floor above shows what it sends; called once, when the floor is loaded."""
    _READ[kind] = read
