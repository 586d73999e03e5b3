"""What provision cost until today: from the sessions that were really given."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import School
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Mark, Week
from provision.rules.spending import Spent, minutes_of, of_group, spent_by, whole_of
from provision.selectors.ledgers import Books, Part, books_of
from provision.selectors.rates import RateBook


@dataclass(frozen=True)
class Spending:
    """Each child's part of each provision until today; `whole`: pence delivered, one by one."""

    parts: dict[Part, Spent]
    whole: int
    #: What the parts were worked out from.
    weeks: dict[Part, tuple[Week, ...]]


def spending(
    school: School,
    provisions: Iterable[Provision],
    places: dict[UUID, list[Place]],
    book: RateBook,
    today: dt.date,
) -> Spending:
    """Of everything that has begun and has a rate; two statements."""
    begun = [
        row
        for row in provisions
        if row.state != ProvisionState.DRAFT and row.starts_on <= today and places[row.pk]
    ]
    since = min((row.starts_on for row in begun), default=today)
    books = books_of(school, [row.pk for row in begun], today=today, since=since)
    told = _of_groups(books)
    parts: dict[Part, Spent] = {}
    weeks: dict[Part, tuple[Week, ...]] = {}
    whole = 0
    for row in begun:
        rate = book.rate_for(row)
        if rate is None:
            continue
        adult = minutes_of(books.group_weeks(row, told[row.pk]))
        mine = {place.pupil_id: books.ledger(row, place).weeks for place in places[row.pk]}
        weeks |= {(row.pk, pupil): each for pupil, each in mine.items()}
        children = {pupil: minutes_of(each) for pupil, each in mine.items()}
        spent = spent_by(adult, children, rate, row.resources_pence)
        parts |= {(row.pk, pupil): each for pupil, each in spent.items()}
        by_plan, above = whole_of(adult, rate, row.resources_pence)
        lost = sum(sum(each.missed.values()) + each.unlogged for each in spent.values())
        whole += by_plan + above - lost
    return Spending(parts, whole, weeks)


def _of_groups(books: Books) -> dict[UUID, list[Mark]]:
    """One mark for each session of each provision, as the adult gave it."""
    sessions: dict[UUID, dict[UUID, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for (provision, _), marks in books.marks.items():
        for session, mark in marks.by_session.items():
            sessions[provision][session].append(mark)
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for provision, each in sessions.items():
        found[provision] = [of_group(marks) for marks in each.values()]
    return found
