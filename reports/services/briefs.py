"""Briefs for meetings of the leaders: begun, read from the record again, written."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from reports.models import LeadersBrief
from reports.services.working_off import lock_school

BRIEF_FIELDS = ("held_on", "words", "asks", "decided")


@transaction.atomic
def start_brief(
    *, school: School, held_on: dt.date, facts: Sequence[tuple[str, str]], by: User | None
) -> LeadersBrief:
    """Begin the brief for a meeting with what the record says; one a day."""
    lock_school(school.pk)
    brief = LeadersBrief(school=school, held_on=held_on, facts=[list(fact) for fact in facts])
    _require_one_a_day(brief)
    brief.save(force_insert=True)
    _record(brief, by, "begun")
    return brief


@transaction.atomic
def read_brief_again(
    *, brief: LeadersBrief, facts: Sequence[tuple[str, str]], by: User | None
) -> LeadersBrief:
    """Say what the record says now; once something was decided, the page stays as it was read."""
    found = _locked(brief)
    if found.decided or found.steps.exists():
        raise TransitionNotAllowed("The meeting has decided. Its page stays as it was read.")
    found.facts, found.read_at = [list(fact) for fact in facts], timezone.now()
    found.save(update_fields=["facts", "read_at"])
    _record(found, by, "read again")
    return found


@transaction.atomic
def write_brief(
    *, brief: LeadersBrief, version: str, by: User | None, **values: Any
) -> LeadersBrief:
    """Write what changed, what is asked and what was decided. StaleSave for the second editor."""
    found = _locked(brief)
    require_version(found, BRIEF_FIELDS, version)
    for name in BRIEF_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    _require_one_a_day(found)
    found.save(update_fields=BRIEF_FIELDS)
    _record(found, by, "written")
    return found


def _locked(brief: LeadersBrief) -> LeadersBrief:
    lock_school(brief.school_id)
    rows = LeadersBrief.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("school").get(school=brief.school_id, pk=brief.pk)


def _require_one_a_day(brief: LeadersBrief) -> None:
    same = LeadersBrief.objects.filter(school=brief.school_id, held_on=brief.held_on)
    if same.exclude(pk=brief.pk).exists():
        raise TransitionNotAllowed("There is a brief for this day already.")


def _record(brief: LeadersBrief, by: User | None, step: str) -> None:
    record_event(
        Action.WRITE_BRIEF, school=brief.school, by=by, subject=brief, detail={"step": step}
    )
