"""What the plan promises: one promise for each counted line of Section F of the version in force.

Where no line says an amount, the hours a week of the plan's front page are the promise. Drafts
promise nothing. Section F is the council's duty to secure (Children and Families Act 2014, s. 42).
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from aylsham import clock
from aylsham.models import School, User
from ehcp.models import EhcPlan, PlanLine, PlanVersion
from ehcp.rules.comparing import CompareLine, alignment
from provision.models import Promise, ReleasedDelivery, ServedPromise
from provision.provision_codes import PromiseSource
from provision.services.plan_promises import adopt_promise, end_promise_of_plan
from provision.services.promises import keep_promise_of_plan

DAY = dt.timedelta(days=1)
#: How the origin of each promise of a plan begins; the plan's key and the line's follow.
PREFIX = "ehcp:"
#: Where the headline of the plan stands, on the promise.
HOURS = "Section F, hours a week"
LONGEST = 500


def keep_promises(plan: EhcPlan, *, by: User | None) -> None:
    """Make the child's promises those of the plan as it stands now; the child is locked."""
    before = _promises_of(plan)
    version = _in_force(plan)
    lines = _counted(version) if version else []
    follows: dict[Any, Promise] = {}
    if plan.ended_on:
        kept, ends_on = [], plan.ended_on
    elif version and lines:
        kept, follows = _keep_lines(plan, version, lines, by)
        ends_on = version.served_on - DAY
    else:
        kept, ends_on = _keep_hours(plan, before, by), clock.today() - DAY
    _end_others(before, kept, ends_on, follows, by)


def keep_promises_of(school: School, pupil_ids: Iterable[UUID], *, by: User | None) -> None:
    """The same for many children, who are locked; a plan that is no more leaves no promise."""
    ids = set(pupil_ids)
    plans = EhcPlan.objects.filter(school=school, pupil_id__in=ids).select_related("pupil__school")
    known = set()
    for plan in plans.order_by("pk"):
        known.add(str(plan.pk))
        keep_promises(plan, by=by)
    rows = Promise.objects.filter(school=school, pupil_id__in=ids, origin__startswith=PREFIX)
    for promise in rows.select_related("pupil__school"):
        if promise.origin.split(":")[1] not in known:
            never = promise.starts_on - DAY
            end_promise_of_plan(promise=promise, ends_on=never, by=by)


def _in_force(plan: EhcPlan) -> PlanVersion | None:
    rows = PlanVersion.objects.filter(school_id=plan.school_id, plan=plan)
    return rows.in_force().first()


def _counted(version: PlanVersion) -> list[PlanLine]:
    rows = PlanLine.objects.filter(school_id=version.school_id, version=version, section="F")
    return [line for line in rows.select_related("promise") if line.is_counted]


def _promises_of(plan: EhcPlan) -> list[Promise]:
    """Every promise that the plan made."""
    mine = Promise.objects.filter(school_id=plan.school_id, pupil=plan.pupil)
    found = [row for row in mine if row.origin.startswith(_origin(plan, ""))]
    for row in found:
        row.pupil = plan.pupil
    return found


def _origin(plan: EhcPlan, name: object) -> str:
    return f"{PREFIX}{plan.pk}:{name}"


def _keep_lines(
    plan: EhcPlan, version: PlanVersion, lines: list[PlanLine], by: User | None
) -> tuple[list[Promise], dict[Any, Promise]]:
    """The promises of all lines, and by an older promise the one that takes its place."""
    older = _line_before(plan, version, lines)
    kept, follows = [], {}
    for line in lines:
        before = line.promise or older.get(line.pk)
        is_carried = bool(before) and (line.promise is not None or _same_amount(line, before))
        promise = _keep_line(plan, version, line, before if is_carried else None, by)
        kept.append(promise)
        if before and not is_carried:
            follows[before.pk] = promise
    return kept, follows


def _keep_line(
    plan: EhcPlan, version: PlanVersion, line: PlanLine, promise: Promise | None, by: User | None
) -> Promise:
    own = _origin(plan, line.pk)
    if promise and not promise.origin:
        promise.pupil = plan.pupil
        promise = adopt_promise(promise=promise, origin=own, by=by)
    is_own = promise is None or promise.origin == own
    began = version.served_on if is_own else promise.starts_on
    kept = keep_promise_of_plan(
        pupil=plan.pupil,
        origin=promise.origin if promise else own,
        by=by,
        text=line.text if len(line.text) <= LONGEST else f"{line.text[: LONGEST - 1]}…",
        source=PromiseSource.EHCP,
        reference=line.number or f"Section F, line {line.position}",
        sessions_a_week=line.sessions_a_week,
        minutes=line.minutes,
        hours_a_week=line.hours_a_week,
        starts_on=line.starts_on or began,
        ends_on=None,
        sensitivity=line.sensitivity,
    )
    if line.promise_id != kept.pk:
        line.promise = kept
        line.save(update_fields=["promise"])
    return kept


def _line_before(plan: EhcPlan, version: PlanVersion, lines: list[PlanLine]) -> dict[Any, Promise]:
    """For lines that promise nothing yet: the promise of the line whose place each takes."""
    new = [line for line in lines if line.promise is None]
    rows = PlanLine.objects.filter(
        school_id=plan.school_id, version__plan=plan, section="F", promise__isnull=False
    ).exclude(version=version)
    taken = {line.promise_id for line in lines}
    rows = rows.order_by("-version__served_on", "position").select_related("promise")
    old = list({row.promise_id: row for row in rows if row.promise_id not in taken}.values())
    pairs = alignment(_compared(old), _compared(new), "F")
    return {new[there].pk: old[here].promise for here, there in pairs.items()}


def _compared(lines: Iterable[PlanLine]) -> list[CompareLine]:
    return [CompareLine(line.section, line.number, line.text) for line in lines]


def _same_amount(line: PlanLine, promise: Promise) -> bool:
    return promise.ends_on is None and all(
        getattr(line, name) == getattr(promise, name)
        for name in ("sessions_a_week", "minutes", "hours_a_week")
    )


def _keep_hours(plan: EhcPlan, before: list[Promise], by: User | None) -> list[Promise]:
    """The headline as a promise; another number counts from its day on once it is relied on."""
    if not plan.hours_per_week:
        return []
    today = clock.today()
    live = next((p for p in before if p.reference == HOURS and p.ends_on is None), None)
    live = live or _came_along(plan, by)
    is_other = live is not None and live.hours_a_week != plan.hours_per_week
    if live is None or (is_other and _is_relied_on(live)):
        origin = _origin(plan, f"hours:{today.isoformat()}:{len(before)}")
        starts_on = today if before or live else plan.made_on
    else:
        origin, starts_on = live.origin, live.starts_on
    hours = f"{plan.hours_per_week:f}".rstrip("0").rstrip(".")
    promise = keep_promise_of_plan(
        pupil=plan.pupil,
        origin=origin,
        by=by,
        text=f"{hours} hours of help a week, as Section F says",
        source=PromiseSource.EHCP,
        reference=HOURS,
        sessions_a_week=None,
        minutes=None,
        hours_a_week=plan.hours_per_week,
        starts_on=starts_on,
        ends_on=None,
    )
    return [promise]


def _came_along(plan: EhcPlan, by: User | None) -> Promise | None:
    """The headline's promise of a child who came with a record from another school."""
    rows = Promise.objects.filter(
        school_id=plan.school_id, pupil=plan.pupil, origin="", reference=HOURS, ends_on=None
    )
    found = rows.first()
    if found:
        found.pupil = plan.pupil
        found = adopt_promise(promise=found, origin=_origin(plan, "hours"), by=by)
    return found


def _is_relied_on(promise: Promise) -> bool:
    """Whether something keeps it, or parents were told of it: then its past stays as it was."""
    mine = {"school_id": promise.school_id, "promise": promise}
    return (
        ServedPromise.objects.filter(**mine).exists()
        or ReleasedDelivery.objects.filter(**mine).exists()
    )


def _end_others(
    before: list[Promise],
    kept: list[Promise],
    ends_on: dt.date,
    follows: dict[Any, Promise],
    by: User | None,
) -> None:
    ids = {promise.pk for promise in kept}
    successor = kept[0] if len(kept) == 1 else None
    for promise in before:
        if promise.pk in ids or (promise.ends_on and promise.ends_on <= ends_on):
            continue
        # A line that is put right was owed until now; the headline gives way from the first day.
        is_before = promise.starts_on <= ends_on or promise.reference == HOURS
        last = ends_on if is_before else clock.today() - DAY
        after = follows.get(promise.pk) or successor
        end_promise_of_plan(promise=promise, ends_on=last, by=by, followed_by=after)
