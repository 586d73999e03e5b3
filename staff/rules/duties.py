"""In whose hands a duty is on a day: named or by role, handed over, covered.

House rules (nothing in law says who does a SENDCo's work but reg 49 and 50 of the SEND Regulations
2014: one is named, and oversees it; CoP 6.91 asks for time and help).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Because(StrEnum):
    """Why a duty is in somebody's hands."""

    NAMED = "named"
    ROLE = "role"
    HANDED = "handed"
    COVERS = "covers"


@dataclass(frozen=True)
class Passed:
    """One person's work with another until a day: handed over, or covered while away."""

    giver: UUID
    taker: UUID
    until: date
    because: Because


@dataclass(frozen=True)
class Hand:
    """Who has a duty now, for whom, and until when; `until` None: for good."""

    person: UUID
    holder: UUID
    because: Because
    until: date | None = None
    #: The holder is away, and who covers may not do this.
    is_uncovered: bool = False


def hands_of(
    holders: Iterable[tuple[UUID, Because]],
    handed: Mapping[UUID, Passed],
    covered: Mapping[UUID, Passed],
    may: Callable[[UUID], bool],
) -> tuple[Hand, ...]:
    """The hands of one duty, each person once; what was handed over goes before who covers.

    `handed` and `covered` by their giver, those of the day; `may`: whether a person's own roles
    allow the duty, for nobody gets more than these. A circle stays with its holder.
    """
    found: dict[UUID, Hand] = {}
    for person, because in holders:
        hand = _followed(person, because, handed, covered, may)
        found.setdefault(hand.person, hand)
    return tuple(found.values())


def _followed(
    holder: UUID,
    because: Because,
    handed: Mapping[UUID, Passed],
    covered: Mapping[UUID, Passed],
    may: Callable[[UUID], bool],
) -> Hand:
    hand, seen = Hand(holder, holder, because), {holder}
    while step := handed.get(hand.person) or covered.get(hand.person):
        if step.taker in seen:
            return Hand(holder, holder, because)
        if not may(step.taker):
            return Hand(hand.person, holder, hand.because, hand.until, is_uncovered=True)
        until = min(filter(None, (hand.until, step.until)))
        hand = Hand(step.taker, holder, step.because, until)
        seen.add(step.taker)
    return hand
