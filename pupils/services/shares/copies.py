"""A paper as a professional outside gets it: marked with their name, or the file itself."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from aylsham.documents import keeping
from aylsham.documents.marking import MARKABLE, mark_pdf
from aylsham.documents.rendering import write_pdf
from aylsham.models import School
from pupils.models import OutsideShare, SharedItem
from pupils.selectors.approval_page import WhatLeaves
from pupils.selectors.pack_files import pack_file


@dataclass(frozen=True)
class PaperCopy:
    """The bytes that somebody outside has."""

    data: bytes
    extension: str
    media_type: str
    is_marked: bool


def is_markable(item: SharedItem) -> bool:
    """Whether each page of a paper can carry its reader's name."""
    return item.version is None or item.version.extension in MARKABLE


def copy_of(
    share: OutsideShare, item: SharedItem, *, school: School, opened: str, is_original: bool
) -> PaperCopy:
    """One paper of a share; `opened` says on a marked copy when it is made.

    Raises PdfProblem or OSError when it cannot be set or read.
    """
    version = item.version
    if version is None:
        html = render_to_string(
            "pupils/print/shared.html", {"item": item, "share": share, "school": school}
        )
        data, extension = write_pdf(html), "pdf"
    else:
        data, extension = keeping.read(version.school_id, version.digest), version.extension
        if is_original:
            return PaperCopy(data, extension, version.media_type, is_marked=False)
    marked = mark_pdf(
        data,
        extension,
        across=f"Copy for {share.name}, {opened}",
        foot=f"Copy for {share.name}, {share.organisation}, opened {opened}. From {school.name}. "
        "Confidential: do not pass on.",
        label=item.label,
    )
    return PaperCopy(marked, "pdf", "application/pdf", is_marked=True)


#: Stands on an approver's copy in the place of the moment at which its reader opens it.
ON_OPENING = "[day and time]"


def part_of(page: WhatLeaves, number: int) -> PaperCopy:
    """The paper or file of what leaves, counted from 1, exactly as its reader would have it.

    Raises PdfProblem or OSError when it cannot be set or read.
    """
    if page.transfer is not None:
        file = page.files[number - 1]
        data = pack_file(page.transfer, file.name)
        return PaperCopy(data, file.extension, file.media_type, is_marked=False)
    paper = page.papers[number - 1]
    if page.share is not None and paper.item is not None:
        school = page.leaving.pupil.school
        is_original = not is_markable(paper.item)
        return copy_of(
            page.share, paper.item, school=school, opened=ON_OPENING, is_original=is_original
        )
    version = paper.version
    assert version is not None  # a paper on a page is a file
    data = keeping.read(version.school_id, version.digest)
    return PaperCopy(data, version.extension, version.media_type, is_marked=False)
