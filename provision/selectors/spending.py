"""What provision cost until today: from the sessions that were really given."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from aylsham.models import School
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from provision.rules.delivery import Mark, Week
from provision.rules.spending import (
    Minutes,
    Spent,
    adults_way,
    given_minutes,
    minutes_of,
    of_group,
    spent_by,
    whole_of,
)
from provision.selectors.ledgers import Books, Part, SessionKey, books_of_schools
from provision.selectors.rates import RateBook


@dataclass(frozen=True)
class Spending:
    """Each child's part of each provision, until the day up to which its school is known."""

    parts: dict[Part, Spent]
    #: Pence delivered of each provision as a whole: what its parts add up to.
    delivered: dict[UUID, int]
    #: Until which day each school is known, that day counted; not here: nothing is known of it.
    until: dict[UUID, dt.date]
    #: What the parts were worked out from.
    weeks: dict[Part, tuple[Week, ...]] = field(default_factory=dict)
    #: The second way: pence of each provision by the minutes that its adult gave; where known.
    by_adults: dict[UUID, int] = field(default_factory=dict)


def spending(
    schools: Collection[School],
    provisions: Iterable[Provision],
    places: Mapping[UUID, list[Place]],
    rates: Mapping[UUID, RateBook],
    today: dt.date,
) -> Spending:
    """Of everything that has begun and has a rate; two statements, however many schools."""
    begun = [row for row in provisions if has_begun(row, today) and places[row.pk]]
    books = _books(schools, begun, today)
    told = _of_groups(books)
    parts: dict[Part, Spent] = {}
    weeks: dict[Part, tuple[Week, ...]] = {}
    delivered: dict[UUID, int] = {}
    by_adults: dict[UUID, int] = {}
    for row in begun:
        rate, book = rates[row.school_id].rate_for(row), books[row.school_id]
        if rate is None:
            continue
        adult = minutes_of(book.group_weeks(row, told[row.pk]))
        mine = {place.pupil_id: book.ledger(row, place).weeks for place in places[row.pk]}
        weeks |= {(row.pk, pupil): each for pupil, each in mine.items()}
        children = {pupil: minutes_of(each) for pupil, each in mine.items()}
        spent = spent_by(adult, children, rate, row.resources_pence)
        parts |= {(row.pk, pupil): each for pupil, each in spent.items()}
        by_plan, above = whole_of(adult, rate, row.resources_pence)
        lost = sum(sum(each.missed.values()) + each.unlogged for each in spent.values())
        delivered[row.pk] = by_plan + above - lost
        given = _given(row, adult, told[row.pk], today)
        by_adults[row.pk] = adults_way(given, adult.extra, rate, row.resources_pence)
    until = {school.pk: today for school in schools}
    return Spending(parts, delivered, until, weeks, by_adults)


def _given(row: Provision, adult: Minutes, told: list[Mark], today: dt.date) -> int:
    """Minutes that the adult gave: from the log alone, week by week where no log means given."""
    if row.is_in_class:
        return adult.within + adult.extra
    return given_minutes(told, today)


def has_begun(provision: Provision, today: dt.date) -> bool:
    """Whether something of it can have been given by a day."""
    return provision.state != ProvisionState.DRAFT and provision.starts_on <= today


def _books(schools: Iterable[School], begun: list[Provision], today: dt.date) -> dict[UUID, Books]:
    """Of each school since the first day of what it has begun."""
    since = {
        school: min((row.starts_on for row in begun if row.school_id == school.pk), default=today)
        for school in schools
    }
    return books_of_schools(since, [row.pk for row in begun], today=today)


def _of_groups(books: dict[UUID, Books]) -> dict[UUID, list[Mark]]:
    """One mark for each session of each provision, as the adult gave it."""
    sessions: dict[UUID, dict[SessionKey, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    # What was logged is read at once: every school's books hold all of it.
    logged = next((each.marks for each in books.values()), {})
    for (provision, _), marks in logged.items():
        for session, mark in marks.by_session.items():
            sessions[provision][session].append(mark)
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for provision, each in sessions.items():
        found[provision] = [of_group(marks) for marks in each.values()]
    return found
