"""A bundle: our own tagged pages and the pages of other people's files, numbered in one run."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from aylsham.documents.rendering import PANGO_IS_MISSING, PangoMissing, PdfProblem
from aylsham.documents.sandbox import run_child

#: For one file to be looked into, and for the whole bundle to be set and bound.
LOOK_SECONDS, LOOK_MEGABYTES = 60, 1536
BIND_SECONDS, BIND_MEGABYTES = 300, 3072
#: Files whose pages can be put into a bundle.
BOUND = frozenset({"pdf", "jpg", "jpeg", "png"})
#: What the child says by its exit status.
IS_LOCKED = 4
LOCKED = "The file is locked with a password."
BROKEN = "The file is damaged: its pages cannot be read."


@dataclass(frozen=True)
class PaperPage:
    """A page of a file: how it lies, and its words as far as they stand in it as text."""

    is_wide: bool
    words: str = ""


@dataclass(frozen=True)
class Paper:
    """A file ready to be bound: nothing of it but what its pages show."""

    pdf: bytes = b""
    pages: tuple[PaperPage, ...] = ()
    #: Why its pages cannot be bound; empty when they can.
    problem: str = ""


@dataclass(frozen=True)
class BoundPart:
    """A PDF with some of the pages, and the SHA-256 of what each page draws."""

    pdf: bytes
    first_page: int
    digests: tuple[str, ...]

    @property
    def last_page(self) -> int:
        return self.first_page + len(self.digests) - 1


@dataclass(frozen=True)
class Bound:
    """What was bound: its parts, and the page (from 1) on which each anchor stands."""

    parts: tuple[BoundPart, ...]
    starts: dict[str, int]
    #: Pages that had to be drawn smaller to fit the limit, or because they could not be taken over.
    redrawn: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        return self.parts[-1].last_page


def look_into(data: bytes, extension: str) -> Paper:
    """The pages of a file, with everything left behind that is no page."""
    if extension not in BOUND:
        return Paper(problem="Its pages cannot be put into a PDF.")
    asked = {"size": len(data), "extension": extension}
    try:
        child = run_child(
            "aylsham.documents.looking_child",
            data=json.dumps(asked).encode() + b"\n" + data,
            seconds=LOOK_SECONDS,
            megabytes=LOOK_MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        return Paper(problem="Its pages took too long to read.")
    if child.returncode == IS_LOCKED:
        return Paper(problem=LOCKED)
    head, line_end, pdf = child.stdout.partition(b"\n")
    if child.returncode or not line_end:
        return Paper(problem=BROKEN)
    return Paper(pdf, tuple(PaperPage(*each) for each in json.loads(head)["pages"]))


def bind(
    html: str, papers: Sequence[Paper], *, most_bytes: int = 0, cuts: Sequence[str] = ()
) -> Bound:
    """Set our pages, draw page P of paper N (both from 0) where the anchor `fNpP` stands, and split.

    A part is at most `most_bytes` large (0: one part) and ends before one of the anchors `cuts`
    where that can be. PdfProblem if it cannot be had within the limits.
    """
    asked = {
        "html": len(html.encode()),
        "papers": [len(paper.pdf) for paper in papers],
        "most": most_bytes,
        "cuts": list(cuts),
    }
    data = b"".join([html.encode(), *(paper.pdf for paper in papers)])
    try:
        child = run_child(
            "aylsham.documents.binding_child",
            data=json.dumps(asked).encode() + b"\n" + data,
            seconds=BIND_SECONDS,
            megabytes=BIND_MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("Binding the pages took too long. Choose fewer papers.") from None
    if child.returncode == PANGO_IS_MISSING:
        raise PangoMissing
    head, line_end, rest = child.stdout.partition(b"\n")
    if child.returncode or not line_end:
        raise PdfProblem("The bundle could not be bound. Leave out the largest file and try again.")
    return _bound(json.loads(head), rest)


def _bound(said: dict, rest: bytes) -> Bound:
    parts = []
    for each in said["parts"]:
        parts.append(BoundPart(rest[: each["size"]], each["first_page"], tuple(each["digests"])))
        rest = rest[each["size"] :]
    return Bound(tuple(parts), said["starts"], tuple(said["redrawn"]))
