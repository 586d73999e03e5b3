"""Who steps in: each session that falls is decided once, undone if need be, and told."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.services import queue_mail
from aylsham.models import School, User
from pupils.services.standing_in import stand_down, stand_in
from staff.codes import SwapKind
from staff.models import Absence, Swap
from staff.planning.absence import Swap as Offered
from staff.planning.absence import replan_for
from staff.selectors.away import choice_key
from staff.selectors.cover_instance import CoverWeek, cover_week
from staff.selectors.effective import Stands, absences_between, day_as_it_is, is_out
from staff.selectors.planned import pupils_of_demand

TOLD_MAIL = "staff_day_changed"
NOT_GIVEN = "none"
GONE = "This can no longer be chosen: something has changed. Look at what is offered now."


@dataclass(frozen=True)
class Told:
    """How many people have an e-mail, and who must be told in person."""

    mailed: int
    in_person: tuple[str, ...]


@transaction.atomic
def decide(*, school: School, day: dt.date, session: UUID, choice: str, by: User) -> Swap:
    """Settle one gap by one of the choices that are offered, or with NOT_GIVEN.

    Decided twice alike it is one decision; otherwise than somebody else has, it is refused.
    """
    _lock_day(school, day)
    if known := _decided(school, day, session):
        return _same(known, choice)
    open_ones = [each for each in day_as_it_is(school, day) if each.is_open]
    stands = next((s for s in open_ones if s.planned.session.pk == session), None)
    if stands is None:
        raise TransitionNotAllowed("This session no longer falls. Look at the day again.")
    if choice == NOT_GIVEN:
        return _keep(stands, None, by)
    week = cover_week(school, day)
    offer = _offers(week, day, session).get(choice) if week else None
    if offer is None:
        raise TransitionNotAllowed(GONE)
    return _keep(stands, (week, offer), by, is_later="@" in choice)


def _offers(week: CoverWeek, day: dt.date, session: UUID) -> dict[str, Offered]:
    """What can be chosen for a session now, by what a button sends."""
    for gap in week.gaps(day):
        if week.by_session[gap.session].planned.session.pk == session:
            now = {choice_key(week, swap): swap for swap in gap.swaps}
            late = week.later(gap.session)
            return now | {choice_key(week, swap, is_later=True): swap for swap in late}
    return {}


@transaction.atomic
def accept_best(*, school: School, day: dt.date, by: User) -> list[Swap]:
    """The best swap for each gap in turn, what is owed most first; gaps without one stay open."""
    _lock_day(school, day)
    week = cover_week(school, day)
    if week is None:
        return []
    found = replan_for(week.instance, week.sessions, week.outs_on(day), week.taken)
    accepted = {(swap.session.demand, swap.session.span): swap for swap in found.accepted}
    kept = []
    for gap in found.fallen:
        swap = accepted.get((gap.session.demand, gap.session.span))
        is_moved = gap.session.span.starts != week.by_session[gap.session].planned.session.starts
        if swap is not None and not is_moved:
            kept.append(_keep(week.by_session[gap.session], (week, swap), by))
    return kept


@transaction.atomic
def undo(*, swap: Swap, by: User) -> Swap:
    """The decision no longer holds: the session is open again if its adult is still out."""
    undo_rows([swap], by=by)
    swap.refresh_from_db()
    return swap


def undo_rows(swaps: Iterable[Swap], *, by: User) -> None:
    """Undo decisions; what was already logged as missed stays, and is corrected in the log."""
    ids = [swap.pk for swap in swaps]
    rows = Swap.objects.filter(pk__in=ids).standing().select_for_update(no_key=True, of=("self",))
    for swap in rows.select_related("school", "member__user", "session__demand"):
        if swap.logged_at:
            raise TransitionNotAllowed(
                "The session is in the log as missed already. Correct it in the log."
            )
        swap.undone_at, swap.undone_by = clock.moment(), by
        swap.save(update_fields=["undone_at", "undone_by"])
        pupils = _pupils_of(swap)
        if swap.member and swap.member.user:
            day = swap.moved_on or swap.on
            _keep_reach_of_others(swap, pupils, day)
            stand_down(pupils=pupils, user=swap.member.user, on=day, by=by)
            if swap.told_at:
                _mail([swap.member.user], swap.school, day, by)
        _record(swap, pupils, by, "undone")


def _keep_reach_of_others(swap: Swap, pupils: list, day: dt.date) -> None:
    """A child whom the adult has in another swap of that day stays theirs for the day."""
    that_day = Q(moved_on=None, on=day) | Q(moved_on=day)
    others = Swap.objects.filter(that_day, school=swap.school, member=swap.member).standing()
    for other in others.select_related("session__demand"):
        still = {pupil.pk for pupil in _pupils_of(other)}
        pupils[:] = [pupil for pupil in pupils if pupil.pk not in still]


@transaction.atomic
def tell(*, school: School, day: dt.date, by: User) -> Told:
    """E-mail everybody whose day has changed and who was not told yet."""
    rows = Swap.objects.filter(school=school, on=day, told_at=None).standing()
    swaps = list(
        rows.select_for_update(no_key=True, of=("self",)).select_related(
            "member__user", "session__member__user", "leaves__member"
        )
    )
    people: dict[UUID, tuple[User, dt.date]] = {}
    mailed = set()
    for swap in swaps:
        user = swap.member.user if swap.member else None
        if user is not None and user.is_active:
            people[user.pk] = user, swap.moved_on or day
            mailed.add(swap.member_id)
    for user, on in people.values():
        _mail([user], school, on, by)
    Swap.objects.filter(pk__in=[swap.pk for swap in swaps]).update(told_at=clock.moment())
    if swaps:
        detail = {"step": "told", "count": len(people)}
        record_event(Action.CHANGE_STAFF, school=school, by=by, detail=detail)
    alone = {s.member.name for s in swaps if s.member and s.member.pk not in mailed}
    return Told(len(people), tuple(sorted(alone)))


def _mail(users: Collection[User], school: School, day: dt.date, by: User) -> None:
    context = {"school": str(school.pk), "day": day.isoformat()}
    for user in users:
        queue_mail(TOLD_MAIL, to=user, context=context, schools=[school], by=by)


def _lock_day(school: School, day: dt.date) -> None:
    """Decisions of a school are made one after the other: two cannot take the same adult."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if not calendar_of(school).is_school_day(day):
        raise TransitionNotAllowed("The school is closed on that day: nothing falls.")


def _decided(school: School, day: dt.date, session: UUID) -> Swap | None:
    """What was decided, unless whoever was to step in is out too."""
    rows = Swap.objects.filter(school=school, session=session, on=day).standing()
    swap = rows.select_related("member", "session").first()
    return None if swap is None or _has_fallen(swap) else swap


def _has_fallen(swap: Swap) -> bool:
    if swap.member_id is None:
        return False
    on = swap.moved_on or swap.on
    starts = swap.session.starts if swap.moved_to is None else swap.moved_to
    ends = starts + swap.session.ends - swap.session.starts
    rows = Absence.objects.filter(school_id=swap.school_id, member=swap.member_id).on(on)
    return any(is_out(row, on, starts, ends) for row in rows)


def _same(known: Swap, choice: str) -> Swap:
    if known.kind == SwapKind.NOT_GIVEN:
        said = NOT_GIVEN
    elif known.kind == SwapKind.MOVED:
        said = f"{known.member_id}@{known.moved_on.isoformat()}@{known.moved_to}"
    else:
        said = f"{known.member_id}/{known.leaves_id}" if known.leaves_id else str(known.member_id)
    if said == choice:
        return known
    who = known.member.name if known.member else "nobody"
    raise TransitionNotAllowed(f"This was decided meanwhile: {who}. Undo that first.")


def _keep(
    stands: Stands, taken: tuple[CoverWeek, Offered] | None, by: User, *, is_later: bool = False
) -> Swap:
    """Write the decision down; one of an adult who is now out themselves is undone by it."""
    row = stands.planned.session
    swap = Swap(
        school_id=row.school_id,
        session=row,
        on=stands.planned.on,
        absence=_absence_behind(stands),
        kind=SwapKind.NOT_GIVEN,
        decided_by=by,
        decided_at=clock.moment(),
    )
    if taken is not None:
        _fill(swap, stands, *taken, is_later=is_later)
    if stands.swap:
        undo_rows([stands.swap], by=by)
    swap.save(force_insert=True)
    pupils = list(stands.planned.pupils)
    if swap.member and swap.member.user:
        stand_in(pupils=pupils, user=swap.member.user, on=swap.moved_on or swap.on, by=by)
    _record(swap, pupils, by, "decided")
    return swap


def _fill(swap: Swap, stands: Stands, week: CoverWeek, offer: Offered, *, is_later: bool) -> None:
    """Who gives it and when; what was moved already stays where it was moved to."""
    swap.kind, swap.member = SwapKind.COVERED, week.members[offer.session.adult]
    if offer.leaves:
        swap.leaves = week.by_session[offer.leaves].planned.session
    if is_later:
        swap.moved_on = week.instance.day(offer.session.span.weekday)
        swap.moved_to = offer.session.span.starts
    elif stands.swap and stands.swap.kind == SwapKind.MOVED:
        swap.moved_on, swap.moved_to = stands.on, stands.starts
    if swap.moved_on:
        if swap.leaves:
            raise TransitionNotAllowed("It was moved already. Choose somebody who is free.")
        swap.kind = SwapKind.MOVED


def _absence_behind(stands: Stands) -> Absence:
    """The absence because of which it falls: of the usual adult, else of who stepped in."""
    if stands.swap:
        return stands.swap.absence
    row, day = stands.planned.session, stands.planned.on
    school = School(pk=row.school_id)
    return next(
        absence
        for absence in absences_between(school, day, day)
        if absence.member_id == row.member_id and is_out(absence, day, row.starts, row.ends)
    )


def _pupils_of(swap: Swap) -> list:
    return pupils_of_demand(swap.session.demand, swap.on)


def _record(swap: Swap, pupils: Iterable, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_STAFF,
        school=School.objects.get(pk=swap.school_id),
        by=by,
        pupil_ids=sorted(pupil.pk for pupil in pupils),
        subject=swap,
        detail={"step": step, "kind": str(swap.kind)},
    )
