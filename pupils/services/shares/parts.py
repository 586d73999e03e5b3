"""What leaves, paper by paper, as its approver looks at it: exactly what its reader will have."""

from dataclasses import dataclass

from aylsham.documents import keeping
from pupils.models import DocumentVersion, SharedItem
from pupils.selectors.approval_page import BoundFile, WhatLeaves
from pupils.selectors.pack_files import pack_file
from pupils.selectors.shares import is_markable
from pupils.services.shares.copies import maker_of

#: Stands on an approver's copy in the place of the moment at which its reader opens it.
ON_OPENING = "[day and time]"


@dataclass(frozen=True)
class PaperCopy:
    """The bytes that somebody outside has."""

    data: bytes
    extension: str
    media_type: str


def part_of(page: WhatLeaves, number: int) -> PaperCopy:
    """The paper or file of what leaves, counted from 1, exactly as its reader would have it.

    Raises PdfProblem or OSError when it cannot be set or read.
    """
    if page.files:
        file = page.files[number - 1]
        if isinstance(file, BoundFile):
            return PaperCopy(file.read(), file.extension, file.media_type)
        assert page.transfer is not None  # only a pack has files of its own
        data = pack_file(page.transfer, file.name)
        return PaperCopy(data, file.extension, file.media_type)
    paper = page.papers[number - 1]
    if page.share is not None and paper.item is not None:
        return _shared(page, paper.item)
    assert paper.version is not None  # a paper on a page is a file
    return _as_it_is(paper.version)


def _shared(page: WhatLeaves, item: SharedItem) -> PaperCopy:
    if item.version is not None and not is_markable(item):
        return _as_it_is(item.version)
    item.share = page.share
    make = maker_of(item, school=page.leaving.pupil.school, opened=ON_OPENING)
    return PaperCopy(make(), "pdf", "application/pdf")


def _as_it_is(version: DocumentVersion) -> PaperCopy:
    data = keeping.read(version.school_id, version.digest)
    return PaperCopy(data, version.extension, version.media_type)
