"""What a child is owed of a provision, and the cheapest times to make it up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import User
from aylsham.school_calendar import SchoolCalendar
from provision.models import MakeUp, Place, Provision, SpareTime
from provision.provision_codes import LegalWeight
from provision.rules.make_up import Debt, FreeTime, propose
from provision.rules.make_up import MakeUp as Proposed
from provision.selectors.delivery import PartDelivery
from provision.selectors.provisions import ProvisionLine
from provision.selectors.rates import rate_book

DAY = dt.timedelta(days=1)
#: School days ahead that are looked through for free times.
DAYS_AHEAD = 10
#: How many proposals the page shows.
SHOWN = 12


@dataclass(frozen=True)
class OwedLine:
    """What one child is owed of one provision."""

    line: ProvisionLine
    place: Place
    part: PartDelivery
    weight: str
    #: Make-ups that are planned and not logged yet.
    planned: tuple[MakeUp, ...]
    #: Whether the asker may open the child's record, or only gives the group.
    is_seen: bool

    @property
    def owed(self) -> int:
        """Minutes."""
        return self.part.delivery.owed

    @property
    def still(self) -> int:
        """Minutes for which nothing is planned yet."""
        return max(0, self.owed - sum(row.minutes for row in self.planned))

    @property
    def weight_words(self) -> str:
        """How it binds, without the Act."""
        return LegalWeight(self.weight).label.partition(" (")[0]

    @property
    def is_council(self) -> bool:
        """Whether the council must secure it."""
        return self.weight == LegalWeight.COUNCIL


@dataclass(frozen=True)
class Proposal:
    """A make-up that one press plans; `staff` None: whoever gives it. Pence None: no rate is known."""

    provision: Provision
    places: tuple[Place, ...]
    on: dt.date
    minutes: int
    staff: User | None
    pence: int | None
    because: str


def proposals_for(
    rows: list[OwedLine],
    free: Iterable[FreeTime],
    times: Iterable[SpareTime],
    make_ups: Iterable[MakeUp],
    days: list[dt.date],
) -> list[Proposal]:
    """The cheapest times for the heaviest debts; for what no spare time suits, a day to check."""
    debts = [_debt(row) for row in rows if row.still]
    by_part = {(str(row.place.pupil_id), str(row.line.id)): row for row in rows}
    adults = {str(time.staff_id): time.staff for time in times}
    busy = {(str(row.pupil_id), row.on) for row in make_ups}
    found = propose(debts, free, busy)
    chosen = [_of_rule(each, by_part, adults) for each in found.sessions]
    chosen += [
        _without_time(by_part[debt.child, debt.provision], debt, days, busy)
        for debt in found.left
        if days
    ]
    return chosen[:SHOWN]


def _debt(row: OwedLine) -> Debt:
    return Debt(
        str(row.place.pupil_id),
        str(row.line.id),
        row.still,
        row.weight,
        row.part.delivery.since or row.part.since,
        max(1, len(row.line.places)),
    )


def days_ahead(today: dt.date, calendar: SchoolCalendar) -> list[dt.date]:
    """The next school days, from tomorrow on."""
    days = (today + n * DAY for n in range(1, 3 * DAYS_AHEAD))
    return [day for day in days if calendar.is_open_day(day)][:DAYS_AHEAD]


def free_times(
    access: Access, times: Iterable[SpareTime], make_ups: Iterable[MakeUp], days: list[dt.date]
) -> list[FreeTime]:
    """What of the spare times is not taken by make-ups that are planned already."""
    card = rate_book(access.school).card_on(access.today)
    rates = card[1] if card else {}
    taken: dict[tuple[UUID | None, dt.date], int] = defaultdict(int)
    for staff, on, _, minutes in {
        (row.staff_id, row.on, row.provision_id, row.minutes) for row in make_ups
    }:
        taken[staff, on] += minutes
    return [
        FreeTime(
            f"{time.pk}:{day}",
            str(time.staff_id),
            day,
            left,
            round(rates[time.role].exact) if time.role in rates else 0,
        )
        for time in times
        for day in days
        if day.weekday() == time.weekday and (left := time.minutes - taken[time.staff_id, day]) > 0
    ]


def _of_rule(found: Proposed, by_part: dict, adults: dict) -> Proposal:
    rows = [by_part[child, found.provision] for child, _ in found.children]
    return Proposal(
        rows[0].line.provision,
        tuple(row.place for row in rows),
        found.on,
        found.minutes,
        adults[found.adult],
        found.pence or None,
        found.because,
    )


def _without_time(
    row: OwedLine, debt: Debt, days: list[dt.date], busy: set[tuple[str, dt.date]]
) -> Proposal:
    """No spare time suits: with whoever gives it, on the next school day without a make-up."""
    on = next((day for day in days if (debt.child, day) not in busy), days[0])
    return Proposal(
        row.line.provision,
        (row.place,),
        on,
        min(debt.minutes, row.line.provision.minutes),
        row.line.provision.staff,
        None,
        "No free time is known for it: check with whoever gives it.",
    )
