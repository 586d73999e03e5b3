"""What a child is given while a cycle runs: provision with what was given of it, and strategies."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.clock import academic_year
from provision.models import Cycle, Place, Provision, ServedTarget, Target
from provision.provision_codes import ProvisionState
from provision.selectors.delivery import PartDelivery, part_delivery
from provision.selectors.ledgers import books_of
from provision.selectors.provisions import ProvisionLine
from pupils.models import Strategy


@dataclass(frozen=True)
class GivenLine:
    """A provision that the child has in the days of a cycle."""

    line: ProvisionLine
    place: Place
    #: What was planned, given and owed in these days so far; None before it begins.
    given: PartDelivery | None
    #: Targets that it works towards, as far as the asker may read them.
    works_on: frozenset[UUID]


@dataclass(frozen=True)
class Giving:
    """What is done in a cycle."""

    lines: tuple[GivenLine, ...]
    strategies: tuple[Strategy, ...]

    @property
    def owed(self) -> int:
        """Minutes of these provisions that are still owed to the child."""
        return sum(line.given.delivery.owed for line in self.lines if line.given)


def giving_rows(access: Access, cycle: Cycle) -> list[QuerySet]:
    """Places, strategies and what works towards which target, to be read with something else."""
    mine: dict[str, Any] = {"school_id": cycle.school_id, "pupil": cycle.pupil}
    readable = Provision.objects.filter(school_id=cycle.school_id).readable_by(access)
    links = ServedTarget.objects.filter(
        school_id=cycle.school_id, target__in=Target.objects.filter(**mine).readable_by(access)
    )
    return [
        places_during(cycle, access.today).filter(provision__in=readable),
        strategies_during(cycle, access.today).readable_by(access),
        links.order_by("id"),
    ]


def places_during(cycle: Cycle, today: dt.date) -> QuerySet[Place]:
    """The child's places in provision, drafts aside, that lie in the days of a cycle."""
    until = cycle.closed_on or max(cycle.review_on, today)
    rows = Place.objects.filter(school_id=cycle.school_id, pupil=cycle.pupil)
    during = rows.filter(starts_on__lte=until, ends_on__gte=cycle.starts_on)
    planned = during.exclude(provision__state=ProvisionState.DRAFT)
    return planned.select_related("provision__staff").order_by("provision__name", "pk")


def strategies_during(cycle: Cycle, today: dt.date) -> QuerySet[Strategy]:
    """What helps the child, as it stands today or stood when the cycle was closed."""
    on = cycle.closed_on or today
    rows = Strategy.objects.filter(school_id=cycle.school_id, pupil=cycle.pupil)
    still = Q(ended_on=None) | Q(ended_on__gt=on)
    return rows.filter(still, since_on__lte=on).exclude(text="")


def giving_from(
    access: Access,
    cycle: Cycle,
    places: list[Place],
    strategies: list[Strategy],
    links: Iterable[ServedTarget],
) -> Giving:
    """Those rows with what was given since the cycle began; two statements."""
    until = min(cycle.closed_on or access.today, access.today)
    works_on: dict[UUID, set[UUID]] = {}
    for link in links:
        works_on.setdefault(link.provision_id, set()).add(link.target_id)
    books = books_of(
        cycle.school,
        [place.provision_id for place in places],
        today=until,
        since=dt.date(academic_year(min(cycle.starts_on, until)), 9, 1),
        pupil=cycle.pupil_id,
    )
    lines = []
    for place in places:
        line, given = ProvisionLine(place.provision, (place,), 0), None
        if max(place.starts_on, cycle.starts_on) <= until:
            ledger = books.ledger(place.provision, place)
            given = part_delivery(ledger, cycle.starts_on, until)
        towards = frozenset(works_on.get(place.provision_id, ()))
        lines.append(GivenLine(line, place, given, towards))
    return Giving(tuple(lines), tuple(strategies))
