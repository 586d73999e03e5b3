"""A case study: begun from the record, worded, approved, opened again, taken back."""

from collections.abc import Collection, Mapping

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.agreement_codes import Asked, Choice
from pupils.models import AgreementAnswer, AgreementAsk, Pupil
from pupils.selectors.identity import Child
from pupils.services.recording import lock, lock_pupil, record_change
from reports.case_study_codes import FIELDS, StudyState
from reports.models import CaseStudy
from reports.selectors.case_studies import Said, study_page

WITHDRAWN = "The family no longer agrees to it."


@transaction.atomic
def begin_study(
    *, pupil: Pupil, is_named: bool, words: Mapping[str, str], by: User | None
) -> CaseStudy:
    """Begin a study with a draft; the one that is there already if it was pressed twice."""
    pupil = _locked_pupil(pupil)
    live = CaseStudy.objects.filter(school=pupil.school, pupil=pupil, is_named=is_named)
    if known := live.exclude(state=StudyState.TAKEN_BACK).first():
        return known
    study = CaseStudy.objects.create(
        school=pupil.school,
        pupil=pupil,
        is_named=is_named,
        begun_on=clock.today(),
        begun_by=by,
        **{name: words.get(name, "") for name in FIELDS},
    )
    _record(study, by, "begun")
    return study


@transaction.atomic
def word_study(*, study: CaseStudy, version: str, by: User | None, **words: str) -> CaseStudy:
    """Change the words of a draft. StaleSave for the second editor."""
    found = _locked_draft(study)
    require_version(found, FIELDS, version)
    for name in FIELDS:
        setattr(found, name, words.get(name, getattr(found, name)))
    found.save(update_fields=FIELDS)
    _record(found, by, "worded")
    return found


@transaction.atomic
def add_voices(*, study: CaseStudy, chosen: Collection[Said], by: User | None) -> CaseStudy:
    """Put chosen sentences of the child and the family into a draft; each once."""
    found = _locked_draft(study)
    lines = found.voice.splitlines()
    new = [f"{said.whose}: “{said.words}”" for said in chosen]
    found.voice = "\n".join([*lines, *(line for line in new if line not in lines)])
    found.save(update_fields=["voice"])
    _record(found, by, "voices")
    return found


@transaction.atomic
def approve_study(*, study: CaseStudy, child: Child, seen: str, by: User) -> CaseStudy:
    """Let others read it: nothing points to the child, or the family agreed to these words.

    `seen` is the version that the page showed.
    """
    found = _locked_draft(study)
    require_version(found, FIELDS, seen)
    page = study_page(child, found)
    if not found.parts:
        raise TransitionNotAllowed("There is nothing to read yet.")
    if page.consent and not page.consent.is_given:
        raise TransitionNotAllowed(page.consent.words)
    if page.must_go:
        places = ", ".join(dict.fromkeys(spot.heading for spot in page.must_go))
        raise TransitionNotAllowed(f"Something still points to the child, under: {places}.")
    found.state, found.approved_on, found.approved_by = StudyState.APPROVED, clock.today(), by
    found.save(update_fields=["state", "approved_on", "approved_by"])
    _record(found, by, "approved")
    return found


@transaction.atomic
def reopen_study(*, study: CaseStudy, by: User | None) -> CaseStudy:
    """Change an approved study: until it is approved again, nobody else reads it."""
    found = _locked(study)
    if found.state != StudyState.APPROVED:
        raise TransitionNotAllowed("It is not approved, or was taken back.")
    _to_draft(found)
    _record(found, by, "opened again")
    return found


@transaction.atomic
def take_back_study(*, study: CaseStudy, why: str, by: User | None) -> CaseStudy:
    """Nobody is to read it any more, and why; it stays among the child's papers."""
    found = _locked(study)
    if found.state == StudyState.TAKEN_BACK:
        raise TransitionNotAllowed("It was taken back already.")
    if not why.strip():
        raise TransitionNotAllowed("Say why it is taken back.")
    found.state, found.taken_back_on = StudyState.TAKEN_BACK, clock.today()
    found.taken_back_why = why.strip()
    found.save(update_fields=["state", "taken_back_on", "taken_back_why"])
    _record(found, by, "taken back")
    return found


def withdraw_consent(ask: AgreementAsk, answer: AgreementAnswer) -> None:
    """Somebody of the family no longer agrees: a study that is out is taken back at once."""
    if ask.asked not in (Asked.PARENT, Asked.CHILD) or answer.choice == Choice.AGREE:
        return
    rows = CaseStudy.objects.filter(school_id=ask.school_id, pk=ask.text.subject_id)
    for study in rows.filter(state=StudyState.APPROVED).select_related("pupil"):
        take_back_study(study=study, why=WITHDRAWN, by=answer.recorded_by)


def forget_voices_of(pupil: Pupil) -> None:
    """Words of the child's record were sealed: what was quoted goes, and people look again."""
    rows = CaseStudy.objects.filter(school_id=pupil.school_id, pupil=pupil)
    for study in rows.exclude(voice="").select_for_update(of=("self",), no_key=True):
        study.voice = ""
        study.save(update_fields=["voice"])
        if study.state == StudyState.APPROVED:
            _to_draft(study)


def _to_draft(study: CaseStudy) -> None:
    study.state, study.approved_on, study.approved_by = StudyState.DRAFT, None, None
    study.save(update_fields=["state", "approved_on", "approved_by"])


def _locked_pupil(pupil: Pupil) -> Pupil:
    """The child, locked; nothing is told of a record that was set apart."""
    found = lock_pupil(pupil)
    if found.set_apart_on:
        raise TransitionNotAllowed("This record is set apart: nothing is told of it.")
    return found


def _locked(study: CaseStudy) -> CaseStudy:
    pupil = lock_pupil(study.pupil)
    found = lock(study)
    found.pupil, found.school = pupil, pupil.school
    return found


def _locked_draft(study: CaseStudy) -> CaseStudy:
    _locked_pupil(study.pupil)
    found = _locked(study)
    if found.state != StudyState.DRAFT:
        raise TransitionNotAllowed("It is approved or taken back. Open it again to change it.")
    return found


def _record(study: CaseStudy, by: User | None, step: str) -> None:
    detail = {"step": step, "named": study.is_named}
    record_change(Action.WRITE_CASE_STUDY, pupil=study.pupil, by=by, subject=study, detail=detail)
