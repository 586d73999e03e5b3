"""Children to choose from, for letters about several."""

from collections.abc import Iterable
from uuid import UUID

from aylsham.access.current import Access
from pupils.models import Pupil

NO_CLASS = "No class"


def children_by_class(access: Access) -> list[tuple[str, list[tuple[str, str]]]]:
    """Children in reach who are on roll, under their classes; one statement."""
    rows = Pupil.objects.visible_to(access).filter(closed_on=None, class_group__isnull=False)
    groups: dict[str, list[tuple[str, str]]] = {}
    ordered = rows.select_related("class_group").order_by(
        "class_group__name", "last_name", "first_name"
    )
    for row in ordered:
        name = row.class_group.name if row.class_group else NO_CLASS
        groups.setdefault(name, []).append((str(row.pk), row.full_name))
    return list(groups.items())


def in_reach(access: Access, ids: Iterable[str]) -> list[Pupil]:
    """The chosen children as far as the asker may see them; one statement."""
    rows = Pupil.objects.visible_to(access).filter(pk__in=[UUID(each) for each in ids])
    return list(rows.select_related("school", "class_group"))
