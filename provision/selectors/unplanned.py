"""What is promised and nobody has planned, or not enough of it: the heaviest duty first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from aylsham.access.current import Access
from provision.models import Promise, Provision, ServedPromise
from provision.provision_codes import LegalWeight, ProvisionState
from provision.rules.make_up import BY_WEIGHT
from provision.rules.promised import shared_out
from provision.selectors.child_provision import PromiseLine
from pupils.models import Pupil
from pupils.models.roll import tell_apart

#: How many lines stand open; the rest are folded away.
OPEN = 12


@dataclass(frozen=True)
class Ahead:
    """What will keep a promise: a provision that begins later, or a draft."""

    provision: UUID
    begins: dt.date
    is_draft: bool


@dataclass(frozen=True)
class UnplannedLine:
    """A promise of which this week's timetable holds too little."""

    line: PromiseLine
    ahead: Ahead | None

    @property
    def promise(self) -> Promise:
        return self.line.promise

    @property
    def missing(self) -> int:
        """Minutes a week."""
        return self.promise.minutes_a_week - self.line.planned

    @property
    def is_council(self) -> bool:
        """Whether the council must secure it."""
        return self.promise.weight == LegalWeight.COUNCIL


@dataclass(frozen=True)
class Unplanned:
    """Every promise to children in reach that is not planned in full."""

    lines: tuple[UnplannedLine, ...]

    @property
    def first(self) -> tuple[UnplannedLine, ...]:
        """Those that stand open."""
        return self.lines[:OPEN]

    @property
    def rest(self) -> tuple[UnplannedLine, ...]:
        """Those that are folded away."""
        return self.lines[OPEN:]

    @property
    def minutes(self) -> int:
        """A week."""
        return sum(line.missing for line in self.lines)

    @property
    def by_council(self) -> int:
        """Minutes a week that the council must secure."""
        return sum(line.missing for line in self.lines if line.is_council)

    @property
    def pupil_ids(self) -> set[UUID]:
        return {line.promise.pupil_id for line in self.lines}


def live_promises_on_roll(access: Access) -> QuerySet[Promise]:
    """What is owed today to children on roll in reach, as far as the asker may read it."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)
    rows = Promise.objects.filter(school=access.school, pupil__in=seen.values("pk"))
    return rows.readable_by(access).live(access.today).select_related("pupil")


def serving(access: Access) -> QuerySet:
    """What keeps a promise today or later, confidential provision too: whether, never what."""
    mine = Provision.objects.filter(school=access.school, pk=OuterRef("provision_id"))
    return (
        ServedPromise.objects.filter(
            school=access.school,
            provision__places__pupil_id=F("promise__pupil_id"),
            provision__places__ends_on__gte=access.today,
        )
        .order_by("provision__places__starts_on", "pk")
        .values_list(
            "promise_id",
            "provision_id",
            "provision__state",
            "provision__places__starts_on",
            F("provision__sessions_a_week") * F("provision__minutes"),
            Exists(mine.readable_by(access)),
        )
    )


def unplanned(promises: Iterable[Promise], served: Iterable[tuple], today: dt.date) -> Unplanned:
    """From the rows of the two querysets; each planned minute counts for one promise alone."""
    now: dict[UUID, dict[UUID, int]] = defaultdict(dict)
    ahead: dict[UUID, Ahead] = {}
    for promise, pk, state, begins, minutes, is_readable in served:
        is_draft = state == ProvisionState.DRAFT
        if not is_draft and begins <= today:
            now[promise][pk] = minutes
        elif is_readable:
            ahead.setdefault(promise, Ahead(pk, begins, is_draft))
    rows = list(promises)
    tell_apart(row.pupil for row in rows)
    found = []
    for _, group in groupby(sorted(rows, key=_by_child), key=lambda row: row.pupil_id):
        mine = list(group)
        for row, planned in zip(mine, _planned(mine, now), strict=True):
            if planned < row.minutes_a_week:
                line = PromiseLine(row, (), planned)
                found.append(UnplannedLine(line, ahead.get(row.pk)))
    return Unplanned(tuple(sorted(found, key=_heaviest)))


def _by_child(row: Promise) -> tuple:
    """The promises of a child, hardest first."""
    return (row.pupil_id, BY_WEIGHT.index(row.weight), row.starts_on, row.pk)


def _heaviest(row: UnplannedLine) -> tuple:
    pupil = row.promise.pupil
    weight = BY_WEIGHT.index(row.promise.weight)
    return (weight, -row.missing, pupil.last_name, pupil.first_name, row.promise.pk)


def _planned(promises: list[Promise], now: dict[UUID, dict[UUID, int]]) -> list[int]:
    """Minutes a week for each promise of a child: the hardest is filled first."""
    sums = dict.fromkeys((row.pk for row in promises), 0)
    given = {pk: minutes for row in promises for pk, minutes in now.get(row.pk, {}).items()}
    for provision, minutes in given.items():
        keeps = [row for row in promises if provision in now.get(row.pk, {})]
        room = [max(0, row.minutes_a_week - sums[row.pk]) for row in keeps]
        for row, share in zip(keeps, shared_out(minutes, room), strict=True):
            sums[row.pk] += share
    return [sums[row.pk] for row in promises]
