"""What the record asks of people's time in a week: provision, promises that none keeps, time needs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from aylsham.models import School
from provision.models import Place, Promise, Provision, ServedPromise
from provision.provision_codes import ProvisionState, StaffRole
from pupils.models import Pupil
from staff.codes import DemandRank, PeriodKind, TimeNeedKind
from staff.models import TimeNeed
from staff.planning.clocks import minute_of
from staff.rules.demands import (
    USUAL_PIECE,
    Amount,
    in_pieces,
    longest_run,
    rank_of,
    rest_of,
)
from staff.selectors.school_days import days_of, holding_on

#: Given by somebody whose week is not planned here; the children are busy then.
NOT_PLANNED = frozenset(
    {StaffRole.TEACHER, StaffRole.SENDCO, StaffRole.THERAPIST, StaffRole.VOLUNTEER}
)
#: In which children may be taught apart, or helped in class.
TAUGHT = frozenset({PeriodKind.REGISTRATION, PeriodKind.ASSEMBLY, PeriodKind.LESSON})
#: Owed to a child by law: medical needs (Children and Families Act 2014 s.100) and reasonable
#: adjustments (Equality Act 2010 s.20), which intimate care and a way to school are.
BY_LAW = frozenset({TimeNeedKind.CARE, TimeNeedKind.MEDICINE, TimeNeedKind.TRANSPORT})


@dataclass(frozen=True)
class Wanted:
    """One thing that a week has to cover; exactly one source."""

    rank: str
    amount: Amount
    provision: Provision | None = None
    promise: Promise | None = None
    need: TimeNeed | None = None
    adult_number: int = 1

    @property
    def key(self) -> tuple[UUID, int]:
        """Which demand of a plan it is, as `PlanDemand.key`."""
        [source] = filter(None, (self.provision, self.promise, self.need))
        return source.pk, self.adult_number


def wanted_in(school: School, monday: dt.date) -> list[Wanted]:
    """All that a week asks for, the most strongly owed first; seven statements."""
    longest = _longest(school, monday)
    provisions = list(_provisions(school, monday))
    found = [_of_provision(each, longest) for each in provisions if is_planned(each)]
    found += _of_promises(school, provisions, monday, longest)
    found += _of_needs(school, monday, longest)
    ranks = list(DemandRank)
    return sorted(found, key=lambda wanted: ranks.index(DemandRank(wanted.rank)))


def is_planned(provision: Provision) -> bool:
    """Whether it takes the time of somebody whose week is planned."""
    return provision.staff_role not in NOT_PLANNED


def _longest(school: School, monday: dt.date) -> int:
    """Minutes of the longest time without a pause in which children are taught."""
    runs = [
        longest_run(
            [
                (minute_of(p.starts_at), minute_of(p.ends_at))
                for p in day.periods.all()
                if p.kind in TAUGHT
            ]
        )
        for day in holding_on(days_of(school), monday)
    ]
    return min((run for run in runs if run), default=USUAL_PIECE)


def _provisions(school: School, monday: dt.date) -> Iterator[Provision]:
    friday = monday + dt.timedelta(days=4)
    places = Place.objects.filter(starts_on__lte=friday, ends_on__gte=monday, school=school)
    serves = ServedPromise.objects.filter(
        Q(promise__ends_on=None) | Q(promise__ends_on__gte=monday),
        school=school,
        promise__starts_on__lte=friday,
    ).select_related("promise")
    rows = (
        Provision.objects.filter(school=school, state=ProvisionState.RUNNING)
        .between(monday, friday)
        .prefetch_related(
            Prefetch("places", places.select_related("pupil"), to_attr="now"),
            Prefetch("serves", serves, to_attr="kept"),
        )
        .order_by("name", "pk")
    )
    for provision in rows:
        if provision.now:
            yield provision


def _of_provision(provision: Provision, longest: int) -> Wanted:
    weights = {served.promise.weight for served in provision.kept}
    rank = rank_of(weights, is_in_class=provision.is_in_class)
    amount = in_pieces(Amount(provision.sessions_a_week, provision.minutes), longest)
    return Wanted(rank, amount, provision=provision)


def _of_promises(
    school: School, provisions: Iterable[Provision], monday: dt.date, longest: int
) -> Iterator[Wanted]:
    """What is owed and no provision of the week gives: whoever gives it would count as one."""
    kept: dict[UUID, int] = defaultdict(int)
    for provision in provisions:
        there = {place.pupil_id for place in provision.now}
        for served in provision.kept:
            if served.promise.pupil_id in there:
                kept[served.promise_id] += provision.sessions_a_week * provision.minutes
    friday = monday + dt.timedelta(days=4)
    live = Promise.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=monday), school=school, starts_on__lte=friday
    )
    here = Pupil.objects.filter(school=school).on_roll(monday)
    for promise in live.filter(pupil__in=here).select_related("pupil").order_by("pk"):
        owed: Amount | int = promise.minutes_a_week
        if promise.sessions_a_week is not None:
            owed = Amount(promise.sessions_a_week, promise.minutes)
        if amount := rest_of(owed, kept[promise.pk], longest):
            rank = rank_of({promise.weight}, is_in_class=False)
            yield Wanted(rank, amount, promise=promise)


def _of_needs(school: School, monday: dt.date, longest: int) -> Iterator[Wanted]:
    friday = monday + dt.timedelta(days=4)
    rows = TimeNeed.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=monday), school=school, starts_on__lte=friday
    ).select_related("class_group", "pupil", "topic")
    here = Pupil.objects.filter(school=school, closed_on=None).on_roll(monday)
    for need in rows.filter(Q(pupil=None) | Q(pupil__in=here)):
        amount = Amount(need.times_a_week, need.minutes)
        if need.starts_at is None:
            amount = in_pieces(amount, longest)
        for number in range(1, need.adults + 1):
            yield Wanted(_rank_of_need(need), amount, need=need, adult_number=number)


def _rank_of_need(need: TimeNeed) -> str:
    if need.pupil_id and need.kind in BY_LAW:
        return DemandRank.STATUTORY
    return DemandRank.CLASS_SUPPORT if need.kind == TimeNeedKind.CLASS else DemandRank.DUTY
