"""A round of meetings with parents: its times are laid where everybody is free."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.models import MeetingRound, MeetingSlot, Pupil, RoundChild, RoundPerson
from pupils.rules.bookings import MOST_SLOTS, Span, slots_between, without_clashes
from pupils.selectors.bookings.times import meetings_of, offered_to_others
from pupils.services.recording import lock, lock_pupils


@dataclass(frozen=True)
class Sitting:
    """A stretch of a day in which meetings can be."""

    on: dt.date
    first: dt.time
    last: dt.time


@transaction.atomic
def open_round(
    *,
    school: School,
    key: UUID,
    sittings: Sequence[Sitting],
    pupils: Iterable[Pupil],
    people: Iterable[User],
    by: User,
    **values,
) -> MeetingRound:
    """Offer times to the parents of some children; pressing twice opens one round.

    Times that clash with a meeting of anybody who takes part, or with another round of theirs, are
    left out; a day on which the school is closed is refused.
    """
    # Two rounds opened at once could offer the same minutes of one colleague.
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    known = MeetingRound.objects.filter(school=school, pk=key).first()
    if known:
        return known
    chosen = list(pupils)
    if not chosen:
        raise TransitionNotAllowed("There is no child whose parents could book.")
    _check_days(school, sittings, values["book_by"])
    adults = {values["chair"].pk: values["chair"]} | {user.pk: user for user in people}
    free = _free_times(school, sittings, set(adults), values["length"], values["gap"])
    lock_pupils(school, [pupil.pk for pupil in chosen])
    round = MeetingRound.objects.create(
        pk=key, school=school, opened_on=clock.today(), opened_by=by, **values
    )
    own = {"school": school, "round": round}
    MeetingSlot.objects.bulk_create(
        MeetingSlot(**own, on=span.on, starts_at=span.starts_at) for span in free
    )
    RoundPerson.objects.bulk_create(
        RoundPerson(**own, user=user) for user in adults.values() if user.pk != round.chair_id
    )
    RoundChild.objects.bulk_create(RoundChild(**own, pupil=pupil) for pupil in chosen)
    record_round(round, by, "opened", [pupil.pk for pupil in chosen])
    return round


def _check_days(school: School, sittings: Sequence[Sitting], book_by: dt.date) -> None:
    today, calendar = clock.today(), calendar_of(school)
    for each in sittings:
        if each.on <= today:
            raise TransitionNotAllowed(
                f"{each.on:%-d %B %Y} is over, or is today. Choose a later day."
            )
        if not calendar.is_open_day(each.on):
            raise TransitionNotAllowed(f"The school is closed on {each.on:%A %-d %B %Y}.")
    first = min(each.on for each in sittings)
    if not today <= book_by <= first:
        raise TransitionNotAllowed(
            f"Parents book by a day from today to {first:%-d %B %Y}, the first day of meetings."
        )


def _free_times(
    school: School, sittings: Sequence[Sitting], people: set[UUID], length: int, gap: int
) -> list[Span]:
    days = {each.on for each in sittings}
    busy = [span for _, span in meetings_of(school, people, days)]
    busy += offered_to_others(school, people, days)
    free: list[Span] = []
    for each in sorted(sittings, key=lambda s: (s.on, s.first)):
        slots = slots_between(each.on, each.first, each.last, length, gap)
        free += without_clashes(slots, [*busy, *free])
    if not free:
        raise TransitionNotAllowed("No time is left: everybody has to be free, for long enough.")
    if len(free) > MOST_SLOTS:
        raise TransitionNotAllowed(f"That is more than {MOST_SLOTS} times. Offer fewer.")
    return free


@transaction.atomic
def close_round(*, round: MeetingRound, by: User) -> MeetingRound:
    """Parents can book no more; the meetings that are booked stay."""
    round = lock_round(round)
    if round.closed_on is None:
        round.closed_on = clock.today()
        round.save(update_fields=["closed_on"])
        record_round(round, by, "closed", children_of(round))
    return round


def lock_round(round: MeetingRound) -> MeetingRound:
    """The round as it is now, locked."""
    locked = lock(round)
    locked.school = round.school
    return locked


def children_of(round: MeetingRound) -> list[UUID]:
    """The children whose parents can book in a round."""
    rows = RoundChild.objects.filter(school_id=round.school_id, round=round)
    return list(rows.order_by("pk").values_list("pupil_id", flat=True))


def record_round(round: MeetingRound, by: User, step: str, pupil_ids: list[UUID]) -> None:
    """Write down what happened to a round, for all of its children, with fresh deadlines."""
    record_event(
        Action.CHANGE_ROUND,
        school=round.school,
        by=by,
        pupil_ids=pupil_ids,
        subject=round,
        detail={"step": step},
    )
    rebuild_deadlines(round.school, pupil_ids)
