"""What belongs to an assessment: advice asked for, days the council names, its claims, papers."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.assessment_codes import OF_COUNCIL, AdviceFrom, ExceptionKind
from ehcp.models import (
    AdviceAsked,
    AssessmentPaper,
    ClaimedException,
    CouncilTalk,
    NeedsAssessment,
    StatedDay,
)
from ehcp.services.assessments.recording import (
    known_by_key,
    lock_assessment,
    record,
    require_open,
    save,
)
from pupils.models import Document
from pupils.services.recording import as_pk, lock

ADVICE_FIELDS = ("body", "who", "asked_on", "received_on", "given_on", "writer")
CLAIM_FIELDS = ("kind", "claimed_on", "words", "away_from", "back_on")
#: The usual time until the council is asked again.
ASK_AGAIN = dt.timedelta(days=7)


@transaction.atomic
def add_advice(
    *, assessment: NeedsAssessment, by: User | None, key: UUID | None = None, **facts: Any
) -> AdviceAsked:
    """Somebody was asked for advice; six weeks run from the day on which they had the request."""
    row = require_open(lock_assessment(assessment))
    if known := known_by_key(AdviceAsked, row, key):
        return known
    _check_advice(row, facts)
    advice = AdviceAsked.objects.create(school=row.school, assessment=row, **as_pk(key), **facts)
    record(row, by=by, what="advice asked", subject=advice)
    return advice


@transaction.atomic
def change_advice(
    *, advice: AdviceAsked, version: str | None, by: User | None, **facts: Any
) -> AdviceAsked:
    """Who writes it, that it was sent, or a slip put right."""
    row = lock_assessment(advice.assessment)
    advice = lock(advice)
    if version is not None:
        require_version(advice, facts, version)
    _check_advice(row, {name: getattr(advice, name) for name in ADVICE_FIELDS} | facts, but=advice)
    if changed := save(advice, facts, None):
        record(row, by=by, what="advice", subject=advice, fields=changed)
    return advice


def _check_advice(row: NeedsAssessment, facts: dict[str, Any], but: AdviceAsked | None = None):
    if row.received_on is None or facts["asked_on"] < row.received_on:
        raise TransitionNotAllowed("The council cannot have asked before it had the request.")
    if facts["received_on"] < facts["asked_on"]:
        raise TransitionNotAllowed("Nobody can have been asked before the date on the letter.")
    given = facts.get("given_on")
    if given and given < facts["received_on"]:
        raise TransitionNotAllowed("The advice cannot have gone before it was asked for.")
    same = row.advice.filter(body=facts["body"])
    same = same if facts["body"] == AdviceFrom.SCHOOL else same.filter(who=facts.get("who") or "")
    if same.exclude(pk=but.pk if but else None).exists():
        raise TransitionNotAllowed("They stand here already. Change that line instead.")


@transaction.atomic
def claim_exception(
    *, assessment: NeedsAssessment, by: User | None, key: UUID | None = None, **facts: Any
) -> ClaimedException:
    """The council relies on an exception; whether it holds is worked out each time it is shown."""
    row = lock_assessment(assessment)
    if known := known_by_key(ClaimedException, row, key):
        return known
    _check_claim(facts)
    claim = ClaimedException.objects.create(
        school=row.school, assessment=row, written_by=by, **as_pk(key), **facts
    )
    record(row, by=by, what="exception claimed", subject=claim, kind=claim.kind)
    return claim


@transaction.atomic
def change_claim(
    *, claim: ClaimedException, version: str | None, by: User | None, **facts: Any
) -> ClaimedException:
    """Put a claim right."""
    row = lock_assessment(claim.assessment)
    claim = lock(claim)
    _check_claim(facts)
    if changed := save(claim, facts, version):
        record(row, by=by, what="exception", subject=claim, fields=changed)
    return claim


def _check_claim(facts: dict[str, Any]) -> None:
    away, back = facts.get("away_from"), facts.get("back_on")
    if facts["kind"] != ExceptionKind.ABSENT and (away or back):
        raise TransitionNotAllowed("Days away belong to exception (d) only.")
    if away and back and back <= away:
        raise TransitionNotAllowed("They cannot have come back before they left.")


@transaction.atomic
def state_day(
    *, assessment: NeedsAssessment, by: User | None, key: UUID | None = None, **facts: Any
) -> StatedDay:
    """A day that the council names itself; the computed one stays, and both are shown."""
    row = lock_assessment(assessment)
    if known := known_by_key(StatedDay, row, key):
        return known
    if facts["milestone"] not in OF_COUNCIL:
        raise TransitionNotAllowed("Choose something that the council owes.")
    stated = StatedDay.objects.create(
        school=row.school, assessment=row, by=by, **as_pk(key), **facts
    )
    record(row, by=by, what="day stated", subject=stated, milestone=stated.milestone)
    return stated


@transaction.atomic
def attach_paper(
    *, assessment: NeedsAssessment, document: Document, milestone: str, by: User | None
) -> AssessmentPaper:
    """A paper on the child's record belongs to a milestone; the same once more changes nothing."""
    row = lock_assessment(assessment)
    if document.pupil_id != row.pupil_id:
        raise TransitionNotAllowed("Choose a document of this child.")
    paper, is_new = AssessmentPaper.objects.get_or_create(
        school=row.school,
        assessment=row,
        milestone=milestone,
        document=document,
        defaults={"by": by},
    )
    if is_new:
        record(row, by=by, what="paper attached", subject=paper, milestone=milestone)
    return paper


@transaction.atomic
def spoke_to_council(
    *,
    assessment: NeedsAssessment,
    milestone: str,
    on: dt.date,
    who: str,
    by: User | None,
    words: str = "",
    next_on: dt.date | None = None,
    key: UUID | None = None,
) -> CouncilTalk:
    """Somebody asked the council about a late step; the next reminder comes on a later day."""
    row = require_open(lock_assessment(assessment))
    if known := known_by_key(CouncilTalk, row, key):
        return known
    next_on = next_on or on + ASK_AGAIN
    if on > clock.today():
        raise TransitionNotAllowed("That day has not come yet.")
    if next_on <= on:
        raise TransitionNotAllowed("Choose a later day on which to ask again.")
    talk = CouncilTalk.objects.create(
        school=row.school,
        assessment=row,
        milestone=milestone,
        on=on,
        who=who,
        words=words,
        next_on=next_on,
        by=by,
        **as_pk(key),
    )
    record(row, by=by, what="spoke to the council", subject=talk, milestone=milestone)
    return talk
