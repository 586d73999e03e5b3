"""What a report recommends: written down, decided, looked at again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.codes import Sensitivity
from aylsham.models import User
from pupils.agency_codes import AdviceState
from pupils.codes import Setting, Tier
from pupils.models import Document, Need, Recommendation, Referral
from pupils.services.documents.filing import require_on_record
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.strategies import add_strategy, end_strategy

#: What a page of a decision starts from.
ADVICE_FIELDS = ("text", "state", "words", "reason", "owner", "review_on", "strategy")


@dataclass(frozen=True)
class HelpsAs:
    """How an adopted recommendation stands among what helps the child."""

    setting: str = Setting.EVERYWHERE
    tier: str = Tier.TARGETED
    sensitivity: int = Sensitivity.EVERYONE
    need: Need | None = None


@transaction.atomic
def write_recommendations(
    *, document: Document, texts: Sequence[str], by: User | None
) -> list[Recommendation]:
    """Write down what a report on file recommends, in its words; what stands there already stays."""
    pupil = lock_pupil(document.pupil)
    document = require_on_record(lock(document))
    rows = Recommendation.objects.filter(school_id=document.school_id, document=document)
    known = set(rows.values_list("text", flat=True))
    new = [t for t in dict.fromkeys(text.strip() for text in texts) if t and t not in known]
    if not new:
        return []
    place = rows.aggregate(last=Max("place"))["last"] or 0
    made = Recommendation.objects.bulk_create(
        Recommendation(
            school=pupil.school,
            pupil=pupil,
            document=document,
            place=place + number,
            text=text,
            added_on=clock.today(),
        )
        for number, text in enumerate(new, start=1)
    )
    detail = {"step": "written", "number": len(made)}
    record_change(Action.DECIDE_ADVICE, pupil=pupil, by=by, subject=document, detail=detail)
    return made


@transaction.atomic
def follow_advice(
    *,
    recommendation: Recommendation,
    owner: User,
    review_on: dt.date,
    version: str,
    by: User,
    words: str = "",
    helps: HelpsAs | None = None,
) -> Recommendation:
    """Adopt it as it stands or, with words of our own, adapted; it becomes what helps the child.

    `helps=None`: something to be done rather than a strategy, so nothing is written there.
    """
    row, pupil = _undecided(recommendation, version)
    if review_on <= clock.today():
        raise TransitionNotAllowed("Say on which later day it is looked at again.")
    said = words.strip()
    row.state = AdviceState.ADAPTED if said else AdviceState.ADOPTED
    row.words, row.owner, row.review_on = said, owner, review_on
    if helps:
        row.strategy = add_strategy(
            pupil=pupil, text=said or row.text, since_on=clock.today(), by=by, **vars(helps)
        )
    return _decided(row, pupil, by)


@transaction.atomic
def decline_advice(
    *,
    recommendation: Recommendation,
    reason: str,
    owner: User | None,
    review_on: dt.date | None,
    version: str,
    by: User,
) -> Recommendation:
    """It is not followed, with the reason; it can be looked at again on a day."""
    row, pupil = _undecided(recommendation, version)
    if not reason.strip():
        raise TransitionNotAllowed("Write why it is not followed.")
    if review_on and review_on <= clock.today():
        raise TransitionNotAllowed("Choose a later day.")
    row.state, row.reason = AdviceState.DECLINED, reason.strip()
    row.owner, row.review_on = owner, review_on
    return _decided(row, pupil, by)


@transaction.atomic
def review_advice(
    *, recommendation: Recommendation, found: str, next_on: dt.date | None, version: str, by: User
) -> Recommendation:
    """Look at it again; without a next day it has done its work, or has become usual."""
    pupil = lock_pupil(recommendation.pupil)
    row = lock(recommendation)
    require_version(row, ADVICE_FIELDS, version)
    if row.state == AdviceState.UNDECIDED:
        raise TransitionNotAllowed("Decide first what is done with it.")
    if not found.strip():
        raise TransitionNotAllowed("Write what was found.")
    if next_on and next_on <= clock.today():
        raise TransitionNotAllowed("Choose a later day.")
    row.found, row.reviewed_on, row.review_on = found.strip(), clock.today(), next_on
    row.save(update_fields=["found", "reviewed_on", "review_on"])
    detail = {"step": "reviewed"}
    record_change(Action.DECIDE_ADVICE, pupil=pupil, by=by, subject=row, detail=detail)
    return row


@transaction.atomic
def decide_again(*, recommendation: Recommendation, version: str, by: User) -> Recommendation:
    """Take a decision back; the strategy that came of it ends, and its history stays."""
    pupil = lock_pupil(recommendation.pupil)
    row = lock(recommendation)
    require_version(row, ADVICE_FIELDS, version)
    if row.state == AdviceState.UNDECIDED:
        return row
    if row.strategy and row.strategy.ended_on is None:
        end_strategy(strategy=row.strategy, ended_on=clock.today(), by=by)
    _clear(row)
    row.save()
    detail = {"step": "taken_back"}
    record_change(Action.DECIDE_ADVICE, pupil=pupil, by=by, subject=row, detail=detail)
    return row


@transaction.atomic
def move_advice(*, document: Document, by: User) -> None:
    """A report lay on the wrong child and was moved: what it recommends goes with it, undecided.

    What was adopted helps the wrong child, and ends there; a referral of that child lets go of it.
    """
    Referral.objects.filter(school_id=document.school_id, report=document).update(report=None)
    rows = Recommendation.objects.filter(school_id=document.school_id, document=document)
    for row in rows.select_related("strategy__pupil"):
        if row.strategy and row.strategy.ended_on is None:
            end_strategy(strategy=row.strategy, ended_on=clock.today(), by=by)
        _clear(row)
        row.pupil = document.pupil
        row.save()


def _clear(row: Recommendation) -> None:
    row.state, row.words, row.reason, row.found = AdviceState.UNDECIDED, "", "", ""
    row.owner = row.review_on = row.reviewed_on = None
    row.decided_on = row.decided_by = row.strategy = None


def _undecided(recommendation: Recommendation, version: str):
    pupil = lock_pupil(recommendation.pupil)
    row = lock(recommendation)
    require_version(row, ADVICE_FIELDS, version)
    if row.state != AdviceState.UNDECIDED:
        raise TransitionNotAllowed(f"It was decided: {row.get_state_display().lower()}.")
    return row, pupil


def _decided(row: Recommendation, pupil, by: User) -> Recommendation:
    row.decided_on, row.decided_by = clock.today(), by
    row.save()
    detail = {"step": str(row.state)}
    record_change(Action.DECIDE_ADVICE, pupil=pupil, by=by, subject=row, detail=detail)
    return row
