"""Meetings about children in care, for those who may read the whole of care."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.models import School
from aylsham.statements import among
from lac.access import Knows, known_by_role
from lac.models import CareAction, CareMeeting, CareMeetingChild
from pupils.models import Pupil

#: So many meetings stand on the page; older ones are reached by their children.
MOST = 100


@dataclass(frozen=True)
class ChildLine:
    """A child of whom a meeting spoke."""

    id: UUID
    pupil_id: UUID
    name: str
    said: str


@dataclass(frozen=True)
class ActionLine:
    """What was agreed."""

    row: CareAction
    who: str
    child: str
    is_late: bool


@dataclass(frozen=True)
class MeetingLine:
    """A meeting with its children and actions."""

    row: CareMeeting
    children: tuple[ChildLine, ...]
    actions: tuple[ActionLine, ...]

    @property
    def open(self) -> int:
        """How many actions are not done."""
        return sum(line.row.done_on is None for line in self.actions)


def meeting_lines(access: Access, school: School) -> list[MeetingLine]:
    """The meetings of a school, the newest first, for whoever may read the whole; two statements."""
    if known_by_role(access, school) < Knows.WHOLE:
        return []
    [meetings] = rows_as(_meetings, access)
    return _lines(access, meetings)


def meeting_line(access: Access, meeting: CareMeeting) -> MeetingLine:
    """One meeting; one statement."""
    [line] = _lines(access, [meeting])
    return line


def _meetings(access: Access) -> list[QuerySet]:
    return [CareMeeting.objects.filter(school=access.school)[:MOST]]


def _of_meetings(access: Access, meetings: list[UUID]) -> tuple[QuerySet, ...]:
    of = among("meeting_id", meetings)
    seen = Pupil.objects.visible_to(access).values("pk")
    children = CareMeetingChild.objects.filter(of, school=access.school, pupil__in=seen)
    actions = CareAction.objects.filter(of, school=access.school)
    # Of a child its name alone: a hundred meetings speak of many.
    names = (f"pupil__{part}" for part in ("first_name", "preferred_first_name", "last_name"))
    named = children.select_related("pupil").only("said", "meeting_id", "school_id", *names)
    return named, actions.annotate(owner_name=F("owner__name"))


def _lines(access: Access, meetings: list[CareMeeting]) -> list[MeetingLine]:
    children, actions = rows_as(_of_meetings, access, meetings=[meeting.pk for meeting in meetings])
    by_meeting: dict[UUID, tuple[list, list]] = defaultdict(lambda: ([], []))
    names = {row.pupil_id: row.pupil.full_name for row in children}
    for row in sorted(children, key=lambda row: names[row.pupil_id]):
        line = ChildLine(row.pk, row.pupil_id, names[row.pupil_id], row.said)
        by_meeting[row.meeting_id][0].append(line)
    for row in actions:
        if row.pupil_id is None or row.pupil_id in names:
            by_meeting[row.meeting_id][1].append(_action(row, names, access))
    return [
        MeetingLine(meeting, *map(tuple, by_meeting[meeting.pk]))  # type: ignore[arg-type]
        for meeting in meetings
    ]


def _action(row: CareAction, names: dict[UUID, str], access: Access) -> ActionLine:
    return ActionLine(
        row=row,
        who=row.owner_name or row.outside_owner,
        child=names.get(row.pupil_id, ""),
        is_late=row.done_on is None and row.due_on < access.today,
    )


def meeting_of(access: Access, school: School, pk: UUID) -> CareMeeting | None:
    """One meeting of the school, for whoever may read the whole of care."""
    if known_by_role(access, school) < Knows.WHOLE:
        return None
    [rows] = rows_as(_meeting, access, meeting=pk)
    for row in rows:
        row.school = school
    return rows[0] if rows else None


def _meeting(access: Access, meeting: UUID) -> list[QuerySet]:
    return [CareMeeting.objects.filter(school=access.school, pk=meeting)]


def action_of(access: Access, school: School, pk: UUID) -> CareAction | None:
    """One action of the school."""
    return _found(access, school, CareAction.objects.select_related("meeting", "pupil"), pk)


def child_of(access: Access, school: School, pk: UUID) -> CareMeetingChild | None:
    """One child of a meeting."""
    rows = CareMeetingChild.objects.select_related("meeting", "pupil")
    return _found(access, school, rows, pk)


def children_of(access: Access, meeting: CareMeeting) -> QuerySet[Pupil]:
    """The children of whom a meeting spoke."""
    spoken = CareMeetingChild.objects.filter(school_id=meeting.school_id, meeting=meeting)
    return Pupil.objects.visible_to(access).filter(pk__in=spoken.values("pupil"))


def _found(access: Access, school: School, rows: QuerySet, pk: UUID):
    if known_by_role(access, school) < Knows.WHOLE:
        return None
    row = rows.filter(school=school, pk=pk).first()
    if row is not None:
        row.school = school
        if isinstance(row, CareAction | CareMeetingChild):
            row.meeting.school = school
            if row.pupil:
                row.pupil.school = school
    return row
