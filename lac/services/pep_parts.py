"""The parts of a plan are given to somebody, written and done; targets stand in it."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from lac.models import Pep as Plan
from lac.models import PepAnswer, PepCheck, PepPart, PepTarget
from lac.pep_codes import PartOwner, PartState, Whose
from lac.pep_parts import BY_KEY
from lac.selectors.pep_marks import mark_of_answers, mark_of_checks, mark_of_targets
from lac.services.peps import opened
from lac.services.recording import record
from provision.models import Target
from provision.services.outcomes import add_target
from pupils.models import Pupil
from pupils.services.recording import lock

#: Words that few may read even among those who open the plan.
CLOSED_OFF = frozenset({Whose.CHILD, Whose.CARER, Whose.OUTSIDE})


@transaction.atomic
def save_answers(
    *,
    part: PepPart,
    said: dict[str, tuple[str, str]],
    said_by: str = "",
    version: str,
    is_done: bool = False,
    by: User | None,
) -> PepPart:
    """Keep the words of a part: (text, in whose words) by question; empty words go.

    `said_by`: whose words they are, where somebody of the school wrote them down.
    """
    pupil, part = _locked(part)
    rows = {row.question: row for row in part.answers.all()}
    now = {key: (row.text, row.whose) for key, row in rows.items()}
    known = {each.key for each in BY_KEY[part.key].asked(part.pep.kind)}
    wanted = {key: pair for key, pair in said.items() if pair[0] and key in known}
    if wanted != now:
        if version != mark_of_answers(rows.values()):
            raise StaleSave(_differences(part, rows), mark_of_answers(rows.values()))
        for key in known:
            _say(part, key, rows.get(key), wanted.get(key), said_by, by)
    if is_done:
        _settle(part, by)
    elif part.state == PartState.DONE and wanted != now:
        part.state, part.done_on, part.done_by = PartState.TO_DO, None, None
        part.save(update_fields=["state", "done_on", "done_by"])
    record(part, pupil, by, "written")
    return part


def _say(part: PepPart, key: str, row: PepAnswer | None, pair, said_by: str, by) -> None:
    if pair is None:
        if row is not None:
            row.delete()
        return
    text, whose = pair
    if row is not None and (row.text, row.whose) == pair:
        return
    closed = whose in CLOSED_OFF
    values = {
        "text": text,
        "whose": whose,
        "said_on": clock.today(),
        "sensitivity": Sensitivity.SENSITIVE if closed else Sensitivity.EVERYONE,
        "written_by": by,
        "said_by": said_by if closed else "",
    }
    PepAnswer.objects.update_or_create(
        school_id=part.school_id, part=part, question=key, defaults=values
    )


def _differences(part: PepPart, rows: dict[str, PepAnswer]) -> list[Difference]:
    found = []
    for each in BY_KEY[part.key].asked(part.pep.kind):
        row = rows.get(each.key)
        text = row.text if row else ""
        found.append(Difference(each.key, each.label, text, text or "empty"))
    return found


@transaction.atomic
def give_part(
    *, part: PepPart, owner: str, user: User | None, due_on: dt.date | None, by: User | None
) -> PepPart:
    """Say who writes a part; with a name and a day it waits for that person."""
    pupil, part = _locked(part)
    if part.ask and part.ask.is_open:
        raise TransitionNotAllowed(f"{part.ask.name} has been asked. Take that back first.")
    part.owner, part.owner_user = owner, user
    if user is not None or PartOwner(owner) not in (PartOwner.SOCIAL_WORKER, PartOwner.CARER):
        part.owner_person = part.owner_contact = None
    part.due_on = due_on
    part.state = PartState.WAITING if due_on else PartState.TO_DO
    part.not_needed_why, part.done_on, part.done_by = "", None, None
    part.save()
    record(part, pupil, by, "given")
    return part


@transaction.atomic
def mark_part_done(*, part: PepPart, by: User | None) -> PepPart:
    """Nothing more is to be written."""
    pupil, part = _locked(part)
    if not part.answers.exists():
        raise TransitionNotAllowed("Nothing is written yet. Say why it is not needed instead.")
    _settle(part, by)
    record(part, pupil, by, "done")
    return part


@transaction.atomic
def leave_part_out(*, part: PepPart, why: str, by: User | None) -> PepPart:
    """A part is not needed this time, because of something."""
    pupil, part = _locked(part)
    part.state, part.not_needed_why = PartState.NOT_NEEDED, why
    part.done_on = part.done_by = part.due_on = None
    part.save(update_fields=["state", "not_needed_why", "done_on", "done_by", "due_on"])
    record(part, pupil, by, "not needed")
    return part


def _settle(part: PepPart, by: User | None) -> None:
    part.state, part.not_needed_why = PartState.DONE, ""
    part.done_on, part.done_by = clock.today(), by
    part.save(update_fields=["state", "not_needed_why", "done_on", "done_by"])


@transaction.atomic
def set_targets(
    *, pep: Plan, chosen: dict[UUID, tuple[str, str]], version: str, by: User | None
) -> None:
    """Which targets stand in a plan: (sort, how long) by target; the targets stay as they are."""
    pupil, pep = opened(pep)
    rows = {row.target_id: row for row in pep.targets.all()}
    if {key: (row.sort, row.term) for key, row in rows.items()} == chosen:
        return
    if version != mark_of_targets(rows.values()):
        raise StaleSave([], mark_of_targets(rows.values()))
    own = Target.objects.filter(school_id=pupil.school_id, pupil=pupil, pk__in=list(chosen))
    if own.count() != len(chosen):
        raise TransitionNotAllowed("One of these targets is not this child’s.")
    pep.targets.exclude(target__in=list(chosen)).delete()
    for key, (sort, term) in chosen.items():
        PepTarget.objects.update_or_create(
            school_id=pep.school_id, pep=pep, target_id=key, defaults={"sort": sort, "term": term}
        )
    record(pep, pupil, by, "targets")


@transaction.atomic
def add_pep_target(
    *, pep: Plan, sort: str, term: str, by: User | None, key: UUID | None = None, **facts: Any
) -> PepTarget:
    """Write a new target of the child, which stands in this plan and in the others."""
    pupil, pep = opened(pep)
    target = add_target(pupil=pupil, by=by, key=key, **facts)
    row, _ = PepTarget.objects.get_or_create(
        school_id=pep.school_id, pep=pep, target=target, defaults={"sort": sort, "term": term}
    )
    row.school = pupil.school
    record(row, pupil, by, "target added")
    return row


@transaction.atomic
def set_checks(
    *, pep: Plan, said: dict[str, tuple[str, str]], version: str, by: User | None
) -> None:
    """What the school itself thinks: (met, note) by criterion; empty where nobody has said."""
    pupil, pep = opened(pep)
    rows = {row.criterion: row for row in pep.checks.all()}
    wanted = {criterion: pair for criterion, pair in said.items() if pair[0]}
    if {key: (row.met, row.note) for key, row in rows.items()} == wanted:
        return
    if version != mark_of_checks(rows.values()):
        raise StaleSave([], mark_of_checks(rows.values()))
    pep.checks.exclude(criterion__in=list(wanted)).delete()
    for criterion, (met, note) in wanted.items():
        PepCheck.objects.update_or_create(
            school_id=pep.school_id,
            pep=pep,
            criterion=criterion,
            defaults={"met": met, "note": note},
        )
    record(pep, pupil, by, "checked")


def _locked(part: PepPart) -> tuple[Pupil, PepPart]:
    pupil, pep = opened(part.pep)
    part = lock(part)
    part.pep, part.school = pep, pupil.school
    return pupil, part
