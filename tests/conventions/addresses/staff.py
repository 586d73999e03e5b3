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


@row("time_need")
def _time_need(world):
    from staff.services.weeks.needs import add_need

    facts = {"name": f"{world.marker} care", "kind": "care", "pupil": world.pupil}
    facts |= {"minutes": 15, "times_a_week": 5, "starts_on": BEGINS}
    return add_need(school=world.school, by=None, **facts).pk


@row("window")
def _window(world):
    from provision.models import Provision
    from staff.models import ProvisionWindow
    from tests.conventions.addresses.rows import ROWS

    provision = Provision.objects.get(school=world.school, pk=ROWS["provision"](world))
    times = {"kind": "wish", "weekday": 0, "starts_at": NINE, "ends_at": TEN}
    return ProvisionWindow.objects.create(school=world.school, provision=provision, **times).pk


@row("handover")
def _handover(world):
    from staff.models import Handover

    facts = {"pupil": world.pupil, "member": _member(world), "on": BEGINS}
    return Handover.objects.create(school=world.school, how=f"{world.marker} snack", **facts).pk


@row("week_plan")
def _week_plan(world):
    from staff.models import WeekPlan
    from staff.services.weeks.plans import begin_plan

    if known := WeekPlan.objects.filter(school=world.school).first():
        return known.pk
    facts = {"starts_on": dt.date(2026, 11, 30), "ends_on": None, "based_on": None, "by": None}
    return begin_plan(school=world.school, name=f"{world.marker} week", **facts).pk


def _demand_of_week(world):
    from staff.models import PlanDemand

    plan = _week_plan(world)
    known = PlanDemand.objects.filter(school=world.school, plan=plan).first()
    if known:
        return known
    facts = {"plan_id": plan, "need_id": _time_need(world), "rank": "statutory"}
    return PlanDemand.objects.create(school=world.school, sessions=5, minutes=15, **facts)


@row("plan_demand")
def _plan_demand(world):
    return _demand_of_week(world).pk


@row("plan_session")
def _plan_session(world):
    from staff.models import PlanSession

    demand = _demand_of_week(world)
    facts = {"plan_id": demand.plan_id, "demand": demand, "member": _member(world)}
    place = {"weekday": 0, "starts": 540, "ends": 540 + demand.minutes}
    return PlanSession.objects.create(school=world.school, **facts, **place).pk


@row("what_if")
def _what_if(world):
    from uuid import uuid4

    from aylsham.changes import version_of
    from staff.models import WeekPlan
    from staff.services.weeks.scenarios import add_change

    plan, key = WeekPlan.objects.get(pk=_week_plan(world)), uuid4()
    facts = {"version": version_of(plan, ("changes",)), "adult": str(_member(world).pk)}
    add_change(plan=plan, kind="leaves", key=key, by=None, **facts)
    return key
