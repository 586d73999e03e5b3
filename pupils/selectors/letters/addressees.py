"""Who of the family gets a letter: everybody whom the sharing rules allow, one letter per home."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.codes import Sensitivity as Level
from pupils.letter_codes import LetterThing
from pupils.models import Contact, Letter, Pupil
from pupils.rules.sharing import (
    Answer,
    Cut,
    Family,
    Thing,
    ThingKind,
    Verdict,
    may_share,
    strictest,
)
from pupils.selectors.letters.page import LetterPage
from pupils.selectors.requests.sharing import marked, marks_in
from pupils.selectors.sharing import family_facts, family_rows, person_in
from pupils.selectors.telling import LEVELS

#: Among these the choice of the addressee is the school's; the others are nobody's of the family.
FAMILY = ("parents", "asker")


@dataclass(frozen=True)
class Addressee:
    """One letter: everybody of one home who may have it, or why somebody may not."""

    contacts: tuple[Contact, ...]
    verdict: Verdict

    @property
    def key(self) -> str:
        """What a form calls it."""
        return str(self.contacts[0].pk)

    @property
    def name(self) -> str:
        """How the letter addresses them."""
        return " and ".join(contact.name for contact in self.contacts)

    @property
    def address(self) -> str:
        """Their own address."""
        home = self.contacts[0].home
        return home.address if home else ""

    @property
    def email(self) -> str:
        """Where an e-mail would go."""
        return next((contact.email for contact in self.contacts if contact.email), "")


def addressees_of(
    pupil: Pupil, thing: LetterThing | str, level: int, *, today: dt.date
) -> list[Addressee]:
    """Those who may have a letter, one for each home, then those who may not; four statements."""
    family = family_facts(pupil.pk, school_id=pupil.school_id)
    contacts = Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)
    asked = thing_of(thing, level)
    homes: dict[tuple, list[Contact]] = {}
    verdicts: dict[UUID, Verdict] = {}
    for each in contacts.select_related("home"):
        verdict = may_share(person_in(family, each), asked, family, today=today)
        verdicts[each.pk] = verdict
        key = (each.home_id or each.pk, verdict.answer, verdict.reasons)
        homes.setdefault(key, []).append(each)
    found = [Addressee(tuple(rows), verdicts[rows[0].pk]) for rows in homes.values()]
    return sorted(found, key=lambda each: each.verdict.is_refused)


def thing_of(
    thing: LetterThing | str,
    level: int,
    homes: frozenset[UUID] = frozenset(),
    people: frozenset[UUID] = frozenset(),
) -> Thing:
    """A letter as the sharing rules see it; `people` of no known home whose phone stands in it."""
    return Thing(
        ThingKind(thing),
        sensitivity=LEVELS[Level(level)],
        homes=homes,
        words_of=people,
        tells_whereabouts=True,  # its words are free
        is_statutory=thing == LetterThing.NOTICE,
    )


@dataclass(frozen=True)
class LetterVerdict:
    """What the rules say of a letter as it stands, for everybody who would read it."""

    verdict: Verdict

    @property
    def refusal(self) -> str:
        """Why it may not go: an order, or another home's address in it; empty when it may."""
        if self.verdict.is_refused or self.verdict.cuts & {Cut.ADDRESS, Cut.WORDS}:
            return " ".join(self.verdict.reasons)
        return ""

    @property
    def asks_to_check(self) -> str:
        """What somebody has to keep out of it, and say that they have."""
        return "" if self.refusal else "; ".join(self.verdict.cut_words)


def verdict_on(letter: Letter, page: LetterPage, *, today: dt.date) -> LetterVerdict:
    """Ask the rules about a letter: its readers, and every address that stands in it.

    Whoever lives at the address on the letter reads it, whatever name stands above it. Three
    statements.
    """
    rows = family_rows(letter.pupil_id, school_id=letter.school_id)
    family, marks = rows.family, marks_in(rows.homes, rows.contacts)
    homes, people = _found(marked(page.plain_words, marks), family)
    at_address, _ = _found(marked(letter.to_address, marks), family)
    thing = thing_of(letter.thing, letter.sensitivity, homes | at_address, people)
    named = {letter.contact_id, *letter.with_contacts}
    readers = [each for each in family.people if each.id in named] or [
        each for each in family.people if each.home in at_address
    ]
    if not readers:
        return LetterVerdict(_of_a_stranger(family, homes | at_address))
    return LetterVerdict(
        strictest([may_share(each, thing, family, today=today) for each in readers])
    )


def _found(ids: set[UUID], family: Family) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Homes whose address, or a resident's phone or e-mail, was found; people of no known home."""
    homes = {home.id for home in family.homes} & ids
    found = [each for each in family.people if each.id in ids]
    homes |= {each.home for each in found if each.home}
    return frozenset(homes), frozenset(each.id for each in found if each.home is None)


def _of_a_stranger(family: Family, homes: frozenset[UUID]) -> Verdict:
    """To somebody outside the family no address goes that is withheld from anybody."""
    secret = {
        home.id
        for home in family.homes
        if home.id in homes and (home.is_withheld_from_everybody or home.withheld_from)
    }
    if not secret:
        return Verdict(Answer.ALLOWED)
    reason = "It holds an address that is withheld."
    return Verdict(Answer.CUT, (reason,), frozenset({Cut.ADDRESS}), frozenset(secret))
