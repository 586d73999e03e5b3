"""From HTML to a tagged PDF, in a child process with limits of time and memory.

The child knows no database and no secret, and can read the files of our own look only.
"""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

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
        child = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-m", "aylsham.documents.child", str(seconds), str(megabytes)],
            input=html.encode(),
            capture_output=True,
            timeout=seconds,
            cwd=settings.BASE_DIR,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("The PDF took too long and was given up. Try again later.") from None
    if child.returncode == PANGO_IS_MISSING:
        raise PangoMissing
    if child.returncode or not child.stdout.startswith(b"%PDF-"):
        raise PdfProblem("The PDF could not be written. The page shows the same report.")
    return child.stdout


def _environment() -> dict[str, str]:
    """Nothing but what fonts and libraries are found by."""
    cache = Path(settings.VAR_DIR) / "cache" / "fonts"
    cache.mkdir(parents=True, exist_ok=True)
    kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "HOME": str(cache),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
