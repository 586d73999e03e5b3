"""Entry and exit measures of a provision, and the tests of a school's own."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version, version_of
from aylsham.models import School, User
from provision.models import EntryExit, Place, SchoolTest
from provision.rules.measures import NotAScore, known_tests, read_score, score_words
from provision.selectors.measures import Series
from pupils.services.recording import as_pk, lock, lock_pupil, record_change

MEASURE_FIELDS = ("entry", "entry_on", "entry_form", "exit", "exit_on", "exit_form")
TEST_FIELDS = ("name", "measures", "scores", "lower_is_better", "source")


@dataclass(frozen=True)
class ScoreOn:
    """A score on a day, with the version or form of the test."""

    value: Decimal
    on: dt.date
    form: str = ""


@transaction.atomic
def record_measure(
    *,
    place: Place,
    series: Series,
    version: str,
    by: User | None,
    entry: ScoreOn | None = None,
    exit: ScoreOn | None = None,
) -> EntryExit | None:
    """Write down what a child scored on entry and exit, as both stand now; None: neither any more.

    The same saved twice changes nothing.
    """
    pupil = lock_pupil(place.pupil)
    _require_good(series, pupil.born_on, entry, exit)
    rows = EntryExit.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(school=pupil.school, place=place, **series.facts).first()
    if row and _facts(row) == _said(entry, exit):
        return row
    if row:
        require_version(row, MEASURE_FIELDS, version)
    elif version != (now := version_of(None, ())):
        raise StaleSave([], now)
    return _keep(row, place, series, _said(entry, exit), pupil, by)


@transaction.atomic
def add_school_test(
    *, school: School, by: User | None, key: UUID | None = None, **facts: Any
) -> SchoolTest:
    """Add a test or count of the school's own; `facts` are TEST_FIELDS."""
    School.objects.select_for_update(of=("self",), no_key=True).get(pk=school.pk)
    rows = SchoolTest.objects.filter(school=school)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_new(rows, facts["name"])
    row = SchoolTest.objects.create(school=school, **as_pk(key), **facts)
    _record_test(row, by, "test added")
    return row


@transaction.atomic
def change_school_test(*, test: SchoolTest, version: str, by: User, **facts: Any) -> SchoolTest:
    """Word a test otherwise; kinds of scores that are in use stay."""
    row = lock(test)
    require_version(row, TEST_FIELDS, version)
    _require_new(
        SchoolTest.objects.filter(school_id=row.school_id).exclude(pk=row.pk), facts["name"]
    )
    used = EntryExit.objects.filter(school_id=row.school_id, own_test=row)
    if used.exclude(scores__in=facts["scores"]).exists():
        raise TransitionNotAllowed("Children have scores of a kind that you took away.")
    for name in TEST_FIELDS:
        setattr(row, name, facts[name])
    row.save(update_fields=TEST_FIELDS)
    _record_test(row, by, "test changed")
    return row


@transaction.atomic
def retire_school_test(*, test: SchoolTest, by: User, is_retired: bool = True) -> SchoolTest:
    """Offer a test no longer, or again; what was measured with it stays."""
    row = lock(test)
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    _record_test(row, by, "test retired" if is_retired else "test offered")
    return row


def _require_good(series: Series, born_on: dt.date, *tested: ScoreOn | None) -> None:
    known = known_tests().get(series.known_test)
    kinds = [*known.scores] if known else series.own_test.scores if series.own_test else ()
    if series.scores not in kinds:
        raise TransitionNotAllowed("This test does not give scores of that kind.")
    for each in filter(None, tested):
        if each.on < born_on:
            raise TransitionNotAllowed(f"The child was not born on {each.on:%-d %B %Y}.")
        try:
            read_score(score_words(each.value, series.scores), series.scores)
        except NotAScore as why:
            raise TransitionNotAllowed(str(why)) from None
    entry, exit = tested
    if entry and exit and exit.on <= entry.on:
        raise TransitionNotAllowed("The exit test must be later than the entry test.")


def _said(entry: ScoreOn | None, exit: ScoreOn | None) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, each in (("entry", entry), ("exit", exit)):
        facts[name] = each.value if each else None
        facts[f"{name}_on"] = each.on if each else None
        facts[f"{name}_form"] = each.form if each else ""
    return facts


def _facts(row: EntryExit) -> dict[str, Any]:
    return {name: getattr(row, name) for name in MEASURE_FIELDS}


def _keep(row, place: Place, series: Series, facts: dict[str, Any], pupil, by) -> EntryExit | None:
    if facts["entry"] is None and facts["exit"] is None:
        if row:
            _record("measure removed", row, pupil, by)
            row.delete()
        return None
    if row is None:
        row = EntryExit(school=pupil.school, place=place, **series.facts)
    for name, value in facts.items():
        setattr(row, name, value)
    row.written_by = by
    row.save()
    _record("measured on entry or exit", row, pupil, by)
    return row


def _require_new(rows, name: str) -> None:
    names = {known.name.casefold() for known in known_tests().values()}
    if name.strip().casefold() in names or rows.filter(name__iexact=name.strip()).exists():
        raise TransitionNotAllowed("There is a test of this name already.")


def _record(step: str, row: EntryExit, pupil, by: User | None) -> None:
    record_change(
        Action.RECORD_PROGRESS,
        pupil=pupil,
        by=by,
        subject=row,
        detail={"step": step},
        moves_dates=False,
    )


def _record_test(row: SchoolTest, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_CATALOGUE, school=row.school, by=by, subject=row, detail={"step": step}
    )
