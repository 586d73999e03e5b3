"""Children whose next cycle can begin, class by class, and who usually leads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School, User
from provision.selectors.cycles import CycleLine, cycle_list
from pupils.models import ClassAdult, Pupil
from pupils.selectors.concerns.classrooms import LEADS


@dataclass(frozen=True)
class ToBegin:
    """Children with support and without an open cycle."""

    lines: tuple[CycleLine, ...]

    @property
    def classes(self) -> list[tuple[str, int]]:
        """Each class with how many of its children have no cycle, by name."""
        names = [line.class_name for line in self.lines]
        return [(name, names.count(name)) for name in sorted(set(names))]

    def chosen(self, asked: str) -> str:
        """The class that an address asks for, else the first one."""
        known = [name for name, _ in self.classes]
        return asked if asked in known else known[0] if known else ""

    def of(self, class_name: str) -> list[CycleLine]:
        """The children of a class."""
        return [line for line in self.lines if line.class_name == class_name]


def to_begin(access: Access) -> ToBegin:
    """Whose next cycle the asker can begin; one statement."""
    return ToBegin(tuple(line for line in cycle_list(access).lines if line.cycle_id is None))


def pupils_in(access: Access, ids: Iterable[UUID]) -> list[Pupil]:
    """Children in reach by their ids; one statement."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=list(ids))
    found = list(seen.order_by("pk"))
    for pupil in found:
        pupil.school = access.school
    return found


def class_leads(access: Access, school: School, pupils: Iterable[Pupil]) -> dict[UUID, User]:
    """The teacher of each child's class, by the child; one statement."""
    on = access.today
    classes = {pupil.pk: pupil.class_group_id for pupil in pupils}
    rows = ClassAdult.objects.filter(
        school=school,
        class_group__in=[pk for pk in classes.values() if pk],
        role__in=LEADS,
        starts_on__lte=on,
        user__is_active=True,
    ).exclude(ends_on__lt=on)
    # The first of two who share a class, whose name then stands in the form.
    ordered = rows.select_related("user").order_by("-starts_on", "-pk")
    leads = {row.class_group_id: row.user for row in ordered}
    return {pk: leads[of] for pk, of in classes.items() if of in leads}
