"""Headings further down a sheet: the same again, the same in another order, or another table's."""

from collections.abc import Mapping
from dataclasses import dataclass

from .columns import Columns, Vocabulary, compact, meaning
from .sheets import Cell, Row

#: A row with fewer known words than this is no heading row.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Again:
    """A row of headings; `order` is place of the first headings → place here.

    Without an order it is the heading row of another table.
    """

    order: Mapping[int, int]

    @property
    def is_another(self) -> bool:
        """Another table's."""
        return not self.order

    @property
    def is_moved(self) -> bool:
        """The same words stand in other places."""
        return any(there != here for there, here in self.order.items())

    def put_back(self, row: Row) -> Row:
        """A row below, its cells under the first headings."""
        if not self.is_moved:
            return row
        cells: list[Cell] = [None] * (max(self.order) + 1)
        for there, here in self.order.items():
            cells[there] = row.cells[here] if here < len(row.cells) else None
        beyond = row.cells[max([*self.order.values(), *self.order]) + 1 :]
        return Row(row.number, (*cells, *beyond))


ANOTHER = Again({})


def headings_again(
    texts: Mapping[int, str], columns: Columns, vocabulary: Vocabulary
) -> Again | None:
    """What a row of headings means for the rows below it; None: it is no heading row."""
    first = {index: compact(heading) for index, heading in columns.headings.items()}
    order = {i: i for i, text in texts.items() if compact(text) and compact(text) == first.get(i)}
    strange = []
    for index, text in texts.items():
        if index in order and order[index] == index:
            continue
        free = (i for i, word in first.items() if word == compact(text) and i not in order)
        if (there := next(free, None)) is None:
            strange.append((index, text))
        else:
            order[there] = index
    again = Again(order)
    known = len(order) + sum(1 for _, text in strange if meaning(text, vocabulary))
    if len(order) >= 2 and len(order) * 2 > len(texts):
        if again.is_moved:
            return again if len(order) == len(first) and not strange else ANOTHER
        return ANOTHER if _says_otherwise(strange, columns, vocabulary) else again
    return ANOTHER if known >= FEWEST and known * 2 > len(texts) else None


def _says_otherwise(strange, columns: Columns, vocabulary: Vocabulary) -> bool:
    """A cell names another field than the column it stands in."""
    fields = {column.index: column.field for column in columns.known}
    return any(
        (found := meaning(text, vocabulary)) and found[0] != fields.get(index)
        for index, text in strange
    )


def starts_another_table(
    texts: Mapping[int, str], below: Mapping[int, str], columns: Columns
) -> bool:
    """Words alone, one of them for a number or a birthday, and a row of the same cells below."""
    if len(texts) < 2 or any(letter.isdigit() for letter in "".join(texts.values())):
        return False
    numbers = (column for name in _IN_DIGITS for column in columns.of(name))
    return below.keys() == texts.keys() and any(column.index in texts for column in numbers)


#: What no child has in words.
_IN_DIGITS = ("upn", "admission_no", "date_of_birth")
