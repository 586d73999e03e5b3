"""Rows whose UPN and whose name and birthday speak of two children. Writes nothing."""

import dataclasses

from pupils.importing.faults import Fault, fault
from pupils.importing.roll import ParsedRoll, RollRow
from pupils.models import Pupil
from pupils.services.importing.matching import Roster, agreeing, name_key

ANOTHER_CHILDS = "UPN of another child"
HARDLY_THE_SAME = "two of three differ"


def with_upns_checked(roll: ParsedRoll, roster: Roster) -> ParsedRoll:
    """The roll; a row that would write one child over another is faulty, a near one is told."""
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for row in roll.rows:
        holder = roster.by_upn.get(row.upn)
        if holder is None or (same := agreeing(row, holder)) == 3:
            continue
        if same == 0 or _is_somebody_else(row, holder, roster):
            faults.append(_told(roll, row, holder, ANOTHER_CHILDS))
        elif same == 1:
            warnings.append(_told(roll, row, holder, HARDLY_THE_SAME))
    if not faults and not warnings:
        return roll
    blamed = {found.row for found in faults}
    return dataclasses.replace(
        roll,
        rows=tuple(row for row in roll.rows if row.row not in blamed),
        faulty=(*roll.faulty, *(row for row in roll.rows if row.row in blamed)),
        faults=tuple(sorted((*roll.faults, *faults))),
        warnings=tuple(sorted((*roll.warnings, *warnings))),
    )


def _is_somebody_else(row: RollRow, holder: Pupil, roster: Roster) -> bool:
    """Another child of the school has exactly this name and birthday."""
    named = roster.by_name.get(name_key(row.surname, row.forename, row.date_of_birth), [])
    return any(pupil.pk != holder.pk for pupil in named)


def _told(roll: ParsedRoll, row: RollRow, holder: Pupil, problem: str) -> Fault:
    heading = next((h for h, name in roll.columns.items() if name == "upn"), "")
    return fault(
        row.row, heading, problem, row.upn, holder=f"{holder.first_name} {holder.last_name}"
    )
