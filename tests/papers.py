"""What keeps somebody with a screen reader from reading a PDF: faults, each in a sentence."""

import io
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from tests.tags import elements, of_kind

_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
_LEVELS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def faults_of(data: bytes) -> list[str]:
    """Everything that is wrong with a PDF's tags, language, words for pictures, tables and fonts."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_whole(pdf), *_headings(pdf), *_pictures(pdf), *_tables(pdf), *_fonts(pdf)]


def _whole(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "It has no tags."
    if not str(root.get("/Lang", "")).startswith("en"):
        yield "It does not say its language."
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "It has no title."
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "A reader shows the file's name, not its title."
    if "/Metadata" not in root or b"pdfuaid" not in root.Metadata.read_bytes():
        yield "It does not say that it is PDF/UA."


def _headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Levels in the order in which they are read: one to begin with, and none left out."""
    levels = [_LEVELS.index(kind) + 1 for kind in _in_order(pdf) if kind in _LEVELS]
    if not levels or levels[0] != 1:
        yield "It does not begin with a heading of the first level."
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"A heading of level {after} follows one of level {before}."


def _in_order(pdf: pikepdf.Pdf) -> list[str]:
    found: list[str] = []

    def walk(node) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot)
    return found


def _pictures(pdf: pikepdf.Pdf) -> Iterator[str]:
    for figure in of_kind(pdf, "/Figure"):
        if not str(figure.get("/Alt", "")).strip():
            yield "A picture has no words for it."


def _tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    names = {str(cell.ID) for cell in of_kind(pdf, "/TH") if "/ID" in cell}
    for cell in of_kind(pdf, "/TD"):
        heads = {str(name) for name in _attributes(cell).get("/Headers", [])}
        if not heads:
            yield "A cell of a table belongs to no head."
        elif not heads <= names:
            yield "A cell of a table names a head that is not there."


def _attributes(cell: pikepdf.Dictionary) -> pikepdf.Dictionary:
    return cell.get("/A", pikepdf.Dictionary())


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not _FILES & set(inner.get("/FontDescriptor", {}).keys()):
                yield f"The font {font.BaseFont} is not in the file."
    if not any(kind == "/P" or kind in _LEVELS for kind in map(str, (e.S for e in elements(pdf)))):
        yield "Nothing in it can be read aloud."


#: What a test says of HTML that is no paper of ours.
ROUGH = "rough_paper"


def checking(run: Callable[..., Any], found: list[str]) -> Callable[..., Any]:
    """A child process that sets type, with the faults of each paper it wrote noted in a list."""

    def checked(*args: Any, **more: Any) -> Any:
        child = run(*args, **more)
        _, begins, pdf = child.stdout.partition(b"%PDF-")
        # A row that stands for a paper in a test may hold a mere paragraph.
        if not child.returncode and begins and b"<html" in more.get("data", b""):
            found.extend(faults_of(begins + pdf))
        return child

    return checked
