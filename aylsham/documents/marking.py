"""A file as a PDF that says on every page for whom it was made: words across it, tags kept."""

import json
import subprocess

from aylsham.documents.rendering import PANGO_IS_MISSING, PangoMissing, PdfProblem
from aylsham.documents.sandbox import run_child

SECONDS = 40
MEGABYTES = 1024
#: What can be had as a marked PDF; anything else is given as it is or not at all.
MARKABLE = frozenset({"pdf", "jpg", "jpeg", "png"})
#: What the child says by its exit status.
IS_LOCKED = 4


def mark_pdf(data: bytes, extension: str, *, across: str, foot: str, label: str) -> bytes:
    """The file with light words across each page and a line at its foot; PdfProblem if not.

    `label` is the alternative text of a picture.
    """
    asked = {
        "size": len(data),
        "extension": extension,
        "across": across,
        "foot": foot,
        "label": label,
    }
    try:
        child = run_child(
            "aylsham.documents.marking_child",
            data=json.dumps(asked).encode() + b"\n" + data,
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("Making the copy took too long. Try again later.") from None
    if child.returncode == PANGO_IS_MISSING:
        raise PangoMissing
    if child.returncode == IS_LOCKED:
        raise PdfProblem("This PDF is locked with a password, so that no copy can be made.")
    if child.returncode or not child.stdout.startswith(b"%PDF-"):
        raise PdfProblem("No copy of this file could be made.")
    return child.stdout
