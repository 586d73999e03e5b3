"""What two people keep of supervision, read by one of the two and nobody else."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from staff.codes import LineKind
from staff.models import LineAction, StaffMember, Supervision

#: Days before a supervision from which it is due soon.
SOON = 14


@dataclass(frozen=True)
class MeetingLine:
    """One day of supervision."""

    row: Supervision
    state: str
    words: str


@dataclass(frozen=True)
class LineView:
    """Of one pair: the next day, days before, what was agreed."""

    member: StaffMember
    is_managed: bool
    other: str
    next: MeetingLine | None
    meetings: tuple[MeetingLine, ...]
    actions: tuple[LineAction, ...]
    objectives: tuple[LineAction, ...]
    done: tuple[LineAction, ...]
    #: Open actions of an earlier manager that the present one does not see.
    kept_back: int


@dataclass(frozen=True)
class LinePage:
    """Oneself as the managed, if so, and those whom one manages with the next day of each."""

    own: StaffMember | None
    managed: tuple[tuple[StaffMember, MeetingLine | None, int], ...]


def line_page(access: Access) -> LinePage:
    """Who manages the asker, and whom the asker manages; four statements."""
    members = _members(access)
    own = next((row for row in members if row.user_id == access.user.pk), None)
    managed = [row for row in members if row.line_manager_id == access.user.pk]
    rows = Supervision.objects.filter(school=access.school, member__in=managed, is_held=False)
    nexts: dict[UUID, Supervision] = {}
    for row in rows.for_either(access.user.pk).order_by("-planned_on"):
        nexts[row.member_id] = row
    still_open = LineAction.objects.filter(school=access.school, member__in=managed, done_on=None)
    counts: dict[UUID, int] = {}
    for pk in still_open.for_either(access.user.pk).values_list("member_id", flat=True):
        counts[pk] = counts.get(pk, 0) + 1
    return LinePage(
        own,
        tuple(
            (row, _line(nexts.get(row.pk), access.today), counts.get(row.pk, 0)) for row in managed
        ),
    )


def between(access: Access, pk: UUID) -> StaffMember | None:
    """A member of staff who is the asker, or whom the asker manages now; None for all others."""
    return next((row for row in _members(access) if row.pk == pk), None)


def line_view(access: Access, member: StaffMember) -> LineView:
    """What the asker may see of one pair; two statements."""
    is_managed = member.user_id == access.user.pk
    rows = Supervision.objects.filter(school=access.school, member=member)
    meetings = [
        line
        for row in rows.for_either(access.user.pk)
        if (line := _line(row, access.today)) is not None
    ]
    agreed = LineAction.objects.filter(school=access.school, member=member)
    actions = list(agreed.for_either(access.user.pk))
    waiting = [line for line in meetings if not line.row.is_held]
    still_open = [row for row in actions if row.done_on is None]
    manager = member.line_manager
    return LineView(
        member=member,
        is_managed=is_managed,
        other=(manager.name if manager else "") if is_managed else member.name,
        next=min(waiting, key=lambda line: line.row.planned_on, default=None),
        meetings=tuple(meetings),
        actions=tuple(row for row in still_open if row.kind == LineKind.ACTION),
        objectives=tuple(row for row in still_open if row.kind == LineKind.OBJECTIVE),
        done=tuple(row for row in actions if row.done_on),
        kept_back=sum(row.manager_id != member.line_manager_id for row in still_open)
        if is_managed
        else 0,
    )


def meeting_of(access: Access, member: StaffMember, pk: UUID) -> Supervision | None:
    """One day of the pair."""
    rows = Supervision.objects.filter(school=access.school, member=member, pk=pk)
    return rows.for_either(access.user.pk).first()


def action_of(access: Access, member: StaffMember, pk: UUID) -> LineAction | None:
    """One action or objective of the pair."""
    rows = LineAction.objects.filter(school=access.school, member=member, pk=pk)
    return rows.for_either(access.user.pk).first()


def _members(access: Access) -> list[StaffMember]:
    mine = Q(user=access.user) | Q(line_manager=access.user)
    rows = StaffMember.objects.filter(mine, school=access.school).here_on(access.today)
    return list(rows.select_related("line_manager", "user"))


def _line(row: Supervision | None, today: dt.date) -> MeetingLine | None:
    if row is None:
        return None
    if row.is_held:
        return MeetingLine(row, "closed", "Took place")
    if row.planned_on < today:
        return MeetingLine(row, "overdue", "Not yet said whether it took place")
    soon = (row.planned_on - today).days <= SOON
    return MeetingLine(row, "due_soon" if soon else "on_track", "Planned")
