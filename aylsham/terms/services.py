"""Changing a school's calendar: every change works out the school's dates again."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import TermName
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Closure, School, Term, User
from aylsham.terms.reading import CalendarFound

TERM_FIELDS = ("academic_year", "name", "starts_on", "ends_on")
LIVE_FIELDS = ("live_from",)
CLOSURE_FIELDS = ("kind", "starts_on", "ends_on", "note")


@transaction.atomic
def add_term(
    *,
    school: School,
    academic_year: int,
    name: str,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User,
) -> Term:
    """Add a term."""
    lock_calendar(school)
    _require_possible_term(school, academic_year, name, starts_on, ends_on)
    term = Term.objects.create(
        school=school,
        academic_year=academic_year,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _record(school, by, "term added", term)
    return term


@transaction.atomic
def change_term(
    *, term: Term, starts_on: dt.date, ends_on: dt.date, by: User, version: str
) -> Term:
    """Change the first and last day of a term."""
    lock_calendar(term.school)
    term = Term.objects.get(school=term.school_id, pk=term.pk)
    require_version(term, ("starts_on", "ends_on"), version)
    _require_possible_term(term.school, term.academic_year, term.name, starts_on, ends_on, but=term)
    term.starts_on, term.ends_on = starts_on, ends_on
    term.save(update_fields=["starts_on", "ends_on"])
    _record(term.school, by, "term changed", term)
    return term


@transaction.atomic
def remove_term(*, term: Term, by: User) -> None:
    """Take a term out of the calendar."""
    school = term.school
    lock_calendar(school)
    _record_removed(school, by, "term removed", term)


@transaction.atomic
def add_closure(
    *,
    school: School,
    kind: str,
    starts_on: dt.date,
    ends_on: dt.date,
    by: User,
    note: str = "",
) -> Closure:
    """Add days without a session."""
    lock_calendar(school)
    _require_new_closure(school, starts_on, ends_on)
    closure = Closure.objects.create(
        school=school, kind=kind, starts_on=starts_on, ends_on=ends_on, note=note
    )
    _record(school, by, "closure added", closure)
    return closure


@transaction.atomic
def change_closure(
    *,
    closure: Closure,
    kind: str,
    starts_on: dt.date,
    ends_on: dt.date,
    note: str,
    by: User,
    version: str,
) -> Closure:
    """Change days without a session."""
    lock_calendar(closure.school)
    closure = Closure.objects.get(school=closure.school_id, pk=closure.pk)
    require_version(closure, CLOSURE_FIELDS, version)
    _require_new_closure(closure.school, starts_on, ends_on, but=closure)
    closure.kind, closure.note = kind, note
    closure.starts_on, closure.ends_on = starts_on, ends_on
    closure.save(update_fields=CLOSURE_FIELDS)
    _record(closure.school, by, "closure changed", closure)
    return closure


@transaction.atomic
def remove_closure(*, closure: Closure, by: User) -> None:
    """Take days without a session out of the calendar."""
    school = closure.school
    lock_calendar(school)
    _record_removed(school, by, "closure removed", closure)


@transaction.atomic
def take_over_calendar(*, school: School, found: CalendarFound, by: User) -> int:
    """Write a list that was read: terms of the same name change, the rest is added.

    Closed days that stand in the calendar stay: a pasted list seldom knows every INSET day.
    """
    lock_calendar(school)
    changed = 0
    years = {term.academic_year for term in found.terms}
    stored = {
        (term.academic_year, term.name): term
        for term in Term.objects.filter(school=school, academic_year__in=years)
    }
    moving = [
        stored[key] for term in found.terms if (key := (term.academic_year, term.name)) in stored
    ]
    # Out of each other's way first: no two terms may overlap, not even for a moment.
    unchanged = {(t.academic_year, t.name, t.starts_on, t.ends_on) for t in moving}
    Term.objects.filter(school=school, pk__in=[term.pk for term in moving]).delete()
    for term in found.terms:
        _require_possible_term(school, term.academic_year, term.name, term.starts_on, term.ends_on)
        Term.objects.create(
            school=school,
            academic_year=term.academic_year,
            name=term.name,
            starts_on=term.starts_on,
            ends_on=term.ends_on,
        )
        same = (term.academic_year, term.name, term.starts_on, term.ends_on) in unchanged
        changed += not same
    for closure in found.closures:
        _, is_new = Closure.objects.get_or_create(
            school=school,
            starts_on=closure.starts_on,
            ends_on=closure.ends_on,
            defaults={"kind": closure.kind, "note": closure.note},
        )
        changed += is_new
    if changed:
        _note(school, by, {"what": "list taken over", "changed": changed})
    return changed


@transaction.atomic
def set_live_from(*, school: School, live_from: dt.date | None, by: User, version: str) -> School:
    """From which day the school works with Aylsham: its own clocks start then, no law's does."""
    lock_calendar(school)
    school = School.objects.get(pk=school.pk)
    require_version(school, LIVE_FIELDS, version)
    school.live_from = live_from
    school.save(update_fields=LIVE_FIELDS)
    said = live_from.isoformat() if live_from else ""
    record_event(
        Action.CHANGE_SCHOOL, school=school, by=by, subject=school, detail={"live_from": said}
    )
    rebuild_deadlines(school)
    return school


def lock_calendar(school: School) -> None:
    """Changes to one school's calendar happen one after the other."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)


def _require_possible_term(
    school: School,
    academic_year: int,
    name: str,
    starts_on: dt.date,
    ends_on: dt.date,
    but: Term | None = None,
) -> None:
    if ends_on < starts_on:
        raise TransitionNotAllowed("The last day of the term is before the first.")
    others = Term.objects.filter(school=school)
    if but:
        others = others.exclude(pk=but.pk)
    if others.filter(academic_year=academic_year, name=name).exists():
        raise TransitionNotAllowed(
            f"The {TermName(name).label.lower()} term of {academic_year}/{(academic_year + 1) % 100:02} "
            "is in the calendar already. Change that one."
        )
    clash = others.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).first()
    if clash:
        raise TransitionNotAllowed(
            f"These days run into the {clash.get_name_display().lower()} term from "
            f"{clash.starts_on:%-d %B %Y} to {clash.ends_on:%-d %B %Y}."
        )


def _require_new_closure(
    school: School, starts_on: dt.date, ends_on: dt.date, but: Closure | None = None
) -> None:
    if ends_on < starts_on:
        raise TransitionNotAllowed("The last day is before the first.")
    same = Closure.objects.filter(school=school, starts_on=starts_on, ends_on=ends_on)
    if but:
        same = same.exclude(pk=but.pk)
    if same.exists():
        raise TransitionNotAllowed("These days are in the calendar already.")


def _record(school: School, by: User, what: str, row: Term | Closure) -> None:
    days = {"from": row.starts_on.isoformat(), "to": row.ends_on.isoformat()}
    _note(school, by, {"what": what} | days, row)


def _record_removed(school: School, by: User, what: str, row: Term | Closure) -> None:
    days = {"from": row.starts_on.isoformat(), "to": row.ends_on.isoformat()}
    row.delete()
    _note(school, by, {"what": what} | days)


def _note(school: School, by: User, detail: Mapping[str, Any], row=None) -> None:
    record_event(Action.CHANGE_CALENDAR, school=school, by=by, subject=row, detail=detail)
    rebuild_deadlines(school)
