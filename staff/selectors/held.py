"""Planned sessions of some days as they stood, each with what the log of sessions says of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, at_once, read
from provision.models import SessionMark
from staff.models import StaffMember, TrainingRecord
from staff.rules.deployed import Held
from staff.selectors.effective import Stands, plans_and_changes, slots_of, stand
from staff.selectors.planned import planned_days
from staff.selectors.weeks.requirements import topics_of_provisions_read

DAY = dt.timedelta(days=1)
#: Which session of a provision: its day, and which of the day.
Told = dict[tuple[UUID, dt.date, int], int]


def stands_between(
    school: School, first: dt.date, last: dt.date, calendar: SchoolCalendar
) -> list[Stands]:
    """Every planned session of the school days, as it stood; a statement and one for each plan."""
    plans, absences, swaps = plans_and_changes(school, first, last)
    found: list[Stands] = []
    for plan in plans:
        begins, ends = max(first, plan.starts_on), min(last, plan.ends_on or last)
        days = [begins + n * DAY for n in range((ends - begins).days + 1)]
        days = [day for day in days if calendar.is_school_day(day)]
        found += stand(planned_days(plan, days), absences, swaps)
    return found


def held_of(school: School, stands: list[Stands]) -> list[Held]:
    """Each as the rules count it; at most two statements."""
    slots = slots_of(stands)
    told, topics = read(at_once(_told(school, stands), _topics(school, stands)))
    trained = read(_trained(school, {topic for each in topics.values() for topic in each}))
    found = []
    for each in stands:
        asked = topics[each.planned.session.demand_id]
        found.append(_held(each, told, slots, _is_trained(each, asked, trained)))
    return found


def _held(
    each: Stands, told: Told, slots: dict[tuple[UUID, dt.date], int], is_trained: bool | None
) -> Held:
    row, demand = each.planned, each.planned.session.demand
    provision = demand.provision
    given = None
    if provision is not None:
        given = told.get((provision.pk, each.on, slots[row.session.pk, row.on]))
        if given is None and provision.is_in_class and each.is_given:
            given = row.minutes
    elif demand.need is not None and each.is_given:
        # Nobody logs lunch: it took place unless somebody was out and nobody stepped in.
        given = row.minutes
    is_out = each.is_open or each.swap is not None
    return Held(
        on=row.on,
        rank=row.rank,
        minutes=row.minutes,
        usual=row.member.pk,
        by=each.member.pk if each.member else None,
        given=given,
        provision=demand.provision_id,
        children=tuple(pupil.pk for pupil in row.pupils),
        is_in_class=bool(provision and provision.is_in_class),
        is_trained=is_trained,
        is_out=is_out,
        is_open=each.is_open,
        is_left=each.left_for is not None,
        is_moved=each.is_moved,
    )


def _told(school: School, stands: Iterable[Stands]) -> Reads[Told]:
    """Minutes that an adult gave, as the longest of its children: the last word of each counts."""
    stands = list(stands)
    provisions = {s.planned.session.demand.provision_id for s in stands} - {None}
    days = [day for s in stands for day in (s.on, s.planned.on)]
    if not provisions:
        return {}
    rows = SessionMark.objects.filter(
        school=school,
        log__session__provision__in=provisions,
        log__session__on__range=(min(days), max(days)),
        log__session__is_make_up=False,
    ).order_by("log__number")
    last: dict[tuple, int] = {}
    names = [f"log__session__{name}" for name in ("provision_id", "on", "slot")]
    [marks] = yield [rows.values_list(*names, "pupil_id", "minutes")]
    for *key, pupil, minutes in marks:
        last[(*key, pupil)] = minutes
    found: Told = {}
    for (provision, on, slot, _), minutes in last.items():
        known = found.get((provision, on, slot), 0)
        found[provision, on, slot] = max(known, minutes)
    return found


def _topics(school: School, stands: Collection[Stands]) -> Reads[dict[UUID, tuple[UUID, ...]]]:
    """By demand the topics that it asks for: of a time need its own, of provision its programme's."""
    demands = {s.planned.session.demand_id: s.planned.session.demand for s in stands}.values()
    programmes = [demand.provision for demand in demands if demand.provision]
    of_programme = yield from topics_of_provisions_read(school, programmes)
    return {
        demand.pk: (demand.need.topic_id,)
        if demand.need and demand.need.topic_id
        else of_programme.get(demand.provision_id, ())
        for demand in demands
    }


def _trained(school: School, topics: Iterable[UUID]) -> Reads[dict[tuple, list]]:
    """By member and topic, from when to when a training holds."""
    topics, found = set(topics), defaultdict(list)
    if not topics:
        return found
    members = StaffMember.objects.filter(school=school, user__isnull=False)
    records = TrainingRecord.objects.filter(school=school, topic__in=topics)
    accounts, rows = yield [members.values_list("user", "pk"), records.select_related("topic")]
    by_user = dict(accounts)
    for row in rows:
        member = row.member_id or by_user.get(row.user_id)
        found[member, row.topic_id].append((row.taken_on, row.ends_on))
    return found


def _is_trained(each: Stands, topics: tuple[UUID, ...], trained: dict[tuple, list]) -> bool | None:
    """Whether whoever gives it holds all it asks for on the day; None where nothing is asked."""
    if not topics:
        return None
    if each.member is None:
        return False
    return all(
        any(
            (first is None or first <= each.on) and (last is None or each.on <= last)
            for first, last in trained.get((each.member.pk, topic), ())
        )
        for topic in topics
    )
