"""Blacking out for good: of text, and of PDFs and pictures page by page."""

import io
import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

import pypdf

from aylsham.documents.rendering import PdfProblem
from aylsham.documents.sandbox import run_child

SECONDS = 240
MEGABYTES = 2048
#: What stands in the place of words, always of the same length: it tells nothing of them.
BLACK = "█████"
#: Files whose pages can be drawn; of others only the words are taken.
DRAWN = frozenset({"pdf", "jpg", "jpeg", "png"})


@dataclass(frozen=True)
class BlackedFile:
    """A file and what of it is blacked out."""

    data: bytes
    extension: str
    #: What stands at the foot of each page; no name of a child.
    label: str
    words: tuple[str, ...] = ()
    #: (page from 1, left, top, right, bottom), the last four in hundredths of the page.
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """One PDF of pictures, and for each file its pages and the words that were not found."""

    pdf: bytes
    pages: tuple[int, ...]
    missing: tuple[tuple[str, ...], ...]


def black_out_text(text: str, words: Sequence[str]) -> tuple[str, list[str]]:
    """The text without these words, in any case and across lines; and those that are not in it."""
    missing = []
    # The longest first: "Ann Moss" before "Ann".
    for word in sorted(words, key=len, reverse=True):
        pattern = r"\s+".join(map(re.escape, word.split()))
        text, count = re.subn(pattern, BLACK, text, flags=re.I)
        if not count:
            missing.append(word)
    return text, missing


def draw(files: Sequence[BlackedFile], *, first_page: int = 1) -> Drawn:
    """Every page of these files as pictures in one PDF; PdfProblem if it cannot be had."""
    if not files:
        return Drawn(b"", (), ())
    asked = {
        "first_page": first_page,
        "files": [
            {
                "size": len(each.data),
                "extension": each.extension,
                "label": each.label,
                "words": each.words,
                "boxes": each.boxes,
                "left_out": each.left_out,
            }
            for each in files
        ],
    }
    try:
        child = run_child(
            "aylsham.documents.blackout_child",
            data=json.dumps(asked).encode() + b"\n" + b"".join(each.data for each in files),
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("Drawing the pages took too long. Leave out the longest file.") from None
    head, line_end, pdf = child.stdout.partition(b"\n")
    if child.returncode or not line_end:
        raise PdfProblem(
            "The pages of a file could not be drawn. Print it to PDF and file it anew."
        )
    said = json.loads(head)
    return Drawn(pdf, tuple(said["pages"]), tuple(map(tuple, said["missing"])))


def joined(parts: Sequence[bytes], *, title: str) -> bytes:
    """Our own PDFs one after the other, with nothing in the metadata but this title.

    The pages of the first keep their tags, so that a screen reader reads them in order.
    """
    first, *others = filter(None, parts)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(first))
    writer.root_object.pop("/Metadata", None)
    for part in others:
        writer.append(io.BytesIO(part))
    writer.metadata = {"/Title": title}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
