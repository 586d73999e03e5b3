"""Promised, planned, given and owed: the minutes of one child, by promise and by provision."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from provision.models import Promise, ReleasedDelivery
from provision.provision_codes import LegalWeight
from provision.rules.make_up import BY_WEIGHT
from provision.rules.promised import IsOpen, Kept, Promised, kept, promised_minutes, shared_out
from provision.selectors.child_provision import ChildProvision, PromiseLine
from provision.selectors.delivery import (
    PartDelivery,
    ledgers,
    open_books,
    part_delivery,
    term_began,
)
from provision.selectors.ledgers import Books
from provision.selectors.provisions import ProvisionLine
from pupils.handed_texts import SEALED
from pupils.models import Pupil

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A week, or the term, until today at the latest."""

    first: dt.date
    last: dt.date
    is_week: bool

    @property
    def before(self) -> dt.date:
        """Monday of the week before."""
        return self.first - WEEK if self.is_week else _monday(self.last)

    @property
    def after(self) -> dt.date:
        """Monday of the week after."""
        return self.first + WEEK


@dataclass(frozen=True)
class GivenLine:
    """A provision of the child in the period; `also`: further promises that it counts for."""

    line: ProvisionLine
    part: PartDelivery
    also: int = 0


@dataclass(frozen=True)
class KeptPromise:
    """A promise beside what serves it."""

    line: PromiseLine
    kept: Kept
    given: tuple[GivenLine, ...]

    @property
    def is_council(self) -> bool:
        """Whether the council must secure it."""
        return self.line.promise.weight == LegalWeight.COUNCIL

    @property
    def unlogged(self) -> int:
        """Minutes of what serves it that nobody has logged."""
        return sum(each.part.delivery.unlogged for each in self.given)


@dataclass(frozen=True)
class ChildKept:
    """What became of everything a child was promised and given in a period."""

    period: Period
    promises: tuple[KeptPromise, ...]
    #: Provision that serves no promise.
    others: tuple[GivenLine, ...]

    @property
    def owed(self) -> int:
        """Minutes of all provision, each counted once."""
        found = {each.line.id: each.part.delivery.owed for each in self._given()}
        return sum(found.values())

    @property
    def unplanned(self) -> int:
        """Minutes that were promised and that nobody planned."""
        return sum(each.kept.unplanned for each in self.promises)

    def _given(self) -> Iterable[GivenLine]:
        for promise in self.promises:
            yield from promise.given
        yield from self.others


def asked_period(asked: str, term_first: dt.date, today: dt.date) -> Period:
    """The week of a day in an address (`2026-11-23`); the term so far where none is named."""
    try:
        monday = _monday(dt.date.fromisoformat(asked))
    except ValueError:
        return Period(term_first, today, is_week=False)
    if not _monday(term_first) - 40 * WEEK <= monday <= today:
        return Period(term_first, today, is_week=False)
    return Period(monday, min(monday + 6 * DAY, today), is_week=True)


def child_kept(access: Access, pupil: Pupil, page: ChildProvision, asked: str = "") -> ChildKept:
    """Everything of a child, this term or in the week asked for; two statements."""
    books = open_books(access, (*page.now, *page.before), pupil.pk)
    term = term_began(books.calendar, access.today)
    return _kept_in(asked_period(asked, term, access.today), books, pupil, page)


def kept_by_week(access: Access, pupil: Pupil, page: ChildProvision) -> list[ChildKept]:
    """The term so far, then each of its weeks, the latest first; two statements."""
    books = open_books(access, (*page.now, *page.before), pupil.pk)
    term = Period(term_began(books.calendar, access.today), access.today, is_week=False)
    weeks, monday = [], _monday(term.last)
    while monday >= _monday(term.first):
        week = Period(monday, min(monday + 6 * DAY, term.last), is_week=True)
        weeks.append(_kept_in(week, books, pupil, page))
        monday -= WEEK
    return [_kept_in(term, books, pupil, page), *weeks]


def _kept_in(period: Period, books: Books, pupil: Pupil, page: ChildProvision) -> ChildKept:
    chosen = (*page.now, *page.before)
    found = ledgers(books, chosen, period.first, pupil.pk)
    given = {
        line.id: (line, part_delivery(found[line.id, pupil.pk], period.first, period.last))
        for line in chosen
        if (line.id, pupil.pk) in found
        and found[line.id, pupil.pk].has_any(period.first, period.last)
    }
    promises = _promises(page, period)
    known = {promise.pk for promise in promises}
    served = {pk: keeps & known for pk, keeps in page.served.items()}
    return _shared(period, promises, served, given, books.calendar.is_open_day)


def releasable(page: ChildKept) -> list[KeptPromise]:
    """What parents may be shown: nothing sensitive, sealed, or without a minute promised."""
    return [
        each
        for each in page.promises
        if each.line.promise.sensitivity == Sensitivity.EVERYONE
        and SEALED not in each.line.promise.text
        and each.kept.promised
    ]


def released_to(pupil: Pupil) -> QuerySet[ReleasedDelivery]:
    """Rows of what parents of a child are shown, the latest first."""
    rows = ReleasedDelivery.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return rows.select_related("released_by", "promise").order_by("-last", "first", "pk")


def _promises(page: ChildProvision, period: Period) -> list[Promise]:
    """Promises of the period, hardest first."""
    rows = [line.promise for line in (*page.promises, *page.past_promises)]
    chosen = [
        row
        for row in rows
        if row.starts_on <= period.last and (row.ends_on is None or row.ends_on >= period.first)
    ]
    return sorted(chosen, key=lambda row: (BY_WEIGHT.index(row.weight), row.starts_on, row.pk))


def _shared(
    period: Period,
    promises: list[Promise],
    served: dict[UUID, frozenset[UUID]],
    given: dict[UUID, tuple[ProvisionLine, PartDelivery]],
    is_open: IsOpen,
) -> ChildKept:
    """Each minute counted for one promise, the hardest first."""
    minutes = {promise.pk: _minutes(promise, period, is_open) for promise in promises}
    sums: dict[str, dict[UUID, int]] = {
        name: dict.fromkeys(minutes, 0) for name in ("planned", "given", "owed")
    }
    for pk, (_, part) in given.items():
        keeps = [promise.pk for promise in promises if promise.pk in served.get(pk, ())]
        for name, so_far in sums.items():
            _add(so_far, keeps, getattr(part.delivery, name), minutes)
    return ChildKept(
        period,
        tuple(
            KeptPromise(
                PromiseLine(promise, (), 0),
                kept(minutes[promise.pk], *(so_far[promise.pk] for so_far in sums.values())),
                _given_for(promise, promises, served, given),
            )
            for promise in promises
        ),
        tuple(GivenLine(*each) for pk, each in given.items() if not served.get(pk)),
    )


def _minutes(promise: Promise, period: Period, is_open: IsOpen) -> int:
    rule = Promised(str(promise.pk), promise.minutes_a_week, promise.starts_on, promise.ends_on)
    return promised_minutes(rule, period.first, period.last, is_open)


def _add(
    so_far: dict[UUID, int], keeps: list[UUID], minutes: int, promised: dict[UUID, int]
) -> None:
    if not keeps:
        return
    room = [max(0, promised[pk] - so_far[pk]) for pk in keeps]
    for pk, share in zip(keeps, shared_out(minutes, room), strict=True):
        so_far[pk] += share


def _given_for(
    promise: Promise,
    promises: list[Promise],
    served: dict[UUID, frozenset[UUID]],
    given: dict[UUID, tuple[ProvisionLine, PartDelivery]],
) -> tuple[GivenLine, ...]:
    """What serves the promise; each provision stands with the hardest promise that it serves."""
    lines = []
    for pk, (line, part) in given.items():
        keeps = [each.pk for each in promises if each.pk in served.get(pk, ())]
        if keeps and keeps[0] == promise.pk:
            lines.append(GivenLine(line, part, len(keeps) - 1))
    return tuple(lines)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
