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

    facts = {"name": "Gate duty", "weekday": 0, "starts_at": NINE, "ends_at": TEN}
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


def _topic(world):
    from staff.models import TrainingTopic
    from staff.services.training_topics import add_topic

    known = TrainingTopic.objects.filter(only_at=world.school).first()
    name = f"{world.marker} topic"
    return known or add_topic(school=world.school, by=None, name=name, valid_months=12)


@row("training_topic")
def _training_topic(world):
    return _topic(world).pk


@row("training_session")
def _training_session(world):
    from staff.services.attendance import take_attendance
    from staff.services.training_plan import plan_session

    facts = {"title": f"{world.marker} day", "kind": "inset", "year": 2026, "starts_on": BEGINS}
    by = world.membership.user
    session = plan_session(
        school=world.school, by=by, people=[by], topic=_topic(world), hours=None, **facts
    )
    return take_attendance(session=session, absent=(), spent_pence=None, by=by).pk


@row("teaching_card")
def _teaching_card(world):
    from staff.services.teaching_cards import add_card

    facts = {"need_type": "ASD", "title": f"{world.marker} card", "text": "Say it in few words."}
    return add_card(school=world.school, by=world.membership.user, **facts).pk


def _two(world):
    """Two people of the school whose roles allow nearly any duty."""
    from aylsham.access.roles import Role
    from aylsham.models import User
    from tests.factories import MembershipFactory

    found = []
    for word in ("first", "second"):
        email = f"{word}.{world.school.slug}@school.example"
        person = User.objects.filter(email=email).first()
        if person is None:
            name = f"{word.title()} Colleague"
            more = {"user__email": email, "user__name": name}
            person = MembershipFactory(school=world.school, role=Role.SENDCO, **more).user
        found.append(person)
    return found


@row("duty_holder")
def _duty_holder(world):
    from staff.services.duties import name_holder

    user, _ = _two(world)
    return name_holder(
        school=world.school, duty="strategy", user=user, starts_on=BEGINS, by=None
    ).pk


@row("delegation")
def _delegation(world):
    from staff.services.duties import hand_over, name_holder

    giver, taker = _two(world)
    name_holder(school=world.school, duty="plans", user=giver, starts_on=BEGINS, by=None)
    days = {"starts_on": dt.date(2026, 11, 23), "ends_on": dt.date(2026, 12, 4)}
    note = f"{world.marker} note"
    return hand_over(
        school=world.school, duty="plans", giver=giver, taker=taker, note=note, by=giver, **days
    ).pk


@row("away")
def _away(world):
    from staff.services.duties import say_away

    user, cover = _two(world)
    days = {"starts_on": dt.date(2027, 1, 11), "ends_on": dt.date(2027, 1, 15)}
    return say_away(
        school=world.school, user=user, cover=cover, note=f"{world.marker} away", by=user, **days
    ).pk


@row("colleague")
def _colleague(world):
    return _two(world)[0].pk


@row("handover_paper")
def _handover_paper(world):
    from staff.models import HandoverPaper
    from staff.services.handover_papers import ask_for_handover_paper

    facts = {"html": f"<p>{world.marker}</p>", "of_on": BEGINS, "by": world.membership.user}
    ask_for_handover_paper(school=world.school, **facts)
    return HandoverPaper.objects.get(school=world.school).pk


def _managed(world):
    """Somebody whom the member of the world manages."""
    from staff.models import StaffMember
    from staff.services.people import add_member

    known = StaffMember.objects.filter(school=world.school, name="Managed").first()
    manager, user = _two(world)
    facts = {"role": "teacher", "user": user, "line_manager": manager}
    return known or add_member(school=world.school, name="Managed", by=None, **facts)


@row("supervision")
def _supervision(world):
    from staff.services.supervision import plan_supervision

    member = _managed(world)
    day = dt.date(2026, 12, 1)
    return plan_supervision(member=member, planned_on=day, by=member.line_manager).pk


@row("line_action")
def _line_action(world):
    from staff.services.supervision import agree

    member = _managed(world)
    facts = {"kind": "action", "side": "member", "due_on": None}
    text = f"{world.marker} action"
    return agree(member=member, text=text, by=member.line_manager, **facts).pk


def _goal(world):
    from staff.models import CoachingCycle
    from staff.services.coaching import start_coaching

    known = CoachingCycle.objects.filter(school=world.school).first()
    teacher, coach = _two(world)
    facts = {"goal": f"{world.marker} goal", "objective": "", "starts_on": BEGINS, "by": None}
    return known or start_coaching(school=world.school, teacher=teacher, coach=coach, **facts)


@row("coaching_cycle")
def _coaching_cycle(world):
    return _goal(world).pk


@row("teaching_visit")
def _teaching_visit(world):
    from staff.services.coaching import record_visit

    cycle = _goal(world)
    facts = {"kind": "coaching", "visited_on": dt.date(2026, 11, 20), "by": None}
    return record_visit(
        school=world.school,
        teacher=cycle.teacher,
        coach=cycle.coach,
        cycle=cycle,
        noticed=f"{world.marker} seen",
        **facts,
    ).pk


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
