"""A person's changes to the calendar: a review moved or locked, a wish, a rule, a person's days."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from ehcp.calendar_codes import Comes
from ehcp.models import CalendarAttendance, CalendarPerson, EhcPlan, ProposedReview, ReviewCalendar
from ehcp.selectors.calendar.reasons import Diary
from ehcp.services.calendar.planning import lock_calendar, touch
from pupils.services.recording import lock, lock_pupil

PROPOSAL_FIELDS = ("meeting_on", "starts_at", "is_locked", "wish_weekdays", "wish_not_on")
RULE_FIELDS = (
    *("most_a_day", "most_a_week", "rooms", "slots", "minutes"),
    *("weeks_ahead", "weeks_to_prepare", "slack_weeks", "papers_in_term"),
    *("even", "slack", "siblings", "wishes", "hoped", "joined", "travel", "stable"),
)
PERSON_FIELDS = ("name", "kind", "comes_to", "is_needed", "half_days", "dates", "away")


@transaction.atomic
def change_proposal(
    *,
    row: ProposedReview,
    values: Mapping[str, Any],
    today: dt.date,
    by: User,
    version: str,
) -> ProposedReview:
    """Move or lock a review, or keep what the parents asked for; refused with the reasons."""
    calendar = lock_calendar(row.school)
    lock_pupil(row.plan.pupil)
    row = lock(row)
    require_version(row, PROPOSAL_FIELDS, version)
    _refuse_invited(row)
    where = values["meeting_on"], values["starts_at"]
    if where != (row.meeting_on, row.starts_at):
        _refuse_bad_day(row, *where, today)
    if values["is_locked"] and not values["meeting_on"]:
        raise TransitionNotAllowed("Choose a day first, then lock it.")
    for name in PROPOSAL_FIELDS:
        setattr(row, name, values[name])
    row.conflict = {} if row.meeting_on else row.conflict
    row.save()
    touch(calendar)
    _record(row, by, "changed")
    return row


@transaction.atomic
def drop_proposal(
    *, row: ProposedReview, on: dt.date, today: dt.date, by: User, version: str
) -> ProposedReview:
    """Move a review to a day, at its own time or else the first that is free, and lock it there."""
    lock_calendar(row.school)
    diary = Diary(row.school, today, row)
    if not diary.is_due:
        raise TransitionNotAllowed("This review is not due any more. Plan the calendar again.")
    own = f"{row.starts_at:%H:%M}" if row.starts_at else ""
    times = sorted(diary.slots, key=lambda at: (at != own, at))
    against = {at: diary.reasons(on, at) for at in times}
    free = next((at for at in times if not against[at]), None)
    if free is None:
        said = dict.fromkeys(why for reasons in against.values() for why in reasons)
        raise TransitionNotAllowed(f"Not on {on:%a} {on.day} {on:%B}: {'; '.join(said)}.")
    values = {name: getattr(row, name) for name in PROPOSAL_FIELDS}
    values |= {"meeting_on": on, "starts_at": dt.time.fromisoformat(free), "is_locked": True}
    return change_proposal(row=row, values=values, today=today, by=by, version=version)


def _refuse_invited(row: ProposedReview) -> None:
    if row.plan.reviews.filter(is_held=False, invited_on__isnull=False).exists():
        raise TransitionNotAllowed(
            "The invitations have gone out, so the day is fixed here. "
            "Move the meeting on the plan’s page and tell everybody."
        )


def _refuse_bad_day(
    row: ProposedReview, on: dt.date | None, at: dt.time | None, today: dt.date
) -> None:
    if on is None:
        return
    if at is None:
        raise TransitionNotAllowed("Choose a time too.")
    diary = Diary(row.school, today, row)
    if not diary.is_due:
        raise TransitionNotAllowed("This review is not due any more. Plan the calendar again.")
    if reasons := diary.reasons(on, f"{at:%H:%M}"):
        raise TransitionNotAllowed(f"Not on {on:%a} {on.day} {on:%B}: {'; '.join(reasons)}.")


@transaction.atomic
def change_rules(
    *, school: School, values: Mapping[str, Any], by: User, version: str
) -> ReviewCalendar:
    """Set what the school's calendar keeps to."""
    calendar = lock_calendar(school)
    require_version(calendar, RULE_FIELDS, version)
    for name in RULE_FIELDS:
        setattr(calendar, name, values[name])
    touch(calendar, *RULE_FIELDS)
    _record(calendar, by, "rules")
    return calendar


@transaction.atomic
def keep_person(
    *,
    school: School,
    person: CalendarPerson | None,
    values: Mapping[str, Any],
    plans: Iterable[EhcPlan],
    by: User,
    version: str,
) -> CalendarPerson:
    """Add somebody who comes to reviews, or change their days."""
    calendar = lock_calendar(school)
    same = CalendarPerson.objects.filter(
        school=school, kind=values["kind"], name__iexact=values["name"]
    )
    if same.exclude(pk=person.pk if person else None).exists():
        raise TransitionNotAllowed(f"{values['name']} is on the list already.")
    if person:
        person = lock(person)
        require_version(person, PERSON_FIELDS, version)
    else:
        person = CalendarPerson(school=school)
    for name in PERSON_FIELDS:
        setattr(person, name, values[name])
    person.save()
    _attend(person, plans if person.comes_to == Comes.NAMED else ())
    touch(calendar)
    _record(person, by, "person")
    return person


def _attend(person: CalendarPerson, plans: Iterable[EhcPlan]) -> None:
    wanted = {plan.pk for plan in plans}
    person.attendances.exclude(plan__in=wanted).delete()
    known = set(person.attendances.values_list("plan_id", flat=True))
    CalendarAttendance.objects.bulk_create(
        CalendarAttendance(school=person.school, person=person, plan_id=plan)
        for plan in sorted(wanted - known)
    )


@transaction.atomic
def remove_person(*, person: CalendarPerson, by: User) -> None:
    """Take somebody off the list."""
    calendar = lock_calendar(person.school)
    _record(person, by, "person removed")
    person.delete()
    touch(calendar)


def _record(row: ProposedReview | ReviewCalendar | CalendarPerson, by: User, what: str) -> None:
    pupils = [row.plan.pupil_id] if isinstance(row, ProposedReview) else []
    record_event(
        Action.PLAN_CALENDAR,
        school=row.school,
        by=by,
        pupil_ids=pupils,
        subject=row,
        detail={"what": what},
    )
