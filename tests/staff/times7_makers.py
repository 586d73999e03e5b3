"""Published weeks for tests of timetables, made row by row."""

import datetime as dt

from django.utils import timezone

from staff.models import Absence, PlanDemand, PlanSession, Room, Swap, TimeNeed, WeekPlan
from staff.services.away import say_out
from staff.services.school_days import keep_room

MONDAY = dt.date(2026, 11, 23)


def week(school, *, starts_on=dt.date(2026, 9, 1), ends_on=None, state="published") -> WeekPlan:
    """What people go by from a day on."""
    told_at = None if state == "draft" else timezone.now()
    return WeekPlan.objects.create(
        school=school,
        name="Autumn",
        state=state,
        starts_on=starts_on,
        ends_on=ends_on,
        published_at=told_at,
    )


def room(school, name="Rainbow room") -> Room:
    """A room of the school."""
    known = Room.objects.filter(school=school, name=name).first()
    return known or keep_room(school=school, by=None, name=name, capacity=6, walking_minutes=0)


def need(
    school, name="Support", *, pupil=None, class_group=None, kind="class", **facts
) -> TimeNeed:
    """Time of an adult that no provision asks for."""
    facts = {"minutes": 60, "times_a_week": 5, "starts_on": dt.date(2026, 9, 1)} | facts
    return TimeNeed.objects.create(
        school=school, name=name, kind=kind, pupil=pupil, class_group=class_group, **facts
    )


def planned(plan, member, times="9:00-9:30", weekday=0, *, place=None, rank="plan", **source):
    """A session of a plan: of a `provision`, a `promise` or a `need`."""
    school = plan.school
    starts, ends = map(minute, times.split("-"))
    demand, _ = PlanDemand.objects.get_or_create(
        school=school,
        plan=plan,
        **source,
        defaults={"rank": rank, "sessions": 1, "minutes": ends - starts},
    )
    return PlanSession.objects.create(
        school=school,
        plan=plan,
        demand=demand,
        member=member,
        weekday=weekday,
        starts=starts,
        ends=ends,
        room=place,
    )


def _out(member, on):
    absence = Absence.objects.filter(member=member, starts_on=on).first()
    return absence or say_out(
        member=member, by=None, starts_on=on, ends_on=on, starts=0, ends=8 * 60
    )


def swapped(session, usual, instead, on=MONDAY) -> Swap:
    """Another adult gives a session on a day, since the usual one came late."""
    return Swap.objects.create(
        school=session.school,
        absence=_out(usual, on),
        session=session,
        on=on,
        kind="covered",
        member=instead,
        decided_at=timezone.now(),
    )


def moved(session, member, *, on, to, at) -> Swap:
    """A session of one day is given on another at a minute."""
    return Swap.objects.create(
        school=session.school,
        absence=_out(member, on),
        session=session,
        on=on,
        kind="moved",
        member=member,
        moved_on=to,
        moved_to=at,
        decided_at=timezone.now(),
    )


def minute(words: str) -> int:
    """`9:30` as minutes after midnight."""
    hours, _, minutes = words.partition(":")
    return int(hours) * 60 + int(minutes)
