"""Delivered against planned: minutes of children in provision this term, and what is owed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.clock import academic_year
from aylsham.school_calendar import SchoolCalendar
from provision.models import Place, SessionMark
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Came, Delivery, Mark, Plan, Reason, delivery
from provision.rules.standing_marks import standing
from provision.selectors.provisions import ProvisionLine
from provision.selectors.sessions import said_of

#: A child's part in a provision: (provision, child).
Part = tuple[UUID, UUID]


@dataclass(frozen=True)
class PartDelivery:
    """What became of a child's sessions of one provision since a day."""

    since: dt.date
    delivery: Delivery
    #: Sessions of which two logs differ: the later one is counted until somebody settles it.
    conflicts: int


def delivered(
    access: Access, lines: Iterable[ProvisionLine], pupil: UUID | None = None
) -> dict[Part, PartDelivery]:
    """This term until today, for each child shown (or one) in provision that has begun.

    Three statements, whatever the number of lines.
    """
    begun = [line for line in lines if line.provision.state != ProvisionState.DRAFT]
    calendar = calendar_of(access.school)
    since = term_began(calendar, access.today)
    marks = _marks(access, [line.id for line in begun], since, pupil)
    return {
        (line.id, place.pupil_id): _of_place(
            line, place, marks[line.id, place.pupil_id], calendar, since, access.today
        )
        for line in begun
        for place in line.places
        if place.starts_on <= access.today
        and place.ends_on >= since
        and pupil in (None, place.pupil_id)
    }


def term_began(calendar: SchoolCalendar, today: dt.date) -> dt.date:
    """First day of the term of a day, or of the last one; without terms that of the school year."""
    began = [first for first, _ in calendar.terms if first <= today]
    return max([dt.date(academic_year(today), 9, 1), *began])


def _marks(
    access: Access, provisions: list[UUID], since: dt.date, pupil: UUID | None
) -> dict[Part, list[SessionMark]]:
    rows = SessionMark.objects.filter(
        school=access.school, log__session__provision__in=provisions, log__session__on__gte=since
    ).select_related("log__session")
    rows = rows.filter(pupil=pupil) if pupil else rows
    found: dict[Part, list[SessionMark]] = defaultdict(list)
    for mark in rows:
        found[mark.log.session.provision_id, mark.pupil_id].append(mark)
    return found


def _of_place(
    line: ProvisionLine,
    place: Place,
    marks: list[SessionMark],
    calendar: SchoolCalendar,
    since: dt.date,
    today: dt.date,
) -> PartDelivery:
    row = line.provision
    plan = Plan(row.sessions_a_week, row.minutes, place.starts_on, place.ends_on, row.is_in_class)
    stands = _standing(marks)
    facts = [_mark(found[0]) for found in stands]
    worked_out = delivery(plan, facts, since, today, calendar.is_open_day)
    return PartDelivery(since, worked_out, sum(len(found) > 1 for found in stands))


def _standing(marks: list[SessionMark]) -> list[list[SessionMark]]:
    """What stands of each session, the latest first."""
    sessions: dict[UUID, list[SessionMark]] = defaultdict(list)
    for mark in marks:
        sessions[mark.log.session_id].append(mark)
    return [[s.mark for s in standing([said_of(m) for m in each])] for each in sessions.values()]


def _mark(mark: SessionMark) -> Mark:
    session = mark.log.session
    reason = Reason(mark.reason) if mark.reason else None
    return Mark(session.on, Came(mark.came), mark.minutes, reason, session.is_make_up)
