"""Pasted text as rows of cells: tabs of a spreadsheet, pipes, or lines without columns."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 2_000
#: A quoted cell over more lines than this is a stray quotation mark.
LINES_OF_A_CELL = 30
_PIPED = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^[\s|:+=-]+$")


@dataclass(frozen=True)
class Row:
    """The cells of a line."""

    line: int
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """The row as a person reads it."""
        return " | ".join(cell for cell in self.cells if cell)

    def cell(self, number: int) -> str:
        """A cell, empty where the row is shorter."""
        return self.cells[number] if number < len(self.cells) else ""


def blocks(text: str) -> Iterator[list[Row] | tuple[int, str]]:
    """Runs of lines with columns, and lines without."""
    table: list[Row] = []
    for row in _rows(_clean(text)):
        if len(row.cells) > 1:
            table.append(row)
            continue
        if table:
            yield table
            table = []
        if row.cells and row.cells[0]:
            yield row.line, row.cells[0]
    if table:
        yield table


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\xa0", " ")
    return re.sub(r"[\ue000-\uf8ff\ufeff\u200b\x00-\x08\x0e-\x1f]", "", text)


def _rows(text: str) -> Iterator[Row]:
    """Cells by tabs, as a spreadsheet copies them: one over several lines is quoted."""
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        start, cells = number, _cells(lines[number])
        if cells is None:
            end, cells = _over_lines(lines, number)
            number = end
        number += 1
        if not _RULE.match("|".join(cells)):
            yield Row(start + 1, tuple(cells))


def _cells(line: str) -> list[str] | None:
    """The cells of one line; None where one goes on in the next."""
    line = line[:LONGEST_LINE]
    if _PIPED.match(line):
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    cells = line.split("\t")
    if any(cell.startswith('"') and cell.count('"') % 2 for cell in cells):
        return None
    return [_unquoted(cell) for cell in cells]


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"')
    return cell.strip()


def _over_lines(lines: list[str], start: int) -> tuple[int, list[str]]:
    """A row with a cell over several lines, and where it ends."""
    for end in range(start + 1, min(start + LINES_OF_A_CELL, len(lines))):
        joined = "\n".join(lines[start : end + 1])
        if joined.count('"') % 2 == 0:
            (cells,) = list(csv.reader([joined[:LONGEST_LINE]], delimiter="\t"))[:1] or [[]]
            return end, [cell.strip() for cell in cells]
    return start, [cell.strip(' "') for cell in lines[start][:LONGEST_LINE].split("\t")]
