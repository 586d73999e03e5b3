"""Hand-made lists that say SEN and EHC plan in two columns of yes and no."""

from collections.abc import Iterable
from dataclasses import replace

from . import wordings
from .columns import Column, Columns
from .sheets import Row, text_of

_STATUSES = frozenset({"k", "e"})


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
