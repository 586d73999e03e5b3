"""Meetings of a child and of a school, cut to what the asker may know."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from aylsham.access.current import Access
from aylsham.dates import DAY
from pupils.led_meetings import led_ids
from pupils.meeting_codes import MeetingState, Reply
from pupils.models import HelpPlan, Meeting, MeetingChild, MeetingInvitee, Pupil
from pupils.rules.meetings import write_up_by

#: So many weeks stand on the school's page.
WEEKS = 4


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list: when, what, who leads, how many come."""

    id: UUID
    #: A child of the meeting whom the asker may see: the way to its page.
    pupil_id: UUID
    names: tuple[str, ...]
    number: int
    kind: str
    on: dt.date
    starts_at: dt.time
    place: str
    chair: str
    state: str
    invited: int
    coming: int
    waiting: int
    has_minutes: bool
    is_parent_meeting: bool
    today: dt.date
    #: The class of a pupil progress meeting.
    group: str = ""

    @property
    def whom(self) -> str:
        """Whom it is about: the name, or how many children."""
        if self.group:
            return f"{self.group}, {self.number} child{'' if self.number == 1 else 'ren'}"
        if self.number == 1:
            return self.names[0] if self.names else ""
        return f"{self.number} children"

    @property
    def is_late(self) -> bool:
        """Whether the minutes should have been there by now."""
        if self.state == MeetingState.CALLED_OFF or self.has_minutes:
            return False
        limit = self.on if self.state == MeetingState.PLANNED else write_up_by(self.on)
        return limit < self.today


@dataclass(frozen=True)
class ChildMeetings:
    """The page of a child: what is to come, what was, the early-help plan."""

    coming: tuple[MeetingLine, ...]
    past: tuple[MeetingLine, ...]
    plans: tuple[HelpPlan, ...]

    @property
    def open_plan(self) -> HelpPlan | None:
        """The early-help plan that is open."""
        return next((plan for plan in self.plans if plan.ended_on is None), None)


@dataclass(frozen=True)
class Week:
    """The meetings of one week, from Monday."""

    monday: dt.date
    meetings: tuple[MeetingLine, ...]


def meetings_of(access: Access, pupil: Pupil) -> ChildMeetings:
    """Every meeting of a child, the next first, then the last ones; three statements."""
    children = MeetingChild.objects.filter(school_id=pupil.school_id, pupil=pupil)
    rows = Meeting.objects.filter(school_id=pupil.school_id, pk__in=children.values("meeting_id"))
    lines = _lines(access, rows, via=pupil)
    coming = [line for line in lines if line.state == MeetingState.PLANNED]
    plans = HelpPlan.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return ChildMeetings(
        coming=tuple(reversed(coming)),
        past=tuple(line for line in lines if line.state != MeetingState.PLANNED),
        plans=tuple(plans.select_related("lead")),
    )


def weeks_of(access: Access, monday: dt.date) -> list[Week]:
    """Meetings about children in reach in the weeks from a Monday on; two statements."""
    last = monday + 7 * WEEKS * DAY
    rows = _in_reach(access).filter(on__gte=monday, on__lt=last)
    lines = sorted(_lines(access, rows), key=lambda line: (line.on, line.starts_at))
    starts = [monday + 7 * n * DAY for n in range(WEEKS)]
    return [
        Week(first, tuple(x for x in lines if first <= x.on < first + 7 * DAY)) for first in starts
    ]


def unwritten(access: Access) -> list[MeetingLine]:
    """Meetings that were held, or should have been, and have no minutes; the oldest first."""
    rows = _in_reach(access).filter(on__lt=access.today, minutes_done_on=None)
    rows = rows.exclude(state=MeetingState.CALLED_OFF).exclude(pk__in=led_ids(access.schools))
    return list(reversed(_lines(access, rows)))


def _in_reach(access: Access):
    children = MeetingChild.objects.filter(
        school_id=OuterRef("school_id"),
        meeting_id=OuterRef("pk"),
        pupil__in=Pupil.objects.visible_to(access),
    )
    return Meeting.objects.filter(Exists(children), school__in=access.schools)


def _lines(access: Access, rows, via: Pupil | None = None) -> list[MeetingLine]:
    """The lines of these meetings, the latest first; two statements."""
    invitees = MeetingInvitee.objects.filter(
        school_id=OuterRef("school_id"), meeting_id=OuterRef("pk")
    ).order_by()
    meetings = list(
        rows.select_related("chair", "class_group").annotate(
            invited=_count(invitees),
            coming=_count(invitees.filter(reply=Reply.COMING)),
            waiting=_count(invitees.filter(reply=Reply.NONE)),
        )
    )
    named = _children(access, [m.pk for m in meetings])
    return [_line(m, named[m.pk], access.today, via) for m in meetings if m.pk in named]


def _count(rows) -> Coalesce:
    return Coalesce(Subquery(rows.values("meeting").annotate(n=Count("pk")).values("n")), 0)


def _children(access: Access, ids: Iterable[UUID]) -> dict[UUID, tuple[int, list]]:
    """By meeting: how many children, and those in reach by name; one statement."""
    seen = Q(pupil__in=Pupil.objects.visible_to(access))
    name = ArrayAgg("pupil", filter=seen, default=[])
    counted = (
        MeetingChild.objects.filter(school__in=access.schools, meeting_id__in=list(ids))
        .values("meeting_id")
        .annotate(number=Count("pk"), seen=name)
        .order_by()
    )
    found = {row["meeting_id"]: (row["number"], row["seen"]) for row in counted}
    wanted = {pk for _, seen in found.values() for pk in seen}
    pupils = Pupil.objects.filter(school__in=access.schools, pk__in=wanted).in_register_order()
    names = {pupil.pk: pupil for pupil in pupils}
    return {
        meeting: (number, [names[pk] for pk in names if pk in set(seen)])
        for meeting, (number, seen) in found.items()
        if seen
    }


def _line(meeting: Meeting, children: tuple[int, list], today, via) -> MeetingLine:
    number, pupils = children
    return MeetingLine(
        id=meeting.pk,
        pupil_id=via.pk if via else pupils[0].pk,
        names=tuple(pupil.full_name for pupil in pupils),
        number=number,
        kind=meeting.get_kind_display(),
        on=meeting.on,
        starts_at=meeting.starts_at,
        place=meeting.place,
        chair=meeting.chair.name,
        state=meeting.state,
        invited=meeting.invited,
        coming=meeting.coming,
        waiting=meeting.waiting,
        has_minutes=meeting.minutes_done_on is not None,
        is_parent_meeting=meeting.is_parent_meeting,
        today=today,
        group=meeting.class_group.name if meeting.class_group else "",
    )
