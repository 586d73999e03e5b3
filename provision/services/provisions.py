"""Provision: planned for one child or a group, begun, changed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from provision.giver_checks import Missing
from provision.givers import take_over
from provision.models import (
    EarlierShape,
    Place,
    Promise,
    Provision,
    ProvisionReader,
    ServedPromise,
    ServedTarget,
    Target,
)
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Plan, Shape
from provision.rules.planned import minutes_in_all
from provision.rules.weekdays import why_unfit
from provision.rules.weeks import last_day
from provision.services.givers import keep_override, missing_for, require_trained
from pupils.models import Pupil
from pupils.services.recording import as_pk, lock, lock_pupils

PROVISION_FIELDS = (
    "name", "shared_item", "own_item", "tier", "need_type", "staff_role", "staff", "location",
    "sessions_a_week", "minutes", "weekdays", "time", "weeks", "starts_on", "ends_on", "measure", "funding",
    "resources_pence", "is_in_class", "is_confidential",
)  # fmt: skip


@dataclass(frozen=True)
class Members:
    """Who is in a provision, what it keeps and works towards, who reads it when it is confidential."""

    pupils: tuple[Pupil, ...] = ()
    promises: tuple[Promise, ...] = ()
    #: What it works towards, of the targets that the writer could choose from: others stay.
    targets: tuple[Target, ...] = ()
    offered_targets: frozenset[UUID] = frozenset()
    readers: tuple[User, ...] = ()
    #: Children whom the writer may not see: they stay as they are.
    unseen: frozenset[UUID] = frozenset()


@transaction.atomic
def add_provision(
    *,
    school: School,
    members: Members,
    by: User | None,
    key: UUID | None = None,
    state: str = ProvisionState.RUNNING,
    anyway: str = "",
    **facts: Any,
) -> Provision:
    """Plan something extra; `facts` are PROVISION_FIELDS, without a last day its weeks give it.

    `anyway`: why somebody gives it who is not trained for it. A draft is not asked until it begins.
    """
    lock_pupils(school, [pupil.pk for pupil in members.pupils])
    if key and (known := Provision.objects.filter(school=school, pk=key).first()):
        return known
    facts = _sound(school, facts)
    is_asked = state != ProvisionState.DRAFT or anyway
    missing = missing_for(school, facts) if is_asked else ()
    require_trained(missing, anyway)
    provision = Provision.objects.create(
        school=school, state=state, written_by=by, **as_pk(key), **facts
    )
    keep_override(provision, missing, anyway, by)
    _join(provision, members.pupils, provision.starts_on)
    _keep(provision, members)
    if state == ProvisionState.RUNNING:
        take_over(provision, members.promises)
    record_step("added", provision, by)
    return provision


@transaction.atomic
def change_provision(
    *,
    provision: Provision,
    members: Members,
    version: str,
    by: User,
    anyway: str = "",
    **facts: Any,
) -> Provision:
    """Change what is given, or to whom: whoever joins begins today, whoever leaves ended yesterday.

    What a list said an hour costs falls away with the role or the person for whom it said so.
    """
    ids = pupil_ids_of(provision)
    lock_pupils(provision.school, [*ids, *(pupil.pk for pupil in members.pupils)])
    provision = locked_open(provision)
    require_version(provision, PROVISION_FIELDS, version)
    facts = _sound(provision.school, facts)
    missing = _asked_of_giver(provision, facts, anyway)
    if _is_given_by_another(provision, facts):
        facts["pence_an_hour"] = None
    before = provision.starts_on, provision.ends_on
    _keep_shape(provision, facts)
    for name, value in facts.items():
        setattr(provision, name, value)
    provision.planned_minutes = minutes_in_all_of(provision)
    provision.save(update_fields=[*facts, "planned_minutes"])
    _move_places(provision, *before)
    _leave(provision, members)
    begins = min(max(clock.today(), provision.starts_on), provision.ends_on)
    _join(provision, members.pupils, begins)
    _keep(provision, members)
    keep_override(provision, missing, anyway, by)
    record_step("changed", provision, by, ids)
    return provision


@transaction.atomic
def set_place(*, place: Place, starts_on: dt.date, ends_on: dt.date, by: User) -> Place:
    """A child's own first and last day in a provision."""
    lock_pupils(place.provision.school, [place.pupil_id])
    provision = locked_open(place.provision)
    place = lock(place)
    if not provision.starts_on <= starts_on <= ends_on <= provision.ends_on:
        raise TransitionNotAllowed(
            f"Choose days in order, from {provision.starts_on:%-d %B %Y} "
            f"to {provision.ends_on:%-d %B %Y}."
        )
    place.starts_on, place.ends_on = starts_on, ends_on
    place.save(update_fields=["starts_on", "ends_on"])
    record_step("days of a child", provision, by, [place.pupil_id])
    return place


def _asked_of_giver(
    provision: Provision, facts: dict[str, Any], anyway: str
) -> tuple[Missing, ...]:
    """What the adult lacks, with a reason for it; an adult who stays is not asked about again."""
    is_asked = anyway or _is_given_anew(provision, facts)
    missing = missing_for(provision.school, facts) if is_asked else ()
    require_trained(missing, anyway)
    return missing


def _is_given_anew(provision: Provision, facts: dict[str, Any]) -> bool:
    """Whether somebody else gives it, or it is another programme."""
    said = [facts.get(name) for name in ("staff", "shared_item", "own_item")]
    now = [each.pk if each else None for each in said]
    return now != [provision.staff_id, provision.shared_item_id, provision.own_item_id]


def _is_given_by_another(provision: Provision, facts: dict[str, Any]) -> bool:
    """Whether the role or the person changes."""
    person = facts["staff"].pk if facts["staff"] else None
    return (facts["staff_role"], person) != (provision.staff_role, provision.staff_id)


def _keep_shape(provision: Provision, facts: dict[str, Any]) -> None:
    """A change of when, how often or how long counts from today: what was planned is kept."""
    shape = {"sessions_a_week": provision.sessions_a_week, "minutes": provision.minutes}
    is_same = all(facts[name] == value for name, value in shape.items())
    is_same = is_same and list(provision.weekdays) == facts["weekdays"]
    today = clock.today()
    if is_same or provision.state == ProvisionState.DRAFT or provision.starts_on >= today:
        return
    mine = {"school_id": provision.school_id, "provision": provision}
    EarlierShape.objects.get_or_create(**mine, until=today - dt.timedelta(days=1), defaults=shape)


def locked_open(provision: Provision) -> Provision:
    """The provision as it stands now, locked; refused once it has ended."""
    provision = lock(provision)
    if provision.state == ProvisionState.ENDED:
        raise TransitionNotAllowed(f"It ended on {provision.ends_on:%-d %B %Y}.")
    return provision


def _sound(school: School, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with a last day, in order."""
    facts, starts_on = dict(facts), facts["starts_on"]
    ends_on = facts.get("ends_on") or last_day(starts_on, facts["weeks"], calendar_of(school))
    if ends_on < starts_on:
        raise TransitionNotAllowed("It would end before it begins.")
    facts["weekdays"] = sorted(set(facts.get("weekdays") or ()))
    if unfit := why_unfit(facts["sessions_a_week"], facts["weekdays"]):
        raise TransitionNotAllowed(unfit)
    if facts.get("shared_item") and facts.get("own_item"):
        raise TransitionNotAllowed("Choose one intervention.")
    return facts | {"ends_on": ends_on}


def last_day_of_stay(provision: Provision) -> dt.date:
    """Whoever is in a provision on this day is in it: today, or its last day once it is over."""
    return min(clock.today(), provision.ends_on)


def _join(provision: Provision, pupils: Iterable[Pupil], begins: dt.date) -> None:
    """New children begin on a day; one who left before stays on to the end."""
    mine = {"school_id": provision.school_id, "provision": provision}
    back = Place.objects.filter(**mine, pupil__in=pupils)
    back.filter(ends_on__lt=last_day_of_stay(provision)).update(ends_on=provision.ends_on)
    rows = [
        Place(**mine, pupil=pupil, starts_on=begins, ends_on=provision.ends_on) for pupil in pupils
    ]
    Place.objects.bulk_create(rows, ignore_conflicts=True)


def _leave(provision: Provision, members: Members) -> None:
    """Whoever was taken out ended the day before; a place that had not begun yet goes."""
    day = last_day_of_stay(provision)
    stay = {pupil.pk for pupil in members.pupils} | members.unseen
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    gone = places.exclude(pupil_id__in=stay)
    gone.filter(starts_on__gte=day).delete()
    gone.filter(ends_on__gte=day).update(ends_on=day - dt.timedelta(days=1))


def _move_places(provision: Provision, starts_on: dt.date, ends_on: dt.date) -> None:
    """Children who were there from the first or to the last day still are."""
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    for place in places:
        first = provision.starts_on if place.starts_on == starts_on else place.starts_on
        last = provision.ends_on if place.ends_on == ends_on else place.ends_on
        place.starts_on = min(max(first, provision.starts_on), provision.ends_on)
        place.ends_on = max(min(last, provision.ends_on), place.starts_on)
    Place.objects.bulk_update(places, ["starts_on", "ends_on"])


def _keep(provision: Provision, members: Members) -> None:
    """What it keeps and works towards, and the named readers, as they are said now."""
    mine = {"school_id": provision.school_id, "provision": provision}
    ServedPromise.objects.filter(**mine).exclude(promise__in=members.promises).exclude(
        promise__pupil_id__in=members.unseen
    ).delete()
    ServedPromise.objects.bulk_create(
        [ServedPromise(**mine, promise=promise) for promise in members.promises],
        ignore_conflicts=True,
    )
    inside = {pupil.pk for pupil in members.pupils}
    towards = [target for target in members.targets if target.pupil_id in inside]
    ServedTarget.objects.filter(**mine, target__in=members.offered_targets).exclude(
        target__in=towards
    ).delete()
    ServedTarget.objects.bulk_create(
        [ServedTarget(**mine, target=target) for target in towards], ignore_conflicts=True
    )
    readers = members.readers if provision.is_confidential else ()
    ProvisionReader.objects.filter(**mine).exclude(user__in=readers).delete()
    ProvisionReader.objects.bulk_create(
        [ProvisionReader(**mine, user=user) for user in readers], ignore_conflicts=True
    )


def pupil_ids_of(provision: Provision) -> list[UUID]:
    """Everybody who is or was in it."""
    places = Place.objects.filter(school_id=provision.school_id, provision=provision)
    return list(places.values_list("pupil_id", flat=True))


def minutes_in_all_of(provision: Provision) -> int | None:
    """What was planned in all; None where its shape and weeks say it."""
    mine = {"school_id": provision.school_id, "provision": provision}
    shapes = [
        Shape(row.sessions_a_week, row.minutes, row.until)
        for row in EarlierShape.objects.filter(**mine)
    ]
    has_ended = provision.state == ProvisionState.ENDED
    if not shapes and not has_ended:
        return None
    row = provision
    plan = Plan(
        row.sessions_a_week,
        row.minutes,
        row.starts_on,
        row.ends_on,
        earlier=tuple(shapes),
        weekdays=tuple(row.weekdays),
    )
    return minutes_in_all(plan, row.weeks, calendar_of(row.school), has_ended=has_ended)


def record_step(
    step: str, provision: Provision, by: User | None, before: Iterable[UUID] = ()
) -> None:
    record_event(
        Action.CHANGE_PROVISION,
        school=provision.school,
        by=by,
        pupil_ids=sorted({*before, *pupil_ids_of(provision)}),
        subject=provision,
        detail={"step": step},
    )
