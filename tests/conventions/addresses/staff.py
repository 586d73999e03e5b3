"""Rows of staff: people with contracts and pairings, bells, rooms, lessons."""

import datetime as dt
from decimal import Decimal

from tests.conventions.addresses.rows import row

BEGINS = dt.date(2026, 9, 1)
NINE, TEN = dt.time(9), dt.time(10)


def _member(world):
    from staff.models import StaffMember
    from staff.services.people import add_member

    known = StaffMember.objects.filter(school=world.school).first()
    facts = {"role": "lsa", "user": None, "line_manager": None}
    return known or add_member(school=world.school, name="Staff", by=None, **facts)


def _contract(world):
    from staff.models import Contract
    from staff.rules.patterns import DayPattern
    from staff.services.contracts import begin_contract

    known = Contract.objects.filter(school=world.school).first()
    facts = {"starts_on": BEGINS, "ends_on": None, "hours_a_week": Decimal(5)}
    facts |= {"weeks_a_year": 39, "pence_an_hour": 9137}
    return known or begin_contract(member=_member(world), days=[DayPattern(0)], by=None, **facts)


@row("staff_member")
def _staff_member(world):
    return _member(world).pk


@row("contract")
def _staff_contract(world):
    return _contract(world).pk


@row("directed_task")
def _directed_task(world):
    from staff.services.contracts import add_task

    facts = {"name": f"{world.marker} gate", "weekday": 0, "starts_at": NINE, "ends_at": TEN}
    return add_task(contract=_contract(world), by=None, **facts).pk


@row("pairing")
def _pairing(world):
    from staff.services.pairings import add_pairing

    facts = {"kind": "preferred", "reason": f"{world.marker} reason"}
    return add_pairing(member=_member(world), pupil=world.pupil, by=None, **facts).pk


@row("staff_day")
def _staff_day(world):
    from staff.rules.bells import Bell
    from staff.services.school_days import add_school_day

    facts = {"name": f"{world.marker} day", "year_groups": ["3"], "starts_on": BEGINS}
    bells = [Bell("One", "lesson", NINE, TEN)]
    return add_school_day(school=world.school, bells=bells, by=None, **facts).pk


@row("staff_room")
def _staff_room(world):
    from staff.services.school_days import keep_room

    facts = {"name": f"{world.marker} room", "capacity": 6, "walking_minutes": 0}
    return keep_room(school=world.school, by=None, **facts).pk


@row("protected_lesson")
def _protected_lesson(world):
    from staff.services.school_days import protect_lesson

    facts = {"name": f"{world.marker} PE", "weekday": 0, "starts_at": NINE, "ends_at": TEN}
    return protect_lesson(class_group=world.class_group, by=None, **facts).pk


def _absence(world):
    from staff.codes import DAY_ENDS
    from staff.models import Absence
    from staff.services.away import say_out

    known = Absence.objects.filter(school=world.school, taken_back_at=None).first()
    times = {"starts_on": BEGINS, "starts": 0, "ends_on": BEGINS, "ends": DAY_ENDS}
    return known or say_out(member=_member(world), by=None, **times)


@row("staff_absence")
def _staff_absence(world):
    return _absence(world).pk


@row("staff_swap")
def _staff_swap(world):
    from aylsham import clock
    from staff.models import PlanDemand, PlanSession, Swap, TimeNeed, WeekPlan

    school = {"school": world.school}
    need = TimeNeed.objects.create(
        **school, name="Gate", kind="other", minutes=30, times_a_week=1, starts_on=BEGINS
    )
    plan = WeekPlan.objects.create(**school, name="Autumn", starts_on=BEGINS)
    facts = {"need": need, "rank": "duty", "sessions": 1, "minutes": 30}
    demand = PlanDemand.objects.create(**school, plan=plan, **facts)
    session = PlanSession.objects.create(
        **school, plan=plan, demand=demand, member=_member(world), weekday=1, starts=540, ends=570
    )
    return Swap.objects.create(
        **school,
        absence=_absence(world),
        session=session,
        on=BEGINS,
        kind="none",
        decided_at=clock.moment(),
    ).pk
