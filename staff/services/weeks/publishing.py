"""A plan is published: it takes the place of the one before, and those concerned are told."""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.services import queue_mail
from aylsham.models import User
from pupils.models import Pupil, PupilAdult
from pupils.services.classes import assign_supporter, end_supporter
from pupils.services.recording import lock
from staff.codes import PromisedGiven, WeekPlanState
from staff.models import PlanSession, PlanSupport, WeekPlan
from staff.rules.scenarios import is_only_supposed
from staff.rules.week_changes import Days, gaps_in
from staff.selectors.weeks.changes import Publishing, mark_of, publishing_of, teachers_of
from staff.services.weeks.plans import locked_draft
from staff.services.weeks.promised import give_promised

PUBLISHED_MAIL = "staff_week_published"
DAY = dt.timedelta(days=1)


@transaction.atomic
def publish_plan(
    *,
    plan: WeekPlan,
    note: str,
    today: dt.date,
    by: User,
    seen: str | None = None,
    promised: str = PromisedGiven.LEFT,
) -> WeekPlan:
    """From its first day people go by it; `note` says why what is owed by law is not covered.

    Whoever is planned with a child, alone or in a group, supports that child as long as the plan
    holds: see decision 20. `seen` is the `mark_of` that was looked at; `promised` says what becomes
    of promises that no provision keeps. Pressed twice it is published once.
    """
    plan = lock(plan)
    if plan.state == WeekPlanState.PUBLISHED:
        return plan
    plan = locked_draft(plan)
    if seen is not None and seen != mark_of(plan):
        raise TransitionNotAllowed("It has changed since you looked. Look again, then publish it.")
    found = publishing_of(plan)
    _require_ready(plan, found, note, today)
    _end_former(plan, by)
    plan.state, plan.published_at, plan.published_by = WeekPlanState.PUBLISHED, Now(), by
    plan.note = note.strip()
    plan.save(update_fields=["state", "published_at", "published_by", "note"])
    plan.refresh_from_db()
    _open_children(plan, found, by)
    if promised in (PromisedGiven.GIVEN, PromisedGiven.LOGGED):
        give_promised(plan, counts_as_given=promised == PromisedGiven.GIVEN, by=by)
    record_event(
        Action.PUBLISH_WEEK,
        school=plan.school,
        by=by,
        subject=plan,
        detail={"from": plan.starts_on.isoformat(), "unmet_legal": found.unmet_legal},
    )
    _tell(plan, found, by)
    return plan


def _require_ready(plan: WeekPlan, found: Publishing, note: str, today: dt.date) -> None:
    """TransitionNotAllowed with what is missing before people can go by it."""
    if plan.starts_on < today:
        raise TransitionNotAllowed("Its first day is over. Give it one from today on.")
    if not PlanSession.objects.filter(school_id=plan.school_id, plan=plan).exists():
        raise TransitionNotAllowed("Nothing is planned in it yet.")
    if is_only_supposed(plan.changes):
        raise TransitionNotAllowed(
            "It takes for granted what is not so. Take that out under “What if”, then plan it again."
        )
    if found.unmet_legal and not note.strip():
        raise TransitionNotAllowed(
            f"{found.unmet_legal} minutes a week that are owed by law are not covered. "
            "Say what is done about it."
        )


@transaction.atomic
def end_plan(*, plan: WeekPlan, ends_on: dt.date, today: dt.date, by: User) -> WeekPlan:
    """A published plan is gone by until a day, and by none after it."""
    plan = WeekPlan.objects.select_for_update().get(school_id=plan.school_id, pk=plan.pk)
    if plan.state != WeekPlanState.PUBLISHED:
        raise TransitionNotAllowed("It is not in force.")
    if ends_on < max(plan.starts_on, today):
        raise TransitionNotAllowed("It cannot end before today, or before it began.")
    _end(plan, ends_on, by)
    record_event(
        Action.PUBLISH_WEEK,
        school=plan.school,
        by=by,
        subject=plan,
        detail={"until": ends_on.isoformat()},
    )
    return plan


def _end_former(plan: WeekPlan, by: User) -> None:
    """What was in force on its days ends the day before, or is replaced before it began."""
    overlapping = Q(ends_on=None) | Q(ends_on__gte=plan.starts_on)
    rows = WeekPlan.objects.filter(
        overlapping, school_id=plan.school_id, state=WeekPlanState.PUBLISHED
    )
    if plan.ends_on:
        rows = rows.filter(starts_on__lte=plan.ends_on)
    for former in rows.select_for_update(of=("self",)):
        if former.starts_on < plan.starts_on:
            _end(former, plan.starts_on - DAY, by)
        else:
            _withdraw(former, by)


def _end(plan: WeekPlan, ends_on: dt.date, by: User) -> None:
    plan.ends_on = ends_on
    plan.save(update_fields=["ends_on"])
    for row in _supports(plan):
        if row.support.ends_on is None or row.support.ends_on > ends_on:
            if row.support.starts_on <= ends_on:
                end_supporter(support=row.support, ends_on=ends_on, by=by)
            else:
                _take_back(row.support, by)


def _withdraw(plan: WeekPlan, by: User) -> None:
    """A plan that another replaced before it began: nobody supports anybody because of it."""
    plan.state = WeekPlanState.ENDED
    plan.save(update_fields=["state"])
    for row in _supports(plan):
        _take_back(row.support, by)


def _take_back(support: PupilAdult, by: User) -> None:
    """It never began."""
    pk = support.pk
    support.delete()
    support.pk = pk  # for the log
    record_event(
        Action.END_ASSIGNMENT,
        school=support.school,
        by=by,
        pupil_ids=[support.pupil_id],
        subject=support,
        detail={"what": "never began"},
    )


def _supports(plan: WeekPlan):
    rows = PlanSupport.objects.filter(school_id=plan.school_id, plan=plan)
    return rows.select_related("support__pupil", "support__school")


def _open_children(plan: WeekPlan, found: Publishing, by: User) -> None:
    """Adults with an account support those with whom they are planned, where they do not yet."""
    rows = PupilAdult.objects.filter(school_id=plan.school_id).exclude(ends_on__lt=plan.starts_on)
    known: dict[tuple[UUID, UUID], list[Days]] = defaultdict(list)
    for user, pupil, first, last in rows.values_list("user_id", "pupil_id", "starts_on", "ends_on"):
        known[user, pupil].append((first, last))
    pupils = Pupil.objects.filter(school_id=plan.school_id).in_bulk([p for _, p in found.pairs])
    users = User.objects.in_bulk([user for user, _ in found.pairs])
    for user, pupil in sorted(found.pairs):
        for days in gaps_in((plan.starts_on, plan.ends_on), known[user, pupil]):
            _open(plan, users[user], pupils[pupil], days, by)


def _open(plan: WeekPlan, user: User, pupil: Pupil, days: Days, by: User) -> None:
    first, last = days
    try:
        with transaction.atomic():
            support = assign_supporter(pupil=pupil, user=user, by=by, starts_on=first, ends_on=last)
    except TransitionNotAllowed:
        return  # without a role here nobody is shown a child by a plan alone
    PlanSupport.objects.create(school_id=plan.school_id, plan=plan, support=support)


def _tell(plan: WeekPlan, found: Publishing, by: User) -> None:
    """One e-mail to each adult and teacher concerned, that names no child."""
    people: dict[UUID, User] = {m.user_id: m.user for m in found.members if m.user_id}
    classes = {c.pupil.class_group_id for c in found.children if c.pupil.class_group_id}
    for teacher in teachers_of(plan.school_id, classes, plan.starts_on):
        people.setdefault(teacher.pk, teacher)
    for person in people.values():
        if person.pk != by.pk:
            queue_mail(
                PUBLISHED_MAIL,
                to=person,
                schools=[plan.school],
                by=by,
                context={"school": str(plan.school_id), "from": plan.starts_on.isoformat()},
            )
