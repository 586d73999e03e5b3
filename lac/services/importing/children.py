"""Which children a list about care may speak of; everybody else is only counted."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.models import School
from pupils.importing.care_lists import ListRow, ParsedList, Who
from pupils.importing.columns import Vocabulary
from pupils.importing.faults import Fault, fault
from pupils.models import FileImport, Pupil
from pupils.services.importing.matching import By, Roster, name_key
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.previews import file_preview

#: Found by the name alone, because the list gives no birthday.
CALLED = "called"


class CareChildren:
    """A school's children, found by UPN, or by name; and of whom something is wanted."""

    def __init__(self, school: School, wanted: Iterable[UUID]):
        self.roster = Roster(Pupil.objects.filter(school=school).in_register_order())
        self.wanted = frozenset(wanted)

    def found(self, who: Who) -> list[Pupil]:
        """The children whom a row may mean; those of whom something is wanted go first."""
        if who.upn:
            pupil = self.roster.by_upn.get(who.upn)
            return [pupil] if pupil else []
        if who.born_on:
            key = name_key(who.surname, who.forename, who.born_on)
            found = list({each.pk: each for each in self.roster.by_name.get(key, [])}.values())
        else:
            found = self.roster.called(who.name) if who.surname and who.forename else []
        return [each for each in found if each.pk in self.wanted] or found

    def is_other(self, who: Who) -> bool:
        """Whether a row is surely about children of whom nothing is wanted."""
        # A UPN that nobody has here says less than the name beside it.
        found = self.found(who) or self.found(replace(who, upn=""))
        return bool(found) and not any(each.pk in self.wanted for each in found)

    def one(self, row: ListRow, headings: dict[str, str]) -> tuple[Pupil | None, Fault | None]:
        """The one child whom a row means, or what is wrong with how it is named."""
        found = self.found(row.who)
        if len(found) == 1:
            return found[0], None
        column = headings.get("upn") if row.who.upn else None
        column = column or headings.get("full_name") or headings.get("surname", "")
        problem = "more than one child" if found else "nobody of this name"
        return None, fault(
            row.row, column, problem, row.who.upn or row.who.name, other=row.who.name
        )


def choices_of(file_import: FileImport) -> dict[str, Any]:
    """How people said that this file is to be read."""
    return {
        "name": file_import.file_name,
        "sheet_name": file_import.sheet_name or None,
        "mapping": remembered_columns(file_import),
        "corrections": {(row, column): text for row, column, text in file_import.corrections},
        "left_out": file_import.left_out,
    }


def headings_of(parsed: ParsedList) -> dict[str, str]:
    """field → the heading under which it stands."""
    return {name: heading for heading, name in reversed(parsed.columns.items())}


def list_preview(
    parsed: ParsedList,
    vocabulary: Vocabulary,
    *,
    faults: Iterable[Fault],
    warnings: Iterable[Fault],
    new: list[dict[str, Any]],
    changed: list[dict[str, Any]],
    matches: list[dict[str, Any]],
) -> dict[str, Any]:
    """What the page shows of a list about children in care."""
    return {
        **file_preview(parsed, vocabulary, faults=faults, warnings=warnings, names=parsed.names),
        "missing_fields": [f.column for f in parsed.faults if f.problem == "no such column"],
        "alarms": [],
        "new": new,
        "changed": changed,
        "kept": [],
        "matches": matches,
        "leavers": [],
        "is_first": False,
        "is_transfer": False,
    }


def child_words(row: ListRow, pupil: Pupil) -> dict[str, Any]:
    """Whose row it is, as every list of a preview says it."""
    return {
        "row": row.row,
        "pupil": str(pupil.pk),
        "name": f"{pupil.last_name}, {pupil.first_name}",
        "year": YEAR_GROUP_LABELS.get(pupil.year_group, ""),
        "class_name": "",
    }


def match_words(row: ListRow, pupil: Pupil) -> dict[str, Any] | None:
    """A child who was found without the UPN, which is always shown; None for the others."""
    if row.who.upn:
        return None
    here = f"{pupil.last_name}, {pupil.first_name}"
    by = By.NAME.value if row.who.born_on else CALLED
    return {
        **child_words(row, pupil),
        "name": row.who.name,
        "is_open": False,
        "by": by,
        "here": here,
    }
