"""What a file would do, as the preview shows it, cut to what the viewer may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from pupils.codes import ImportKind
from pupils.importing.faults import YES_ALONE
from pupils.models import FileImport
from pupils.selectors.importing import files_of_above

#: Rows of one list that a page shows at first.
SHOWN = 50
#: More children who may have left than this are folded away.
MANY = 10
NOT_SHOWN = "not shown to you"
#: What the columns of new rows are called, where they are not children with year and class.
NEW_HEADINGS: dict[str, tuple[str, str, str]] = {
    ImportKind.MAP: ("Provision", "Children", "Cost"),
    ImportKind.SUMS: ("Child", "What it is", "Sum"),
}


@dataclass(frozen=True)
class Preview:
    """What a file would do, cut to what the viewer may see, long lists shortened."""

    data: dict[str, Any]
    counts: dict[str, int]
    is_whole: bool
    #: What the columns of new rows are called.
    new_headings: tuple[str, ...] = ("Child", "Year", "Class")
    #: What a row is about.
    row_is: str = "Child"

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
    above = files_of_above().get(file_import.kind)
    headings = NEW_HEADINGS.get(file_import.kind, Preview.new_headings)
    if above is not None:
        return Preview(data, file_import.counts, is_whole, above.new_headings, above.row_is)
    return Preview(data, file_import.counts, is_whole, headings)


def _cut(differences: Iterable[dict[str, str]], access: Access) -> Iterable[dict[str, str]]:
    """What is recorded here is shown only to those who may see it in the record."""
    for difference in differences:
        permission = difference["permission"]
        if permission and not access.can(Permission(permission)):
            yield {**difference, "ours": NOT_SHOWN, "is_cut": True}
        else:
            yield difference
