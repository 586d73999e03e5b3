"""The register of letters: of a school, of a child, of what was begun together."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from aylsham.access.current import Access
from pupils.letter_codes import LetterState, SentHow
from pupils.models import Letter, Pupil, SentLetter

#: So many rows are shown; older ones are found on the child.
SHOWN = 200


@dataclass(frozen=True)
class LetterLine:
    """One letter in a list."""

    letter: Letter
    pupil: Pupil
    how: str
    gone_on: object

    @property
    def state_words(self) -> str:
        """How far it is."""
        if self.letter.state != LetterState.SENT:
            return LetterState(self.letter.state).label
        return SentHow(self.how).label if self.how else LetterState.SENT.label


def letters(access: Access, *, state: str = "", to: str = "") -> list[LetterLine]:
    """The newest letters about children in reach; one statement."""
    rows = _readable(access)
    if state:
        rows = rows.filter(state=state)
    else:
        rows = rows.exclude(state=LetterState.DROPPED)
    if to:
        rows = rows.filter(to=to)
    return _lines(rows[:SHOWN])


def letters_of(access: Access, pupil: Pupil) -> list[LetterLine]:
    """Letters about one child, the newest first; one statement."""
    return _lines(_readable(access).filter(pupil=pupil))


def letters_together(access: Access, batch: UUID) -> list[LetterLine]:
    """Letters that were begun together, by child; one statement."""
    rows = _readable(access).filter(batch=batch).exclude(state=LetterState.DROPPED)
    return _lines(rows.order_by("pupil__last_name", "pupil__first_name", "id"))


def letter_of(access: Access, pupil: Pupil, pk: UUID) -> Letter | None:
    """A letter about a child that the asker may read."""
    rows = Letter.objects.readable_by(access).filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    letter = rows.select_related("contact__home", "written_by").first()
    if letter:
        letter.pupil = pupil
    return letter


def sendings_of(letter: Letter) -> list[SentLetter]:
    """How it went, the latest first, without the pages."""
    rows = SentLetter.objects.filter(school_id=letter.school_id, letter=letter)
    return list(rows.select_related("by").defer("pdf"))


def first_sending(letter: Letter) -> SentLetter | None:
    """How a letter first went, with its pages; None while it is a draft."""
    rows = SentLetter.objects.filter(school_id=letter.school_id, letter=letter)
    return rows.order_by("id").first()


def sending_of(letter: Letter, pk: UUID) -> SentLetter | None:
    """One sending with its pages."""
    return SentLetter.objects.filter(school_id=letter.school_id, letter=letter, pk=pk).first()


def sending_of_talk(school_id: UUID, talk: UUID) -> SentLetter | None:
    """The letter that an entry of the contact log is of."""
    return SentLetter.objects.filter(school_id=school_id, talk_id=talk).first()


def _readable(access: Access):
    reach = Pupil.objects.visible_to(access).values("pk")
    rows = Letter.objects.readable_by(access).filter(school=access.school, pupil__in=reach)
    last = SentLetter.objects.filter(
        school_id=OuterRef("school_id"), letter_id=OuterRef("pk")
    ).order_by("-id")
    return rows.select_related("pupil__class_group").annotate(
        last_how=Subquery(last.values("how")[:1]), last_on=Subquery(last.values("gone_on")[:1])
    )


def _lines(rows) -> list[LetterLine]:
    return [LetterLine(row, row.pupil, row.last_how or "", row.last_on) for row in rows]
