"""Are we compliant: statutory days kept, what is late now, who is on the register."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.dates import academic_year
from aylsham.models import Deadline, School
from ehcp.rules.timeliness import Duty, Obligation, Side
from ehcp.selectors.assessments.timeliness import assessment_timeliness_at
from ehcp.selectors.order_timeliness import order_timeliness_at
from ehcp.selectors.timeliness import timeliness_at
from pupils.models import Pupil
from pupils.selectors.identity import with_status
from reports.bands import Band
from reports.selectors.due_counts import DueCounts
from reports.selectors.due_rows import count_due

#: Deadlines of schools themselves that governors ask after.
PUBLISHED = "published"


@dataclass(frozen=True)
class Kept:
    """How often one statutory duty was done in time."""

    label: str
    side: Side
    in_time: int
    late: int
    open_and_late: int
    not_recorded: int

    @property
    def known(self) -> int:
        """Those of which it is known whether they were in time."""
        return self.in_time + self.late + self.open_and_late


@dataclass(frozen=True)
class KeptByCouncil:
    """How one council kept its days, stage by stage."""

    council: str
    stages: tuple[Kept, ...]


@dataclass(frozen=True)
class Compliance:
    """The page of a head; `kept` is empty for somebody who may not see plans."""

    year: int
    kept: tuple[Kept, ...] | None
    due: DueCounts | None
    on_roll: int
    on_support: int
    with_plan: int
    #: What schools have to publish within a year.
    to_publish: tuple[Deadline, ...]
    #: Where children have plans or requests with more than one council.
    by_council: tuple[KeptByCouncil, ...] = ()

    @property
    def ours(self) -> list[Kept]:
        """What the school owed."""
        return [each for each in self.kept or () if each.side is Side.OURS]

    @property
    def theirs(self) -> list[Kept]:
        """What the council owed."""
        return [each for each in self.kept or () if each.side is Side.COUNCIL]

    @property
    def our_percent(self) -> int | None:
        """Of all that we owed, how many in a hundred were in time."""
        return _percent(self.ours)

    @property
    def their_percent(self) -> int | None:
        """Of all that the council owed, how many in a hundred were in time."""
        return _percent(self.theirs)

    @property
    def late_ours(self) -> int:
        """What we owe and is late."""
        return self._late(ours=True)

    @property
    def late_theirs(self) -> int:
        """What others owe and is late."""
        return self._late(ours=False)

    @property
    def register_percent(self) -> int | None:
        """Of all children on roll, how many in a hundred are on the register."""
        if not self.on_roll:
            return None
        return round(100 * (self.on_support + self.with_plan) / self.on_roll)

    def _late(self, *, ours: bool) -> int:
        if self.due is None:
            return 0
        return sum(
            each.number
            for each in self.due.tallies
            if each.band == Band.OVERDUE and (each.who == "school") is ours
        )


def compliance(access: Access) -> Compliance:
    """This academic year at the page's schools.

    Heads and deputies read it, who may open each child anyway: nothing needs hiding.
    """
    year = academic_year(access.today)
    planned = _schools(access, Permission.VIEW_PLANS)
    roll = _roll(access)
    owed = _owed(planned, dt.date(year, 9, 1), access.today) if planned else []
    return Compliance(
        year=year,
        kept=_kept([each for _, each in owed], access.today) if planned else None,
        by_council=_by_council(owed, access.today),
        due=count_due(access) if _schools(access, Permission.VIEW_DUE) else None,
        on_roll=sum(roll.values()),
        on_support=roll.get("K", 0),
        with_plan=roll.get("E", 0),
        to_publish=_to_publish(access),
    )


def _schools(access: Access, permission: Permission) -> list[School]:
    return [school for school in access.schools if access.can(permission, school)]


def _owed(schools: list[School], since: dt.date, today: dt.date) -> list[tuple[str, Obligation]]:
    """What has fallen due since a day, as the record stands today, with the council it is about."""
    days = {"since": since, "until": today}
    found = (
        *timeliness_at(schools, **days),
        *assessment_timeliness_at(schools, **days),
        *order_timeliness_at(schools, **days),
    )
    return [(of.council, each) for of in found for each in of.obligations]


def _kept(found: list[Obligation], today: dt.date) -> tuple[Kept, ...]:
    """Each duty of which something is due."""
    kept = (_kept_duty(duty, [o for o in found if o.duty is duty], today) for duty in Duty)
    return tuple(each for each in kept if each.known or each.not_recorded)


def _by_council(owed: list[tuple[str, Obligation]], today: dt.date) -> tuple[KeptByCouncil, ...]:
    """Each council's own days, where there are several councils."""
    theirs: dict[str, list[Obligation]] = defaultdict(list)
    for council, each in owed:
        if each.duty.side is Side.COUNCIL:
            theirs[council].append(each)
    if len(theirs) < 2:
        return ()
    return tuple(KeptByCouncil(name, _kept(theirs[name], today)) for name in sorted(theirs))


def _kept_duty(duty: Duty, found: list[Obligation], today: dt.date) -> Kept:
    return Kept(
        label=duty.label,
        side=duty.side,
        in_time=sum(each.is_in_time() for each in found),
        late=sum(each.is_late() for each in found),
        open_and_late=sum(each.is_open_and_late(today) for each in found),
        not_recorded=sum(not each.is_known for each in found),
    )


def _percent(kept: list[Kept]) -> int | None:
    known = sum(each.known for each in kept)
    return round(100 * sum(each.in_time for each in kept) / known) if known else None


def _roll(access: Access) -> dict[str, int]:
    """Children on roll by SEN status; nothing for somebody who may not open the register."""
    schools = _schools(access, Permission.VIEW_REGISTER)
    if not schools:
        return {}
    children = Pupil.objects.visible_to(access).filter(school__in=schools).on_roll(access.today)
    counted = with_status(children, access.today).annotate(status=F("period__status"))
    rows = counted.order_by().values_list("status").annotate(n=Count("pk"))
    return {status or "": number for status, number in rows}


def _to_publish(access: Access) -> tuple[Deadline, ...]:
    within = access.today + dt.timedelta(days=365)
    rows = Deadline.objects.readable_by(access).live(access.today)
    rows = rows.filter(kind=PUBLISHED, do_by__lte=within)
    return tuple(rows.select_related("school").order_by("do_by", "school__name"))
