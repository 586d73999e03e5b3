"""The inclusion strategy: its years, and rows added, changed, removed, taken from the record."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from reports.codes import Duty
from reports.models import (
    InclusionStrategy,
    StrategyActivity,
    StrategyBarrier,
    StrategyOutcome,
)
from reports.selectors.strategy import ACTIVITY_FIELDS, Row, strategy_of, to_take
from reports.selectors.strategy_sources import Offer, offers
from reports.strategy_codes import BARRIER_WORDS

FRAME_FIELDS = ("first_year", "last_year", "review_on", "authorised_by", "fund_pence")
#: What an edit of a row starts from.
ROW_FIELDS: dict[type[Row], tuple[str, ...]] = {
    StrategyBarrier: ("what",),
    StrategyActivity: ACTIVITY_FIELDS,
    StrategyOutcome: ("what", "success"),
}


@transaction.atomic
def set_frame(*, school: School, version: str, by: User | None, **values: Any) -> InclusionStrategy:
    """Say for which years it is, when it is reviewed, who authorises it. StaleSave as elsewhere."""
    _lock(school)
    found = InclusionStrategy.objects.filter(school=school).first()
    if found is None:
        frame = InclusionStrategy(school=school)
    else:
        require_version(found, FRAME_FIELDS, version)
        frame = found
    for name in FRAME_FIELDS:
        setattr(frame, name, values.get(name, getattr(frame, name)))
    if frame.last_year < frame.first_year:
        raise TransitionNotAllowed("The last year comes before the first.")
    if frame.is_of_several_years and frame.review_on is None:
        raise TransitionNotAllowed("It covers several years: say when it is reviewed this year.")
    frame.save(force_insert=found is None)
    _record(frame, by, "years")
    return frame


@transaction.atomic
def add_row(*, model: type[Row], school: School, by: User | None, **values: Any) -> Row:
    """Write down a barrier, an activity or an outcome; the same one twice is refused."""
    _lock(school)
    row = model(school=school, **values)
    if isinstance(row, StrategyBarrier):
        row.number = _next_number(school)
    _require_good(row)
    row.save(force_insert=True)
    _record(row, by, "added")
    return row


@transaction.atomic
def change_row(*, row: Row, version: str, by: User | None, **values: Any) -> Row:
    """Change it. StaleSave for the second editor."""
    found = _locked(row)
    fields = ROW_FIELDS[type(found)]
    require_version(found, fields, version)
    for name in fields:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_good(found)
    found.save(update_fields=fields)
    _record(found, by, "changed")
    return found


@transaction.atomic
def remove_row(*, row: Row, by: User | None) -> None:
    """Take it out; its history stays. Activities no longer address a barrier that is gone."""
    found = _locked(row)
    _record(found, by, "removed")
    if isinstance(found, StrategyBarrier):
        rows = StrategyActivity.objects.select_for_update(no_key=True)
        for each in rows.filter(school=found.school_id, barriers__contains=[found.number]):
            each.barriers = [number for number in each.barriers if number != found.number]
            each.save(update_fields=["barriers"])
    found.delete()


@transaction.atomic
def take_from_record(
    *, school: School, year: int, keys: Collection[str], areas: Collection[str], by: User | None
) -> int:
    """Take what was ticked of the costed map, the training and the needs; how many were taken.

    What somebody has taken meanwhile is passed over. Barriers come first: what is taken for an
    area of need addresses its barrier.
    """
    _lock(school)
    strategy = strategy_of_year(school, year)
    found, free = to_take(school, strategy)
    new_areas = [area for area in free if area in areas]
    for area in new_areas:
        add_row(model=StrategyBarrier, school=school, by=by, what=BARRIER_WORDS[area], area=area)
    barriers = list(StrategyBarrier.objects.filter(school=school))
    known = {each.what for each in strategy.activities}
    chosen = [each for each in found if each.key in keys and each.what not in known]
    for offer in chosen:
        numbers = [each.number for each in barriers if each.area in offer.areas]
        values = offer.values | {"year": year, "barriers": numbers}
        add_row(model=StrategyActivity, school=school, by=by, **values)
    return len(new_areas) + len(chosen)


@transaction.atomic
def answer_new_sum(
    *, activity: StrategyActivity, version: str, is_taken: bool, by: User | None
) -> StrategyActivity:
    """Take the sum that the map says now, or keep ours and say so. StaleSave as elsewhere."""
    found = _locked(activity)
    require_version(found, ROW_FIELDS[StrategyActivity], version)
    offer = _offer_of(found)
    if offer is None or offer.pence is None:
        raise TransitionNotAllowed("The map no longer says what it costs.")
    if is_taken:
        found.pence = offer.pence
        found.fund_pence = min(offer.fund_pence or found.fund_pence, offer.pence)
    found.taken_pence = offer.pence
    found.save(update_fields=["pence", "fund_pence", "taken_pence"])
    _record(found, by, "sum taken" if is_taken else "sum kept")
    return found


def strategy_of_year(school: School, year: int):
    """The strategy as it stands, refused when the page was opened for another year."""
    strategy = strategy_of(school, clock.today())
    if strategy.year != year:
        raise TransitionNotAllowed("The strategy tells another year now. Open the page again.")
    return strategy


def _offer_of(activity: StrategyActivity) -> Offer | None:
    found = offers(activity.school, activity.year)
    return next((each for each in found if each.source == activity.source), None)


def _require_good(row: Row) -> None:
    same = type(row).objects.filter(school_id=row.school_id, what=row.what)
    if isinstance(row, StrategyActivity):
        same = same.filter(year=row.year)
        if row.fund_pence > (row.pence or 0):
            raise TransitionNotAllowed("The fund cannot pay more than it costs.")
    if same.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed("This is in the strategy already.")


def _next_number(school: School) -> int:
    rows = StrategyBarrier.objects.filter(school=school).order_by("-number")
    return (rows.values_list("number", flat=True).first() or 0) + 1


def _lock(school: School) -> None:
    School.objects.select_for_update(no_key=True).get(pk=school.pk)


def _locked(row: Row) -> Row:
    _lock(row.school)
    rows = type(row).objects.select_for_update(of=("self",), no_key=True).select_related("school")
    found = rows.filter(school_id=row.school_id, pk=row.pk).first()
    if found is None:
        raise TransitionNotAllowed("Somebody has taken it out meanwhile.")
    return found


def _record(row: Row | InclusionStrategy, by: User | None, step: str) -> None:
    detail = {"duty": Duty.INCLUSION_STRATEGY.value, "step": step}
    record_event(Action.RECORD_DUTY, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
