"""An access arrangement from considered to given: added, changed, moved on, proved."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.arrangement_codes import (
    ARRANGEMENTS,
    WITH_REASON,
    ArrangementState,
    Route,
    state_words,
)
from pupils.models import AccessArrangement, ArrangementEvidence, Pupil, Strategy
from pupils.rules import arrangements as rules
from pupils.selectors.arrangement_evidence import TryLog, normal_practice, tries_of
from pupils.services.recording import lock, lock_pupil, record_change

ARRANGEMENT_FIELDS = ("route", "in_room")


@transaction.atomic
def consider_arrangement(
    *,
    pupil: Pupil,
    academic_year: int,
    test: str,
    arrangement: str,
    on: dt.date,
    by: User | None,
    route: str = "",
    in_room: str = "",
) -> AccessArrangement:
    """Begin to consider an arrangement; it takes the room that the child sits in already."""
    pupil = lock_pupil(pupil)
    usual = ARRANGEMENTS[arrangement].routes.get(test)
    if usual is None:
        raise TransitionNotAllowed("There is no such arrangement in this test.")
    own = AccessArrangement.objects.filter(
        school=pupil.school, pupil=pupil, academic_year=academic_year, test=test
    )
    if own.filter(arrangement=arrangement).exists():
        raise TransitionNotAllowed("This stands on the child's list already. Open it there.")
    seated = own.exclude(room=None).first()
    row = AccessArrangement.objects.create(
        school=pupil.school,
        pupil=pupil,
        academic_year=academic_year,
        test=test,
        arrangement=arrangement,
        route=route or usual,
        in_room=in_room,
        state_on=on,
        room_id=seated.room_id if seated else None,
    )
    _record("considered", row, by)
    return row


@transaction.atomic
def change_arrangement(
    *, arrangement: AccessArrangement, route: str, in_room: str, version: str, by: User
) -> AccessArrangement:
    """Change what must be done or what the adult in the room reads; a signature then lapses."""
    row = _locked(arrangement)
    require_version(row, ARRANGEMENT_FIELDS, version)
    waited = _waits(row)
    if route != row.route and row.state not in (
        ArrangementState.CONSIDERED,
        ArrangementState.EVIDENCE,
    ):
        words = state_words(row.state, row.route).lower()
        raise TransitionNotAllowed(f"It is {words} already: what must be done stays as it is.")
    if (route, in_room) != (row.route, row.in_room):
        _unsign(row)
    row.route, row.in_room = route, in_room
    row.save(update_fields=[*ARRANGEMENT_FIELDS, "state", "signed_on", "signed_by"])
    _record("changed", row, by, waited=waited)
    return row


@transaction.atomic
def move_arrangement(
    *,
    arrangement: AccessArrangement,
    state: str,
    on: dt.date,
    by: User,
    reference: str = "",
    reason: str = "",
) -> AccessArrangement:
    """Say what became of an arrangement: applied for, approved, refused, notified, not needed."""
    row = _locked(arrangement)
    waited = _waits(row)
    if state not in rules.next_states(row.route, row.state):
        words = state_words(row.state, row.route).lower()
        raise TransitionNotAllowed(f"It is {words}; that step does not follow. Look again.")
    if state in WITH_REASON and not reason.strip():
        raise TransitionNotAllowed("Say why.")
    if on < row.state_on:
        raise TransitionNotAllowed(f"The last step was on {row.state_on:%-d %B %Y}, after that.")
    if state in (*WITH_REASON, ArrangementState.CONSIDERED):
        _unsign(row)
    row.state, row.state_on, row.reason = state, on, reason
    row.reference = reference or row.reference
    row.save()
    _record(state, row, by, waited=waited)
    return row


@transaction.atomic
def gather_evidence(
    *,
    arrangement: AccessArrangement,
    on: dt.date,
    by: User | None,
    strategy_ids: Collection[UUID] | None = None,
) -> list[ArrangementEvidence]:
    """Keep the strategies of normal classroom practice that show it, as they are today.

    Without `strategy_ids` those whose words suggest the arrangement. Nothing found: the
    arrangement stays considered and the page names the gap.
    """
    row = _locked(arrangement)
    waited = _waits(row)
    if not rules.may_gather(row.state):
        raise TransitionNotAllowed("The decision is made; its evidence stays as it was.")
    chosen = [
        each
        for each in normal_practice(row.pupil)
        if (each.pk in strategy_ids if strategy_ids is not None else _shows(each, row))
    ]
    row.evidence.all().delete()
    tries = tries_of(row.school_id, [each.pk for each in chosen])
    kept = [_kept(row, each, tries[each.pk], on) for each in chosen]
    ArrangementEvidence.objects.bulk_create(kept)
    if row.state in (ArrangementState.CONSIDERED, ArrangementState.EVIDENCE):
        row.state = ArrangementState.EVIDENCE if kept else ArrangementState.CONSIDERED
        row.state_on = max(on, row.state_on)
        row.save(update_fields=["state", "state_on"])
    _record("gathered", row, by, waited=waited, found=len(kept))
    return kept


def _kept(
    row: AccessArrangement, strategy: Strategy, tries: TryLog, on: dt.date
) -> ArrangementEvidence:
    return ArrangementEvidence(
        school_id=row.school_id,
        arrangement=row,
        strategy=strategy,
        text=strategy.text,
        sensitivity=strategy.sensitivity,
        first_used_on=strategy.since_on,
        confirmed_on=strategy.confirmed_on,
        tried=tries.tried,
        worked=tries.worked,
        last_tried_on=tries.last_on,
        gathered_on=on,
    )


def is_waited_for(school: School, academic_year: int, test: str) -> bool:
    """Whether anything stands on the list that the head has still to sign."""
    return unsigned(school, academic_year, test).exists()


def unsigned(school: School, academic_year: int, test: str):
    """What the head has still to sign for: `rules.waits_for_head` as a condition."""
    given = Q(state__in=[ArrangementState.APPROVED, ArrangementState.NOTIFIED])
    ordered = Q(route=Route.ORDER, state=ArrangementState.APPLIED)
    proved = Q(route=Route.DELEGATED, state=ArrangementState.EVIDENCE)
    return AccessArrangement.objects.filter(
        given | ordered | proved,
        school=school,
        academic_year=academic_year,
        test=test,
        signed_on=None,
    )


def _waits(row: AccessArrangement) -> bool:
    return is_waited_for(row.pupil.school, row.academic_year, row.test)


def _shows(strategy: Strategy, row: AccessArrangement) -> bool:
    return bool(rules.suggests(strategy.text, [row.arrangement]))


def _unsign(row: AccessArrangement) -> None:
    row.signed_on = row.signed_by = None
    if (row.route, row.state) == (Route.DELEGATED, ArrangementState.APPROVED):
        row.state = ArrangementState.EVIDENCE


def _locked(arrangement: AccessArrangement) -> AccessArrangement:
    pupil = lock_pupil(arrangement.pupil)
    row = lock(arrangement)
    row.pupil = pupil
    return row


def _record(step: str, row: AccessArrangement, by, *, waited: bool = False, **detail) -> None:
    detail = {"step": step, "test": row.test, "arrangement": row.arrangement, **detail}
    record_change(Action.CHANGE_ARRANGEMENT, pupil=row.pupil, by=by, subject=row, detail=detail)
    # The head's list is a date of the school: it comes with the first and goes with the last row.
    if waited != _waits(row):
        rebuild_deadlines(row.pupil.school)
