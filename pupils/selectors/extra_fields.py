"""Extra fields as pages show them: cut to what the asker may read, the federation's first."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.models import School
from pupils.field_codes import FieldKind, Filled, in_words
from pupils.models import ClassGroup, FederationField, FieldValue, Pupil, SchoolField
from pupils.models.extra_fields import ExtraField
from pupils.selectors.class_sheet import children_in_reach


@dataclass(frozen=True)
class FieldLine:
    """A field as its page of definitions shows it."""

    field: ExtraField
    is_shared: bool
    is_first: bool

    @property
    def places(self) -> str:
        """Where it appears, in words."""
        found = ["child’s record"]
        found += ["class table"] if self.field.in_class_table else []
        found += ["lists and exports"] if self.field.in_lists else []
        return ", ".join(found)

    @property
    def readers(self) -> str:
        """Who may read it."""
        return str(Sensitivity(self.field.sensitivity).label)


@dataclass(frozen=True)
class ValueLine:
    """One field of one child."""

    id: UUID | None
    name: str
    help_text: str
    words: str
    #: Free words, which can be handed to the safeguarding lead.
    text: str
    is_shared: bool
    filled_by: str
    filled_on: dt.date | None


@dataclass(frozen=True)
class ChildFields:
    """A child's fields: those in use, those no longer used, those that came from another school."""

    lines: tuple[ValueLine, ...]
    retired: tuple[ValueLine, ...]
    from_elsewhere: tuple[ValueLine, ...]


@dataclass(frozen=True)
class FieldRow:
    """A child of the class table with what each field says, by field."""

    pupil: Pupil
    values: dict[UUID, Filled]


def definitions(access: Access) -> tuple[list[FederationField], list[SchoolField]]:
    """Every field of the page's federation and school, retired ones too; two statements.

    For people whose role reaches children at all.
    """
    if not access.reaches_children:
        return [], []
    school = access.school
    shared = FederationField.objects.filter(federation_id=school.federation_id)
    return list(shared), list(SchoolField.objects.filter(school=school))


def federation_definitions(access: Access) -> list[FederationField]:
    """The fields of the asker's federation, retired ones too; one statement."""
    federations = {school.federation_id for school in access.schools}
    return list(FederationField.objects.filter(federation__in=federations))


def fields_in_use(access: Access) -> list[ExtraField]:
    """The fields of the page's school that the asker may read, in their order; two statements."""
    levels = readable(access.permissions_at(access.school))
    found: list[ExtraField] = []
    for rows in definitions(access):
        found += [row for row in rows if not row.is_retired and row.sensitivity in levels]
    return found


def field_lines(rows: Iterable[ExtraField]) -> list[FieldLine]:
    """Definitions as a page shows them: those in use, then the retired ones."""
    ordered = sorted(rows, key=lambda row: (row.is_retired, row.place, row.pk))
    return [
        FieldLine(row, isinstance(row, FederationField), number == 0)
        for number, row in enumerate(ordered)
    ]


def sets_federation_fields(access: Access) -> bool:
    """Whether the asker sets fields at every school of the federation; one statement."""
    ours = {s.pk for s in access.schools_with(Permission.SET_FEDERATION_FIELDS)}
    if not ours:
        return False
    federations = {s.federation_id for s in access.all_schools if s.pk in ours}
    every = School.objects.filter(federation__in=federations).values_list("pk", flat=True)
    return len(federations) == 1 and set(every) <= ours


def field_of(access: Access, pk: UUID) -> SchoolField | None:
    """One of the school's own fields that the asker may read."""
    if not access.reaches_children:
        return None
    levels = readable(access.permissions_at(access.school))
    return SchoolField.objects.filter(school=access.school, sensitivity__in=levels, pk=pk).first()


def federation_field_of(access: Access, pk: UUID) -> FederationField | None:
    """One of the fields of the asker's federation."""
    federations = {school.federation_id for school in access.schools}
    return FederationField.objects.filter(federation__in=federations, pk=pk).first()


def child_fields(access: Access, pupil: Pupil) -> ChildFields:
    """What a child's fields say, as far as the asker may read it; three statements."""
    levels = readable(access.permissions_at(access.school))
    by_field, elsewhere = {}, []
    for row in _values(access, [pupil.pk]).select_related("filled_by"):
        if key := row.field_key:
            by_field[key] = row
        else:
            elsewhere.append(_line(row, None))
    lines, retired = [], []
    for rows in definitions(access):
        for field in rows:
            row = by_field.get(field.pk)
            if field.sensitivity not in levels or (field.is_retired and row is None):
                continue
            (retired if field.is_retired else lines).append(_line(row, field))
    return ChildFields(tuple(lines), tuple(retired), tuple(elsewhere))


def field_rows(access: Access, group: ClassGroup, fields: Collection[ExtraField]) -> list[FieldRow]:
    """The children of a class whom the asker sees, with what is filled in; two statements."""
    return rows_of(access, children_in_reach(access, group), fields)


def rows_of(
    access: Access, children: Collection[Pupil], fields: Collection[ExtraField]
) -> list[FieldRow]:
    """Children with what the given fields say of each; one statement."""
    wanted = {field.pk for field in fields}
    found: dict[UUID, dict[UUID, Filled]] = {child.pk: {} for child in children}
    for row in _values(access, found):
        if row.field_key in wanted:
            found[row.pupil_id][row.field_key] = row.value
    return [FieldRow(child, found[child.pk]) for child in children]


def _values(access: Access, pupil_ids: Iterable[UUID]):
    rows = FieldValue.objects.readable_by(access)
    return rows.filter(school=access.school, pupil__in=list(pupil_ids)).order_by("title", "pk")


def _line(row: FieldValue | None, field: ExtraField | None) -> ValueLine:
    is_text = row is not None and (field is None or field.kind == FieldKind.TEXT)
    return ValueLine(
        id=row.pk if row else None,
        name=field.name if field else row.title if row else "",
        help_text=field.help_text if field else "",
        words=in_words(row.value if row else None),
        text=row.text if row and is_text else "",
        is_shared=isinstance(field, FederationField),
        filled_by=row.filled_by.name if row and row.filled_by else "",
        filled_on=row.filled_on if row else None,
    )
