"""Pages of a file as pictures for the screen: to see what is blacked out, and to mark it."""

import json
import subprocess
from dataclasses import dataclass

from aylsham.documents.rendering import PdfProblem
from aylsham.documents.sandbox import run_child

SECONDS = 20
MEGABYTES = 1024
#: Pages that are drawn at once: what fits one look, and is drawn within half a second.
AT_ONCE = 3


@dataclass(frozen=True)
class PagePicture:
    """One page as a JPEG, in the same proportions as it is blacked out in."""

    number: int
    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class DrawnPages:
    """Some pages of a file, and how many it has."""

    count: int
    pages: tuple[PagePicture, ...]


def draw_pages(data: bytes, extension: str, *, first: int) -> DrawnPages:
    """A few pages from `first` (from 1) on; PdfProblem if they cannot be had."""
    asked = {"size": len(data), "extension": extension, "first": first, "many": AT_ONCE}
    try:
        child = run_child(
            "aylsham.documents.pages_child",
            data=json.dumps(asked).encode() + b"\n" + data,
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("Drawing the pages took too long. Open the file instead.") from None
    head, line_end, rest = child.stdout.partition(b"\n")
    if child.returncode or not line_end:
        raise PdfProblem("The pages of this file could not be drawn. Open the file instead.")
    said = json.loads(head)
    pages = []
    for number, width, height, size in said["pages"]:
        pages.append(PagePicture(number, rest[:size], width, height))
        rest = rest[size:]
    return DrawnPages(said["count"], tuple(pages))
