"""Small questions about children that forms ask."""

from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words


def is_upn_taken(school: School, upn: str, *, but: Pupil) -> bool:
    """Whether another child of the school has this UPN."""
    return Pupil.objects.filter(school=school, upn=upn).exclude(pk=but.pk).exists()


def children_to_choose(access: Access, *, but: Pupil | None = None) -> list[tuple[UUID, str]]:
    """(id, name and class) of the children of a school's page, in register order; one statement."""
    rows = Pupil.objects.visible_to(access).in_register_order()
    rows = rows.exclude(pk=but.pk) if but else rows
    return [
        (row.pk, f"{row.last_name}, {row.known_as}{row.apart}, {year_words(row.year_group)}")
        for row in tell_apart(rows)
    ]
