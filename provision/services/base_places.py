"""A child's place in a base: entered, changed, reviewed, stepped down, ended."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from provision.base_codes import PlaceEnd, ReviewOutcome
from provision.models import BasePlace, BaseReview, BaseStep, ProvisionBase
from provision.rules.bases import Stay, grows, is_week, most_beside
from pupils.codes import EnrolmentStatus
from pupils.models import Enrolment, Pupil
from pupils.services.recording import (
    added_before,
    as_pk,
    lock,
    lock_pupil,
    record_change,
    require_born,
)

PLACE_FIELDS = (
    "starts_on", "planned_end_on", "review_on", "reason", "registration", "home_name", "home_urn",
    "registration_note", "transport", "over_reason",
)  # fmt: skip
WEEK_FIELDS = ("week",)
END_FIELDS = ("ended_on", "end_reason", "went_to", "end_note")
STEP_FIELDS = ("on", "what", "done_on", "how")
REVIEW_FIELDS = ("on", "who", "outcome", "words", "next_on")


@transaction.atomic
def enter_base(
    *, base: ProvisionBase, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any
) -> BasePlace:
    """Give a child a place; `facts` are PLACE_FIELDS and the week.

    Raises TransitionNotAllowed when every place is taken and no reason for one more is given.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(BasePlace, pupil, key):
        return known
    base = lock(base)
    if base.closed_on:
        raise TransitionNotAllowed(
            f"The last day of this base is {base.closed_on:%-d %B %Y}. It takes nobody any more."
        )
    _require_sound(pupil, base, facts)
    _require_week(facts["week"])
    stay = Stay(facts["starts_on"], _last_day_on_roll(pupil, facts["starts_on"]))
    facts["over_reason"] = _over_reason(base, stay, facts["over_reason"])
    _require_not_in(base, pupil, stay)
    ended = {"ended_on": stay.ended_on, "end_reason": PlaceEnd.LEFT} if stay.ended_on else {}
    place = BasePlace.objects.create(
        school=pupil.school, base=base, pupil=pupil, written_by=by, **as_pk(key), **facts, **ended
    )
    _record("entered a base", place, pupil, by)
    return place


@transaction.atomic
def change_place(*, place: BasePlace, version: str, by: User, **facts: Any) -> BasePlace:
    """Correct the days, the school of origin, the words; `facts` are PLACE_FIELDS."""
    pupil, base, place = _locked(place)
    require_version(place, PLACE_FIELDS, version)
    _require_sound(pupil, base, facts)
    if place.ended_on and place.ended_on < facts["starts_on"]:
        raise TransitionNotAllowed(f"It ended on {place.ended_on:%-d %B %Y}, before that day.")
    before, stay = _stay(place), Stay(facts["starts_on"], place.ended_on)
    if grows(before, stay) or facts["over_reason"] != place.over_reason:
        facts["over_reason"] = _over_reason(base, stay, facts["over_reason"], but=place)
    _require_not_in(base, pupil, stay, but=place)
    _write(place, facts)
    _record("place in a base changed", place, pupil, by)
    return place


@transaction.atomic
def set_week(*, place: BasePlace, week: str, version: str, by: User) -> BasePlace:
    """From now on the child is in the base on these half-days; the history keeps the earlier."""
    pupil, _, place = _locked(place)
    require_version(place, WEEK_FIELDS, version)
    _require_open(place)
    _require_week(week)
    _write(place, {"week": week})
    _record("week in a base changed", place, pupil, by)
    return place


@transaction.atomic
def review_place(
    *, place: BasePlace, by: User | None, key: UUID | None = None, **facts: Any
) -> BaseReview:
    """Write down a review; the next one is due on its day. `facts` are REVIEW_FIELDS."""
    pupil, _, place = _locked(place)
    known = BaseReview.objects.filter(school_id=place.school_id, place=place, pk=key)
    if key and (same := known.first()):
        return same
    _require_open(place)
    on, next_on = facts["on"], facts["next_on"]
    if on < place.starts_on:
        raise TransitionNotAllowed(
            f"The child came on {place.starts_on:%-d %B %Y}, after that day."
        )
    if facts["outcome"] != ReviewOutcome.LEAVE and not next_on:
        raise TransitionNotAllowed("Say when you look at it again.")
    if next_on and next_on <= on:
        raise TransitionNotAllowed("The next review has to come after this one.")
    review = BaseReview.objects.create(
        school=pupil.school, place=place, written_by=by, **as_pk(key), **facts
    )
    newest = BaseReview.objects.filter(school_id=place.school_id, place=place).first()
    if newest == review:
        _write(place, {"review_on": next_on})
    _record("place in a base reviewed", place, pupil, by)
    return review


@transaction.atomic
def add_step(
    *, place: BasePlace, by: User | None, key: UUID | None = None, **facts: Any
) -> BaseStep:
    """Plan a step on the way back to class; `facts` are STEP_FIELDS."""
    pupil, _, place = _locked(place)
    known = BaseStep.objects.filter(school_id=place.school_id, place=place, pk=key)
    if key and (same := known.first()):
        return same
    _require_open(place)
    _require_step(place, facts)
    step = BaseStep.objects.create(
        school=pupil.school, place=place, written_by=by, **as_pk(key), **facts
    )
    _record("step down planned", place, pupil, by)
    return step


@transaction.atomic
def change_step(*, step: BaseStep, version: str, by: User, **facts: Any) -> BaseStep:
    """Change a step, or say how it went; `facts` are STEP_FIELDS."""
    pupil, _, place = _locked(step.place)
    step = lock(step)
    require_version(step, STEP_FIELDS, version)
    _require_step(place, facts)
    _write(step, facts)
    _record("step down done" if step.done_on else "step down changed", place, pupil, by)
    return step


@transaction.atomic
def end_place(*, place: BasePlace, version: str, by: User, **facts: Any) -> BasePlace:
    """The child's last day in the base, why and where to; once more to correct it.

    `facts` are END_FIELDS.
    """
    pupil, base, place = _locked(place)
    require_version(place, END_FIELDS, version)
    ended_on: dt.date = facts["ended_on"]
    if ended_on < place.starts_on:
        raise TransitionNotAllowed(
            f"The child came on {place.starts_on:%-d %B %Y}, after that day."
        )
    last = _last_day_on_roll(pupil, place.starts_on)
    if last and ended_on > last:
        raise TransitionNotAllowed(f"The child leaves the school on {last:%-d %B %Y}.")
    if base.closed_on and ended_on > base.closed_on:
        raise TransitionNotAllowed(f"The base closed on {base.closed_on:%-d %B %Y}.")
    stay = Stay(place.starts_on, ended_on)
    if grows(_stay(place), stay):
        _require_not_in(base, pupil, stay, but=place)
        facts["over_reason"] = _over_reason(base, stay, place.over_reason, but=place)
    _write(place, facts)
    _record("left a base", place, pupil, by)
    return place


def _locked(place: BasePlace) -> tuple[Pupil, ProvisionBase, BasePlace]:
    """The child, the base and the place as they are now, locked in this order."""
    pupil = lock_pupil(place.pupil)
    base = lock(place.base)
    place = lock(place)
    place.pupil, place.base = pupil, base
    return pupil, base, place


def _stay(place: BasePlace) -> Stay:
    return Stay(place.starts_on, place.ended_on)


def _require_open(place: BasePlace) -> None:
    if place.ended_on:
        raise TransitionNotAllowed(f"The place ended on {place.ended_on:%-d %B %Y}.")


def _require_week(week: str) -> None:
    if not is_week(week):
        raise TransitionNotAllowed("Say for each half-day where the child is.")


def _require_step(place: BasePlace, facts: dict[str, Any]) -> None:
    if facts["on"] < place.starts_on:
        raise TransitionNotAllowed(
            f"The child came on {place.starts_on:%-d %B %Y}, after that day."
        )
    if facts["how"] and not facts["done_on"]:
        raise TransitionNotAllowed("Say when it was done, too.")


def _require_sound(pupil: Pupil, base: ProvisionBase, facts: dict[str, Any]) -> None:
    starts_on, review_on = facts["starts_on"], facts["review_on"]
    require_born(pupil, starts_on)
    if starts_on < base.opened_on:
        raise TransitionNotAllowed(f"The base opened on {base.opened_on:%-d %B %Y}.")
    if facts["planned_end_on"] < starts_on:
        raise TransitionNotAllowed("It is planned to end before it begins.")
    if review_on and review_on < starts_on:
        raise TransitionNotAllowed("The review would come before the child.")
    is_shared = facts["registration"] != EnrolmentStatus.CURRENT
    if is_shared != bool(facts["home_name"]):
        raise TransitionNotAllowed(
            "Name the other school."
            if is_shared
            else "Say on whose roll the child is, since there is another school."
        )
    if facts["home_urn"] and not facts["home_name"]:
        raise TransitionNotAllowed("Name the school that the URN belongs to.")


def _last_day_on_roll(pupil: Pupil, on: dt.date) -> dt.date | None:
    """Until when the child is on roll who has to be on a day; None while no end is known."""
    stays = Enrolment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=on), school_id=pupil.school_id, pupil=pupil
    )
    stay = stays.filter(starts_on__lte=on).first()
    if stay is None:
        raise TransitionNotAllowed(f"The child is not on roll here on {on:%-d %B %Y}.")
    return stay.ends_on


def _require_not_in(
    base: ProvisionBase, pupil: Pupil, stay: Stay, but: BasePlace | None = None
) -> None:
    rows = BasePlace.objects.filter(school_id=pupil.school_id, base=base, pupil=pupil)
    rows = rows.ahead(stay.starts_on).exclude(pk=but.pk if but else None)
    if stay.ended_on:
        rows = rows.filter(starts_on__lte=stay.ended_on)
    if rows.exists():
        raise TransitionNotAllowed("The child has a place in this base on these days already.")


def _over_reason(base: ProvisionBase, stay: Stay, reason: str, but: BasePlace | None = None) -> str:
    """Why there is one child more than places; empty where there is room."""
    if base.places is None:
        return ""
    rows = BasePlace.objects.filter(school_id=base.school_id, base=base)
    rows = rows.ahead(stay.starts_on).exclude(pk=but.pk if but else None)
    beside = most_beside(stay, [Stay(*x) for x in rows.values_list("starts_on", "ended_on")])
    if beside < base.places:
        return ""
    if not reason:
        taken = "The one place is" if base.places == 1 else f"All {base.places} places are"
        raise TransitionNotAllowed(
            f"{taken} taken. Choose a later day, or write why you take one child more."
        )
    return reason


def _write(row, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))


def _record(step: str, place: BasePlace, pupil: Pupil, by: User | None) -> None:
    record_change(Action.CHANGE_PROVISION, pupil=pupil, by=by, subject=place, detail={"step": step})
