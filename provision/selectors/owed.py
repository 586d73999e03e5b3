"""Who is owed what, the heaviest duty first, and the cheapest times to make it up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from aylsham.access.current import Access
from aylsham.models import School, User
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import read_rows
from provision.models import MakeUp, Place, Provision, ServedPromise, SessionMark, SpareTime
from provision.provision_codes import LegalWeight, ProvisionState
from provision.rules.make_up import BY_WEIGHT, Debt, FreeTime, propose
from provision.rules.make_up import MakeUp as Proposed
from provision.selectors.delivery import (
    PartDelivery,
    ledgers,
    open_books,
    part_delivery,
    term_began,
)
from provision.selectors.kept import Period, asked_period
from provision.selectors.ledgers import Part
from provision.selectors.provisions import ProvisionLine, in_reach, provision_lines
from provision.selectors.rates import rate_book
from provision.selectors.unplanned import (
    Unplanned,
    live_promises_on_roll,
    serving,
    unplanned,
)

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
        """How it binds."""
        return LegalWeight(self.weight).label

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


@dataclass(frozen=True)
class Owed:
    """Everything that is owed to children in reach."""

    period: Period
    lines: tuple[OwedLine, ...]
    proposals: tuple[Proposal, ...]
    knows_times: bool
    #: What this week's timetable lacks; nothing where an earlier week is asked for.
    unplanned: Unplanned

    @property
    def minutes(self) -> int:
        return sum(line.owed for line in self.lines)

    @property
    def by_council(self) -> int:
        """Minutes that the council must secure."""
        return sum(line.owed for line in self.lines if line.is_council)

    @property
    def pupil_ids(self) -> list[UUID]:
        return sorted({line.place.pupil_id for line in self.lines} | self.unplanned.pupil_ids)


def owed(access: Access, asked: str = "") -> Owed:
    """What stood owed at the end of a week, or stands owed today; about seven statements."""
    lines = [x for x in provision_lines(access, _running(access)) if x.places]
    books = open_books(access, lines)
    period = asked_period(asked, term_began(books.calendar, access.today), access.today)
    found = ledgers(books, lines, period.first)
    served, make_ups, times, promises, keeping = read_rows(
        _served(access, lines),
        _make_ups(access),
        SpareTime.objects.filter(school=access.school).select_related("staff"),
        live_promises_on_roll(access),
        serving(access),
    )
    weights, planned = _weights(served), _planned(make_ups)
    by_id = {line.id: line for line in lines}
    rows = []
    for (pk, pupil), ledger in found.items():
        part = part_delivery(ledger, period.first, period.last)
        if part.delivery.owed:
            place = next(p for p in by_id[pk].places if p.pupil_id == pupil)
            weight = weights.get((pk, pupil), LegalWeight.NONE)
            ahead = tuple(planned[pk, pupil])
            rows.append(OwedLine(by_id[pk], place, part, weight, ahead))
    rows.sort(key=_heaviest)
    days = _days_ahead(access.today, books.calendar)
    free = () if period.is_week else _free_times(access, times, make_ups, days)
    proposals = () if period.is_week else _proposals(rows, free, times, make_ups, days)
    bare = unplanned(() if period.is_week else promises, keeping, access.today)
    return Owed(period, tuple(rows), tuple(proposals), bool(times), bare)


def make_up_of(access: Access, pk: UUID) -> MakeUp | None:
    """One planned make-up of a provision in reach."""
    rows = MakeUp.objects.filter(school=access.school, provision__in=in_reach(access), pk=pk)
    row = rows.select_related("provision").first()
    if row:
        row.provision.school = access.school
    return row


def spare_time_lines(school: School) -> list[SpareTime]:
    """Who has time, by the day of the week."""
    rows = SpareTime.objects.filter(school=school).select_related("staff")
    return list(rows.order_by("weekday", "staff__name", "pk"))


def _running(access: Access):
    first = dt.date(access.today.year - (access.today.month < 9), 9, 1)
    rows = in_reach(access).exclude(state=ProvisionState.DRAFT)
    return rows.between(first, access.today)


def _heaviest(row: OwedLine) -> tuple:
    pupil = row.place.pupil
    since = row.part.delivery.since or dt.date.max
    return (BY_WEIGHT.index(row.weight), since, -row.owed, pupil.last_name, row.line.id)


def _served(access: Access, lines: Iterable[ProvisionLine]):
    rows = ServedPromise.objects.filter(
        school=access.school, provision__in=[line.id for line in lines]
    )
    return rows.values_list("provision_id", "promise__pupil_id", "promise__weight")


def _make_ups(access: Access):
    """Make-ups from today on that nobody has logged."""
    logged = SessionMark.objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pupil_id"),
        log__session__provision_id=OuterRef("provision_id"),
        log__session__on=OuterRef("on"),
        log__session__is_make_up=True,
    )
    rows = MakeUp.objects.filter(~Exists(logged), school=access.school, on__gte=access.today)
    return rows.select_related("staff")


def _weights(served: Iterable[tuple[UUID, UUID, str]]) -> dict[Part, str]:
    """How hard each child's part in a provision binds: as the hardest promise that it serves."""
    found: dict[Part, str] = {}
    for pk, pupil, weight in served:
        known = found.get((pk, pupil), weight)
        found[pk, pupil] = min(known, weight, key=BY_WEIGHT.index)
    return found


def _planned(make_ups: Iterable[MakeUp]) -> dict[Part, list[MakeUp]]:
    found: dict[Part, list[MakeUp]] = defaultdict(list)
    for row in make_ups:
        found[row.provision_id, row.pupil_id].append(row)
    return found


def _proposals(
    rows: list[OwedLine],
    free: Iterable[FreeTime],
    times: Iterable[SpareTime],
    make_ups: Iterable[MakeUp],
    days: list[dt.date],
) -> list[Proposal]:
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


def _days_ahead(today: dt.date, calendar: SchoolCalendar) -> list[dt.date]:
    """The next school days, from tomorrow on."""
    days = (today + n * DAY for n in range(1, 3 * DAYS_AHEAD))
    return [day for day in days if calendar.is_open_day(day)][:DAYS_AHEAD]


def _free_times(
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
