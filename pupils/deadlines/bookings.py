"""What rounds of meetings make due: every family books a time by the last day."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import RoundChild, SlotBooking
from pupils.rules.bookings import CITATION, CODE, VERSION

KINDS = {"booking": "Times for parents"}
TABLES = (RoundChild,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Families who have not booked in a round that is open; gone after its last meeting."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    booked = SlotBooking.objects.filter(
        school_id=OuterRef("school_id"),
        round=OuterRef("round_id"),
        pupil=OuterRef("pupil_id"),
        cancelled_at=None,
    )
    rows = RoundChild.objects.filter(chosen, ~Exists(booked), school=school, round__closed_on=None)
    for row in rows.select_related("round").annotate(last_on=Max("round__slots__on")):
        yield _fact(row, calendar)


def _fact(row: RoundChild, calendar: SchoolCalendar) -> DeadlineFact:
    due_on = row.round.book_by
    return DeadlineFact(
        key=f"{row.round_id}:{row.pupil_id}",
        kind="booking",
        title="Book a time to meet the school",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        lapses_on=row.last_on,
        lapses_with_roll=True,
        owed_by=Owes.PARENT,
        weight=Weight.OURS,
        rule_code=CODE,
        rule_version=VERSION,
        citation=CITATION,
        confidence=Confidence.WORKING,
        how="the day that was set for the round",
        pupil_id=row.pupil_id,
        permission=Permission.VIEW_FAMILY_LOG,
        facts={"Times offered on": row.round.opened_on.isoformat()},
        action=Action(
            "Book for them",
            "round_book",
            (str(row.pupil_id), str(row.round_id)),
            Permission.LOG_CONTACT,
        ),
    )
