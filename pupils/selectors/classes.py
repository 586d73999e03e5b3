"""Classes of a school with the adults who work there."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import Count, F, Q, QuerySet, SmallIntegerField, Value

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.models import School
from aylsham.people.selectors import days_at, days_at_columns, days_here, days_here_columns
from aylsham.statements import Statement
from pupils.models import ClassAdult, ClassGroup, Pupil, PupilAdult
from pupils.models.roll import tell_apart
from pupils.words import year_words

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri")


@dataclass(frozen=True)
class Placed:
    """An adult with a class or a child: on which days, from when, until when."""

    id: UUID
    name: str
    role: str
    days: str
    starts_on: dt.date
    ends_on: dt.date | None
    #: Given this very child, not only the class.
    is_own: bool = False


@dataclass(frozen=True)
class ClassLine:
    """A class with its adults, as the page shows it."""

    id: UUID
    name: str
    years: str
    children: int
    adults: tuple[Placed, ...]


@dataclass(frozen=True)
class Supported:
    """A named child with the adults who support that child."""

    pupil_id: UUID
    pupil_name: str
    year: str
    adults: tuple[Placed, ...]


def classes_of(school: School, academic_year: int):
    """The classes of a school in one academic year."""
    return ClassGroup.objects.filter(school=school, academic_year=academic_year)


def classes_in_reach(access: Access):
    """The classes of the page's school, for people whose role reaches children at all."""
    groups = ClassGroup.objects.filter(school=access.school)
    return groups if access.reaches_children else groups.none()


def class_lines(access: Access, *, academic_year: int) -> list[ClassLine]:
    """Every class with how many children are in it and who works there; three statements."""
    school, today = access.school, access.today
    adults: dict[UUID, list[Placed]] = defaultdict(list)
    for row in _current(ClassAdult, school, today).filter(class_group__academic_year=academic_year):
        adults[row.class_group_id].append(_placed(row, school, Role(row.role).label))
    groups = classes_in_reach(access).filter(academic_year=academic_year)
    children = _children_in(school, today)
    return [
        ClassLine(
            id=group.pk,
            name=group.name,
            years=", ".join(year_words(y) for y in group.year_groups),
            children=children.get(group.pk, 0),
            adults=tuple(adults[group.pk]),
        )
        for group in groups
    ]


def supported_children(school: School, pupils, *, today: dt.date) -> list[Supported]:
    """Children (a queryset the asker may see) who have a named adult; one statement."""
    rows = (
        _current(PupilAdult, school, today)
        .filter(pupil__in=pupils)
        .select_related("pupil")
        .order_by("pupil__last_name", "pupil__first_name", "pupil_id", "starts_on")
    )
    children: dict[UUID, list[PupilAdult]] = defaultdict(list)
    for row in rows:
        children[row.pupil_id].append(row)
    tell_apart(found[0].pupil for found in children.values())
    return [
        Supported(
            pupil_id=key,
            pupil_name=found[0].pupil.full_name,
            year=year_words(found[0].pupil.year_group),
            adults=tuple(_placed(row, school, "") for row in found),
        )
        for key, found in children.items()
    ]


def adults_of(pupil, *, today: dt.date) -> list[Placed]:
    """Who works with a child: the adults of the class, then those of the child; one statement."""
    school = pupil.school
    rows = _ADULTS.rows(
        school=school.pk,
        federation=school.federation_id,
        pupil=pupil.pk,
        group=pupil.class_group_id or _NO_CLASS,
        today=today,
    )
    return [
        Placed(
            pk,
            name,
            "Supports this child" if is_own else Role(role).label,
            _days_words(weekdays or days_at(posted, week, school)),
            starts_on,
            ends_on,
            is_own,
        )
        for is_own, starts_on, pk, name, role, weekdays, ends_on, posted, week in rows
    ]


_NO_CLASS = UUID(int=0)


def _adults(school: UUID, federation: UUID, pupil: UUID, group: UUID, today: dt.date) -> QuerySet:
    days = days_at_columns(school, federation, today)
    columns = ("name", "post", "days", "ends_on", *days)

    def there(model, *, is_own: bool, post, weekdays):
        return (
            model.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), school=school)
            .annotate(is_own=Value(is_own), name=F("user__name"), post=post, days=weekdays, **days)
            .values_list("is_own", "starts_on", "pk", *columns)
        )

    none = Value([], output_field=ArrayField(SmallIntegerField()))
    own = there(PupilAdult, is_own=True, post=Value(""), weekdays=none).filter(pupil=pupil)
    of_class = there(ClassAdult, is_own=False, post=F("role"), weekdays=F("weekdays"))
    of_class = of_class.filter(class_group=group)
    return of_class.union(own, all=True).order_by("is_own", "starts_on", "pk")


_ADULTS = Statement(_adults, school=UUID, federation=UUID, pupil=UUID, group=UUID, today=dt.date)


def _current(model, school: School, today: dt.date):
    """Those who are there now or will be."""
    return (
        model.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), school=school)
        .select_related("user")
        .annotate(**days_here_columns(school, today=today))
        .order_by("starts_on", "pk")
    )


def _children_in(school: School, today: dt.date) -> dict[UUID, int]:
    pupils = Pupil.objects.filter(school=school).exclude(class_group=None).on_roll(today)
    counted = pupils.order_by().values_list("class_group_id").annotate(Count("pk"))
    return dict(counted)


def _placed(row, school: School, role: str) -> Placed:
    """With the days of the assignment, else those on which the person is at the school at all."""
    weekdays = getattr(row, "weekdays", []) or days_here(row, school)
    is_own = isinstance(row, PupilAdult)
    return Placed(
        row.pk, row.user.name, role, _days_words(weekdays), row.starts_on, row.ends_on, is_own
    )


def _days_words(weekdays: list[int]) -> str:
    return ", ".join(DAY_NAMES[day - 1] for day in weekdays)


def class_of(access: Access, pk: UUID) -> ClassGroup | None:
    """One class of the school."""
    return classes_in_reach(access).filter(pk=pk).first()


def class_adult_of(access: Access, pk: UUID) -> ClassAdult | None:
    """One adult's time with a class of the school."""
    rows = ClassAdult.objects.filter(
        school=access.school, class_group__in=classes_in_reach(access), pk=pk
    )
    return rows.select_related("user", "class_group").first()


def supporter_row(pupil, pk: UUID) -> PupilAdult | None:
    """One adult's time with this child."""
    rows = PupilAdult.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return rows.select_related("user").first()
