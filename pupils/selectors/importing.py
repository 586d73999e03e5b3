"""Imports as their pages show them, cut to what the viewer may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.text import capfirst

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.jobs.codes import OPEN_STATES
from aylsham.models import Job, School
from pupils.codes import ImportKind, ImportState
from pupils.importing.faults import YES_ALONE
from pupils.models import FileImport, Pupil, RollDifference

SHEET_HEADINGS = (
    *("UPN", "Admission number", "Family name", "First name", "Class"),
    *("What to change", "Your system says", "Change it to", "Since", "Done"),
)
#: Rows of one list that a page shows at first.
SHOWN = 50
#: More children who may have left than this are folded away.
MANY = 10
NOT_SHOWN = "not shown to you"
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
#: What the columns of new rows are called, where they are not children with year and class.
NEW_HEADINGS: dict[str, tuple[str, str, str]] = {
    ImportKind.MAP: ("Provision", "Children", "Cost"),
    ImportKind.SUMS: ("Child", "What it is", "Sum"),
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


@dataclass(frozen=True)
class Preview:
    """What a file would do, cut to what the viewer may see, long lists shortened."""

    data: dict[str, Any]
    counts: dict[str, int]
    is_whole: bool
    #: What the columns of new rows are called.
    new_headings: tuple[str, ...] = ("Child", "Year", "Class")

    @property
    def rows_for_a_person(self) -> int:
        """Rows that wait for somebody."""
        rows = {fault["row"] for fault in self.data["faults"]}
        return len(rows | {match["row"] for match in self.open_matches})

    @property
    def open_matches(self) -> list[dict[str, Any]]:
        return [match for match in self.data["matches"] if match["is_open"]]

    @property
    def sure_matches(self) -> list[dict[str, Any]]:
        return [match for match in self.data["matches"] if not match["is_open"]]

    @property
    def writes(self) -> int:
        """Children who would be added or changed."""
        return self.counts["new"] + self.counts["changed"]

    @property
    def is_of_another_school(self) -> bool:
        """Whether it is most likely not this school's file, so that writing is no first choice."""
        return bool(self.data.get("is_of_another_school"))

    @property
    def leavers_are_many(self) -> bool:
        """So many that they stand in the way of what the file would change."""
        return len(self.data["leavers"]) > MANY

    @property
    def says_who_left(self) -> bool:
        """Whether a last day was given for one of them."""
        return any(row["decided"] for row in self.data["leavers"])

    @property
    def needs_nobody(self) -> bool:
        """Nothing waits for an answer."""
        lists = ("faults", "kept", "leavers")
        return not (self.open_matches or self.levels or any(self.data[n] for n in lists))

    @property
    def levels(self) -> list[dict[str, Any]]:
        """Good rows of children who have SEN, of whom a person has to say at which level."""
        return [each for each in self.data["warnings"] if each["problem"] == YES_ALONE]

    def _some(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return rows if self.is_whole else rows[:SHOWN]

    @property
    def new(self) -> list[dict[str, Any]]:
        return self._some(self.data["new"])

    @property
    def changed(self) -> list[dict[str, Any]]:
        return self._some(self.data["changed"])

    @property
    def all_warnings(self) -> list[dict[str, Any]]:
        """What is worth a look and waits for nobody."""
        return [each for each in self.data["warnings"] if each["problem"] != YES_ALONE]

    @property
    def warnings(self) -> list[dict[str, Any]]:
        return self._some(self.all_warnings)

    @property
    def is_shortened(self) -> bool:
        """Whether a list has more rows than are shown."""
        rows = (self.data["new"], self.data["changed"], self.all_warnings)
        return any(len(each) > SHOWN for each in rows) and not self.is_whole

    @property
    def pupil_ids(self) -> list[str]:
        """Children whose recorded facts the page shows."""
        lists = ("changed", "kept", "matches", "leavers")
        return sorted({row["pupil"] for name in lists for row in self.data[name] if row["pupil"]})


def preview_of(file_import: FileImport, access: Access, *, is_whole: bool = False) -> Preview:
    """The preview for this viewer."""
    data = dict(file_import.preview)
    for name, inner in (("changed", "changes"), ("kept", "differences")):
        data[name] = [{**row, inner: list(_cut(row[inner], access))} for row in data[name]]
    decided = file_import.decisions.get("leavers", {})
    data["leavers"] = [{**row, "decided": decided.get(row["pupil"], "")} for row in data["leavers"]]
    answered = file_import.decisions.get("matches", {})
    data["matches"] = [
        {**row, "answer": answered.get(str(row["row"]), "")} for row in data["matches"]
    ]
    headings = NEW_HEADINGS.get(file_import.kind, Preview.new_headings)
    return Preview(data, file_import.counts, is_whole, headings)


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


def _cut(differences: Iterable[dict[str, str]], access: Access) -> Iterable[dict[str, str]]:
    """What is recorded here is shown only to those who may see it in the record."""
    for difference in differences:
        permission = difference["permission"]
        if permission and not access.can(Permission(permission)):
            yield {**difference, "ours": NOT_SHOWN, "is_cut": True}
        else:
            yield difference


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
