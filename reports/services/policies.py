"""Policies: registered, changed, ended, checked; what is sent round, read, and closed."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from reports.models import Circular, CircularReader, Policy, PolicyCheck
from reports.selectors.policies import not_asked
from reports.services.working_off import lock_school, require_new_day

POLICY_FIELDS = ("name", "keeper", "approved_by", "adopted_on", "review_on", "web_address")


@transaction.atomic
def add_policy(*, school: School, by: User | None, **values: Any) -> Policy:
    """Register a policy; the same one twice is refused."""
    lock_school(school.pk)
    policy = Policy(school=school, **values)
    _require_good(policy)
    policy.save(force_insert=True)
    _record(policy, by, "added")
    return policy


@transaction.atomic
def change_policy(*, policy: Policy, version: str, by: User | None, **values: Any) -> Policy:
    """Change what is registered, or record that it was reviewed. StaleSave for the second editor."""
    found = _current(policy)
    require_version(found, POLICY_FIELDS, version)
    for name in POLICY_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_good(found)
    found.save(update_fields=POLICY_FIELDS)
    _record(found, by, "changed")
    return found


@transaction.atomic
def end_policy(*, policy: Policy, by: User | None) -> Policy:
    """It no longer holds from today; it stays in the register below."""
    found = _current(policy)
    found.ended_on = clock.today()
    found.save(update_fields=["ended_on"])
    _record(found, by, "ended")
    return found


@transaction.atomic
def check_policy(
    *, policy: Policy, held_on: dt.date, met: Collection[str], words: str, by: User | None
) -> PolicyCheck:
    """Write down whether a policy includes everybody, once a day; what lacks is answered in words."""
    found = _current(policy)
    require_new_day(held_on, found.checks.all(), "check")
    check = PolicyCheck(
        school=found.school,
        policy=found,
        held_on=held_on,
        met=sorted(met),
        words=words.strip(),
        recorded_by=by,
    )
    check.save(force_insert=True)
    _record(check, by, "checked")
    return check


@transaction.atomic
def send_round(
    *, school: School, roles: Collection[str], read_by: dt.date, by: User | None, **values: Any
) -> Circular:
    """Ask everybody with one of these roles to read something, but whoever sends it."""
    lock_school(school.pk)
    if read_by < clock.today():
        raise TransitionNotAllowed("The day by which it is to be read is past.")
    circular = Circular(school=school, roles=list(roles), read_by=read_by, sent_by=by, **values)
    same = Circular.objects.filter(school=school, title=circular.title, closed_on=None)
    if same.exists():
        raise TransitionNotAllowed(
            "This went round already. Close that one, or give it a new title."
        )
    circular.save(force_insert=True)
    if not _ask(circular):
        raise TransitionNotAllowed("Nobody else has one of these roles here.")
    _record(circular, by, "sent round")
    return circular


@transaction.atomic
def send_on(*, circular: Circular, by: User | None) -> int:
    """Ask also those who came since; how many."""
    found = _open(circular)
    asked = _ask(found)
    if not asked:
        raise TransitionNotAllowed("Nobody has come since.")
    _record(found, by, "sent on")
    return asked


@transaction.atomic
def close_circular(*, circular: Circular, by: User | None) -> Circular:
    """Nobody is asked any more; who has read it stays."""
    found = _open(circular)
    found.closed_on = clock.today()
    found.save(update_fields=["closed_on"])
    _record(found, by, "closed")
    return found


@transaction.atomic
def say_read(*, reader: CircularReader, by: User) -> CircularReader:
    """Somebody says that they have read it; a second time changes nothing."""
    rows = CircularReader.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("school").get(school=reader.school_id, pk=reader.pk)
    if found.read_on is None:
        found.read_on = clock.today()
        found.save(update_fields=["read_on"])
        record_event(Action.READ_CIRCULAR, school=found.school, by=by, subject=found.circular)
    return found


def _ask(circular: Circular) -> int:
    """Ask whoever has one of its roles, is not asked yet and did not send it; how many."""
    today = clock.today()
    people = [each for each in not_asked(circular, today) if each.pk != circular.sent_by_id]
    CircularReader.objects.bulk_create(
        CircularReader(school=circular.school, circular=circular, user=each, asked_on=today)
        for each in people
    )
    return len(people)


def _current(policy: Policy) -> Policy:
    lock_school(policy.school_id)
    rows = Policy.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    found = rows.get(school=policy.school_id, pk=policy.pk)
    if found.ended_on:
        raise TransitionNotAllowed("This policy no longer holds. Register the new one.")
    return found


def _open(circular: Circular) -> Circular:
    lock_school(circular.school_id)
    rows = Circular.objects.select_for_update(of=("self",), no_key=True).select_related("school")
    found = rows.get(school=circular.school_id, pk=circular.pk)
    if found.closed_on:
        raise TransitionNotAllowed("It is closed.")
    return found


def _require_good(policy: Policy) -> None:
    if policy.adopted_on and policy.adopted_on > clock.today():
        raise TransitionNotAllowed(
            "It does not hold yet. Register it from the day on which it does."
        )
    if policy.adopted_on and policy.review_on <= policy.adopted_on:
        raise TransitionNotAllowed("The next review comes after the day since which it holds.")
    same = Policy.objects.current().filter(school=policy.school_id, name=policy.name)
    if same.exclude(pk=policy.pk).exists():
        raise TransitionNotAllowed("A policy of this name is registered already.")


def _record(row: Policy | PolicyCheck | Circular, by: User | None, step: str) -> None:
    detail = {"step": step}
    record_event(Action.CHANGE_POLICIES, school=row.school, by=by, subject=row, detail=detail)
    rebuild_deadlines(row.school)
