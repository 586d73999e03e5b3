"""Totals of the fields that are the same in every school, by school, small counts protected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Count

from aylsham.access.current import Access
from aylsham.access.roles import Reach
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.models import School
from aylsham.suppression.counts import Counts, Sum
from aylsham.suppression.protecting import protect
from pupils.field_codes import FieldKind
from pupils.models import FederationField, FieldValue, Pupil
from pupils.selectors.extra_fields import federation_definitions

NOT_SAID, ALL = "Not filled in", "All schools"


@dataclass(frozen=True)
class CountRow:
    """A school, or all of them: a count for each column, None where it is hidden."""

    name: str
    cells: tuple[int | None, ...]
    #: The sum of a whole number; None for other kinds, and where counts are protected.
    total: int | None
    children: int


@dataclass(frozen=True)
class FieldCounts:
    """One field over the schools."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[CountRow, ...]
    has_total: bool


@dataclass(frozen=True)
class CountPage:
    """All fields that the asker may have totals of."""

    fields: tuple[FieldCounts, ...]
    is_protected: bool


def field_counts(access: Access) -> CountPage:
    """How many children on roll have which value; four statements.

    Whoever does not see every child of these schools gets no count under five, nor one that gives
    it away, and no total of numbers.
    """
    protected = not all(_sees_everybody(access, school) for school in access.schools)
    fields = [f for f in federation_definitions(access) if _may_count(access, f)]
    children = Pupil.objects.filter(school__in=access.schools).on_roll(access.today)
    on_roll = dict(children.order_by().values_list("school").annotate(n=Count("pk")))
    found = _found(fields, children)
    schools = sorted(access.schools, key=lambda s: s.name)
    return CountPage(
        tuple(_counted(f, schools, found[f.pk], on_roll, protected) for f in fields), protected
    )


def _sees_everybody(access: Access, school: School) -> bool:
    at = access.by_school.get(school.pk)
    return at is not None and at.reach == Reach.WHOLE_SCHOOL and bool(readable(at.permissions))


def _may_count(access: Access, field: FederationField) -> bool:
    """Sensitive fields are counted for those who may read them at each school."""
    if field.is_retired:
        return False
    if field.sensitivity == Sensitivity.EVERYONE:
        return True
    return all(field.sensitivity in readable(access.permissions_at(s)) for s in access.schools)


def _found(fields: Iterable[FederationField], children) -> Mapping[UUID, Mapping]:
    """By field and school: how many children for each value, and the sum of numbers."""
    rows = (
        FieldValue.objects.filter(shared_field__in=[f.pk for f in fields])
        .filter(pupil__in=children.order_by().values("pk"))
        .values_list("shared_field", "school", "is_yes", "option")
        .annotate(Count("pk"), models.Sum("number"))
        .order_by()
    )
    found: dict = defaultdict(lambda: defaultdict(dict))
    for field, school, is_yes, option, count, total in rows:
        words = {True: "Yes", False: "No", None: option or "Filled in"}[is_yes]
        found[field][school][words] = (count, total or 0)
    return found


def _counted(
    field: FederationField,
    schools: list[School],
    found: Mapping,
    on_roll: Mapping[UUID, int],
    protected: bool,
) -> FieldCounts:
    columns = _columns(field, found)
    values: dict[str, int] = {}
    for school in schools:
        said = {words: found[school.pk].get(words, (0, 0))[0] for words in columns}
        said[NOT_SAID] = on_roll.get(school.pk, 0) - sum(said.values())
        values |= {f"{school.pk}:{words}": count for words, count in said.items()}
    columns = (*columns, NOT_SAID)
    for words in columns:
        values[f"{ALL}:{words}"] = sum(values[f"{school.pk}:{words}"] for school in schools)
    shown = _protected(values, schools, columns, on_roll) if protected else values
    sums: dict[UUID | str, int] = {
        s.pk: sum(total for _, total in found[s.pk].values()) for s in schools
    }
    has_total = field.kind == FieldKind.NUMBER and not protected
    keys = [(s.name, s.pk, on_roll.get(s.pk, 0)) for s in schools]
    keys.append((ALL, ALL, sum(on_roll.values())))
    sums[ALL] = sum(sums.values())
    rows = tuple(
        CountRow(
            name,
            tuple(shown[f"{key}:{words}"] for words in columns),
            sums[key] if has_total else None,
            children,
        )
        for name, key, children in keys
    )
    return FieldCounts(field.name, columns, rows, has_total)


def _columns(field: FederationField, found: Mapping) -> tuple[str, ...]:
    """Every value that may stand in the field, and those that once might."""
    if field.kind == FieldKind.YES_NO:
        return ("Yes", "No")
    if field.kind != FieldKind.OPTION:
        return ("Filled in",)
    chosen = {words for school in found.values() for words in school}
    return (*field.options, *sorted(chosen - set(field.options)))


def _protected(values, schools, columns, on_roll) -> Mapping:
    """The counts of a field as somebody may see them who does not see the children.

    How many children a school has is no secret.
    """
    keys = [s.pk for s in schools]
    everybody = {f"{key}:children": on_roll.get(key, 0) for key in keys}
    everybody[f"{ALL}:children"] = sum(everybody.values())
    sums = [
        Sum(f"{key}:children", tuple(f"{key}:{words}" for words in columns)) for key in (*keys, ALL)
    ]
    sums += [
        Sum(f"{ALL}:{words}", tuple(f"{key}:{words}" for key in keys))
        for words in (*columns, "children")
    ]
    return protect(Counts(values | everybody, tuple(sums), open=frozenset(everybody)))
