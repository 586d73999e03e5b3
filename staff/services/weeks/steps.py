"""A step on a board: sessions as they stood before and after it, enough to undo it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from staff.models import PlanSession, WeekPlan
from staff.planning.instance import Session, Span

#: A session as it stood: {id, demand, member, weekday, starts, ends, room, is_locked}.
Stood = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """What one press did to a board, without names: enough to undo it."""

    plan: str
    before: tuple[Stood, ...]
    after: tuple[Stood, ...]

    @property
    def lost_room(self) -> bool:
        """Whether a session had a room before and has none now."""
        now = {row["id"]: row["room"] for row in self.after}
        return any(row["room"] and now.get(row["id"], "gone") is None for row in self.before)

    @property
    def data(self) -> dict[str, Any]:
        """As it is kept with whoever did it."""
        return {"plan": self.plan, "before": list(self.before), "after": list(self.after)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Step":
        return cls(data["plan"], tuple(data["before"]), tuple(data["after"]))


def copy_of(row: PlanSession) -> PlanSession:
    """The same session, to be changed."""
    return PlanSession(
        pk=row.pk,
        school_id=row.school_id,
        plan_id=row.plan_id,
        demand_id=row.demand_id,
        member_id=row.member_id,
        weekday=row.weekday,
        starts=row.starts,
        ends=row.ends,
        room_id=row.room_id,
        is_locked=row.is_locked,
    )


def as_planned(row: PlanSession) -> Session:
    """As the planner takes it."""
    span = Span(row.weekday, row.starts, row.ends)
    return Session(str(row.demand_id), str(row.member_id), span)


def all_stood(rows: Iterable[PlanSession]) -> tuple[Stood, ...]:
    """Several as they stand."""
    return tuple(stood_of(row) for row in rows)


def stood_of(row: PlanSession) -> Stood:
    """One as it stands, without names."""
    return {
        "id": str(row.pk),
        "demand": str(row.demand_id),
        "member": str(row.member_id),
        "weekday": row.weekday,
        "starts": row.starts,
        "ends": row.ends,
        "room": str(row.room_id) if row.room_id else None,
        "is_locked": row.is_locked,
    }


def from_stood(plan: WeekPlan, stood: Stood) -> PlanSession:
    """A session as it stood."""
    return PlanSession(
        pk=UUID(stood["id"]),
        school_id=plan.school_id,
        plan=plan,
        demand_id=UUID(stood["demand"]),
        member_id=UUID(stood["member"]),
        weekday=stood["weekday"],
        starts=stood["starts"],
        ends=stood["ends"],
        room_id=UUID(stood["room"]) if stood["room"] else None,
        is_locked=stood["is_locked"],
    )
