"""What is owed to one child and given to it, as the child's page shows it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.together import Reads, read
from provision.models import Promise, Provision, ServedPromise
from provision.provision_codes import LegalWeight, PromiseSource
from provision.selectors.provisions import ProvisionLine, lines_from, provision_rows
from pupils.models import Pupil

#: Said by the source of a promise and by its reference alike.
SECTION_F = "Section F"
#: Where the whole plan's hours are the promise; the amount says so already.
ALL_HOURS = "hours a week"


@dataclass(frozen=True)
class PromiseLine:
    """What is owed to a child, and which provision keeps it."""

    promise: Promise
    names: tuple[str, ...]
    planned: int  # minutes a week that these provide today

    @property
    def id(self) -> UUID:
        return self.promise.pk

    @property
    def source_words(self) -> str:
        """By whose word, and where it stands: `EHC plan, Section F, F2`."""
        words = PromiseSource(self.promise.source).label
        place = self.promise.reference
        if words.endswith(SECTION_F):
            place = place.removeprefix(SECTION_F).lstrip(" ,").removeprefix(ALL_HOURS)
        return f"{words}, {place}" if place else words

    @property
    def weight_words(self) -> str:
        """How it binds."""
        return LegalWeight(self.promise.weight).label

    @property
    def amount(self) -> str:
        """`3 × 30 min a week`, `12.5 hours a week`."""
        row = self.promise
        if row.hours_a_week is not None:
            return f"{row.hours_a_week.normalize():f} hours a week"
        return f"{row.sessions_a_week} × {row.minutes} min a week"

    @property
    def amount_beside(self) -> str:
        """The amount, unless the words of the promise begin with it."""
        row = self.promise
        is_said = row.hours_a_week is not None and row.text.startswith(
            f"{row.hours_a_week.normalize():f} hours"
        )
        return "" if is_said else self.amount

    @property
    def is_short(self) -> bool:
        """Less is planned than is owed."""
        return self.planned < self.promise.minutes_a_week


@dataclass(frozen=True)
class ChildProvision:
    """What a child is owed and what it is given."""

    promises: tuple[PromiseLine, ...]
    past_promises: tuple[PromiseLine, ...]
    now: tuple[ProvisionLine, ...]
    later: tuple[ProvisionLine, ...]
    before: tuple[ProvisionLine, ...]
    #: Which promises of the child each provision keeps.
    served: dict[UUID, frozenset[UUID]]

    @property
    def minutes_a_week(self) -> int:
        """Planned for this week, all together."""
        return sum(line.minutes_a_week for line in self.now)


def child_provision(access: Access, pupil: Pupil) -> ChildProvision:
    """What a child is owed and given; two statements."""
    return read(child_provision_read(access, pupil))


def child_provision_read(access: Access, pupil: Pupil) -> Reads[ChildProvision]:
    """The same, to go with other reads; one statement more for the children it is shared with."""
    mine_too = Provision.objects.filter(school=access.school, places__pupil=pupil)
    rows, kept, owed = yield [
        provision_rows(mine_too.readable_by(access).distinct()),
        ServedPromise.objects.filter(school=access.school, promise__pupil=pupil).values_list(
            "provision_id", "promise_id"
        ),
        promises_of(access, pupil),
    ]
    lines = lines_from(access, rows)
    today = access.today
    mine = {line.id: next(p for p in line.places if p.pupil_id == pupil.pk) for line in lines}
    now = [x for x in lines if mine[x.id].starts_on <= today <= mine[x.id].ends_on]
    served = _served(kept)
    promises = _promises(owed, now, served)
    return ChildProvision(
        promises=tuple(p for p in promises if not _is_over(p, today)),
        past_promises=tuple(p for p in promises if _is_over(p, today)),
        now=tuple(now),
        later=tuple(x for x in lines if mine[x.id].starts_on > today),
        before=tuple(x for x in lines if mine[x.id].ends_on < today),
        served=served,
    )


def _is_over(line: PromiseLine, today: dt.date) -> bool:
    return line.promise.ends_on is not None and line.promise.ends_on < today


def _served(rows: Iterable[tuple[UUID, UUID]]) -> dict[UUID, frozenset[UUID]]:
    """By provision, the promises of the child that it keeps."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for provision_id, promise_id in rows:
        found[provision_id].add(promise_id)
    return {pk: frozenset(promises) for pk, promises in found.items()}


def _promises(
    promises: Iterable[Promise],
    now: Iterable[ProvisionLine],
    served: dict[UUID, frozenset[UUID]],
) -> list[PromiseLine]:
    running = [line for line in now if not line.is_draft]
    found = []
    for promise in promises:
        keep = [line for line in running if promise.pk in served.get(line.id, ())]
        names = tuple(line.provision.name for line in keep)
        found.append(PromiseLine(promise, names, sum(line.minutes_a_week for line in keep)))
    return found


def promises_of(access: Access, pupil: Pupil):
    """What the child is or was owed, as far as the asker may read it."""
    return Promise.objects.filter(school=access.school, pupil=pupil).readable_by(access)


def promise_of(access: Access, pupil: Pupil, pk: UUID) -> Promise | None:
    """One promise to this child that the asker may read."""
    row = promises_of(access, pupil).filter(pk=pk).first()
    if row:
        row.school, row.pupil = pupil.school, pupil
    return row
