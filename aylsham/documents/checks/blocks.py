"""The words of a file in the pieces that a person sees: paragraphs, cells of tables, places."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import defusedxml.ElementTree

from aylsham.documents.checks.unpacking import parts_of

#: Pieces that are read; a file with more is no page about a child.
MOST_PIECES = 3000
#: A wider gap than this share of a letter's height begins another column of a PDF.
COLUMN_GAP = 0.9
#: How wide letters are in the fonts of schools, as a share of their height.
_NARROW, _WIDE, _CAPITAL, _OTHER = 0.28, 0.83, 0.64, 0.52
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def blocks_of(data: bytes, extension: str) -> list[dict]:
    """Pieces in reading order.

    Word: lines {"text", "head"} (in bold or a heading's style) or {"rows": [[[line, …] of a cell,
    …], …]}; PDF: lines with "page", "x", "y" of their beginning too, in points.
    """
    readers = {"docx": _of_word, "pdf": _of_pdf}
    found = readers[extension](data) if extension in readers else ()
    return list(found)[:MOST_PIECES]


def _of_word(data: bytes) -> Iterator[dict]:
    parts = {n: p for n, p in parts_of(data) if n.startswith("word/") and n.endswith(".xml")}
    # Headers first: name and class often stand there alone.
    names = [*sorted(n for n in parts if n.startswith("word/header")), "word/document.xml"]
    for name in names:
        root = defusedxml.ElementTree.fromstring(parts[name], forbid_dtd=True)
        yield from _pieces(root)


def _pieces(container: Element) -> Iterator[dict]:
    for each in container:
        if each.tag == f"{_W}p":
            yield from _paragraph(each)
        elif each.tag == f"{_W}tbl":
            yield {"rows": [_cells(row) for row in each.iter(f"{_W}tr")]}
        elif each.tag != _FALLBACK:
            yield from _pieces(each)


def _paragraph(paragraph: Element) -> Iterator[dict]:
    runs = list(_runs(paragraph))
    text = "".join(text for text, _ in runs)
    is_bold = bool(text.strip()) and all(bold for said, bold in runs if said.strip())
    head = is_bold or _style(paragraph).startswith(("heading", "title"))
    for line in text.split("\n"):
        if line.strip():
            yield {"text": " ".join(line.split()), "head": head}
    for box in _boxes(paragraph):
        yield from _pieces(box)


def _runs(element: Element) -> Iterator[tuple[str, bool]]:
    """(text, is bold) of the paragraph's own runs, not of boxes that hang on it."""
    for each in element:
        if each.tag == f"{_W}r":
            yield "".join(_text(each)), _is_bold(each)
        elif each.tag not in (f"{_W}del", f"{_W}pPr", _FALLBACK):
            yield from _runs(each)


def _text(run: Element) -> Iterator[str]:
    for each in run:
        if each.tag == f"{_W}t":
            yield each.text or ""
        elif each.tag == f"{_W}tab":
            yield " "
        elif each.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"


def _is_bold(run: Element) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false")


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val", "").lower() if style is not None else ""


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes: newer Word writes each twice, the second for older programs."""
    for each in element:
        if each.tag == f"{_W}txbxContent":
            yield each
        elif each.tag != _FALLBACK:
            yield from _boxes(each)


def _cells(row: Element) -> list[list[dict]]:
    return [[line for p in _pieces(cell) for line in _lines(p)] for cell in row.findall(f"{_W}tc")]


def _lines(piece: dict) -> Iterator[dict]:
    if "text" in piece:
        yield piece
    for row in piece.get("rows", ()):
        for cell in row:
            yield from cell


def _of_pdf(data: bytes) -> Iterator[dict]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    for number, page in enumerate(reader.pages):
        yield from _PageLines(number).of(page)


class _PageLines:
    """Joins the pieces of text of a PDF page into lines, each with its beginning."""

    def __init__(self, number: int):
        self.number, self.lines = number, []
        self.end = 0.0

    def of(self, page) -> list[dict]:
        page.extract_text(visitor_text=self._take)
        return [
            line | {"text": " ".join(line["text"].split())}
            for line in self.lines
            if line["text"].strip()
        ]

    def _take(self, text, matrix, text_matrix, font, size) -> None:
        if not text.strip():
            if self.lines and text:
                self.lines[-1]["text"] += " "
            return
        x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
        y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        height = abs(size * text_matrix[3] * matrix[3]) or 12
        head = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        last = self.lines[-1] if self.lines else None
        gap = x - self.end
        if last and abs(last["y"] - y) < height / 3 and -height < gap < COLUMN_GAP * height:
            last["text"] += text
        else:
            place = {"page": self.number, "x": round(x), "y": round(y)}
            self.lines.append({"text": text, "head": head} | place)
        self.end = x + height * sum(map(_width, text.strip()))


def _width(letter: str) -> float:
    if letter in "iljtfrI.,:;'’!|()[] -":
        return _NARROW
    if letter in "mwMW@—":
        return _WIDE
    return _CAPITAL if letter.isupper() or letter.isdigit() else _OTHER
