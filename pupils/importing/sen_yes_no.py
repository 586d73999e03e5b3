"""Hand-made lists that say SEN, or SEN and EHC plan, in columns of yes and no."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from . import wordings
from .columns import Column, Columns
from .faults import YES_ALONE
from .records import Record
from .sheets import Row, text_of

_STATUSES = frozenset({"k", "e"})
_SAYS_YES_NO = re.compile(r"\by\W*n\b|\byes\b", re.IGNORECASE)


def sen_from_yes_and_no(columns: Columns, rows: list[Row]) -> tuple[Columns, list[Row], str]:
    """Columns and rows with the status spelt out, and what to say of it.

    Only where both columns hold nothing but yes and no; otherwise the column of the plan is one
    that was not understood.
    """
    plans, statuses = columns.of("has_plan"), columns.of("sen_status")
    if not plans:
        return columns, rows, ""
    if len(plans) > 1 or len(statuses) != 1 or not _are_both_yes_no(statuses[0], plans[0], rows):
        return _without(columns, plans), rows, ""
    status, plan = statuses[0], plans[0]
    blank_is_no = not any(_said(row, plan) in wordings.NO for row in rows)
    spelt = [_spelt(row, status, plan, blank_is_no) for row in rows]
    return (
        columns,
        spelt,
        (
            f"“{status.heading}” and “{plan.heading}” say yes and no: yes to the plan was read as "
            f"E (EHC plan), yes to “{status.heading}” alone as K (SEN support)."
        ),
    )


def says_yes_and_no(columns: Columns, rows: list[Row], typed: Collection[tuple[int, str]]) -> bool:
    """Whether the column of the SEN status is one of yes and no, wherever nobody typed into it.

    Its heading says so, or no stands in it too: a yes among empty cells may be a slip.
    `typed`: (row, heading) of the cells that a person corrected on the page.
    """
    statuses = columns.of("sen_status")
    if len(statuses) != 1:
        return False
    status = statuses[0]
    said = {_said(row, status) for row in rows if (row.number, status.heading) not in typed}
    known = wordings.YES | wordings.NO | wordings.NOT_KNOWN
    is_told = bool(_SAYS_YES_NO.search(status.heading)) or bool(said & wordings.NO)
    return is_told and bool(said & wordings.YES) and said - {""} <= known


def yes_alone_in_words(columns: Columns, records: Iterable[Record]) -> str:
    """What to say of a column whose yes does not tell K from E; nothing where none does not."""
    if not any(warning.problem == YES_ALONE for each in records for warning in each.warnings):
        return ""
    heading = columns.of("sen_status")[0].heading
    return (
        f"“{heading}” says who has SEN, not at which level. Who is on the register keeps their "
        "level; say K or E for each of the others. No means no SEN."
    )


def _are_both_yes_no(status: Column, plan: Column, rows: list[Row]) -> bool:
    said = {_said(row, status) for row in rows} - {""}
    told = {_said(row, plan) for row in rows} - {""}
    # K and E are what a person may have typed on the page where it was open.
    is_status = said <= wordings.YES | wordings.NO | _STATUSES and bool(said & wordings.YES)
    return is_status and bool(told) and told <= wordings.YES | wordings.NO


def _spelt(row: Row, status: Column, plan: Column, blank_is_no: bool) -> Row:
    """The row with E, K or N in the column of the status; as it was where that is open."""
    said, told = _said(row, status), _said(row, plan)
    if said in _STATUSES:
        return row
    if told in wordings.YES:
        code = "E"
    elif said in wordings.YES and (told or blank_is_no):
        code = "K"
    else:
        return row
    cells = [*row.cells, *[None] * (status.index + 1 - len(row.cells))]
    cells[status.index] = code
    return Row(row.number, tuple(cells))


def _said(row: Row, column: Column) -> str:
    return text_of(row.cells[column.index]).lower() if column.index < len(row.cells) else ""


def _without(columns: Columns, plans: Iterable[Column]) -> Columns:
    aside = tuple(plans)
    return replace(
        columns,
        known=tuple(column for column in columns.known if column not in aside),
        unrecognised=(*columns.unrecognised, *(column.heading for column in aside)),
    )
