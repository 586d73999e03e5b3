"""Text files: whatever encoding and separator the office's computer chose."""

import codecs
import csv
import itertools
import re
from collections.abc import Callable, Iterator

from .sheets import MAX_COLUMNS, MAX_ROWS, Cell, Damaged, Row, Sheet, Unreadable

#: the usual ones first: they win where another would do as well
SEPARATORS = (",", ";", "\t", "|", "^", "~", "¦", ":", "#", "*", "!")
#: A quoted cell with more lines than this is a quotation mark that was never closed.
MAX_LINES_IN_A_CELL = 8
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of the file: UTF-8, UTF-16, UTF-32 or Windows-1252."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    if encoding := _utf16_without_bom(data[:4000]):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(_decode_line(line) for line in data.splitlines(keepends=True))


def _utf16_without_bom(sample: bytes) -> str:
    """The encoding in which every other byte is nothing; "" where that is not so."""
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if max(odd, even) < len(sample) * 0.2:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_line(line: bytes) -> str:
    # Two exports pasted together can hold both encodings, so each line is tried by itself.
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def read_text(data: bytes, *, name: str, count_headings: Callable[[list[str]], int]) -> Sheet:
    """The rows of a delimited text file; the separator is the one that finds most headings."""
    text = decode(data)
    if _share_of_control_characters(text) > 0.02:
        raise Unreadable(
            "This is not a text file, a workbook or a transfer file. "
            "Export it as CSV or Excel (.xlsx) and upload that."
        )
    lines = _LINES.findall(text)
    separator = _separator([line[:20_000] for line in lines[:60]], count_headings)
    rows = tuple(itertools.islice(_rows(lines, separator), MAX_ROWS + 1))
    if len(rows) > MAX_ROWS:
        raise Unreadable(f"The file has more than {MAX_ROWS:,} rows. Export one school's roll.")
    return Sheet(name=name, rows=rows)


def _share_of_control_characters(text: str) -> float:
    sample = text[:4000]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\r\n") or c == "\ufffd")
    return odd / max(len(sample), 1)


def _separator(lines: list[str], count_headings: Callable[[list[str]], int]) -> str:
    """The separator under which some early line holds most known headings, then most cells."""

    def score(separator: str) -> tuple[int, int]:
        rows = [_plain(row) for row in _rows(lines, separator)]
        return (
            max((count_headings(row) for row in rows), default=0),
            sum(len(row) - 1 for row in rows),
        )

    return max(SEPARATORS, key=score)


def _plain(row: Row) -> list[str]:
    return [cell if isinstance(cell, str) else "" for cell in row.cells]


def _rows(lines: list[str], separator: str) -> Iterator[Row]:
    """Numbered records; a line whose quotation mark never closes is read as it stands."""
    start, number, widest = 0, 0, 0
    while start < len(lines):
        reader = csv.reader(itertools.islice(lines, start, None), delimiter=separator)
        consumed = 0
        for record in _until_error(reader):
            number += 1
            used = reader.line_num - consumed
            if record is None or (used > 1 and _swallowed(record, used, separator, widest)):
                yield Row(number, tuple(_unclosed(lines[start + consumed], separator)))
                consumed += 1
                break
            consumed = reader.line_num
            widest = max(widest, len(record))
            yield Row(number, tuple(record[:MAX_COLUMNS]))
        start += consumed


def _until_error(reader: Iterator[list[str]]) -> Iterator[list[str] | None]:
    try:
        yield from reader
    except csv.Error:
        yield None


def _swallowed(record: list[str], lines_used: int, separator: str, widest: int) -> bool:
    """True when a quoted cell holds what must be other rows."""
    if lines_used > MAX_LINES_IN_A_CELL:
        return True
    limit = max(4, widest // 2)
    return any("\n" in cell and cell.count(separator) >= limit for cell in record)


def _unclosed(line: str, separator: str) -> list[Cell]:
    """The cells of a line read without regard to quotation marks, the broken one marked."""
    return [
        Damaged(cell.strip(' "'))
        if cell.lstrip()[:1] == '"' and cell.count('"') % 2
        else cell.strip(' "')
        for cell in line.rstrip("\r\n").split(separator, MAX_COLUMNS)[:MAX_COLUMNS]
    ]
