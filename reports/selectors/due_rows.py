"""The stored rows of what is due: cut to the asker, banded, in the order of the list.

Counts and rows come from the same conditions, so that every number matches its list.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Max, Q, QuerySet, Value, When

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach, Role
from aylsham.access.usual import access_of, asked_as, kept, usual_roles
from aylsham.models import Deadline, Owes, Standing, Weight
from aylsham.statements import Statement
from aylsham.together import Reads
from pupils.models import Pupil
from reports.bands import Band, Horizon
from reports.selectors.due_counts import ALL, OTHERS, DueCounts, DueFilter, Tally


class _Days(NamedTuple):
    """The days on which the list turns: today and the last days of the nearest bands."""

    today: dt.date
    week_ends: dt.date
    month_ends: dt.date


def _days(today: dt.date) -> _Days:
    horizon = Horizon(today)
    return _Days(today, horizon.week_ends, horizon.month_ends)


def due_rows(access: Access, chosen: DueFilter = ALL, *, today: dt.date | None = None):
    """The stored rows that the asker may see, each with its band, in the order of the list."""
    return _rows(access, chosen, _days(today or access.today))


def _rows(access: Access, chosen: DueFilter, days: _Days):
    rows = _in_reach(Deadline.objects.readable_by(_with_due(access)).live(days.today), access)
    if chosen.school:
        rows = rows.filter(school__in=[s.pk for s in access.schools if s.slug == chosen.school])
    if chosen.who:
        owner = Q(owed_by=chosen.who) if chosen.who != OTHERS else ~Q(owed_by=Owes.SCHOOL)
        rows = rows.filter(owner)
    if chosen.kind:
        rows = rows.filter(kind=chosen.kind)
    if chosen.kinds:
        rows = rows.filter(kind__in=chosen.kinds)
    if chosen.weight is not None:
        rows = rows.filter(weight=chosen.weight)
    if chosen.pupil_ids is not None:
        rows = rows.filter(pupil_id__in=chosen.pupil_ids)
    rows = rows.annotate(band=_band(days))
    if set(chosen.bands) != set(Band):
        rows = rows.filter(band__in=[band.value for band in chosen.bands])
    return rows.order_by("band", "do_by", "-weight", "due_on", "key")


def count_due(
    access: Access, chosen: DueFilter = ALL, *, today: dt.date | None = None
) -> DueCounts:
    """Everything due at the filter's school, sort by sort; one statement."""
    everything = replace(chosen, who="", kind="", kinds=(), weight=None, bands=tuple(Band))
    tallies = _read(access, everything, today or access.today, _counted)
    return DueCounts(
        tuple(
            Tally(kind, who, Band(band), Weight(weight), *rest)
            for kind, who, band, weight, *rest in tallies
        )
    )


def _counted(rows: QuerySet) -> QuerySet:
    sorts = rows.order_by().values_list("kind", "owed_by", "band", "weight", "standing")
    return sorts.annotate(number=Count("pk"), latest=Max("due_on"))


def stored_rows(
    access: Access,
    chosen: DueFilter,
    *,
    today: dt.date | None = None,
    first: int = 0,
    limit: int | None = None,
) -> list["StoredRow"]:
    """So many lines of the list, from `first` on; one statement."""
    part = _Part(first, limit)
    return [StoredRow(*row) for row in _read(access, chosen, today or access.today, part)]


def stored_read(access: Access, chosen: DueFilter) -> Reads[list["StoredRow"]]:
    """All lines of the list, to go with other reads."""
    _, *ends = _days(access.today)
    days = dict(zip(_Days._fields[1:], ends, strict=True))
    [rows] = yield asked_as(_Whole(chosen), access, **days)
    return [StoredRow(*row) for row in rows]


class StoredRow(NamedTuple):
    """A stored row as a line of the list needs it."""

    id: UUID
    band: int
    school_id: UUID
    pupil_id: UUID | None
    kind: str
    title: str
    due_on: dt.date
    do_by: dt.date
    owed_by: str
    weight: int
    citation: str
    confidence: str
    how: str
    facts: dict[str, str]
    rule_code: str
    rule_version: str
    standing: str
    action: dict[str, Any]


@dataclass(frozen=True)
class _Part:
    """So many lines of the list, from `first` on."""

    first: int
    limit: int | None

    def __call__(self, rows: QuerySet) -> QuerySet:
        end = None if self.limit is None else self.first + self.limit
        return rows.values_list(*StoredRow._fields)[self.first : end]


@dataclass(frozen=True)
class _Whole:
    """All lines of the list under a filter."""

    chosen: DueFilter

    def __call__(self, access: Access, **ends: dt.date) -> list[QuerySet]:
        return [_Part(0, None)(_rows(access, self.chosen, _Days(access.today, **ends)))]


#: What is read of the rows of the list.
_Shape = Callable[[QuerySet], QuerySet]


def _read(
    access: Access, chosen: DueFilter, today: dt.date, shape: _Shape
) -> Iterable[tuple[Any, ...]]:
    """Part of the list as tuples; where roles alone decide, the statement is compiled once."""
    days, pupils = _days(today), chosen.pupil_ids
    roles = usual_roles(access)
    if roles is None or chosen.school or (pupils is not None and len(pupils) != 1):
        return shape(_rows(access, chosen, days))
    statement = _usual(roles, replace(chosen, pupil_ids=None), shape, of_child=pupils is not None)
    values = days._asdict() | ({"pupil": next(iter(pupils))} if pupils else {})
    return statement.rows(school=access.schools[0].pk, **values)


@kept
def _usual(
    roles: tuple[Role, ...], chosen: DueFilter, shape: _Shape, *, of_child: bool
) -> Statement:
    def build(school: UUID, pupil: UUID | None = None, **days: dt.date) -> QuerySet:
        access = access_of(roles, school, days["today"])
        pupils = None if pupil is None else frozenset([pupil])
        return shape(_rows(access, replace(chosen, pupil_ids=pupils), _Days(**days)))

    child = {"pupil": UUID} if of_child else {}
    return Statement(build, school=UUID, **child, **dict.fromkeys(_Days._fields, dt.date))


def _with_due(access: Access) -> Access:
    """The same asker, at the schools where they may see what is due."""
    schools = [s for s in access.schools if access.can(Permission.VIEW_DUE, s)]
    return replace(access, schools=schools)


def _in_reach(rows, access: Access):
    """Without children whose record the asker may not open."""
    narrow = [
        school.pk
        for school in access.schools
        if (at := access.by_school.get(school.pk)) is None or at.reach < Reach.WHOLE_SCHOOL
    ]
    if not narrow:
        return rows
    visible = Pupil.objects.visible_to(access).filter(school__in=narrow).values("pk")
    return rows.filter(~Q(school__in=narrow) | Q(pupil_id=None) | Q(pupil_id__in=visible))


@lru_cache(maxsize=8)
def _band(days: _Days) -> Case:
    """`band_of` as the database works it out."""
    return Case(
        When(
            weight=Weight.GUIDANCE,
            do_by__lte=days.month_ends,
            then=Value(Band.ADVISED.value),
        ),
        When(weight=Weight.GUIDANCE, then=Value(Band.LATER.value)),
        When(due_on__lt=days.today, then=Value(Band.OVERDUE.value)),
        When(standing=Standing.DUE_SOON, then=Value(Band.WEEK.value)),
        When(do_by__lte=days.week_ends, then=Value(Band.WEEK.value)),
        When(do_by__lte=days.month_ends, then=Value(Band.MONTH.value)),
        default=Value(Band.LATER.value),
        output_field=IntegerField(),
    )
