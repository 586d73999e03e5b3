"""Imports as their pages show them, cut to what the viewer may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.text import capfirst

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.jobs.codes import OPEN_STATES
from aylsham.models import Job, School
from pupils.codes import ImportKind, ImportState
from pupils.models import FileImport, Pupil, RollDifference

SHEET_HEADINGS = (
    *("UPN", "Admission number", "Family name", "First name", "Class"),
    *("What to change", "Your system says", "Change it to", "Since", "Done"),
)
PERMISSIONS = {
    ImportKind.ROLL: Permission.IMPORT_ROLL,
    ImportKind.PLANS: Permission.IMPORT_PLANS,
    ImportKind.MARKS: Permission.IMPORT_ROLL,
    ImportKind.MAP: Permission.EDIT_PROVISION,
    ImportKind.WEEKS: Permission.EDIT_CARE,
    ImportKind.SUMS: Permission.KEEP_PREMIUM,
}


@dataclass(frozen=True)
class FileOfAbove:
    """A kind of file that a floor above reads: what it is called, who may, what its rows are."""

    label: str
    #: On the upload form.
    asked: str
    permission: Permission
    things: str
    #: field → (words, headings)
    fields: dict[str, tuple[str, str]]
    #: What a row is about, and what the columns of new rows are called.
    row_is: str = "Child"
    new_headings: tuple[str, str, str] = ("Child", "Year", "Class")


_of_above: dict[str, FileOfAbove] = {}


def register_file(code: str, kind: FileOfAbove) -> None:
    """Add a kind of file that is no `ImportKind`; called when an app is loaded."""
    _of_above[code] = kind


def files_of_above() -> dict[str, FileOfAbove]:
    """The kinds of file of floors above, by code."""
    return dict(_of_above)


def kind_words(file_import: FileImport) -> str:
    """What kind of file it is."""
    above = _of_above.get(file_import.kind)
    return above.label if above else str(ImportKind(file_import.kind).label)


#: What the rows of a kind of file are, where they are not children.
THINGS = {
    ImportKind.PLANS: "plans",
    ImportKind.MARKS: "rows",
    ImportKind.MAP: "provisions",
    ImportKind.WEEKS: "weeks of children in care",
    ImportKind.SUMS: "sums",
}


def kinds_for(access: Access) -> list[str]:
    """The kinds of file that the asker may import at the school of the page."""
    above = {code: kind.permission for code, kind in _of_above.items()}
    return [kind for kind, permission in {**PERMISSIONS, **above}.items() if access.can(permission)]


def imports_of(school: School, access: Access) -> QuerySet[FileImport]:
    """The school's imports of the kinds the asker may import, newest first, without the files."""
    return (
        FileImport.objects.filter(school=school, kind__in=kinds_for(access))
        .exclude(state=ImportState.DISCARDED)
        .select_related("made_by", "done_by", "undone_by")
        .defer("content", "preview")
    )


def find_import(school: School, access: Access, pk: UUID) -> FileImport | None:
    """One import, if the asker may import that kind."""
    found = FileImport.objects.filter(school=school, kind__in=kinds_for(access), pk=pk)
    return found.select_related("school", "made_by", "done_by", "undone_by").first()


def job_of(file_import: FileImport) -> Job | None:
    """The work that reads the file."""
    key = reading_key(file_import)
    return Job.objects.filter(key=key, school=file_import.school).first()


def reading_key(file_import: FileImport) -> str:
    """One reading of one file."""
    return f"read_import:{file_import.pk}"


def is_being_read(file_import: FileImport, job: Job | None) -> bool:
    """Whether the page should ask again."""
    return file_import.state == ImportState.READING and bool(job and job.state in OPEN_STATES)


def closed_to(access: Access, file_import: FileImport, key: str) -> Permission | None:
    """The permission that the asker lacks for seeing, and so settling, `child:field`."""
    pupil, _, name = key.partition(":")
    needed = (
        each["permission"]
        for row in file_import.preview["kept"]
        if row["pupil"] == pupil
        for each in row["differences"]
        if each["field"] == name
    )
    return next((Permission(p) for p in needed if p and not access.can(Permission(p))), None)


def summary(file_import: FileImport) -> str:
    """What it would do, or did, in one sentence."""
    counts = file_import.counts
    above = _of_above.get(file_import.kind)
    things = above.things if above else THINGS.get(ImportKind(file_import.kind), "children")
    parts = [
        f"{counts[name]:,} {name}" for name in ("new", "changed", "unchanged") if name in counts
    ]
    rows = counts["rows"] - counts.get("other_schools", 0)
    sentence = f"{rows:,} {things}: {', '.join(parts)}"
    answers = file_import.decisions.get("matches", {}).values()
    waiting = counts["rows"] - counts["good"] - sum(answer == "skip" for answer in answers)
    if waiting > 0:
        sentence += f"; {waiting} {'row needs' if waiting == 1 else 'rows need'} you"
    return sentence


def open_differences(school: School, access: Access) -> QuerySet[RollDifference]:
    """What the school's own system says otherwise, as far as the asker may see it."""
    allowed = ["", *(p.value for p in Permission if access.can(p))]
    return (
        RollDifference.objects.filter(school=school, settled_on=None, permission__in=allowed)
        .filter(pupil__in=Pupil.objects.visible_to(access))
        .select_related("pupil", "pupil__class_group")
        .order_by("pupil__last_name", "pupil__first_name", "label")
    )


#: Fields on whose side the SENDCo decides; everything else is the child's details.
SEN_FIELDS = frozenset({"sen_status", "sen_since", "needs"})


def decider_of(field: str) -> Permission:
    """Who may say whose word counts in a field."""
    return Permission.EDIT_REGISTER if field in SEN_FIELDS else Permission.EDIT_PUPILS


def sheet_rows(differences: Iterable[RollDifference]) -> list[list]:
    """The change sheet: what the office's system says and what it should say."""
    return [
        [
            row.pupil.upn,
            row.pupil.mis_id,
            row.pupil.last_name,
            row.pupil.first_name,
            row.pupil.class_group.name if row.pupil.class_group else "",
            row.label,
            row.theirs or "empty",
            row.ours or "empty",
            row.first_seen_on,
            "",
        ]
        for row in differences
    ]


def headings_with_formulas(file_import: FileImport) -> set[str]:
    """Headings of columns in which formulas were found."""
    faults = file_import.preview["faults"]
    return {each["column"] for each in faults if each["problem"] == "formula in a cell"}


def meanings(file_import: FileImport, fields: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """Heading by heading, how a file was read."""
    known = [(h, capfirst(fields[name][0])) for h, name in file_import.preview["columns"]]
    unread = [(each["heading"], "Not read") for each in file_import.preview["unrecognised"]]
    return [*known, *unread]
