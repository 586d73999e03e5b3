"""The pages of a found file as pictures, with the boxes that are blacked out in them."""

import base64
from dataclasses import dataclass

from aylsham.documents import keeping
from aylsham.documents.blackout import DRAWN
from aylsham.documents.pages import AT_ONCE, draw_pages
from aylsham.documents.rendering import PdfProblem
from pupils.models import RequestItem


@dataclass(frozen=True)
class Box:
    """A blacked-out place, in hundredths of the page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class ItemPage:
    """One page as a picture inside the document, so that it has no address of its own."""

    number: int
    src: str
    width: int
    height: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class ItemPages:
    """A few pages of a file, and how to turn to the others."""

    count: int
    first: int
    pages: tuple[ItemPage, ...]

    @property
    def turns(self) -> list[tuple[int, str]]:
        """(first page, "4 to 6") of each lot of pages."""
        starts = range(1, self.count + 1, AT_ONCE)
        return [(n, _span(n, min(n + AT_ONCE - 1, self.count))) for n in starts]


def pages_of(item: RequestItem, first: str) -> ItemPages | None:
    """The pages from the asked one on; None for an item whose words are given instead.

    Raises PdfProblem for a file that cannot be drawn.
    """
    version = item.version
    if item.text or version is None or version.extension not in DRAWN:
        return None
    try:
        data = keeping.read(item.school_id, version.digest)
    except OSError:
        raise PdfProblem("The file is missing on the disk.") from None
    asked = int(first) if first.isdecimal() and len(first) < 6 else 1
    begin = max(1, (asked - 1) // AT_ONCE * AT_ONCE + 1)
    drawn = draw_pages(data, version.extension, first=begin)
    return ItemPages(
        count=drawn.count,
        first=begin,
        pages=tuple(
            ItemPage(
                page.number,
                f"data:image/jpeg;base64,{base64.b64encode(page.jpeg).decode()}",
                page.width,
                page.height,
                tuple(
                    Box(left, top, right - left, bottom - top)
                    for number, left, top, right, bottom in item.boxes
                    if number == page.number
                ),
            )
            for page in drawn.pages
        ),
    )


def _span(first: int, last: int) -> str:
    return f"Page {first}" if first == last else f"Pages {first} to {last}"
