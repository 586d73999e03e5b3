"""What the board of a plan shows, as it is read."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from staff.models import PlanDemand, PlanSession, Room, StaffMember, WeekPlan
from staff.selectors.weeks.reading import (
    DemandWords,
    children_of,
    seen_among,
    who_is_in,
    words_for,
)


@dataclass(frozen=True)
class BoardRows:
    """Sessions by time; all else by its key."""

    words: dict[UUID, DemandWords]
    sessions: list[PlanSession]
    members: dict[UUID, StaffMember]
    #: Members who have not left by the plan's first week, by name.
    here: list[UUID]
    rooms: dict[UUID, Room]


def board_rows(access: Access, plan: WeekPlan, monday: dt.date) -> BoardRows:
    """The rows of a plan; two statements."""
    demands, sessions, members, here, rooms, may_read, in_it = rows_as(
        _of_board, access, plan=plan.pk, monday=monday
    )
    children = children_of(demands, in_it)
    seen = seen_among(access, {pk for each in children.values() for pk in each})
    return BoardRows(
        words_for(access, demands, children, set(may_read), seen),
        sessions,
        {row.pk: row for row in members},
        here,
        {row.pk: row for row in rooms},
    )


def _of_board(access: Access, plan: UUID, monday: dt.date) -> list[QuerySet]:
    demands = demands_of(access, plan)
    given = demands.order_by().values("provision")
    sessions = PlanSession.objects.filter(school=access.school, plan=plan)
    members = StaffMember.objects.filter(school=access.school)
    return [
        demands,
        sessions.order_by("weekday", "starts", "pk"),
        members,
        members.here_on(monday).values_list("pk", flat=True),
        Room.objects.filter(school=access.school),
        *who_is_in(access, Q(pk__in=given), Q(provision__in=given)),
    ]


def demands_of(access: Access, plan: WeekPlan | UUID) -> QuerySet[PlanDemand]:
    """What a plan has to cover, with its sources."""
    rows = PlanDemand.objects.filter(school=access.school, plan=plan)
    return rows.select_related("provision", "promise", "need").defer("remedies")


def session_of(access: Access, plan: UUID, pk: UUID) -> PlanSession | None:
    """One session of a plan, with the plan and what it covers."""
    rows = PlanSession.objects.filter(school=access.school, plan=plan, pk=pk)
    sources = (f"demand__{name}" for name in ("provision", "promise", "need"))
    return rows.select_related("member", "room", "plan__school", *sources).first()


def demand_of(access: Access, plan: UUID, pk: UUID) -> PlanDemand | None:
    """One thing that a plan has to cover."""
    rows = demands_of(access, plan).filter(pk=pk)
    return rows.select_related("provision", "promise", "need", "plan__school").first()
