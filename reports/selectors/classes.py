"""Classes to filter by: those of the asker's reach."""

from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import usual_roles
from aylsham.clock import academic_year
from aylsham.statements import Statement
from pupils.models import ClassGroup, Pupil


def class_choices(access: Access) -> list[tuple[str, str]]:
    """The classes of this year in which the asker may see somebody; one statement.

    Over all schools there are too many alike: there one filters by school and year instead.
    """
    if access.school is None:
        return []
    year = academic_year(access.today)
    if usual_roles(access):
        groups = _usual(year).rows(school=access.school.pk)
    else:
        mine = Pupil.objects.visible_to(access).exclude(class_group=None)
        own = mine.order_by().values("class_group_id")
        groups = _classes(access.school.pk, year).filter(pk__in=own)
    return [(str(pk), name) for pk, name in groups]


def _classes(school: UUID, year: int) -> QuerySet:
    return ClassGroup.objects.filter(school=school, academic_year=year).values_list("pk", "name")


@lru_cache(maxsize=8)
def _usual(year: int) -> Statement:
    def build(school: UUID) -> QuerySet:
        return _classes(school, year)

    return Statement(build, school=UUID)
