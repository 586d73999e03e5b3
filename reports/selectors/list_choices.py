"""What lists of one school can be narrowed by: classes of the asker's reach, extra fields."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.access.usual import usual_roles
from aylsham.clock import academic_year
from aylsham.statements import Statement, read
from pupils.field_codes import FieldKind
from pupils.models import ClassGroup, FederationField, Pupil, SchoolField
from reports.list_fields import ListChoices, ListField


def list_choices(access: Access) -> ListChoices:
    """The classes of this year in which the asker may see somebody, and extra fields; one statement.

    Over all schools there are too many classes alike: there one filters by school and year, and by
    the fields that every school has.
    """
    knows_fields = access.can(Permission.VIEW_NEEDS)
    if access.school is None:
        federations = {s.federation_id for s in access.schools}
        shared = [_SHARED.sql(federation=each) for each in sorted(federations)]
        return ListChoices(fields=_readable(access, _rows(shared if knows_fields else [])))
    school = access.school
    parts = [_classes(access)]
    if knows_fields:
        parts.append(_OWN.sql(school=school.pk))
        parts.append(_SHARED.sql(federation=school.federation_id))
    rows = _rows(parts)
    groups = [row for row in rows if row[0] == _CLASS]
    groups.sort(key=lambda row: (row[4], row[2].casefold()))
    return ListChoices(
        tuple((str(row[1]), row[2]) for row in groups),
        _readable(access, [row for row in rows if row[0] != _CLASS]),
    )


#: Where a row of the statement comes from.
_CLASS, _OF_FEDERATION, _OF_SCHOOL = 0, 1, 2
_COLUMNS = ("layer", "id", "name", "what", "options", "level", "at")


def _classes(access: Access) -> tuple[str, Any]:
    school, year = access.school, academic_year(access.today)
    if usual_roles(access):
        return _whole_school(year).sql(school=school.pk)
    mine = Pupil.objects.visible_to(access).exclude(class_group=None)
    groups = _groups(school.pk, year).filter(pk__in=mine.order_by().values("class_group_id"))
    return groups.query.sql_with_params()


@lru_cache(maxsize=4)
def _whole_school(year: int) -> Statement:
    return Statement(lambda school: _groups(school, year), school=UUID)


def _groups(school: UUID, year: int) -> QuerySet:
    groups = ClassGroup.objects.filter(school=school, academic_year=year)
    of_fields = {"what": Value(""), "level": Value(0), "at": Value(0)}
    return _as_rows(groups, layer=Value(_CLASS), options=F("year_groups"), **of_fields)


def _fields(fields: QuerySet, layer: int) -> QuerySet:
    live = fields.filter(in_lists=True, is_retired=False)
    return _as_rows(live, layer=Value(layer), what=F("kind"), level=F("sensitivity"), at=F("place"))


def _as_rows(found: QuerySet, **columns) -> QuerySet:
    return found.order_by().annotate(**columns).values_list(*_COLUMNS)


_OWN = Statement(
    lambda school: _fields(SchoolField.objects.filter(school=school), _OF_SCHOOL), school=UUID
)
_SHARED = Statement(
    lambda federation: _fields(
        FederationField.objects.filter(federation=federation), _OF_FEDERATION
    ),
    federation=UUID,
)


def _rows(parts: list[tuple[str, Any]]) -> list[tuple]:
    if not parts:
        return []
    return read(
        " UNION ALL ".join(f"({sql})" for sql, _ in parts),
        [each for _, values in parts for each in values],
    )


def _readable(access: Access, rows: list[tuple]) -> tuple[ListField, ...]:
    """The federation's first, each layer in its order; those that some school lets the asker read."""
    if not rows:
        return ()
    levels = set().union(*(readable(access.permissions_at(s)) for s in access.schools))
    ordered = sorted(rows, key=lambda row: (row[0], row[6], row[1]))
    return tuple(
        ListField(pk, name, FieldKind(kind), tuple(options), level, layer == _OF_FEDERATION)
        for layer, pk, name, kind, options, level, _ in ordered
        if level in levels
    )
