"""Names, numbers, year group and class of a child."""

from collections.abc import Iterable, Iterator
from typing import Any

from aylsham import clock
from aylsham.codes import YEAR_GROUP_LABELS
from pupils.codes import Sex
from pupils.importing.roll import RollRow
from pupils.models import ClassGroup, Pupil
from pupils.services.importing.parts import Difference, Writing, fold, in_words, same_text

#: column of the child's record → (field of the roll, words)
FIELDS: dict[str, tuple[str, str]] = {
    "upn": ("upn", "UPN"),
    "former_upn": ("former_upn", "Former UPN"),
    "mis_id": ("admission_no", "Admission number"),
    "last_name": ("surname", "Family name"),
    "first_name": ("forename", "First name"),
    "preferred_first_name": ("preferred_forename", "Called"),
    "born_on": ("date_of_birth", "Date of birth"),
    "sex": ("sex", "Sex"),
    "year_group": ("year_group", "Year group"),
    "ethnicity": ("ethnicity", "Ethnicity"),
    "first_language": ("first_language", "First language"),
    "is_eal": ("eal", "English as an additional language"),
}
_TEXT = {"last_name", "first_name", "preferred_first_name", "ethnicity", "first_language"}


def _value(row: RollRow, name: str) -> Any:
    value = getattr(row, FIELDS[name][0])
    if isinstance(value, str):
        limit = Pupil._meta.get_field(name).max_length
        return value[:limit] if limit else value
    return value


def _words(name: str, value: Any) -> str:
    if name == "year_group":
        return YEAR_GROUP_LABELS.get(value, value)
    if name == "sex" and value:
        return Sex(value).label
    return in_words(value)


def _is_same(name: str, ours: Any, theirs: Any) -> bool:
    if name in _TEXT:
        return same_text(ours, theirs)
    if name == "mis_id":
        return ours.lstrip("0").casefold() == theirs.lstrip("0").casefold()
    return ours == theirs


class Details:
    """The child's own row; the children are loaded by the comparison itself."""

    def load(self, school, pupil_ids) -> dict:
        """Nothing more than the children."""
        return {}

    def compare(self, row: RollRow, mine: Pupil, today) -> Iterator[Difference]:
        """Fields that the roll gives and that differ; an empty cell takes nothing away."""
        for name, (_, label) in FIELDS.items():
            ours, theirs = getattr(mine, name), _value(row, name)
            if theirs in ("", None) or _is_same(name, ours, theirs):
                continue
            yield Difference(
                name, label, _words(name, ours), _words(name, theirs), name in mine.kept_fields
            )
        ours = mine.class_group.name if mine.class_group else ""
        year = row.year_group or mine.year_group
        if row.class_name and not _is_class(mine.class_group, row.class_name, year, today):
            yield Difference(
                "class_group", "Class", ours, row.class_name, "class_group" in mine.kept_fields
            )

    def reads(self, field: str) -> Iterable[str]:
        """The field itself; a class is known by its year group too."""
        if field == "class_group":
            return ("class_name", "year_group")
        return (FIELDS[field][0],) if field in FIELDS else ()

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """The accepted fields; an old UPN is remembered when it changes."""
        values = {name: _value(row, name) for name in FIELDS if name in accepted}
        if pupil.upn and values.get("upn") and not values.get("former_upn"):
            values["former_upn"] = pupil.upn
        if "class_group" in accepted and row.class_name:
            year = values.get("year_group") or pupil.year_group
            values["class_group"] = find_class(writing, row.class_name, year)
        kept = [name for name in pupil.kept_fields if name not in accepted]
        writing.journal.change(pupil, kept_fields=kept, **values)


def new_pupil(row: RollRow) -> Pupil:
    """A child whom the school did not have."""
    values = {name: _value(row, name) for name in FIELDS}
    return Pupil(**{name: value for name, value in values.items() if value not in ("", None)})


def _is_class(group: ClassGroup | None, name: str, year: str, today) -> bool:
    return (
        group is not None
        and fold(group.name) == fold(name)
        and group.academic_year == clock.academic_year(today)
        and (not group.year_groups or year in group.year_groups)
    )


def find_class(writing: Writing, name: str, year_group: str) -> ClassGroup:
    """This year's class of that name for that year group, made when there is none."""
    if not writing.classes:
        writing.classes.update(_classes(writing))
    key = (fold(name), year_group)
    if key not in writing.classes:
        writing.classes[key] = writing.journal.create(
            ClassGroup(
                name=name[:60],
                academic_year=clock.academic_year(writing.today),
                year_groups=[year_group],
            )
        )
    return writing.classes[key]


def _classes(writing: Writing) -> Iterator[tuple[tuple[str, str], ClassGroup]]:
    groups = ClassGroup.objects.filter(
        school=writing.school, academic_year=clock.academic_year(writing.today)
    )
    for group in groups:
        for year in group.year_groups or list(YEAR_GROUP_LABELS):
            yield (fold(group.name), year), group
