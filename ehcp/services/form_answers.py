"""Answers for councils' forms: written in the place of the record's words, or given back to it."""

import hashlib

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version, version_of
from aylsham.models import User
from ehcp.models import FormAnswer, NeedsAssessment
from pupils.models import Pupil
from pupils.services.recording import lock_pupil, record_change

ANSWER_FIELDS = ("text",)


@transaction.atomic
def write_answer(
    *,
    pupil: Pupil,
    assessment: NeedsAssessment | None,
    question: str,
    text: str,
    record_text: str,
    version: str,
    by: User,
) -> FormAnswer:
    """Keep a person's words for the request; `record_text` is what the record said beside them."""
    pupil = lock_pupil(pupil)
    if not text.strip():
        raise TransitionNotAllowed("Write an answer, or let the record speak.")
    row = _row(pupil, assessment, question)
    _require_version(row, version)
    row = row if row and row.assessment_id == _key(assessment) else None
    row = row or FormAnswer(
        school=pupil.school, pupil=pupil, assessment=assessment, question=question
    )
    row.text, row.written_by, row.written_at = text.strip(), by, clock.moment()
    row.record_digest = hashlib.sha256(record_text.encode()).hexdigest() if record_text else ""
    row.save()
    _record(row, by, "written")
    return row


@transaction.atomic
def give_back_answer(
    *, pupil: Pupil, assessment: NeedsAssessment | None, question: str, version: str, by: User
) -> None:
    """Let the record speak again; the history keeps what stood there."""
    pupil = lock_pupil(pupil)
    row = _row(pupil, assessment, question)
    _require_version(row, version)
    if row is None:
        return
    keys = {None, _key(assessment)}
    rows = FormAnswer.objects.filter(school=pupil.school, pupil=pupil, question=question)
    for each in rows:
        if each.assessment_id in keys:
            each.delete()
    row.pupil, row.school = pupil, pupil.school
    _record(row, by, "given back")


def _row(pupil: Pupil, assessment: NeedsAssessment | None, question: str) -> FormAnswer | None:
    """What stands now: of the request, or of before there was one."""
    rows = FormAnswer.objects.filter(school=pupil.school, pupil=pupil, question=question)
    found = {row.assessment_id: row for row in rows.select_for_update(of=("self",), no_key=True)}
    return found.get(_key(assessment)) or found.get(None)


def _key(assessment: NeedsAssessment | None):
    return assessment.pk if assessment else None


def _require_version(row: FormAnswer | None, version: str) -> None:
    if row is not None:
        require_version(row, ANSWER_FIELDS, version)
    elif version != version_of(None, ANSWER_FIELDS):
        raise TransitionNotAllowed("Somebody has given this answer back to the record. Look again.")


def _record(row: FormAnswer, by: User, step: str) -> None:
    record_change(
        Action.ANSWER_COUNCIL_FORM,
        pupil=row.pupil,
        by=by,
        detail={"question": row.question, "step": step},
        moves_dates=False,
    )
