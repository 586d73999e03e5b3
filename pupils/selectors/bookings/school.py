"""Rounds of meetings with parents as colleagues see them: times, who has booked, who has not."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from aylsham.access.current import Access
from pupils.codes import SenStatus
from pupils.meeting_codes import MeetingState
from pupils.models import (
    ClassGroup,
    MeetingRound,
    MeetingSlot,
    Pupil,
    RoundChild,
    RoundPerson,
    SlotBooking,
    StatusPeriod,
)


@dataclass(frozen=True)
class RoundLine:
    """A round in the list of a school."""

    round: MeetingRound
    first_on: dt.date | None
    children: int
    booked: int
    slots: int


@dataclass(frozen=True)
class SlotRow:
    """A time of a round, and who comes; no name of a child whom the asker may not see."""

    slot: MeetingSlot
    booking: SlotBooking | None
    is_shown: bool

    @property
    def is_called_off(self) -> bool:
        """Whether the meeting does not take place after all."""
        return self.booking is not None and self.booking.meeting.state == MeetingState.CALLED_OFF


@dataclass(frozen=True)
class RoundPage:
    """A round with its times, and the children whose parents have not booked."""

    round: MeetingRound
    people: tuple[str, ...]
    rows: tuple[SlotRow, ...]
    waiting: tuple[RoundChild, ...]
    pupil_ids: tuple[UUID, ...]

    @property
    def days(self) -> list[tuple[dt.date, list[SlotRow]]]:
        """The times of each day."""
        found: dict[dt.date, list[SlotRow]] = defaultdict(list)
        for row in self.rows:
            found[row.slot.on].append(row)
        return list(found.items())

    @property
    def booked(self) -> int:
        """How many times are booked."""
        return sum(row.booking is not None for row in self.rows)


def _reachable(access: Access):
    """The rounds with a child whom the asker may see, and those that they lead or opened."""
    seen = RoundChild.objects.filter(
        school_id=OuterRef("school_id"),
        round=OuterRef("pk"),
        pupil__in=Pupil.objects.visible_to(access),
    )
    rounds = MeetingRound.objects.filter(school__in=access.schools)
    return rounds.filter(Exists(seen)) if access.reaches_children else rounds.none()


def rounds_of(access: Access) -> list[RoundLine]:
    """Every round with a child in reach, the newest first; one statement."""
    live = Q(bookings__cancelled_at=None, bookings__isnull=False)
    rows = (
        _reachable(access)
        .select_related("chair")
        .annotate(
            all_children=Count("children", distinct=True),
            all_slots=Count("slots", distinct=True),
            all_booked=Count("bookings__pupil", filter=live, distinct=True),
        )
        .order_by("-opened_on", "-pk")
    )
    firsts: dict = {}
    days = MeetingSlot.objects.filter(round__in=[row.pk for row in rows], school__in=access.schools)
    for pk, on in days.order_by("-on").values_list("round_id", "on"):
        firsts[pk] = on
    return [
        RoundLine(row, firsts.get(row.pk), row.all_children, row.all_booked, row.all_slots)
        for row in rows
    ]


def round_of(access: Access, pk: UUID) -> MeetingRound | None:
    """One round with a child whom the asker may see."""
    return _reachable(access).filter(pk=pk).select_related("chair", "school").first()


def round_of_child(access: Access, pupil: Pupil, pk: UUID) -> MeetingRound | None:
    """One round in which the parents of this child can book."""
    rounds = MeetingRound.objects.filter(school_id=pupil.school_id, pk=pk, children__pupil=pupil)
    return rounds.select_related("chair", "school").first()


def round_page(access: Access, round: MeetingRound) -> RoundPage:
    """A round as the asker may see it; five statements."""
    own = {"school_id": round.school_id, "round": round}
    seen = {
        child.pupil_id: child
        for child in RoundChild.objects.filter(**own, pupil__in=Pupil.objects.visible_to(access))
        .select_related("pupil")
        .order_by("pupil__last_name", "pupil__first_name", "pk")
    }
    bookings = SlotBooking.objects.filter(**own, cancelled_at=None)
    taken = {each.slot_id: each for each in bookings.select_related("pupil", "contact", "meeting")}
    booked = {each.pupil_id for each in taken.values()}
    rows = tuple(
        SlotRow(slot, found := taken.get(slot.pk), found is None or found.pupil_id in seen)
        for slot in MeetingSlot.objects.filter(**own)
    )
    people = RoundPerson.objects.filter(**own).order_by("user__name")
    return RoundPage(
        round=round,
        people=tuple(people.values_list("user__name", flat=True)),
        rows=rows,
        waiting=tuple(child for pk, child in seen.items() if pk not in booked),
        pupil_ids=tuple(seen),
    )


def booking_of(access: Access, pupil: Pupil, pk: UUID) -> SlotBooking | None:
    """One live booking about this child."""
    rows = SlotBooking.objects.filter(school_id=pupil.school_id, pupil=pupil, cancelled_at=None)
    return rows.filter(pk=pk).select_related("meeting", "round", "contact", "slot").first()


def children_to_offer(
    access: Access, *, group: ClassGroup | None, only_register: bool
) -> list[Pupil]:
    """Children in reach of a class or of the school, all or those on the SEND register."""
    rows = Pupil.objects.visible_to(access).on_roll(access.today).filter(school=access.school)
    if group is not None:
        rows = rows.filter(class_group=group)
    if only_register:
        on_register = StatusPeriod.objects.filter(
            school=access.school,
            status__in=(SenStatus.SUPPORT, SenStatus.PLAN),
            ends_on=None,
        )
        rows = rows.filter(pk__in=on_register.values("pupil_id"))
    return list(rows.order_by("last_name", "first_name", "pk"))
