"""Exactly what would leave, for the one who approves it: the words, the parts, the pages."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.documents import keeping
from pupils.models import Approval, Disclosure, Letter, RecordTransfer
from pupils.request_codes import Decision
from pupils.selectors.approvals import Leaving, bundle_leaving, letter_leaving, pack_leaving
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.sharing_codes import ShareKind
from pupils.transfer_codes import Held

READABLE = "record.pdf"


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
    data = keeping.read(transfer.school_id, transfer.digest)
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        pages = pack.read(READABLE) if READABLE in pack.namelist() else None
    held = tuple((Held(each).label, "goes too") for each in transfer.includes)
    parts = tuple((title, str(many)) for title, many in transfer.counts)
    to = f"{transfer.to_name}, {transfer.to_person}"
    return WhatLeaves(pack_leaving(transfer, row.pupil), to, held + parts, pages=pages)


_READ: dict[str, Callable[[Access, Approval], WhatLeaves | None]] = {
    ShareKind.LETTER: _letter,
    ShareKind.RECORDS: _bundle,
    ShareKind.PACK: _pack,
}
