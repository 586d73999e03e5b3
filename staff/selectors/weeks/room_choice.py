"""Which room one session of a plan could be given in, in words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from staff.models import PlanDemand, PlanSession, ProvisionPlanning, Room, WeekPlan


@dataclass(frozen=True)
class RoomChoice:
    """A room, and why it cannot be chosen; no words if it can."""

    room: Room
    words: str

    @property
    def label(self) -> str:
        """`Hive (taken then)`."""
        return f"{self.room.name} ({self.words})" if self.words else self.room.name


def asked_room(demand: PlanDemand) -> Room | None:
    """The very room that its provision asks for; it is then not chosen session by session."""
    if demand.provision_id is None:
        return None
    rows = ProvisionPlanning.objects.filter(
        school_id=demand.school_id, provision=demand.provision_id, room__isnull=False
    )
    row = rows.select_related("room").first()
    return row.room if row else None


def in_a_room_then(plan: WeekPlan, row: PlanSession) -> QuerySet[PlanSession]:
    """Other sessions of the plan that are in some room at the time of this one."""
    rows = PlanSession.objects.filter(
        school_id=plan.school_id,
        plan=plan,
        weekday=row.weekday,
        starts__lt=row.ends,
        ends__gt=row.starts,
        room__isnull=False,
    )
    return rows.exclude(pk=row.pk)


def room_choices(
    rooms: Iterable[Room], taken: Collection[UUID | None], children: int
) -> tuple[RoomChoice, ...]:
    """Every room of the school, those that can be chosen first; `taken`: keys of the others."""
    found = (
        RoomChoice(room, why_not(room, is_taken=room.pk in taken, children=children))
        for room in rooms
    )
    return tuple(sorted(found, key=lambda each: bool(each.words)))


def why_not(room: Room, *, is_taken: bool, children: int) -> str:
    """Why a session cannot be in a room; empty if it can."""
    if is_taken:
        return "taken then"
    return f"holds {room.capacity}" if children > room.capacity else ""
