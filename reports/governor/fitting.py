"""Which parts of a report begin a page, and which need smaller type; pure.

Heights are estimates in millimetres, a little on the large side.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aylsham.charts import GAP, ROW, WIDTH, Drawing
from reports.publications.kind import Table

if TYPE_CHECKING:
    from reports.governor.document import Document, Part

#: What fits on a page, and from where on a part is set smaller.
PAGE, TIGHT = 250, 225
#: A report is no longer than this; to fit, all of it is set smaller, which takes so much of the room.
MOST_PAGES, SMALLER = 10, 0.88
HEAD, MESSAGE, SENTENCE, BLOCK, TABLE_ROW, LETTERS_A_LINE = 13, 18, 8, 14, 8, 90
LINE = 6  # of text
BETWEEN = 9  # two parts of one page
DRAWN = 156  # how wide a drawing is
#: The drawings of each part; one without any has room for another beside it.
DRAWINGS = {
    "numbers": ("levels",),
    "who": ("areas", "years"),
    "promises": ("promises",),
    "changes": ("trend", "attendance"),
    "support": ("support",),
    **dict.fromkeys(("equity", "voices", "care", "staff", "complaints", "plan", "visit"), ()),
}


def on_pages(parts: "list[Part]", document: "Document") -> "Iterator[Part]":
    """One idea a page; a part without a drawing shares the page with its neighbours.

    What would be too long is set smaller, and any two parts share a page; what would still be too
    long runs on from page to page, with what a survey found in sentences alone.
    """
    laid = list(_laid(parts, document, 1))
    if _pages(laid) > MOST_PAGES:
        laid = list(_laid(parts, document, SMALLER))
    if _pages(laid) > MOST_PAGES:
        whole = (parts[1].key, "questions")
        laid = [replace(_short(part), starts_page=part.key in whole) for part in laid]
    yield from laid


def _short(part: "Part") -> "Part":
    """Of a survey only the sentences: its table stands on the web page and in Word."""
    return replace(part, tables=()) if part.key == "voices" else part


def _pages(laid: "list[Part]") -> int:
    return sum(part.starts_page for part in laid)


def _laid(parts: "list[Part]", document: "Document", size: float) -> "Iterator[Part]":
    used, before_is_thin = 0.0, False
    for part in parts:
        height, is_thin = size * _height(part, document), _is_thin(part, document)
        shares = (is_thin or before_is_thin or size < 1) and used + BETWEEN + height <= PAGE
        is_last = part.key == "questions"
        shares = shares and not is_last and part not in parts[:2]
        is_tight = size < 1 or height > TIGHT
        yield replace(part, starts_page=not shares, is_tight=is_tight)
        used, before_is_thin = (used + BETWEEN if shares else 0) + height, is_thin


def _is_thin(part: "Part", document: "Document") -> bool:
    drawings = DRAWINGS.get(part.key)
    return drawings is not None and not any(name in document.charts for name in drawings)


def _height(part: "Part", document: "Document") -> float:
    said = document.report.said
    height: float = HEAD + (MESSAGE if part.message else 0)
    height += sum(map(_said, part.said)) if part.is_of_record else SENTENCE * len(part.said)
    height += sum(
        _drawn(document.charts[n]) for n in DRAWINGS.get(part.key, ()) if n in document.charts
    )
    height += sum(map(_table, part.tables))
    if part.words:
        height += BLOCK + 6 * (1 + len(part.words) // LETTERS_A_LINE)
    if part.key == "short":
        height += 125  # the front, three numbers, and the questions
    elif part.key == "numbers" and document.schools:
        height += BLOCK + TABLE_ROW * (1 + len(document.schools))
    elif part.key == "promises":
        height += BLOCK if document.duties else 0
        height += sum(TABLE_ROW * (2 + len(lines)) for _, lines in document.duties)
        height += BLOCK + SENTENCE * 2 * len(said.get("coming", ()))
    elif part.key == "changes":
        changes = document.report.changes
        height += TABLE_ROW * len((*changes.reasons_on, *changes.reasons_off))
        height += 2 * BLOCK + SENTENCE * (len(said.get("trend", ())) + 2)
    elif part.key == "questions":
        height += 190
    return height


def _said(sentence: str) -> float:
    return 3 + LINE * (1 + len(sentence) // LETTERS_A_LINE)


def _table(table: Table) -> float:
    """Columns are as wide as each other, or nearly."""
    letters = LETTERS_A_LINE // len(table.columns)
    lines = (max(len(cell) // letters for cell in row) for row in (table.columns, *table.rows))
    return BLOCK + sum(TABLE_ROW + 5 * more for more in lines)


def _drawn(drawing: Drawing) -> float:
    pixels = 30 + (ROW * (len(drawing.heads) - 1) + GAP) * len(drawing.rows)
    return 13 + pixels * DRAWN / WIDTH
