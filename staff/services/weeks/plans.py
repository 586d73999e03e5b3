"""Plans of the week: begun, filled with what the record asks for, planned, changed by hand."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.codes import WeekPlanState
from staff.models import PlanDemand, PlanSession, Room, StaffMember, WeekPlan
from staff.planning.reading import read_clock
from staff.planning.verifying import broken_rules
from staff.planning.writing import instance_data
from staff.selectors.weeks.demand import Wanted, wanted_in
from staff.selectors.weeks.instances import Week, monday_of, state_of

#: Of an answer, what is kept beside its sessions: no names, no rates.
KEPT = ("status", "unmet", "bounds", "cost", "bound", "gap", "costs", "seconds", "conflicts")


class PlanChanged(Exception):
    """Somebody changed the plan, or what it covers, while it was being planned."""


@transaction.atomic
def begin_plan(
    *,
    school: School,
    name: str,
    starts_on: dt.date,
    ends_on: dt.date | None,
    based_on: WeekPlan | None,
    by: User | None,
    key: UUID | None = None,
) -> WeekPlan:
    """A draft: empty, or with the sessions of another plan as far as they are still asked for."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := WeekPlan.objects.filter(school=school, pk=key).first()):
        return known
    plan = WeekPlan(
        school=school,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        based_on=based_on,
        weights=based_on.weights if based_on else {},
        written_by=by,
        **as_pk(key),
    )
    plan.save(force_insert=True)
    _gather(plan)
    if based_on is not None:
        _copy_sessions(based_on, plan)
    record(plan, by, "begun")
    return plan


@transaction.atomic
def gather_demands(*, plan: WeekPlan, by: User | None) -> WeekPlan:
    """Read from the record again what the draft has to cover; what is no longer asked for goes."""
    plan = locked_draft(plan)
    _gather(plan)
    record(plan, by, "gathered")
    return plan


@transaction.atomic
def keep_answer(*, plan: WeekPlan, week: Week, answer: dict[str, Any], by: User | None) -> WeekPlan:
    """Write down what the planner answered, if it keeps every rule and nothing was changed since.

    PlanChanged when it was; TransitionNotAllowed when a rule is broken.
    """
    plan = locked_draft(plan)
    if state_of(plan) != week.state:
        raise PlanChanged
    is_possible = answer["status"] != "impossible"  # else there are no sessions to check
    if is_possible and (broken := broken_rules(instance_data(week.instance), answer)):
        raise TransitionNotAllowed(f"The plan breaks {len(broken)} rules; it was not kept.")
    plan.answer = {name: answer[name] for name in KEPT}
    plan.planned_at = Now()
    plan.save(update_fields=["answer", "planned_at"])
    if is_possible:
        _keep_sessions(plan, answer["sessions"])
        _keep_remedies(plan, answer["uncovered"])
    plan.refresh_from_db()
    record(plan, by, "planned")
    return plan


@transaction.atomic
def change_weights(*, plan: WeekPlan, version: str, weights: dict[str, int], by: User) -> WeekPlan:
    """How much each wish matters when it is planned the next time."""
    plan = locked_draft(plan)
    require_version(plan, ("weights",), version)
    plan.weights = weights
    plan.save(update_fields=["weights"])
    record(plan, by, "wishes changed")
    return plan


@transaction.atomic
def remove_draft(*, plan: WeekPlan, by: User) -> None:
    """A draft that nobody needs."""
    plan = locked_draft(plan)
    record(plan, by, "draft removed")
    plan.delete()


def locked_draft(plan: WeekPlan) -> WeekPlan:
    """The plan, locked, if it is still a draft."""
    plan = lock(plan)
    if plan.state != WeekPlanState.DRAFT:
        raise TransitionNotAllowed("It is published. Begin a draft from it to change it.")
    return plan


def record(plan: WeekPlan, by: User | None, what: str, **detail: Any) -> None:
    """What was done with a plan, in the log."""
    record_event(
        Action.PLAN_WEEK,
        school=plan.school,
        by=by,
        subject=plan,
        detail={"what": what, **detail},
    )


def _gather(plan: WeekPlan) -> None:
    wanted = {each.key: each for each in wanted_in(plan.school, monday_of(plan))}
    rows = PlanDemand.objects.filter(school_id=plan.school_id, plan=plan)
    there = {r.key: r for r in rows}
    gone = [row.pk for key, row in there.items() if key not in wanted]
    rows.filter(pk__in=gone).delete()
    for key, each in wanted.items():
        if row := there.get(key):
            _fit(row, each)
        else:
            _new_demand(plan, each).save(force_insert=True)


def _new_demand(plan: WeekPlan, wanted: Wanted) -> PlanDemand:
    return PlanDemand(
        school_id=plan.school_id,
        plan=plan,
        provision=wanted.provision,
        promise=wanted.promise,
        need=wanted.need,
        adult_number=wanted.adult_number,
        rank=wanted.rank,
        sessions=wanted.amount.sessions,
        minutes=wanted.amount.minutes,
    )


def _fit(row: PlanDemand, wanted: Wanted) -> None:
    """The demand as it is now; its sessions get the new length, those beyond its number go."""
    amount = wanted.amount
    if (row.rank, row.sessions, row.minutes) == (wanted.rank, amount.sessions, amount.minutes):
        return
    planned = PlanSession.objects.filter(school_id=row.school_id, demand=row)
    if row.minutes != amount.minutes:
        # Where a session could lie depends on its length: it is planned anew.
        planned.delete()
    else:
        stay = planned.order_by("-is_locked", "weekday", "starts")[: amount.sessions]
        planned.exclude(pk__in=[each.pk for each in stay]).delete()
    row.rank, row.sessions, row.minutes = wanted.rank, amount.sessions, amount.minutes
    row.remedies = []
    row.save(update_fields=["rank", "sessions", "minutes", "remedies"])


def _copy_sessions(source: WeekPlan, plan: WeekPlan) -> None:
    """The sessions of a plan, where the new one asks for the same, by people who are still here."""
    own = PlanDemand.objects.filter(school_id=plan.school_id, plan=plan)
    by_key = {r.key: r for r in own}
    here = StaffMember.objects.filter(school_id=plan.school_id).here_on(plan.starts_on)
    members, given = set(here.values_list("pk", flat=True)), dict.fromkeys(by_key, 0)
    rows = PlanSession.objects.filter(school_id=source.school_id, plan=source)
    copies = []
    for row in rows.select_related("demand"):
        key = row.demand.key
        demand = by_key.get(key)
        if demand is None or row.member_id not in members:
            continue
        if demand.minutes != row.ends - row.starts or given[key] == demand.sessions:
            continue
        given[key] += 1
        copies.append(
            PlanSession(
                school_id=plan.school_id,
                plan=plan,
                demand=demand,
                member_id=row.member_id,
                weekday=row.weekday,
                starts=row.starts,
                ends=row.ends,
                room_id=row.room_id,
                is_locked=row.is_locked,
            )
        )
    PlanSession.objects.bulk_create(copies)


def _keep_sessions(plan: WeekPlan, sessions: Iterable[dict[str, Any]]) -> None:
    """The sessions of the answer; those that stand as they did keep their rows."""
    rows = PlanSession.objects.filter(school_id=plan.school_id, plan=plan)
    there = {(str(r.demand_id), str(r.member_id), r.weekday, r.starts): r for r in rows}
    minutes = dict(
        PlanDemand.objects.filter(school_id=plan.school_id, plan=plan).values_list("pk", "minutes")
    )
    rooms = set(Room.objects.filter(school_id=plan.school_id).values_list("pk", flat=True))
    new, kept = [], set()
    for each in sessions:
        starts = read_clock(each["at"])
        key = (each["demand"], each["adult"], each["weekday"], starts)
        if row := there.get(key):
            kept.add(row.pk)
            continue
        demand = UUID(each["demand"])
        room = UUID(each["room"]) if each["room"] else None
        new.append(
            PlanSession(
                school_id=plan.school_id,
                plan=plan,
                demand_id=demand,
                member_id=UUID(each["adult"]),
                weekday=each["weekday"],
                starts=starts,
                ends=starts + minutes[demand],
                room_id=room if room in rooms else None,
            )
        )
    rows.exclude(pk__in=kept).delete()
    PlanSession.objects.bulk_create(new)
    _free_rooms(rows, [each for each in new if each.room_id])


def _free_rooms(rows: QuerySet[PlanSession], new: Iterable[PlanSession]) -> None:
    """A room that was chosen by hand is left to a session that asks for this very room."""
    for each in new:
        there = rows.filter(room=each.room_id, weekday=each.weekday).exclude(pk=each.pk)
        there.filter(starts__lt=each.ends, ends__gt=each.starts).update(room=None)


def _keep_remedies(plan: WeekPlan, uncovered: Iterable[dict[str, Any]]) -> None:
    """How what is not covered could be; what it would cost a week is worked out when it is read."""
    ways = {
        each["demand"]: [
            {name: way[name] for name in ("kind", "adult", "name", "minutes", "covers")}
            for way in each["remedies"]
        ]
        for each in uncovered
    }
    rows = PlanDemand.objects.filter(school_id=plan.school_id, plan=plan)
    for row in rows:
        remedies = ways.get(str(row.pk), [])
        if row.remedies != remedies:
            row.remedies = remedies
            row.save(update_fields=["remedies"])
