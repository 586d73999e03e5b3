"""Who is owed what, the heaviest duty first, and the cheapest times to make it up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from aylsham.access.current import Access
from aylsham.models import School
from aylsham.together import read_rows
from provision.models import (
    MakeUp,
    Promise,
    ServedPromise,
    SessionMark,
    SpareTime,
)
from provision.provision_codes import LegalWeight
from provision.rules.make_up import BY_WEIGHT
from provision.selectors.delivery import (
    ledgers,
    open_books,
    part_delivery,
    term_began,
)
from provision.selectors.kept import Period, asked_period
from provision.selectors.ledgers import Part
from provision.selectors.make_ups import (
    OwedLine,
    Proposal,
    days_ahead,
    free_times,
    proposals_for,
)
from provision.selectors.provisions import ProvisionLine, in_reach, provision_lines
from provision.selectors.sessions import loggable
from provision.selectors.unplanned import (
    Unplanned,
    live_promises_on_roll,
    serving,
    unplanned,
)
from pupils.models import Pupil


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
    lines = [x for x in provision_lines(access, _running(access), with_own=True) if x.places]
    books = open_books(access, lines)
    period = asked_period(asked, term_began(books.calendar, access.today), access.today)
    found = ledgers(books, lines, period.first)
    served, make_ups, times, promises, keeping, seen = read_rows(
        _served(access, lines, period.last),
        _make_ups(access),
        SpareTime.objects.filter(school=access.school).select_related("staff"),
        live_promises_on_roll(access),
        serving(access),
        _seen(access, lines),
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
            rows.append(OwedLine(by_id[pk], place, part, weight, ahead, pupil in seen))
    rows.sort(key=_heaviest)
    days = days_ahead(access.today, books.calendar)
    free = () if period.is_week else free_times(access, times, make_ups, days)
    proposals = () if period.is_week else proposals_for(rows, free, times, make_ups, days)
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
    return loggable(access).between(first, access.today)


def _heaviest(row: OwedLine) -> tuple:
    pupil = row.place.pupil
    since = row.part.delivery.since or dt.date.max
    return (BY_WEIGHT.index(row.weight), since, -row.owed, pupil.last_name, row.line.id)


def _seen(access: Access, lines: Iterable[ProvisionLine]):
    ids = {place.pupil_id for line in lines for place in line.places}
    rows = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    return rows.values_list("pk", flat=True)


def _served(access: Access, lines: Iterable[ProvisionLine], on: dt.date):
    """Promises that bind on a day, as far as the asker may read them."""
    promises = Promise.objects.filter(school=access.school).readable_by(access).live(on)
    rows = ServedPromise.objects.filter(
        school=access.school,
        provision__in=[line.id for line in lines],
        promise__in=promises.values("pk"),
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
