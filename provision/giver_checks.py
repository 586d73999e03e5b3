"""Whether an adult is trained for what they are to give: a floor above, which knows, says so."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School, User
from provision.models import FederationIntervention, Provision, SchoolIntervention


@dataclass(frozen=True)
class Giving:
    """Somebody is to give an intervention of the catalogue at a school, from a day on."""

    school: School
    staff: User
    shared_item: FederationIntervention | None
    own_item: SchoolIntervention | None
    on: dt.date


@dataclass(frozen=True)
class Missing:
    """A training that the adult does not have; `words` say which and why."""

    key: UUID
    words: str


@dataclass(frozen=True)
class GiverCheck:
    """How a floor looks at givers, and keeps that somebody gives it all the same.

    `accepted`: the keys that were accepted before for a provision and its adult. `keep` writes an
    override. `said`: what a page shows of the overrides of a provision.
    """

    missing: Callable[[Giving], tuple[Missing, ...]]
    accepted: Callable[[Provision], frozenset[UUID]]
    keep: Callable[[Provision, tuple[Missing, ...], str, User | None], None]
    said: Callable[[Provision], tuple[str, ...]]


_checks: list[GiverCheck] = []


def register_giver_check(check: GiverCheck) -> None:
    """Called once, when a floor is loaded."""
    if check not in _checks:
        _checks.append(check)


def giver_checks() -> tuple[GiverCheck, ...]:
    """Every check that was registered."""
    return tuple(_checks)
