"""A roll as a kind of import: its preview as data, and its writing."""

import datetime as dt
from collections.abc import Generator
from typing import Any
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.models import User
from pupils.importing.headings import FIELDS
from pupils.importing.roll import ParsedRoll, RollRow, read_roll
from pupils.models import FileImport
from pupils.services.importing.applying import write_comparison
from pupils.services.importing.comparing import Comparison, Decisions, Outcome, compare_roll
from pupils.services.importing.kinds import Reading, Stage
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.parts import Difference
from pupils.services.importing.previews import file_preview

#: A file with fewer of the school's children than this is perhaps not the whole roll.
MOST_LEAVERS = 0.2


class Roll:
    """A whole roll, or the transfer file of some children."""

    action = Action.IMPORT_ROLL

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        roll = _parsed(file_import, today)
        rows = max(roll.row_count, 1)
        yield Stage(0, rows, f"Comparing {rows:,} rows with the record")
        stages = compare_roll(
            roll,
            file_import.school,
            today=today,
            decisions=Decisions.from_json(file_import.decisions),
        )
        while True:
            try:
                done = next(stages)
            except StopIteration as end:
                comparison = end.value
                break
            yield Stage(min(done, rows), rows, f"{done:,} of {rows:,} rows compared")
        questions = (
            len(comparison.roll.faults)
            + len(comparison.waiting)
            + sum(len(outcome.kept) for outcome in comparison.outcomes)
            + len(comparison.leavers)
        )
        preview = _preview(comparison, file_import)
        return Reading(preview, comparison.counts, questions, comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """The good rows, and the leavers that somebody gave a day."""
        decisions = Decisions.from_json(file_import.decisions)
        journal = write_comparison(
            reading.comparison,
            file_import=file_import,
            leavers=dict(decisions.leavers),
            today=today,
            by=by,
        )
        return journal.pupil_ids


def _parsed(file_import: FileImport, today: dt.date) -> ParsedRoll:
    """The file read with everything that a person said of its columns and cells."""
    return read_roll(
        bytes(file_import.content),
        today=today,
        name=file_import.file_name,
        sheet_name=file_import.sheet_name or None,
        mapping=remembered_columns(file_import),
        corrections={(row, column): text for row, column, text in file_import.corrections},
        left_out=file_import.left_out,
    )


def _preview(comparison: Comparison, file_import: FileImport) -> dict[str, Any]:
    roll = comparison.roll
    names = {row.row: _name(row) for row in (*roll.rows, *roll.faulty)}
    return {
        **file_preview(roll, FIELDS, faults=roll.faults, warnings=roll.warnings, names=names),
        "missing_fields": [FIELDS[name][0] for name in roll.missing_fields],
        "alarms": [*roll.alarms, *_alarms(comparison, file_import)],
        "new": [_child(outcome) for outcome in comparison.new],
        "changed": [
            {
                **_child(outcome),
                "changes": _differences(outcome.changes),
                "returns": outcome.returns,
            }
            for outcome in comparison.changed
        ],
        "kept": [
            {**_child(outcome), "differences": _differences(outcome.kept)}
            for outcome in comparison.outcomes
            if outcome.kept
        ],
        "matches": [
            {
                **_child(outcome),
                "is_open": outcome.is_open,
                "by": outcome.match.by.value,
                "here": _here(outcome),
            }
            for outcome in comparison.outcomes
            if outcome.match.is_fallback
        ],
        "leavers": [
            {
                "pupil": str(leaver.pupil.pk),
                "name": f"{leaver.pupil.last_name}, {leaver.pupil.first_name}",
                "year": YEAR_GROUP_LABELS.get(leaver.pupil.year_group, ""),
                "left_on": leaver.left_on,
            }
            for leaver in comparison.leavers
        ],
        "is_of_another_school": _is_addressed_elsewhere(roll, file_import)
        or _knows_nobody(comparison),
        "is_first": comparison.is_first,
        "is_transfer": roll.is_transfer,
    }


def _name(row: RollRow) -> str:
    return ", ".join(part for part in (row.surname, row.forename) if part)


def _child(outcome: Outcome) -> dict[str, Any]:
    row = outcome.row
    return {
        "row": row.row,
        "pupil": str(outcome.pupil.pk) if outcome.pupil else "",
        "name": _name(row),
        "year": YEAR_GROUP_LABELS.get(row.year_group, ""),
        "class_name": row.class_name,
    }


def _here(outcome: Outcome) -> str:
    pupil = outcome.pupil
    parts = (f"{pupil.last_name}, {pupil.first_name}", f"born {pupil.born_on:%-d %b %Y}", pupil.upn)
    return " · ".join(part for part in parts if part)


def _differences(differences: tuple[Difference, ...]) -> list[dict[str, str]]:
    return [
        {
            "field": each.field,
            "label": each.label,
            "ours": each.ours,
            "theirs": each.theirs,
            "permission": str(each.permission or ""),
            "is_taken": each.is_kept,  # among the changes: theirs was taken over ours
        }
        for each in differences
    ]


def _alarms(comparison: Comparison, file_import: FileImport) -> list[str]:
    """What should make a careful person stop: another school's file, half a roll."""
    school, roll = file_import.school, comparison.roll
    alarms = []
    if _is_addressed_elsewhere(roll, file_import):
        alarms.append(
            f"The file is addressed to school {'/'.join(roll.school)}, "
            f"not to {school.name} ({school.la_code}/{school.establishment_number})."
        )
    known = sum(outcome.pupil is not None for outcome in comparison.outcomes)
    if _knows_nobody(comparison):
        alarms.append(f"None of these children is at {school.name}. Is it the right school's file?")
    elif known and len(comparison.leavers) > MOST_LEAVERS * (known + len(comparison.leavers)):
        alarms.append(
            f"{len(comparison.leavers)} children on roll are not in this file. "
            "Is it the whole school? Nobody leaves unless you say so."
        )
    alarms.extend(_other_year_groups(roll, school.year_groups))
    return alarms


def _is_addressed_elsewhere(roll: ParsedRoll, file_import: FileImport) -> bool:
    school = file_import.school
    return bool(roll.school) and roll.school != (school.la_code, school.establishment_number)


def _knows_nobody(comparison: Comparison) -> bool:
    """None of the children of a whole roll is at this school."""
    roll = comparison.roll
    if comparison.is_first or roll.is_transfer or not roll.rows:
        return False
    return not any(outcome.pupil for outcome in comparison.outcomes)


def _other_year_groups(roll: ParsedRoll, known: list[str]) -> list[str]:
    rows = [row for row in roll.rows if known and row.year_group not in {*known, "X", ""}]
    if not rows or roll.is_transfer:
        return []
    years = sorted({YEAR_GROUP_LABELS.get(row.year_group, row.year_group) for row in rows})
    return [
        (
            f"{len(rows)} children are in year groups that the school does not have: "
            f"{', '.join(years)}."
        )
    ]
