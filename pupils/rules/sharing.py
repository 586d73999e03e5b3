"""What a person outside the school may be given about a child: pure, `today` an argument.

Somebody with parental responsibility is told about the child's education unless a court says
otherwise (Education Act 1996, s.576; DfE, "Understanding and dealing with issues relating to
parental responsibility"). Another home's address and words are never ours to pass on. Whatever
nobody has recorded counts against giving: a question to the SENDCo costs less than a leak.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID


class Answer(StrEnum):
    """What may be done with the thing."""

    ALLOWED = "allowed"
    CUT = "cut"
    REFUSED = "refused"


class ThingKind(StrEnum):
    """What is about to be shared."""

    REPORT = "report"  # a report on progress or attainment, the notice of SEN provision
    PLAN = "plan"  # support plan, passport, EHC plan and its papers
    ADVICE = "advice"  # a professional's report
    NOTES = "notes"  # minutes, the contact log, other people's views
    INVITATION = "invitation"  # to a meeting, with its place and time
    REQUEST = "request"  # a question to the person
    LETTER = "letter"  # any other letter or e-mail about the child
    COLLECTION = "collection"  # the child, handed over at the gate


class Sensitivity(StrEnum):
    """How far the thing goes inside the school."""

    ORDINARY = "ordinary"
    SENSITIVE = "sensitive"
    SEALED = "sealed"  # safeguarding text: never sent from here


class Cut(StrEnum):
    """What has to come out first."""

    ADDRESS = "address"
    WORDS = "words"
    WHEREABOUTS = "whereabouts"
    SENSITIVE = "sensitive"

    @property
    def words(self) -> str:
        """What to take out."""
        return _CUT_WORDS[self]


_CUT_WORDS = {
    Cut.ADDRESS: "another home's address, phone and e-mail",
    Cut.WORDS: "what the other home said or agreed",
    Cut.WHEREABOUTS: "where the child is and when: clubs, appointments, who collects",
    Cut.SENSITIVE: "text marked sensitive",
}


@dataclass(frozen=True)
class Order:
    """A court order or written agreement about a person and the child."""

    title: str
    starts_on: dt.date
    ends_on: dt.date | None = None
    stops_contact: bool = False
    stops_information: bool = False
    shares_responsibility: bool = False

    def holds(self, on: dt.date) -> bool:
        """Whether it is in force on a day, both its days included."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


@dataclass(frozen=True)
class Person:
    """What is known about a contact of the child."""

    id: UUID
    home: UUID | None = None
    has_parental_responsibility: bool | None = None
    may_collect: bool | None = None
    receives_letters: bool | None = None
    orders: tuple[Order, ...] = ()

    @property
    def as_reader(self) -> "Person":
        """Who only reads what another is sent: orders and withheld homes count, duty does not."""
        return replace(self, has_parental_responsibility=True, receives_letters=None)


@dataclass(frozen=True)
class HomeFacts:
    """A home and who may not learn its address."""

    id: UUID
    is_withheld_from_everybody: bool = False
    withheld_from: frozenset[UUID] = frozenset()

    def is_withheld_from(self, person: Person) -> bool:
        """Whether the address is a secret to this person, who lives elsewhere or nowhere known."""
        if person.id in self.withheld_from:
            return True
        return self.is_withheld_from_everybody and person.home != self.id


@dataclass(frozen=True)
class Family:
    """The people and homes in a child's life."""

    people: tuple[Person, ...]
    homes: tuple[HomeFacts, ...] = ()

    def lives_with(self, person: Person, other: UUID) -> bool:
        """Whether the other one is this person or shares a home with them."""
        homes = {each.id: each.home for each in self.people}
        return other == person.id or (person.home is not None and homes.get(other) == person.home)


@dataclass(frozen=True)
class Thing:
    """What is about to be sent, printed, shown or handed over."""

    kind: ThingKind
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    #: Homes whose address, phone or e-mail it holds.
    homes: frozenset[UUID] = frozenset()
    #: Contacts whose words or agreements it holds.
    words_of: frozenset[UUID] = frozenset()
    tells_whereabouts: bool = False
    has_sensitive_parts: bool = False
    #: The law says that whoever has parental responsibility gets it.
    is_statutory: bool = False


@dataclass(frozen=True)
class Verdict:
    """Whether the person may have it, what must be taken out first, and why."""

    answer: Answer
    reasons: tuple[str, ...] = ()
    cuts: frozenset[Cut] = frozenset()
    #: Homes and people of whom nothing may be left in it.
    hidden_homes: frozenset[UUID] = frozenset()
    hidden_people: frozenset[UUID] = frozenset()

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it may be given."""
        return self.answer == Answer.REFUSED

    @property
    def warning(self) -> str:
        """What stands beside a person who is about to be told; empty when nothing is in the way."""
        if self.answer == Answer.ALLOWED:
            return ""
        return f"{'Not possible' if self.is_refused else 'Take care'}: {' '.join(self.reasons)}"

    @property
    def cut_words(self) -> list[str]:
        """What has to come out, in a fixed order."""
        return [cut.words for cut in Cut if cut in self.cuts]

    @property
    def has_cuts(self) -> bool:
        """Whether something must be taken out first."""
        return self.answer == Answer.CUT


@dataclass(frozen=True)
class _Standing:
    """How a person stands to the child on a day."""

    is_parent: bool
    is_delegate: bool
    is_kept_away: bool
    forbidding: Order | None = field(default=None)


def may_share(person: Person, thing: Thing, family: Family, *, today: dt.date) -> Verdict:
    """Whether a person may be given a thing about the child, and what has to come out of it."""
    standing = _standing(person, today)
    refusal = _refusal(person, thing, standing)
    if refusal:
        return Verdict(
            Answer.REFUSED,
            (refusal,),
            frozenset(Cut),
            frozenset(home.id for home in family.homes) | thing.homes,
            frozenset(each.id for each in family.people) | thing.words_of,
        )
    cuts, reasons = _cuts(person, thing, family, standing)
    return Verdict(
        Answer.CUT if cuts else Answer.ALLOWED,
        tuple(reasons),
        frozenset(cuts),
        frozenset(
            home for home in thing.homes if home != person.home or _secret(home, person, family)
        ),
        frozenset(each for each in thing.words_of if not family.lives_with(person, each)),
    )


def strictest(verdicts: Sequence[Verdict]) -> Verdict:
    """What holds for all of them at once; allowed when there are none."""
    refused = [verdict for verdict in verdicts if verdict.is_refused]
    worst = refused or [verdict for verdict in verdicts if verdict.has_cuts]
    if not worst:
        return Verdict(Answer.ALLOWED)
    reasons = dict.fromkeys(reason for verdict in worst for reason in verdict.reasons)
    return Verdict(
        worst[0].answer,
        tuple(reasons),
        frozenset().union(*(verdict.cuts for verdict in worst)),
        frozenset().union(*(verdict.hidden_homes for verdict in worst)),
        frozenset().union(*(verdict.hidden_people for verdict in worst)),
    )


def _standing(person: Person, today: dt.date) -> _Standing:
    live = [order for order in person.orders if order.holds(today)]
    return _Standing(
        is_parent=person.has_parental_responsibility is True,
        is_delegate=any(order.shares_responsibility for order in live),
        is_kept_away=any(order.stops_contact for order in live),
        forbidding=next((order for order in live if order.stops_information), None),
    )


def _refusal(person: Person, thing: Thing, standing: _Standing) -> str:
    """Why nothing of it may be given; empty when something may."""
    if standing.forbidding:
        return f"{_until(standing.forbidding)}: this person is told nothing about the child."
    if thing.sensitivity == Sensitivity.SEALED:
        return "Safeguarding text is never sent or printed from here. Ask the safeguarding lead."
    if thing.kind == ThingKind.COLLECTION:
        return _may_not_collect(person, standing)
    if not (standing.is_parent or standing.is_delegate):
        if person.has_parental_responsibility is None:
            return "Nobody has said whether this person has parental responsibility."
        return "This person has no parental responsibility, and nobody who has it has agreed."
    if standing.is_kept_away and thing.kind == ThingKind.INVITATION:
        return "An order keeps this person from the child. Offer a meeting of their own."
    if thing.sensitivity == Sensitivity.SENSITIVE and not standing.is_parent:
        return "It is marked sensitive and goes to nobody but those with parental responsibility."
    if person.receives_letters is False and not thing.is_statutory and _is_post(thing):
        return "This person is not to receive letters from school."
    return ""


def _may_not_collect(person: Person, standing: _Standing) -> str:
    if standing.is_kept_away:
        return "An order keeps this person from the child."
    if person.may_collect is None:
        return "Nobody has said that this person may collect the child."
    return "" if person.may_collect else "This person may not collect the child."


def _is_post(thing: Thing) -> bool:
    return thing.kind in (ThingKind.LETTER, ThingKind.REQUEST, ThingKind.INVITATION)


def _cuts(
    person: Person, thing: Thing, family: Family, standing: _Standing
) -> tuple[set[Cut], list[str]]:
    cuts: set[Cut] = set()
    reasons: list[str] = []

    def cut(what: Cut, why: str) -> None:
        cuts.add(what)
        if why not in reasons:
            reasons.append(why)

    for home in thing.homes:
        if _secret(home, person, family):
            cut(Cut.ADDRESS, "The address is withheld from this person.")
        elif home != person.home:
            cut(Cut.ADDRESS, "Another home's address is not ours to pass on.")
    if any(not family.lives_with(person, each) for each in thing.words_of):
        cut(Cut.WORDS, "It holds words of another home.")
    if thing.tells_whereabouts and standing.is_kept_away:
        cut(Cut.WHEREABOUTS, "An order keeps this person from the child.")
    if thing.tells_whereabouts and any(home.is_withheld_from(person) for home in family.homes):
        cut(Cut.WHEREABOUTS, "Places and times could give the withheld address away.")
    if thing.has_sensitive_parts and not standing.is_parent:
        cut(Cut.SENSITIVE, "Parts are marked sensitive.")
    return cuts, reasons


def _secret(home_id: UUID, person: Person, family: Family) -> bool:
    return any(home.id == home_id and home.is_withheld_from(person) for home in family.homes)


def _until(order: Order) -> str:
    until = f" (until {order.ends_on:%-d %B %Y})" if order.ends_on else ""
    return f"{order.title}{until}"
