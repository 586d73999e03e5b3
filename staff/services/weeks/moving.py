"""Sessions of a draft put somewhere by hand: each step keeps every rule, and can be undone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.services.recording import lock
from staff.models import PlanDemand, PlanSession, StaffMember, WeekPlan
from staff.planning.clashes import clashes_in_words
from staff.planning.costs import cost_of, unmet_of
from staff.planning.instance import Instance, Session
from staff.planning.moving import Moves, is_known, swapped
from staff.selectors.weeks.instances import monday_of, sessions_of, week_of_plan
from staff.selectors.weeks.room_choice import asked_room, in_a_room_then
from staff.services.weeks.plans import locked_draft, record
from staff.services.weeks.steps import Step, all_stood, as_planned, copy_of, from_stood, stood_of

SESSION_FIELDS = ("demand", "member", "weekday", "starts", "ends", "room", "is_locked")
LOCKED = "It is locked. Unlock it first."
CHANGED = "Somebody else changed this meanwhile. Look at the board again."

#: Steps after which the figures of a plan are what they were.
WITHOUT_COUNT = ("locked", "unlocked", "given a room", "without a room")


@transaction.atomic
def move_session(
    *, session: PlanSession, place: Session, version: str, names: Mapping[str, str], by: User
) -> Step:
    """Another adult, day or time; refused, by `names` of keys, where a rule would be broken."""
    plan = locked_draft(session.plan)
    row = locked_session(session, version)
    require_unlocked([row])
    after = _at(row, place)
    _require_free(plan, [row], [after], names)
    _settle_room(plan, after)
    return kept(plan, [row], [after], by, "moved")


@transaction.atomic
def place_demand(
    *, demand: PlanDemand, place: Session, given: int, names: Mapping[str, str], by: User
) -> Step:
    """One more session of what is not covered; `given`: how many the asker saw."""
    plan = locked_draft(demand.plan)
    rows = PlanSession.objects.filter(school_id=plan.school_id, demand=demand)
    if rows.count() != given:
        raise TransitionNotAllowed(CHANGED)
    row = PlanSession(school_id=plan.school_id, plan=plan, demand=demand)
    after = _at(row, place)
    planning = demand.provision.planning.first() if demand.provision_id else None
    after.room_id = planning.room_id if planning else None
    _require_free(plan, [], [after], names)
    _settle_room(plan, after)
    return kept(plan, [], [after], by, "placed")


@transaction.atomic
def take_out(*, session: PlanSession, version: str, by: User) -> Step:
    """The session is not given; what it covered is uncovered again."""
    plan = locked_draft(session.plan)
    row = locked_session(session, version)
    require_unlocked([row])
    return kept(plan, [row], [], by, "taken out")


@transaction.atomic
def set_locked(*, session: PlanSession, is_locked: bool, version: str, by: User) -> Step:
    """It stays where it is when the week is planned again, or no longer."""
    plan = locked_draft(session.plan)
    row = locked_session(session, version)
    after = copy_of(row)
    after.is_locked = is_locked
    return kept(plan, [row], [after], by, "locked" if is_locked else "unlocked")


@transaction.atomic
def swap_adults(
    *,
    session: PlanSession,
    other: PlanSession,
    version: str,
    other_version: str,
    names: Mapping[str, str],
    by: User,
) -> Step:
    """Two sessions change adults, each at its own time."""
    plan = locked_draft(session.plan)
    if other.plan_id != plan.pk:
        raise TransitionNotAllowed("It is in another plan.")
    rows = [locked_session(session, version), locked_session(other, other_version)]
    require_unlocked(rows)
    places = swapped(*(as_planned(row) for row in rows))
    after = [_at(row, place) for row, place in zip(rows, places, strict=True)]
    _require_free(plan, rows, after, names)
    return kept(plan, rows, after, by, "swapped")


@transaction.atomic
def undo_step(*, plan: WeekPlan, step: Step, names: Mapping[str, str], by: User) -> None:
    """As it stood before, if nobody has touched those sessions since and the rules still hold."""
    plan = locked_draft(plan)
    if step.plan != str(plan.pk):
        raise TransitionNotAllowed(CHANGED)
    ids = [row["id"] for row in (*step.before, *step.after)]
    there = PlanSession.objects.filter(school_id=plan.school_id, plan=plan, pk__in=ids)
    rows = list(there.select_for_update(no_key=True))
    if {row.pk: stood_of(row) for row in rows} != {UUID(r["id"]): r for r in step.after}:
        raise TransitionNotAllowed(CHANGED)
    demands = {row["demand"] for row in step.before}
    known = PlanDemand.objects.filter(school_id=plan.school_id, plan=plan, pk__in=demands)
    if known.count() != len(demands):
        raise TransitionNotAllowed("What it covered is no longer asked for.")
    before = [from_stood(plan, row) for row in step.before]
    _require_free(plan, rows, before, names)
    kept(plan, rows, before, by, "undone")


def locked_session(session: PlanSession, version: str) -> PlanSession:
    """The session as it stands, locked, if nobody changed it since."""
    try:
        row = lock(session)
    except PlanSession.DoesNotExist:
        raise TransitionNotAllowed(CHANGED) from None
    require_version(row, SESSION_FIELDS, version)
    return row


def require_unlocked(rows: Iterable[PlanSession]) -> None:
    """Refuse what is locked on the board."""
    if any(row.is_locked for row in rows):
        raise TransitionNotAllowed(LOCKED)


def _require_free(
    plan: WeekPlan,
    before: Collection[PlanSession],
    after: Collection[PlanSession],
    names: Mapping[str, str],
) -> None:
    """Every rule, asked of each session in turn with the others standing."""
    instance = week_of_plan(plan, monday_of(plan)).instance
    gone = {as_planned(row) for row in before}
    moves = Moves(instance, [each for each in sessions_of(plan) if each not in gone])
    for row in after:
        session = as_planned(row)
        if not is_known(instance, session):
            raise TransitionNotAllowed("That adult, or what is to be covered, is not in this week.")
        if bars := moves.bars(session):
            words = clashes_in_words(moves, session, bars, names)
            raise TransitionNotAllowed(f"Not possible: {'; '.join(words)}.")
        if _is_taken(plan, row, before):
            raise TransitionNotAllowed("Not possible: the adult has another session then.")
        moves.add(session)


def _settle_room(plan: WeekPlan, row: PlanSession) -> None:
    """Where its room is taken at that time it is without one; refused if it asks for that room."""
    if not in_a_room_then(plan, row).filter(room=row.room_id).exists():
        return
    if asked_room(row.demand):
        raise TransitionNotAllowed("Not possible: its room is taken then by another session.")
    row.room_id = None


def _is_taken(plan: WeekPlan, row: PlanSession, before: Iterable[PlanSession]) -> bool:
    """Whether a session that the week no longer asks for takes the adult's time."""
    there = PlanSession.objects.filter(
        school_id=plan.school_id,
        plan=plan,
        member=row.member_id,
        weekday=row.weekday,
        starts__lt=row.ends,
        ends__gt=row.starts,
    )
    return there.exclude(pk__in=[each.pk for each in before]).exists()


def kept(
    plan: WeekPlan,
    before: Collection[PlanSession],
    after: Collection[PlanSession],
    by: User,
    what: str,
) -> Step:
    """Written down, with the figures that follow from it."""
    step = Step(str(plan.pk), all_stood(before), all_stood(after))
    stays = {row.pk for row in after}
    known = {row.pk for row in before}
    for row in before:
        if row.pk not in stays:
            row.delete()
    for row in after:
        row.save(force_insert=row.pk not in known, force_update=row.pk in known)
    if what not in WITHOUT_COUNT:
        _count_anew(plan)
    record(plan, by, what, sessions=len(after) or len(before))
    return step


def _count_anew(plan: WeekPlan) -> None:
    """What the plan leaves uncovered and misses, where it was planned before."""
    if plan.answer is None:
        return
    week = week_of_plan(plan, monday_of(plan))
    sessions = [each for each in sessions_of(plan) if is_known(week.instance, each)]
    plan.answer = plan.answer | answer_of(week.instance, sessions)
    plan.save(update_fields=["answer"])


def answer_of(instance: Instance, sessions: Collection[Session]) -> dict[str, Any]:
    """Of an answer, what a change by hand changes; nothing is proved of it any more."""
    costs = cost_of(replace(instance, former=()), sessions)
    return {
        "status": "feasible",
        "unmet": {str(rank): minutes for rank, minutes in unmet_of(instance, sessions).items()},
        "costs": {str(wish): cost for wish, cost in costs.items()},
        "cost": costs.total(),
    }


def _at(row: PlanSession, place: Session) -> PlanSession:
    """The session as it would stand there."""
    after = copy_of(row)
    here = StaffMember.objects.filter(school_id=row.school_id, pk=place.adult).first()
    if here is None:
        raise TransitionNotAllowed("That adult does not work here.")
    after.member = here
    after.weekday, after.starts, after.ends = (
        place.span.weekday,
        place.span.starts,
        place.span.ends,
    )
    return after
