"""A letter in the family's language: a person enters it, and a paragraph done once is offered again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Now

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.models import KnownTranslation, Letter, TranslatedParagraph
from pupils.rules.letters.words import (
    NOT_OF_A_CHILD,
    Block,
    blocks_of,
    digest_of,
    filled,
    placeholders_in,
    unfilled,
)
from pupils.selectors.letters.library import templates
from pupils.services.letters.writing import require_draft
from pupils.services.recording import lock, lock_pupil, record_change


@dataclass(frozen=True)
class Source:
    """A paragraph to translate, and the paragraph of the template that it is, if it is one."""

    place: int
    block: Block
    #: With placeholders; empty when the writer changed it: then it is this child's alone.
    template_text: str = ""


def sources_of(letter: Letter, school: School) -> list[Source]:
    """The subject and every paragraph of a letter; two statements."""
    template = templates(school, retired=True).get(letter.template_code)
    known = (
        {digest_of(template.wording.subject): template.wording.subject}
        | {block.digest: block.text for block in blocks_of(template.wording.body)}
        if template
        else {}
    )
    made = {digest_of(filled(text, letter.values)): text for text in known.values()}
    blocks = [Block("heading", letter.subject), *blocks_of(letter.body)]
    return [Source(n, block, made.get(block.digest, "")) for n, block in enumerate(blocks)]


def offered(letter: Letter, school: School, sources: list[Source]) -> dict[int, str]:
    """Translations that are known of paragraphs, filled with this child's facts; one statement."""
    places = {digest_of(s.template_text): s.place for s in sources if s.template_text}
    rows = KnownTranslation.objects.filter(
        federation_id=school.federation_id,
        language=letter.language,
        source_digest__in=list(places),
    )
    return {places[row.source_digest]: filled(row.text, letter.values) for row in rows}


@transaction.atomic
def translate_letter(
    *, letter: Letter, texts: Mapping[int, str], seen: Mapping[int, str], by: User
) -> Letter:
    """Keep the translation of each paragraph; `seen` has the digest of the English of each."""
    pupil = lock_pupil(letter.pupil)
    letter = require_draft(lock(letter))
    letter.pupil = pupil
    if not letter.language:
        raise TransitionNotAllowed("Choose the language of the letter first.")
    sources = {s.place: s for s in sources_of(letter, pupil.school)}
    own = TranslatedParagraph.objects.filter(school_id=letter.school_id, letter=letter)
    for place, text in texts.items():
        source = sources.get(place)
        if source is None or seen.get(place) != source.block.digest:
            raise TransitionNotAllowed("The English has changed since you began. Look at it again.")
        if not text.strip():
            own.filter(place=place).delete()
        else:
            own.update_or_create(
                school=pupil.school,
                letter=letter,
                place=place,
                defaults={"source": source.block.text, "text": text},
            )
    own.filter(place__gte=len(sources)).delete()
    letter.checked_by, letter.checked_on = "", None
    letter.save(update_fields=["checked_by", "checked_on"])
    _remember(letter, list(sources.values()), is_checked=False)
    _record(letter, by, "translated")
    return letter


@transaction.atomic
def check_translation(*, letter: Letter, checked_by: str, on: dt.date, by: User) -> Letter:
    """A named person who reads both languages has read them against each other."""
    pupil = lock_pupil(letter.pupil)
    letter = require_draft(lock(letter))
    letter.pupil = pupil
    if not letter.language or not letter.translations.filter(school_id=letter.school_id).exists():
        raise TransitionNotAllowed("There is no translation to check yet.")
    if on > clock.today():
        raise TransitionNotAllowed("The day of the check has not come.")
    letter.checked_by, letter.checked_on = checked_by, on
    letter.save(update_fields=["checked_by", "checked_on"])
    _remember(letter, sources_of(letter, pupil.school), is_checked=True)
    _record(letter, by, "checked")
    return letter


def _remember(letter: Letter, sources: list[Source], *, is_checked: bool) -> None:
    """Keep what is about no child: a template's paragraph whose facts can all be taken out again."""
    federation_id = letter.pupil.school.federation_id
    rows = {row.place: row for row in letter.translations.filter(school_id=letter.school_id)}
    names = {letter.pupil.first_name, letter.pupil.known_as, letter.pupil.last_name}
    for source in sources:
        row = rows.get(source.place)
        if row is None or not source.template_text:
            continue
        needed = set(placeholders_in(source.template_text)) - NOT_OF_A_CHILD
        plain = unfilled(row.text, letter.values, needed)
        is_whole = set(placeholders_in(plain)) == needed
        if not is_whole or any(name and name in plain for name in names):
            continue
        key = {
            "federation_id": federation_id,
            "language": letter.language,
            "source_digest": digest_of(source.template_text),
        }
        known = KnownTranslation.objects.filter(**key).first()
        # What a person checked does not give way to what nobody has.
        if known and known.is_checked and not is_checked:
            continue
        values = {"text": plain, "is_checked": is_checked, "changed_at": Now()}
        KnownTranslation.objects.update_or_create(**key, defaults=values)


def _record(letter: Letter, by: User, step: str) -> None:
    detail = {"step": step, "language": letter.language}
    record_change(
        Action.WRITE_LETTER,
        pupil=letter.pupil,
        by=by,
        subject=letter,
        detail=detail,
        moves_dates=False,
    )
