"""What is given to children, as lists and pages show it: cut to the children in reach."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import read_as
from aylsham.models import User
from aylsham.statements import among, columns_of, made_from
from provision.models import (
    EntryExit,
    Place,
    Promise,
    Provision,
    ProvisionReader,
    ServedPromise,
    Session,
    Target,
)
from provision.provision_codes import (
    FundingStream,
    ProvisionState,
    StaffRole,
)
from provision.rules.weekdays import weekday_words
from pupils.codes import NEED_TYPES, Tier
from pupils.models import ClassGroup, Pupil
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
    def pupils(self) -> list[Pupil]:
        """The children whom the asker may see, by name."""
        return [place.pupil for place in self.places]

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


def provision_lines(access: Access, rows, *, with_own: bool = False) -> list[ProvisionLine]:
    """Provisions (a queryset in reach) with their children; two statements whatever their number.

    `with_own`: also the children, by name, to whom the asker gives one and whose record is closed
    to them.
    """
    return lines_from(access, list(provision_rows(rows)), with_own=with_own)


def provision_rows(rows) -> QuerySet[Provision]:
    """Provisions with their size, by name, to be read together with something else."""
    sized = rows.select_related("staff").annotate(size=Count("places"))
    return sized.order_by("name", "starts_on", "pk")


def lines_from(
    access: Access, found: list[Provision], *, with_own: bool = False
) -> list[ProvisionLine]:
    """Those rows with their children; one statement."""
    places = _places_in(access, [row.pk for row in found], with_own)
    return [_line(row, places[row.pk]) for row in found]


def _places_in(access: Access, ids: list[UUID], with_own: bool) -> dict[UUID, list[Place]]:
    """The places in these provisions of children in reach, by name; each child is made once."""
    pupils: dict[UUID, Pupil] = {}
    places: dict[UUID, list[Place]] = defaultdict(list)
    for values in read_as(_seen_or_given_in if with_own else _seen_in, access, ids=ids):
        pk = values["pupil_id"]
        if pk not in pupils:
            pupils[pk] = made_from(Pupil, values, "pupil__")
            pupils[pk].class_group = made_from(ClassGroup, values, "pupil__class_group__")
        place = made_from(Place, values)
        place.pupil = pupils[pk]
        places[place.provision_id].append(place)
    tell_apart(pupils.values())
    return places


def _seen_in(access: Access, ids: list[UUID]) -> QuerySet:
    return _with_children(access, ids, Q(pupil__in=_seen(access)))


def _seen_or_given_in(access: Access, ids: list[UUID]) -> QuerySet:
    own = Q(provision__staff=access.user)
    return _with_children(access, ids, own | Q(pupil__in=_seen(access)))


def _seen(access: Access) -> QuerySet:
    return Pupil.objects.visible_to(access).filter(school=access.school).values("pk")


def _with_children(access: Access, ids: list[UUID], which: Q) -> QuerySet:
    rows = Place.objects.filter(which, among("provision_id", ids), school=access.school)
    return rows.order_by("pupil__last_name", "pupil__first_name", "pupil_id").values(
        *columns_of(Place),
        *columns_of(Pupil, "pupil__"),
        *columns_of(ClassGroup, "pupil__class_group__"),
    )


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


def has_records(provision: Provision) -> bool:
    """Whether a session is logged or a child measured: then it is never deleted."""
    mine = {"school_id": provision.school_id}
    logged = Session.objects.filter(**mine, provision=provision)
    measured = EntryExit.objects.filter(**mine, place__provision=provision)
    rows = Provision.objects.filter(**mine, pk=provision.pk)
    return rows.filter(Exists(logged) | Exists(measured)).exists()


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


def live_promises(access: Access) -> QuerySet:
    """Promises of today to the children whom the asker may see, by child."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    rows = Promise.objects.filter(school=access.school, pupil__in=seen).readable_by(access)
    by_name = ("pupil__last_name", "pupil__first_name", "pupil_id", "starts_on")
    return rows.live(access.today).select_related("pupil").order_by(*by_name)


def open_targets(access: Access) -> QuerySet:
    """Targets that the children whom the asker may see work on, by child."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    rows = Target.objects.filter(school=access.school, pupil__in=seen).readable_by(access).open()
    by_name = ("pupil__last_name", "pupil__first_name", "pupil_id", "starts_on", "pk")
    return rows.select_related("pupil").order_by(*by_name)


def targets_of(access: Access, provision: Provision) -> list[Target]:
    """What a provision works towards, as far as the asker may read it; one statement."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    rows = Target.objects.filter(
        school=access.school, pupil__in=seen, worked_on_by__provision=provision
    )
    return list(rows.readable_by(access).select_related("pupil").order_by("starts_on", "pk"))


def served_by(provision: Provision) -> list[UUID]:
    """The promises that a provision keeps."""
    rows = ServedPromise.objects.filter(school_id=provision.school_id, provision=provision)
    return list(rows.values_list("promise_id", flat=True))
