"""The plan of training: a session planned, changed, called off; a gap put into it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.services.recording import as_pk, lock
from staff.models import Invitation, StaffMember, TrainingSession, TrainingTopic
from staff.training_codes import SessionKind, SessionState

SESSION_FIELDS = (
    "topic", "title", "kind", "year", "starts_on", "ends_on", "starts_at", "provider", "place",
    "hours", "pence",
)  # fmt: skip
type Person = User | StaffMember


@transaction.atomic
def plan_session(
    *,
    school: School,
    by: User | None,
    people: Iterable[Person] = (),
    key: UUID | None = None,
    **facts: Any,
) -> TrainingSession:
    """Plan a training; `facts` are SESSION_FIELDS, the day may be open."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if key and (known := TrainingSession.objects.filter(school=school, pk=key).first()):
        return known
    session = TrainingSession(school=school, planned_by=by, **as_pk(key), **_sound(facts))
    session.save(force_insert=True)
    _invite(session, people)
    return record_plan(session, by, "planned")


@transaction.atomic
def change_session(
    *, session: TrainingSession, version: str, by: User, people: Iterable[Person], **facts: Any
) -> TrainingSession:
    """Change what is planned, and who is asked; of one that was held only who paid what."""
    session = locked_session(session)
    require_planned(session)
    require_version(session, SESSION_FIELDS, version)
    for name, value in _sound(facts).items():
        setattr(session, name, value)
    session.save(update_fields=list(facts))
    _invite(session, people, only_these=True)
    return record_plan(session, by, "changed")


@transaction.atomic
def call_off(*, session: TrainingSession, by: User, is_off: bool = True) -> TrainingSession:
    """It does not take place; or it does after all."""
    session = locked_session(session)
    if session.state == SessionState.HELD:
        raise TransitionNotAllowed("Attendance is taken: it took place.")
    session.state = SessionState.CALLED_OFF if is_off else SessionState.PLANNED
    session.save(update_fields=["state"])
    return record_plan(session, by, "called off" if is_off else "planned again")


@transaction.atomic
def plan_for_gap(
    *, school: School, topic: TrainingTopic, people: Iterable[Person], by: User
) -> TrainingSession:
    """Put people into the plan for a topic: into what is planned of it without a day, or anew."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    people = list(people)
    if not people:
        raise TransitionNotAllowed("Everybody who needs it has it, or is in the plan already.")
    year = clock.academic_year(clock.today())
    open_one = TrainingSession.objects.filter(
        school=school, topic=topic, year=year, state=SessionState.PLANNED, starts_on=None
    ).first()
    if open_one:
        session = locked_session(open_one)
        _invite(session, people)
        return record_plan(session, by, "more people")
    return plan_session(
        school=school,
        by=by,
        people=people,
        topic=topic,
        kind=SessionKind.COURSE,
        year=year,
        provider=topic.provider,
        hours=topic.hours,
        pence=topic.pence or 0,
    )


def locked_session(session: TrainingSession) -> TrainingSession:
    """The session as it stands now, locked."""
    row = lock(session)
    row.school, row.topic = session.school, session.topic
    return row


def require_planned(session: TrainingSession) -> None:
    """Refuse to change one that took place or was called off."""
    if session.state == SessionState.HELD:
        raise TransitionNotAllowed("Attendance is taken. Correct that instead.")
    if session.state == SessionState.CALLED_OFF:
        raise TransitionNotAllowed("It is called off. Plan it again first.")


def record_plan(session: TrainingSession, by: User | None, step: str) -> TrainingSession:
    """The trace of a change."""
    record_event(
        Action.PLAN_TRAINING, school=session.school, by=by, subject=session, detail={"step": step}
    )
    rebuild_deadlines(session.school)
    return session


def _sound(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts in order; a day says the academic year."""
    facts = dict(facts)
    first, last = facts.get("starts_on"), facts.get("ends_on")
    if last and not first:
        raise TransitionNotAllowed("Say the first day too.")
    if first and last and last < first:
        raise TransitionNotAllowed("It would end before it begins.")
    if first:
        facts["year"] = clock.academic_year(first)
    return facts


def _invite(session: TrainingSession, people: Iterable[Person], *, only_these: bool = False):
    mine = {"school_id": session.school_id, "session": session}
    wanted = {person.pk: person for person in people}
    rows = list(Invitation.objects.filter(**mine))
    known = {row.user_id or row.member_id for row in rows}
    if only_these:
        gone = [row.pk for row in rows if (row.user_id or row.member_id) not in wanted]
        Invitation.objects.filter(**mine, pk__in=gone).delete()
    new = [person for pk, person in wanted.items() if pk not in known]
    Invitation.objects.bulk_create(Invitation(**mine, **as_person(person)) for person in new)


def as_person(person: Person) -> dict[str, Person]:
    """Under which name a row keeps somebody."""
    return {"member" if isinstance(person, StaffMember) else "user": person}
