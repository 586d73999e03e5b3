"""What the children of some provisions were given has cost so far: each child's part of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from provision.models import Place, Provision, SpentPart
from provision.selectors.rates import RateBook, rate_books
from provision.selectors.spending import Spending, has_begun, spending
from provision.selectors.spent import kept_spending


class _Run(Protocol):
    """As much of a run as a cost needs."""

    place_id: UUID
    pupil_id: UUID
    school_id: UUID
    provision: Provision


def delivered_pence(
    access: Access, provisions: Mapping[UUID, Provision], runs: Iterable[_Run]
) -> dict[UUID, int]:
    """Pence delivered by place, where the asker sees costs; three statements.

    At one school as its log says now, over several as it was worked out at night. What has not
    begun has cost nothing; without a rate, or while nothing is known, there is none.
    """
    given = list(runs)
    schools = [s for s in access.schools if Permission.VIEW_COSTS in access.permissions_at(s)]
    ids = {school.pk for school in schools}
    rows = [row for row in provisions.values() if row.school_id in ids]
    books = rate_books(schools)
    places = _places(given)
    read = spending if len(schools) == 1 else kept_spending
    spent = read(schools, rows, places, books, access.today)
    found: dict[UUID, int] = {}
    for run in given:
        if run.school_id in ids:
            pence = _pence(access, run, books[run.school_id], spent)
            if pence is not None:
                found[run.place_id] = pence
    return found


def kept_pence(
    access: Access, provisions: Mapping[UUID, Provision], runs: Iterable[_Run]
) -> dict[UUID, int]:
    """The same as it was worked out at night, for pages that only mention it; one statement."""
    ids = [s.pk for s in access.schools if Permission.VIEW_COSTS in access.permissions_at(s)]
    rows = SpentPart.objects.filter(school__in=ids, provision__in=list(provisions))
    names = ("provision_id", "pupil_id", "within", "extra")
    known = {(pk, pupil): w + extra for pk, pupil, w, extra in rows.values_list(*names)}
    given = [run for run in runs if run.school_id in ids]
    parts = {run.place_id: known.get((run.provision.pk, run.pupil_id)) for run in given}
    still_to_come = {r.place_id: 0 for r in given if not has_begun(r.provision, access.today)}
    return {key: pence for key, pence in parts.items() if pence is not None} | still_to_come


def _pence(access: Access, run: _Run, book: RateBook, spent: Spending) -> int | None:
    part = spent.parts.get((run.provision.pk, run.pupil_id))
    if part is not None:
        return part.delivered
    is_begun = has_begun(run.provision, access.today)
    return None if is_begun or book.rate_for(run.provision) is None else 0


def _places(runs: Iterable[_Run]) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    for run in runs:
        place = Place(
            pk=run.place_id,
            school_id=run.school_id,
            provision_id=run.provision.pk,
            pupil_id=run.pupil_id,
            starts_on=run.starts_on,
            ends_on=run.ends_on,
        )
        found[run.provision.pk].append(place)
    return found
