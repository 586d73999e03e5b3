"""What is given to children, as lists and pages show it: cut to the children in reach."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import User
from aylsham.together import read_rows
from provision.models import Place, Promise, Provision, ProvisionReader, ServedPromise
from provision.provision_codes import (
    FundingStream,
    LegalWeight,
    PromiseSource,
    ProvisionState,
    StaffRole,
)
from provision.rules.weekdays import weekday_words
from pupils.codes import NEED_TYPES, Tier
from pupils.models import Pupil
from pupils.models.roll import tell_apart


@dataclass(frozen=True)
class ProvisionLine:
    """A provision with the children of it whom the asker may see."""

    provision: Provision
    places: tuple[Place, ...]
    #: Children in it whom the asker may not see.
    others: int

    @property
    def id(self) -> UUID:
        return self.provision.pk

    @property
    def tier_words(self) -> str:
        """Universal, targeted, enhanced."""
        return Tier(self.provision.tier).label

    @property
    def state_words(self) -> str:
        """Draft, running, ended."""
        return ProvisionState(self.provision.state).label

    @property
    def is_draft(self) -> bool:
        return self.provision.state == ProvisionState.DRAFT

    @property
    def is_ended(self) -> bool:
        return self.provision.state == ProvisionState.ENDED

    def is_on(self, day: dt.date) -> bool:
        """Given on a day, by its plan."""
        row = self.provision
        return not self.is_draft and row.starts_on <= day <= row.ends_on

    @property
    def need_words(self) -> str:
        """The main need; empty when nobody said."""
        code = self.provision.need_type
        return NEED_TYPES[code].label if code else ""

    @property
    def who(self) -> str:
        """Who gives it: the person, or else the role."""
        role = StaffRole(self.provision.staff_role).label
        return f"{self.provision.staff.name}, {role}" if self.provision.staff else role

    @property
    def shape(self) -> str:
        """`3 × 30 min a week, 10 weeks`."""
        row = self.provision
        weeks = "1 week" if row.weeks == 1 else f"{row.weeks} weeks"
        return f"{row.sessions_a_week} × {row.minutes} min a week, {weeks}"

    @property
    def when_words(self) -> str:
        """`Mon, Wed at 9:15`; empty where nobody said."""
        row = self.provision
        time = f"at {row.time:%-H:%M}" if row.time else ""
        return " ".join(filter(None, [weekday_words(row.weekdays), time]))

    @property
    def funding_words(self) -> str:
        """What pays for it."""
        return FundingStream(self.provision.funding).label

    @property
    def minutes_a_week(self) -> int:
        """How long a week, for each child in it."""
        return self.provision.sessions_a_week * self.provision.minutes


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
        """By whose word, and where it stands."""
        words = PromiseSource(self.promise.source).label
        return f"{words}, {self.promise.reference}" if self.promise.reference else words

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


def in_reach(access: Access):
    """Provision of the school that the asker may read, with a child in it whom they may see.

    Whoever plans provision also sees what has no child in it.
    """
    rows = Provision.objects.filter(school=access.school).readable_by(access)
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    places = Place.objects.filter(school_id=OuterRef("school_id"), provision_id=OuterRef("pk"))
    reached = Q(Exists(places.filter(pupil__in=seen)))
    if access.can(Permission.EDIT_PROVISION):
        reached |= ~Exists(places)
    return rows.filter(reached)


def provision_lines(access: Access, rows) -> list[ProvisionLine]:
    """Provisions (a queryset in reach) with their children; two statements whatever their number."""
    sized = rows.select_related("staff").annotate(size=Count("places"))
    found = list(sized.order_by("name", "starts_on", "pk"))
    places: dict[UUID, list[Place]] = defaultdict(list)
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    mine = Place.objects.filter(school=access.school, provision__in=[p.pk for p in found])
    for place in (
        mine.filter(pupil__in=seen)
        .select_related("pupil", "pupil__class_group")
        .order_by("pupil__last_name", "pupil__first_name", "pupil_id")
    ):
        places[place.provision_id].append(place)
    tell_apart(place.pupil for group in places.values() for place in group)
    return [_line(row, places[row.pk]) for row in found]


def _line(row, places: list[Place]) -> ProvisionLine:
    row_size = row.size
    return ProvisionLine(row, tuple(places), row_size - len(places))


def provisions_of_year(access: Access, year: int, *, tier: str = "", state: str = ""):
    """What begins or runs in a school year."""
    rows = in_reach(access).between(*school_year(year))
    if tier:
        rows = rows.filter(tier=tier)
    return rows.filter(state=state) if state else rows


def school_year(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of the school year that begins in `year`."""
    return dt.date(year, 9, 1), dt.date(year + 1, 8, 31)


def provision_of(access: Access, pk: UUID) -> Provision | None:
    """One provision that the asker may read and a child of which they may see."""
    found = in_reach(access).filter(pk=pk).select_related("staff", "shared_item", "own_item")
    row = found.first()
    if row:
        row.school = access.school
    return row


def place_of(access: Access, provision: Provision, pk: UUID) -> Place | None:
    """One child's part in a provision, if the asker may see the child."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    rows = Place.objects.filter(school=access.school, provision=provision, pk=pk, pupil__in=seen)
    place = rows.select_related("pupil").first()
    if place:
        place.provision = provision
    return place


def readers_of(provision: Provision) -> list[User]:
    """Who is named to read a confidential provision."""
    rows = ProvisionReader.objects.filter(school_id=provision.school_id, provision=provision)
    return [row.user for row in rows.select_related("user").order_by("user__name")]


def unseen_in(access: Access, provision: Provision) -> frozenset[UUID]:
    """Children in a provision whom the asker may not see."""
    places = Place.objects.filter(school=access.school, provision=provision)
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    return frozenset(places.exclude(pupil__in=seen).values_list("pupil_id", flat=True))


def child_provision(access: Access, pupil: Pupil) -> ChildProvision:
    """What a child is owed and given; three statements."""
    rows = Provision.objects.filter(school=access.school, places__pupil=pupil)
    lines = provision_lines(access, rows.readable_by(access).distinct())
    today = access.today
    mine = {line.id: next(p for p in line.places if p.pupil_id == pupil.pk) for line in lines}
    now = [x for x in lines if mine[x.id].starts_on <= today <= mine[x.id].ends_on]
    kept, owed = read_rows(
        ServedPromise.objects.filter(school=access.school, promise__pupil=pupil).values_list(
            "provision_id", "promise_id"
        ),
        promises_of(access, pupil),
    )
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


def live_promises(access: Access) -> list[Promise]:
    """What is owed today to the children whom the asker may see, by child."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    rows = Promise.objects.filter(school=access.school, pupil__in=seen).readable_by(access)
    by_name = ("pupil__last_name", "pupil__first_name", "pupil_id", "starts_on")
    return list(rows.live(access.today).select_related("pupil").order_by(*by_name))


def served_by(provision: Provision) -> list[UUID]:
    """The promises that a provision keeps."""
    rows = ServedPromise.objects.filter(school_id=provision.school_id, provision=provision)
    return list(rows.values_list("promise_id", flat=True))
