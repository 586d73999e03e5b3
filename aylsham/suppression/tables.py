"""A table with rows, columns and totals as counts and the sums between them; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aylsham.suppression.counts import Counts, Protected, Sum


class BadTable(ValueError):
    """A table that does not hold together; says what is wrong."""


@dataclass(frozen=True)
class Table:
    """Rows by columns. One row and one column may be the totals of the others."""

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    #: The row, and the column, that stands for all others; empty for none.
    total_row: str = ""
    total_column: str = ""

    def __post_init__(self) -> None:
        widths = {len(row) for row in self.cells}
        if len(self.cells) != len(self.rows) or widths - {len(self.columns)}:
            raise BadTable(f"Table “{self.name}” is not rows by columns.")
        for names in (self.rows, self.columns):
            if len(set(names)) < len(names):
                raise BadTable(f"Table “{self.name}” has two rows or two columns of one name.")
        if self.total_row not in ("", *self.rows) or self.total_column not in ("", *self.columns):
            raise BadTable(f"Table “{self.name}” has no such row or column of totals.")

    def cell(self, row: str, column: str) -> str:
        """The name of a count among those of all tables."""
        return f"{self.name}/{row}/{column}"

    def counts(self) -> Counts:
        """Its counts, with a sum for each line that has a total."""
        values = {
            self.cell(row, column): count
            for row, line in zip(self.rows, self.cells, strict=True)
            for column, count in zip(self.columns, line, strict=True)
        }
        return Counts(values, tuple(self._sums()))

    def shown(self, protected: Protected) -> list[list[int | None]]:
        """The cells as they may be published; None for what is hidden."""
        return [[protected[self.cell(row, c)] for c in self.columns] for row in self.rows]

    def _sums(self) -> Iterator[Sum]:
        if self.total_column:
            for row in self.rows:
                yield self._sum(
                    self.columns, self.total_column, lambda c, row=row: self.cell(row, c)
                )
        if self.total_row:
            for column in self.columns:
                yield self._sum(self.rows, self.total_row, lambda r, c=column: self.cell(r, c))

    def _sum(self, names: Sequence[str], total: str, cell) -> Sum:
        return Sum(cell(total), tuple(cell(name) for name in names if name != total))
