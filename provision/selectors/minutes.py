"""Minutes that children were promised and given from one day to another, of all they take part in."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from aylsham.models import School
from aylsham.together import read_rows
from provision.models import Place, Promise
from provision.provision_codes import ProvisionState
from provision.rules.promised import Promised, promised_minutes
from provision.selectors.ledgers import books_of_schools


@dataclass(frozen=True)
class ChildMinutes:
    """What was promised, planned and given, made-up minutes too; each counted once."""

    promised: int = 0
    planned: int = 0
    given: int = 0

    @property
    def asked(self) -> int:
        """What should have been given: plans keep promises, so the two are not added."""
        return max(self.promised, self.planned)


def minutes_of(
    school: School, pupil_ids: Collection[UUID], first: dt.date, last: dt.date
) -> dict[UUID, ChildMinutes]:
    """By child with any help in these days, both counted; three statements.

    What nobody has logged was not given.
    """
    within = Q(starts_on__lte=last) & (Q(ends_on=None) | Q(ends_on__gte=first))
    mine: dict[str, Any] = {"school": school, "pupil__in": list(pupil_ids)}
    places, promises = read_rows(
        Place.objects.filter(within, **mine)
        .exclude(provision__state=ProvisionState.DRAFT)
        .select_related("provision"),
        Promise.objects.filter(within, **mine),
    )
    ids = {place.provision_id for place in places}
    books = books_of_schools({school: first}, ids, today=last)[school.pk]
    promised: Counter[UUID] = Counter()
    planned: Counter[UUID] = Counter()
    given: Counter[UUID] = Counter()
    for row in promises:
        rule = Promised(str(row.pk), row.minutes_a_week, row.starts_on, row.ends_on)
        promised[row.pupil_id] += promised_minutes(rule, first, last, books.calendar.is_open_day)
    for place in places:
        found = books.ledger(place.provision, place).between(first, last)
        planned[place.pupil_id] += found.planned
        given[place.pupil_id] += found.given
    return {
        pk: ChildMinutes(promised[pk], planned[pk], given[pk])
        for pk in promised.keys() | planned.keys()
    }
