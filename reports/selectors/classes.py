"""Classes to filter by: those of the asker's reach."""

from aylsham.access.current import Access
from aylsham.access.roles import Reach
from aylsham.clock import academic_year
from pupils.models import ClassGroup, Pupil


def class_choices(access: Access) -> list[tuple[str, str]]:
    """The classes of this year in which the asker may see somebody; one statement.

    Over all schools there are too many alike: there one filters by school and year instead.
    """
    if access.school is None:
        return []
    groups = ClassGroup.objects.filter(
        school=access.school, academic_year=academic_year(access.today)
    )
    if access.by_school[access.school.pk].reach < Reach.WHOLE_SCHOOL:
        mine = Pupil.objects.visible_to(access).exclude(class_group=None)
        groups = groups.filter(pk__in=mine.order_by().values("class_group_id"))
    return [(str(pk), name) for pk, name in groups.values_list("pk", "name")]
