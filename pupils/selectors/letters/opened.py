"""One letter's page: what it says, what stops it, who was asked to look, how it went."""

from dataclasses import dataclass

from aylsham.access.current import Access
from pupils.letter_codes import LetterState
from pupils.models import Approval, Letter, Pupil, SentLetter
from pupils.selectors.approvals import Leaving, is_asked, latest_approval, letter_leaving
from pupils.selectors.letters.addressees import LetterVerdict, verdict_on
from pupils.selectors.letters.page import LetterPage, page_of
from pupils.selectors.letters.register import sendings_of


@dataclass(frozen=True)
class OpenedLetter:
    """A letter with everything that a sender has to know."""

    letter: Letter
    page: LetterPage
    sendings: list[SentLetter]
    leaving: Leaving | None = None
    verdict: LetterVerdict | None = None
    #: Whether the school asks for a second look at it, and the last one.
    needs_look: bool = False
    look: Approval | None = None

    @property
    def is_looked_at(self) -> bool:
        """Whether the last look is of exactly this."""
        return bool(self.look and self.leaving and self.look.digest == self.leaving.digest)


def opened_letter(access: Access, letter: Letter, pupil: Pupil) -> OpenedLetter:
    """A letter's page in seven statements."""
    page = page_of(letter, pupil.school)
    sendings = sendings_of(letter)
    if letter.state != LetterState.DRAFT:
        return OpenedLetter(letter, page, sendings)
    leaving = letter_leaving(letter, pupil, page)
    needs_look = is_asked(leaving)
    return OpenedLetter(
        letter,
        page,
        sendings,
        leaving,
        verdict_on(letter, page, today=access.today),
        needs_look,
        latest_approval(leaving) if needs_look else None,
    )
