"""A tagged PDF that must fit a number of pages: set for real, and honest when it does not fit."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field

from aylsham.documents.rendering import (
    MEGABYTES,
    PANGO_IS_MISSING,
    SECONDS,
    PangoMissing,
    PdfProblem,
)
from aylsham.documents.sandbox import run_child

NO_LIMIT = 10_000


@dataclass(frozen=True)
class Fitted:
    """What was set: the pages it takes, where each anchor stands, and what was too long."""

    pages: int
    #: The page, from 0, of each `id` in the document.
    starts: dict[str, int] = field(default_factory=dict)
    #: (box, words to leave out) of a document that did not fit and was therefore not set.
    too_long: tuple[tuple[str, int], ...] = ()
    pdf: bytes = b""


def fit_pdf(
    documents: Sequence[str], *, most: int = NO_LIMIT, trim: bool = False, seconds: int = SECONDS
) -> Fitted:
    """Set the first of these documents (the roomiest first) that takes at most `most` pages.

    When none fits: the last one as long as it is, or with `trim` no PDF but the boxes
    (`data-box`) that are too long. PdfProblem if it cannot be had within the limits.
    """
    asked = {"documents": list(documents), "most": most, "trim": trim}
    try:
        child = run_child(
            "aylsham.documents.fitting_child",
            data=json.dumps(asked).encode(),
            seconds=seconds,
            megabytes=MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise PdfProblem("The PDF took too long and was given up. Try again later.") from None
    if child.returncode == PANGO_IS_MISSING:
        raise PangoMissing
    head, _, pdf = child.stdout.partition(b"\n")
    if child.returncode or not head:
        raise PdfProblem("The PDF could not be written. The page shows the same.")
    answer = json.loads(head)
    return Fitted(
        pages=answer["pages"],
        starts=answer["starts"],
        too_long=tuple((box, words) for box, words in answer["too_long"]),
        pdf=pdf,
    )
