"""Everybody's sessions of a day, adult by adult, what is not logged first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from provision.provision_codes import StaffRole
from provision.selectors.session_cards import SessionCard


@dataclass(frozen=True)
class AdultSessions:
    """What one adult gives on a day; where nobody is named, what a role gives."""

    name: str
    waiting: tuple[SessionCard, ...]
    done: tuple[SessionCard, ...]

    @property
    def words(self) -> str:
        """How far the log is."""
        count = len(self.waiting)
        return f"{count} not logged" if count else "all logged"


def by_adult(cards: Iterable[SessionCard]) -> list[AdultSessions]:
    """Adults with something to log first, then by name."""
    groups: dict[tuple, list[SessionCard]] = defaultdict(list)
    for card in cards:
        groups[giver_key(card)].append(card)
    adults = [
        AdultSessions(
            giver_of(group[0]),
            tuple(sorted((c for c in group if c.is_waiting), key=_conflicts_first)),
            tuple(card for card in group if not card.is_waiting),
        )
        for group in groups.values()
    ]
    return sorted(adults, key=lambda adult: (not adult.waiting, adult.name.casefold()))


def giver_key(card: SessionCard) -> tuple:
    """Who gives it: a person, or else a role."""
    row, staff = card.provision, card.giver
    if staff is None:
        return None, row.staff_role
    return staff.pk or uuid5(NAMESPACE_OID, staff.name), ""


def giver_of(card: SessionCard) -> str:
    """The adult who gives it, or which role nobody is named for."""
    row, staff = card.provision, card.giver
    return staff.name if staff else f"{StaffRole(row.staff_role).label}, nobody named"


def _conflicts_first(card: SessionCard) -> bool:
    return not card.has_conflict
