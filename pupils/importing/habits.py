"""What a whole column says about its single cells: ticks, fractions, American dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from . import wordings
from .columns import Column, Columns
from .dates import could_be_either, heading_says, is_month_first, with_day_first
from .faults import Unusable
from .sheets import Cell, Row, text_of
from .texts import Context
from .values import LONGEST_CODE, READERS, read_day

YES_NO = frozenset(
    {"ever_6", "eypp", "service_child", "traveller", "kinship_care", "in_care", "eal"}
    | {"pupil_premium", "free_school_meals", "has_plan"}
)
DATES = frozenset(name for name, reader in READERS.items() if reader is read_day)


@dataclass(frozen=True, slots=True)
class Habit:
    """How to read one column."""

    context: Context
    blank_means_no: bool = False
    #: Some dates of the column can only be read month first.
    month_first: bool = False
    #: The heading says so, which is no guess.
    is_american: bool = False

    def read(self, column: Column, cell: Cell) -> object:
        """The value of a cell in this column, or `Unusable`."""
        if self.blank_means_no and not text_of(cell):
            return False
        if self.is_american and isinstance(cell, str):
            cell = with_day_first(text_of(cell))
        elif self.month_first and could_be_either(text_of(cell)):
            raise Unusable("day and month may be swapped")
        return READERS[column.field](cell, self.context)


def habits(
    columns: Columns, rows: list[Row], *, today: date, yes_is_sen: bool = False
) -> dict[int, Habit]:
    """column index → how its cells are to be read.

    `yes_is_sen`: the column of the SEN status says yes and no.
    """
    has_headings = columns.header > 0  # a transfer file leaves out what it does not know
    ways = {
        column.index: _habit(column, _cells(column, rows), today, has_headings)
        for column in columns.known
    }
    if yes_is_sen:
        yes_no = Habit(Context(today, is_yes_no=True))
        ways |= {column.index: yes_no for column in columns.of("sen_status")}
    return ways


def _cells(column: Column, rows: list[Row]) -> list[str]:
    texts = (text_of(row.cells[column.index]) for row in rows if column.index < len(row.cells))
    return [text for text in texts if 0 < len(text) <= LONGEST_CODE]


def _habit(column: Column, texts: list[str], today: date, has_headings: bool) -> Habit:
    if column.field in YES_NO and has_headings:
        return _ticks({text.lower() for text in texts}, today)
    if column.field == "attendance":
        return Habit(Context(today, is_fraction=_fractions(texts)))
    if column.field in DATES:
        said = heading_says(column.heading)
        return Habit(
            Context(today),
            month_first=said is None and _speaks_american(texts),
            is_american=bool(said),
        )
    return Habit(Context(today))


def _speaks_american(texts: list[str]) -> bool:
    """No date with the day first, and one month first that cannot be a single slip.

    Of five dates hardly ever all fall on the first twelve days of a month.
    """
    orders = [is_month_first(text) for text in texts]
    doubtful = sum(map(could_be_either, texts))
    return False not in orders and orders.count(True) >= (1 if doubtful >= 5 else 2)


def _ticks(texts: set[str], today: date) -> Habit:
    """A cross is a yes where only crosses stand, a no beside real ticks, else neither."""
    crosses = texts & wordings.CROSS
    if not crosses:
        cross: bool | None = True
    elif texts & wordings.TICKS:
        cross = False
    else:
        cross = None if texts & (wordings.YES | wordings.NO) else True
    only_yes = bool(texts) and texts <= wordings.YES | wordings.CROSS and cross is True
    return Habit(Context(today, cross_means=cross), blank_means_no=only_yes)


def _fractions(texts: list[str]) -> bool:
    """True when a column of attendance says 0.988 for 98.8 %."""
    numbers = []
    for text in texts:
        try:
            numbers.append(Decimal(text))
        except InvalidOperation:
            continue
    if len(numbers) < 3 or any("%" in text for text in texts):
        return False
    return all(0 <= number <= 1 for number in numbers) and any(n % 1 for n in numbers)
