"""The autumn term as it was logged: most of what was planned was given, with a term's usual gaps."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.changes import version_of
from aylsham.models import School, User
from provision.models import Provision, Target
from provision.provision_codes import ProvisionState, StaffRole
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.provisions import (
    PROVISION_FIELDS,
    Members,
    add_provision,
    change_provision,
)
from provision.services.sessions import MarkFacts, log_session
from pupils.models import Pupil

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class GroupTerm:
    """A group's days of the week and hour, until when it is logged, and what went wrong when."""

    weekdays: tuple[int, ...]
    time: dt.time
    until: dt.date
    staff: str = ""  # the address of whoever gives it; nobody is named otherwise
    away: tuple[dt.date, ...] = ()
    trips: tuple[dt.date, ...] = ()
    cut_short: tuple[dt.date, ...] = ()
    forgotten: tuple[dt.date, ...] = ()


LAST_WEEK = dt.date(2026, 11, 20)
#: Two groups of the LSA have their last two weeks told day by day, in `demo.sessions`.
BEFORE_TOLD = dt.date(2026, 11, 6)
LSA, TEACHER = "lsa@demo.example", "teacher@demo.example"
EVERY_DAY = (0, 1, 2, 3, 4)
TERM = {
    "Physio programme": GroupTerm(EVERY_DAY, dt.time(13, 30), BEFORE_TOLD, LSA),
    "Speech sounds (NHS plan)": GroupTerm((0, 1, 2), dt.time(9, 15), BEFORE_TOLD, LSA),
    "Retelling with pictures": GroupTerm(
        (1, 2, 3), dt.time(9, 35), LAST_WEEK, LSA, away=(dt.date(2026, 10, 14),),
    ),
    "Talk Boost": GroupTerm(
        (0, 2, 4), dt.time(11), LAST_WEEK, LSA, away=(dt.date(2026, 10, 14),),
    ),
    "Nurture group": GroupTerm(
        (0, 1, 2, 3), dt.time(13), LAST_WEEK, TEACHER,
        forgotten=(dt.date(2026, 9, 24), dt.date(2026, 10, 15), dt.date(2026, 11, 12)),
    ),
    "Attention Autism": GroupTerm(
        (0, 1, 2, 3), dt.time(10), LAST_WEEK,
        cut_short=(dt.date(2026, 9, 29),), trips=(dt.date(2026, 10, 8),),
    ),
    "Number Stacks": GroupTerm(
        (1, 2, 3), dt.time(9, 15), dt.date(2026, 11, 13), away=(dt.date(2026, 10, 14),),
    ),
    "Sensory circuits": GroupTerm(
        EVERY_DAY, dt.time(8, 50), LAST_WEEK,
        forgotten=(dt.date(2026, 9, 18), dt.date(2026, 10, 9), dt.date(2026, 11, 13)),
    ),
    "Touch typing": GroupTerm((1, 3), dt.time(8, 40), dt.date(2026, 11, 13)),
    "ELSA": GroupTerm((2,), dt.time(14), LAST_WEEK),
}  # fmt: skip
#: How the target begins for which it is given.
RETELLS = "Uses “first”"
#: Every so many sessions a child is absent, one after the other.
ABSENT_EVERY = 9


def log_term(school: School, people: dict[str, User]) -> None:
    """Name who gives each group and when, and log what it had on each school day so far."""
    is_open = calendar_of(school).is_school_day
    _give_for_target(school, people["sendco@demo.example"])
    for row in _begun_this_year(school):
        group = TERM[row.name]
        row.school = school
        row = set_days(row, people["sendco@demo.example"], group.weekdays, group.time,
                       people.get(group.staff))  # fmt: skip
        places = row.places.select_related("pupil__school").order_by("pupil__last_name", "pupil_id")
        pupils = [place.pupil for place in places]
        days = [day for day in _days(row, group) if is_open(day)]
        for number, day in enumerate(days):
            marks = list(_marks(group, day, number, pupils, row.minutes))
            by = people[group.staff or LSA]
            log_session(provision=row, at=SessionAt(day), marks=marks, by=by)


def _give_for_target(school: School, by: User) -> None:
    """What the cycle of one child says is done, planned for its target."""
    targets = Target.objects.filter(school=school, text__startswith=RETELLS, ended_on=None)
    target = targets.select_related("pupil__school").first()
    if target is None:
        return
    add_provision(
        school=school,
        members=Members(
            pupils=(target.pupil,), targets=(target,), offered_targets=frozenset({target.pk})
        ),
        by=by,
        name="Retelling with pictures",
        tier="T",
        need_type="SLCN",
        staff_role=StaffRole.LSA,
        location="Library corner",
        sessions_a_week=3,
        minutes=15,
        weeks=12,
        starts_on=dt.date(2026, 9, 14),
        funding="core",
    )


def set_days(
    row: Provision, by: User, weekdays: tuple[int, ...], time: dt.time, staff: User | None, **also
) -> Provision:
    """Say on which days and when it is given, and by whom."""
    promises = [each.promise for each in row.serves.select_related("promise")]
    pupils = [place.pupil for place in row.places.select_related("pupil__school")]
    facts = {name: getattr(row, name) for name in PROVISION_FIELDS}
    facts |= {"staff": staff, "weekdays": list(weekdays), "time": time, **also}
    return change_provision(
        provision=row,
        members=Members(pupils=tuple(pupils), promises=tuple(promises)),
        version=version_of(row, PROVISION_FIELDS),
        by=by,
        **facts,
    )


def _begun_this_year(school: School) -> list[Provision]:
    """The groups of this term; last year's of the same name are left alone."""
    rows = Provision.objects.filter(school=school, name__in=TERM, starts_on__gte="2026-09-01")
    rows = rows.exclude(state=ProvisionState.DRAFT)
    return list(rows.order_by("name", "pk"))


def _days(row: Provision, group: GroupTerm) -> Iterator[dt.date]:
    day, last = row.starts_on, min(row.ends_on, group.until, clock.today() - DAY)
    while day <= last:
        if day.weekday() in group.weekdays and day not in group.forgotten:
            yield day
        day += DAY


def _marks(
    group: GroupTerm, day: dt.date, number: int, pupils: list[Pupil], minutes: int
) -> Iterator[MarkFacts]:
    """What each child had: all of it, unless the day or the child's turn says otherwise."""
    reason = Reason.STAFF if day in group.away else Reason.TRIP if day in group.trips else None
    turn = number // ABSENT_EVERY % len(pupils) if number % ABSENT_EVERY == ABSENT_EVERY - 1 else -1
    for place, pupil in enumerate(pupils):
        if reason:
            yield MarkFacts(pupil, Came.MISSED, reason=reason)
        elif place == turn:
            yield MarkFacts(pupil, Came.MISSED, reason=Reason.ABSENT)
        elif day in group.cut_short:
            yield MarkFacts(pupil, Came.PART, minutes // 2)
        else:
            yield MarkFacts(pupil, Came.HAD)
