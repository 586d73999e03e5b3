"""A child comes into care, leaves it, or was in care before; what was recorded is put right."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import User
from lac.codes import CareKind
from lac.models import CarePeriod, CarePerson, CarePlacement, Delegation
from lac.services.care_views import end_views_of
from lac.services.recording import add, change, remove, require_come
from pupils.codes import Source
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock_pupil, require_born

CARE_FIELDS = ("starts_on", "known_since", "placing_authority", "legal_status", "legal_since")
PREVIOUS_FIELDS = ("known_since", "left_care_through", "placing_authority")
WHY = "corrected_why"
PEP_FIELDS = ("first_pep_on", "pep_with_officer_on")
#: What is said of a placement that ended with care.
CARE_ENDED = "Care ended"


@transaction.atomic
def enter_care(*, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any):
    """The child came into care: the clocks run; a time after an earlier care ends.

    `facts` are CARE_FIELDS; `starts_on=None` where nobody knows the day. `key` comes with the
    form, so that pressing twice records one.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(CarePeriod, pupil, key):
        return known
    _make_room(pupil, facts["known_since"], by)
    row = CarePeriod(
        school=pupil.school, pupil=pupil, kind=CareKind.LOOKED_AFTER, **as_pk(key), **facts
    )
    return add(row, pupil, by, _require_good)


@transaction.atomic
def record_previous_care(*, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any):
    """The child was in care before the school knew it; `facts` are PREVIOUS_FIELDS."""
    pupil = lock_pupil(pupil)
    if known := added_before(CarePeriod, pupil, key):
        return known
    if _live(pupil):
        raise TransitionNotAllowed("Care is recorded for this child already. Correct that instead.")
    row = CarePeriod(
        school=pupil.school, pupil=pupil, kind=CareKind.PREVIOUSLY, **as_pk(key), **facts
    )
    return add(row, pupil, by, _require_good)


@transaction.atomic
def leave_care(*, period: CarePeriod, last_day: dt.date, through: str, by: User | None):
    """The child left care: by an order the child counts as previously looked after from then on.

    What belongs to being looked after ends with it. `through` is empty for a child who went home.
    """
    pupil = lock_pupil(period.pupil)
    period = _open(period, CareKind.LOOKED_AFTER)
    require_come(last_day, "The last day in care")
    if period.starts_on and last_day < period.starts_on:
        raise TransitionNotAllowed(
            f"The child came into care on {period.starts_on:%-d %B %Y}, after the last day given."
        )
    values = {"ends_on": last_day, "known_since": min(period.known_since, last_day)}
    change(
        period, pupil, values=values | {"source": Source.HERE}, version=None, by=by,
        check=_require_good,
    )  # fmt: skip
    _end_what_belongs(pupil, last_day)
    if not through:
        end_views_of(pupil, by=by)
        return None
    row = CarePeriod(
        school=pupil.school,
        pupil=pupil,
        kind=CareKind.PREVIOUSLY,
        left_care_through=through,
        placing_authority=period.placing_authority,
        known_since=last_day + DAY,
    )
    return add(row, pupil, by, _require_apart)


@transaction.atomic
def end_previous_care(*, period: CarePeriod, last_day: dt.date, by: User | None) -> CarePeriod:
    """The family no longer wants it recorded: it counts no more from the next day on."""
    pupil = lock_pupil(period.pupil)
    period = _open(period, CareKind.PREVIOUSLY)
    require_come(last_day, "The last day")
    if last_day < period.known_since:
        raise TransitionNotAllowed("The last day is before the day on which the school knew.")
    values = {"ends_on": last_day, "source": Source.HERE}
    row = change(period, pupil, values=values, version=None, by=by, check=_require_good)
    end_views_of(pupil, by=by)
    return row


@transaction.atomic
def correct_period(
    *, period: CarePeriod, version: str, by: User | None, **values: Any
) -> CarePeriod:
    """Put right what is recorded of a time in care or after it, and say why."""
    pupil = lock_pupil(period.pupil)
    row = change(period, pupil, values=values, version=version, by=by, check=_require_good)
    if row.source != Source.HERE:
        row.source = Source.HERE  # a roll asks before it says otherwise
        row.save(update_fields=["source"])
    return row


@transaction.atomic
def note_first_pep(*, period: CarePeriod, version: str, by: User | None, **values: Any):
    """The first PEP was started, or went to the reviewing officer: its clock stops."""
    pupil = lock_pupil(period.pupil)
    return change(period, pupil, values=values, version=version, by=by, check=_require_pep_days)


@transaction.atomic
def remove_period(*, period: CarePeriod, by: User | None) -> None:
    """Take out a time in care that was never true, with what hangs on it; the history keeps it."""
    pupil = lock_pupil(period.pupil)
    remove(period, pupil, by)
    if not _live(pupil):
        end_views_of(pupil, by=by)


def _make_room(pupil: Pupil, first: dt.date, by: User | None) -> None:
    now = _live(pupil)
    if now is None:
        return
    if now.kind == CareKind.LOOKED_AFTER:
        raise TransitionNotAllowed("The child is recorded as looked after already.")
    if now.known_since >= first:
        raise TransitionNotAllowed(
            f"A time after care is recorded from {now.known_since:%-d %B %Y}. Correct that first."
        )
    values = {"ends_on": first - DAY}
    change(now, pupil, values=values, version=None, by=by, check=lambda row: None)


def _open(period: CarePeriod, kind: CareKind) -> CarePeriod:
    row = CarePeriod.objects.select_for_update().get(school_id=period.school_id, pk=period.pk)
    if row.kind != kind or row.ends_on:
        raise TransitionNotAllowed("This has ended already.")
    return row


def _live(pupil: Pupil) -> CarePeriod | None:
    rows = CarePeriod.objects.live(clock.today())
    return rows.filter(school_id=pupil.school_id, pupil=pupil).order_by("-known_since").first()


def _require_good(row: CarePeriod) -> None:
    require_born(row.pupil, row.starts_on)
    require_come(row.starts_on, "The day of coming into care")
    require_come(row.known_since, "The day on which the school knew")
    require_come(row.legal_since, "The day of the legal status")
    if row.starts_on and row.starts_on > row.known_since and row.ends_on is None:
        raise TransitionNotAllowed(
            "The school cannot have known before the child came into care. Check both days."
        )
    if row.ends_on and row.ends_on < row.known_since:
        raise TransitionNotAllowed(f"It ended on {row.ends_on:%-d %B %Y}, before that day.")
    _require_apart(row)


def _require_apart(row: CarePeriod) -> None:
    others = CarePeriod.objects.filter(school_id=row.school_id, pupil_id=row.pupil_id)
    for other in others.exclude(pk=row.pk):
        ends_later = other.ends_on is None or row.known_since <= other.ends_on
        if ends_later and (row.ends_on is None or other.known_since <= row.ends_on):
            raise TransitionNotAllowed(
                f"“{other.get_kind_display()}” is recorded from {other.known_since:%-d %B %Y}: the "
                "two cannot be true on one day."
            )


def _require_pep_days(row: CarePeriod) -> None:
    require_come(row.first_pep_on)
    require_come(row.pep_with_officer_on)
    days = [day for day in (row.first_pep_on, row.pep_with_officer_on) if day]
    if row.starts_on and any(day < row.starts_on for day in days):
        raise TransitionNotAllowed("That is before the child came into care.")


def _end_what_belongs(pupil: Pupil, last_day: dt.date) -> None:
    mine = {"school_id": pupil.school_id, "pupil": pupil, "ends_on": None}
    placements = CarePlacement.objects.filter(**mine, starts_on__lte=last_day)
    placements.update(ends_on=last_day, ended_why=CARE_ENDED)
    for model in (CarePerson, Delegation):
        model.objects.filter(**mine, starts_on__lte=last_day).update(ends_on=last_day)
