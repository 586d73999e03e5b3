"""Rooms in test week: who sits where with what."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.clock import academic_year
from pupils.models import NationalTestRoom
from pupils.selectors.arrangements import ArrangementChild, children_of_test
from pupils.selectors.safety import Alert, alerts_of


@dataclass(frozen=True)
class RoomLine:
    """A room with the children who sit there and have something that is given."""

    room: NationalTestRoom
    children: tuple[ArrangementChild, ...]


@dataclass(frozen=True)
class WeekOfTests:
    """Rooms with their children, and who has none yet."""

    rooms: tuple[RoomLine, ...]
    without_room: tuple[ArrangementChild, ...]
    alerts: dict[UUID, list[Alert]]

    @property
    def children(self) -> list[ArrangementChild]:
        """Everybody, by name within the room."""
        return [c for line in self.rooms for c in line.children] + list(self.without_room)


def rooms_of(access: Access, test: str) -> list[NationalTestRoom]:
    """This year's rooms of a test, for people whose role reaches children at all."""
    if not access.reaches_children:
        return []
    return list(
        NationalTestRoom.objects.filter(
            school=access.school, academic_year=academic_year(access.today), test=test
        )
    )


def room_of(access: Access, pk: UUID) -> NationalTestRoom | None:
    """One room of the page's school."""
    if not access.reaches_children:
        return None
    return NationalTestRoom.objects.filter(school=access.school, pk=pk).first()


def week_of_tests(access: Access, test: str) -> WeekOfTests:
    """Who sits where with what; five statements."""
    given = [child for child in children_of_test(access, test) if child.in_use]
    rooms = rooms_of(access, test)
    return WeekOfTests(
        rooms=tuple(
            RoomLine(room, tuple(child for child in given if child.room_id == room.pk))
            for room in rooms
        ),
        without_room=tuple(child for child in given if child.room_id is None),
        alerts=alerts_of([access.school], [c.pupil_id for c in given], today=access.today),
    )
