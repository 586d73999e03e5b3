"""A letter as its reader gets it: the same for the preview, the print and what is approved."""

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from uuid import UUID

from aylsham.models import School
from pupils.letter_codes import RIGHT_TO_LEFT, Translation
from pupils.models import Letter, Letterhead, Pupil, Talk, TranslatedParagraph
from pupils.rules.letters.words import Block, blocks_of, digest_of
from pupils.selectors.letters.values import letterhead_of

SUBJECT_PLACE = 0


@dataclass(frozen=True)
class Pair:
    """A paragraph, and the same in the reader's language."""

    place: int
    block: Block
    translated: Block | None = None
    #: The English has changed since this was translated: what it was then.
    was: str = ""

    @property
    def is_stale(self) -> bool:
        """Whether the translation is of other words."""
        return bool(self.was)


@dataclass(frozen=True)
class LetterPage:
    """Everything that stands on a letter."""

    school_name: str
    head_lines: tuple[str, ...]
    reference: str
    on: dt.date
    to_name: str
    to_address: str
    subject: str
    pairs: tuple[Pair, ...]
    signed_by: str
    signed_as: str
    language: str = ""
    checked_by: str = ""
    checked_on: dt.date | None = None

    @property
    def blocks(self) -> list[Pair]:
        """The paragraphs under the subject."""
        return [pair for pair in self.pairs if pair.place != SUBJECT_PLACE]

    @property
    def heading(self) -> Pair:
        """The subject, with its translation."""
        return self.pairs[0]

    @property
    def is_right_to_left(self) -> bool:
        """Whether the translation is written from right to left."""
        return self.language in RIGHT_TO_LEFT

    @property
    def language_words(self) -> str:
        """The language's English name."""
        return Translation(self.language).label if self.language else ""

    @property
    def untranslated(self) -> list[int]:
        """Paragraphs without a translation, or with one of other words, by their numbers."""
        if not self.language:
            return []
        return [pair.place for pair in self.pairs if pair.is_stale or pair.translated is None]

    @property
    def digest(self) -> str:
        """SHA-256 in hex over everything on the page: what an approver approves."""
        plain = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(plain.encode()).hexdigest()

    @property
    def plain_words(self) -> str:
        """The words as text, for an e-mail's link; the translation beneath the English."""
        english = [_plain(pair.block) for pair in self.pairs]
        other = [_plain(pair.translated) for pair in self.pairs if pair.translated]
        signed = "\n".join(filter(None, [self.signed_by, self.signed_as, self.school_name]))
        return "\n\n".join([*english, signed, *other])


def page_of(letter: Letter, school: School, *, head: Letterhead | None = None) -> LetterPage:
    """A letter as it would go now; two statements."""
    head = head or letterhead_of(school)
    rows = letter.translations.filter(school_id=letter.school_id) if letter.language else ()
    known = {row.place: row for row in rows}
    blocks = [Block("heading", letter.subject), *blocks_of(letter.body)]
    return LetterPage(
        school.name,
        _head_lines(head),
        reference_of(letter.pk),
        letter.on,
        letter.to_name,
        letter.to_address,
        letter.subject,
        tuple(_pair(place, block, known.get(place)) for place, block in enumerate(blocks)),
        letter.signed_by,
        letter.signed_as,
        letter.language,
        letter.checked_by,
        letter.checked_on,
    )


def page_of_talk(talk: Talk, pupil: Pupil, school: School) -> LetterPage:
    """A letter of which only the words stand in the contact log, in the same face."""
    head = letterhead_of(school)
    home = talk.contact.home if talk.contact else None
    subject = Block("heading", f"About {pupil.full_name}")
    return LetterPage(
        school.name,
        _head_lines(head),
        "",
        talk.on,
        talk.who,
        home.address if home else "",
        subject.text,
        tuple(Pair(n, block) for n, block in enumerate([subject, *blocks_of(talk.agreed)])),
        talk.logged_by.name if talk.logged_by else "",
        "",
    )


def _head_lines(head: Letterhead) -> tuple[str, ...]:
    lines = (*head.address.splitlines(), head.phone, head.email, head.website)
    return tuple(line for line in lines if line.strip())


def reference_of(pk: UUID) -> str:
    """What a reader quotes when they ring: nothing of the child."""
    return pk.hex[-8:].upper()


def _pair(place: int, block: Block, row: TranslatedParagraph | None) -> Pair:
    if row is None or not row.text.strip():
        return Pair(place, block)
    was = "" if digest_of(row.source) == block.digest else row.source
    points = tuple(line.strip() for line in row.text.splitlines() if line.strip())
    translated = Block(block.kind, row.text, points if block.kind == "list" else ())
    return Pair(place, block, translated, was)


def _plain(block: Block) -> str:
    if block.kind == "list":
        return "\n".join(f"- {point}" for point in block.points)
    return block.text
