"""A letter leaves: checked, approved where the school asks for it, kept as it was sent."""

import datetime as dt
import hashlib
from uuid import UUID, uuid5

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.documents.inspecting import Upload
from aylsham.documents.rendering import write_pdf
from aylsham.models import Owes, User
from pupils.codes import ToldHow
from pupils.family_codes import AskKind, Channel, TalkOutcome
from pupils.letter_codes import LetterState, LetterTo, SentHow
from pupils.letters_sent import follow_sent
from pupils.models import ContributionRequest, Letter, Pupil, SentLetter, StatusPeriod, Talk
from pupils.rules.letters.wording import gaps_in
from pupils.rules.telling import NEWS_DAYS
from pupils.selectors.approvals import letter_leaving
from pupils.selectors.letters.addressees import verdict_on
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.selectors.letters.register import first_sending
from pupils.services.approvals import require_approved
from pupils.services.contributions.asking import ask_for_views
from pupils.services.documents.filing import file_document
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.status import tell_parent
from pupils.services.talks import log_talk

#: What a document that is a letter of ours says about where it came from.
SOURCE = "Written here"
#: The template that tells parents of SEN support (Children and Families Act 2014, s.68).
TELLS = "send_provision"
_OWED_BY = {
    LetterTo.PARENTS: Owes.PARENT,
    LetterTo.ASKER: Owes.PARENT,
    LetterTo.COUNCIL: Owes.LOCAL_AUTHORITY,
    LetterTo.SETTING: Owes.OTHER_SCHOOL,
    LetterTo.PROFESSIONAL: Owes.HEALTH,
}
_HOW = {SentHow.POST: Channel.LETTER, SentHow.HAND: Channel.LETTER, SentHow.EMAIL: Channel.EMAIL}


def letter_pdf(page: LetterPage, *, is_draft: bool = False) -> bytes:
    """The letter as its reader gets it; a draft says so on each page. PdfProblem if it cannot be set."""
    context = {"page": page, "is_draft": is_draft}
    return write_pdf(render_to_string("pupils/print/letter.html", context))


def stops(letter: Letter, page: LetterPage) -> list[str]:
    """What somebody has to do before a letter can go, in sentences; who may have it is asked apart."""
    found = []
    if gaps := gaps_in(letter.subject, letter.body):
        found.append(f"Fill in: {'; '.join(gaps)}.")
    if not letter.to_name.strip():
        found.append("Say whom it is for.")
    if page.untranslated:
        numbers = ", ".join("the subject" if n == 0 else str(n) for n in page.untranslated)
        found.append(f"Paragraphs without a translation of these words: {numbers}.")
    return found


def send_letter(
    *,
    letter: Letter,
    how: str,
    gone_on: dt.date,
    seen: str,
    key: UUID,
    by: User,
    is_checked: bool = False,
) -> SentLetter:
    """Send a letter, or note how it went; it can never be changed after that.

    `seen` is the hash of the page that the sender had before them: nothing else is sent. `key`
    comes with the form: pressing twice sends once. Setting the pages comes before any lock.
    """
    first = first_sending(letter)
    if first and first.pk == key:
        return first
    page = page_of(letter, letter.pupil.school)
    pdf = bytes(first.pdf) if first else letter_pdf(page)
    with transaction.atomic():
        pupil = lock_pupil(letter.pupil)
        letter = lock(letter)
        letter.pupil = pupil
        known = SentLetter.objects.filter(school_id=letter.school_id, pk=key).first()
        if known:
            return known
        _require_ready(letter, pupil, seen, how, gone_on, is_checked)
        sent = SentLetter(
            pk=key,
            school=pupil.school,
            letter=letter,
            how=how,
            gone_on=gone_on,
            to_name=letter.to_name,
            to_address=letter.to_address,
            to_email=letter.to_email if how == SentHow.EMAIL else "",
            subject=letter.subject,
            body=page.plain_words,
            pdf=pdf,
            digest=hashlib.sha256(pdf).hexdigest(),
            by=by,
            at=clock.moment(),
        )
        if how == SentHow.EMAIL:
            sent.ask = _mail(letter, pupil, page, by, is_checked)
        sent.talk = _log(letter, pupil, sent, by)
        sent.save(force_insert=True)
        if letter.is_draft:
            letter.state = LetterState.SENT
            letter.save(update_fields=["state"])
            _file(letter, pupil, pdf, by)
            _note_told(letter, pupil, sent, by)
            follow_sent(letter, sent, by)
        detail = {"how": how, "digest": sent.digest, "template": letter.template_code}
        record_change(Action.SEND_LETTER, pupil=pupil, by=by, subject=letter, detail=detail)
    return sent


def _require_ready(
    letter: Letter, pupil: Pupil, seen: str, how: str, gone_on: dt.date, is_checked: bool
) -> None:
    page = page_of(letter, pupil.school)
    if letter.state == LetterState.DROPPED:
        raise TransitionNotAllowed("This letter was dropped. Take it up again first.")
    if letter.is_draft and page.digest != seen:
        raise TransitionNotAllowed("The letter has changed since you looked at it. Look again.")
    if letter.is_draft and (found := stops(letter, page)):
        raise TransitionNotAllowed(" ".join(found))
    if gone_on > clock.today() or gone_on < letter.on - 31 * DAY:
        raise TransitionNotAllowed("Say the day on which it went: not one to come, nor long ago.")
    if how == SentHow.EMAIL and not letter.to_email:
        raise TransitionNotAllowed("There is no e-mail address on this letter.")
    if how == SentHow.POST and not letter.to_address.strip():
        raise TransitionNotAllowed(
            "There is no address on this letter. Write it, or give it by hand."
        )
    verdict = verdict_on(letter, page, today=clock.today())
    if verdict.refusal:
        raise TransitionNotAllowed(f"{letter.to_name}: {verdict.refusal}")
    if verdict.asks_to_check and not is_checked:
        raise TransitionNotAllowed(
            f"Keep out of the letter: {verdict.asks_to_check}. Then tick that you have."
        )
    if letter.is_draft:
        require_approved(letter_leaving(letter, pupil))


def _mail(
    letter: Letter, pupil: Pupil, page: LetterPage, by: User, is_checked: bool
) -> ContributionRequest:
    """By the one door: the e-mail holds a link alone, words and pages stand behind it and a code."""
    return ask_for_views(
        pupil=pupil,
        by=by,
        is_checked=is_checked,
        kind=AskKind.NEWS,
        contact=letter.contact,
        name=letter.to_name[:150],
        role=letter.contact.relationship if letter.contact else LetterTo(letter.to).label,
        email=letter.to_email,
        owed_by=_OWED_BY[LetterTo(letter.to)],
        due_on=clock.today() + NEWS_DAYS * DAY,
        message=page.plain_words,
        shows_first_name=True,
    )


def _log(letter: Letter, pupil: Pupil, sent: SentLetter, by: User) -> Talk | None:
    """The contact log is of the family; what goes to others stands in the register and documents."""
    if letter.contact is None:
        return None
    return log_talk(
        pupil=pupil,
        key=uuid5(sent.pk, "talk"),
        by=by,
        on=sent.gone_on,
        how=_HOW[SentHow(sent.how)],
        outcome=TalkOutcome.HELD,
        contact=letter.contact,
        who=letter.to_name,
        agreed=f"Letter: {letter.subject}",
        sensitivity=letter.sensitivity,
    )


def _note_told(letter: Letter, pupil: Pupil, sent: SentLetter, by: User) -> None:
    """Sending the notice of section 68 is telling the parents: the register says so."""
    if letter.template_code != TELLS or letter.contact is None:
        return
    period = StatusPeriod.objects.filter(
        school_id=pupil.school_id,
        pupil=pupil,
        ends_on=None,
        parent_told_on=None,
        starts_on__lte=sent.gone_on,
    ).first()
    if period:
        how = ToldHow.EMAIL if sent.how == SentHow.EMAIL else ToldHow.LETTER
        tell_parent(period=period, on=sent.gone_on, how=how, by=by)


def _file(letter: Letter, pupil: Pupil, pdf: bytes, by: User) -> None:
    """Among the documents, from where packs, the timeline and requests for records take it."""
    file_document(
        pupil=pupil,
        kind="letter",
        upload=Upload("letter.pdf", pdf),
        by=by,
        title=letter.template_title,
        of_on=letter.on,
        author=letter.signed_by,
        source=SOURCE,
        sensitivity=letter.sensitivity,
    )
