"""From HTML to a tagged PDF, in a child process with limits of time and memory.

The child knows no database and no secret, and can read the files of our own look only.
"""

import subprocess

from aylsham.documents.sandbox import run_child

#: What the child says by its exit status.
PANGO_IS_MISSING = 3
SECONDS = 60
MEGABYTES = 1024
HOW_TO_INSTALL = (
    "PDFs need the library Pango, which this computer does not have. On Debian or Ubuntu: "
    "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. On a Mac: brew install pango."
)


class PdfProblem(Exception):
    """No PDF was written; the message says why, for a person."""


class PangoMissing(PdfProblem):
    """The library that sets type is not installed; the rest of the system works without it."""

    def __init__(self) -> None:
        super().__init__(HOW_TO_INSTALL)


def write_pdf(html: str, *, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> bytes:
    """The document as PDF/UA-1; PdfProblem if it cannot be had within the limits."""
    try:
        child = run_child(
            "aylsham.documents.child", data=html.encode(), seconds=seconds, megabytes=megabytes
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("The PDF took too long and was given up. Try again later.") from None
    if child.returncode == PANGO_IS_MISSING:
        raise PangoMissing
    if child.returncode or not child.stdout.startswith(b"%PDF-"):
        raise PdfProblem("The PDF could not be written. The page shows the same report.")
    return child.stdout
