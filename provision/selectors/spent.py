"""What was spent until a day, as it was worked out at night and is kept for many schools."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.clock import academic_year
from aylsham.jobs.selectors import job_progress, jobs_of_person
from aylsham.models import School
from aylsham.statements import Statement, among
from provision.models import Place, Provision, SpentPart, SpentUntil
from provision.provision_codes import SPENT_JOB, ProvisionState
from provision.rules.delivery import Reason
from provision.rules.spending import Spent
from provision.selectors.ledgers import Part
from provision.selectors.rates import RateBook, rate_books
from provision.selectors.shares import Amount, Share, places_of
from provision.selectors.spending import Spending, has_begun, spending

type Line = tuple[Share, Amount]


def worked_out(school: School, until: dt.date) -> Spending:
    """Everything of a school until a day, as the live page of each school year says it."""
    rows = Provision.objects.filter(school=school, starts_on__lte=until)
    by_year: dict[int, list[Provision]] = defaultdict(list)
    for row in rows.exclude(state=ProvisionState.DRAFT):
        row.school = school
        by_year[academic_year(row.starts_on)].append(row)
    rates = rate_books([school])
    parts: dict[Part, Spent] = {}
    delivered: dict[UUID, int] = {}
    by_adults: dict[UUID, int] = {}
    for provisions in by_year.values():
        places = places_of([school], provisions)
        found = spending([school], provisions, places, rates, until)
        parts |= found.parts
        delivered |= found.delivered
        by_adults |= found.by_adults
    return Spending(parts, delivered, {school.pk: until}, by_adults=by_adults)


def kept_spending(
    schools: Collection[School],
    provisions: Iterable[Provision],
    places: Mapping[UUID, list[Place]],
    rates: Mapping[UUID, RateBook],
    today: dt.date,
) -> Spending:
    """The same as it is kept, each school until its own day; two statements.

    Of a provision whose children have changed since then nothing is known until the next night.
    """
    ids = [school.pk for school in schools]
    chosen = list(provisions)
    until = dict(_UNTIL.rows(schools=ids))
    kept = _kept(_PARTS.rows(schools=ids, provisions=[row.pk for row in chosen]))
    parts: dict[Part, Spent] = {}
    delivered: dict[UUID, int] = {}
    by_adults: dict[UUID, int] = {}
    for row in chosen:
        known = kept.get(row.pk)
        children = {place.pupil_id for place in places[row.pk]}
        if known and known.is_of(children) and rates[row.school_id].rate_for(row):
            parts |= {(row.pk, pupil): each for pupil, each in known.parts.items()}
            delivered[row.pk] = known.whole
            if known.by_adults is not None:
                by_adults[row.pk] = known.by_adults
    return Spending(parts, delivered, until, by_adults=by_adults)


@dataclass(frozen=True)
class _Kept:
    """A provision as it is kept."""

    whole: int  # pence delivered
    by_adults: int | None
    children: int
    parts: dict[UUID, Spent] = field(default_factory=dict)

    def is_of(self, children: Set[UUID]) -> bool:
        """Whether these children are in it, and nobody else was when it was worked out."""
        return self.parts.keys() == children and len(children) == self.children


def _kept(rows: Iterable[tuple]) -> dict[UUID, _Kept]:
    found: dict[UUID, _Kept] = {}
    for provision, pupil, *pence, missed, away, whole, by_adults, children in rows:
        if provision not in found:
            found[provision] = _Kept(whole, by_adults, children)
        found[provision].parts[pupil] = Spent(*pence, _by_reason(missed), away or 0)
    return found


def _by_reason(missed: Mapping[str, int]) -> dict[Reason | None, int]:
    return {Reason(code) if code else None: pence for code, pence in missed.items()}


def _until(schools: list[UUID]) -> QuerySet:
    rows = SpentUntil.objects.filter(among("school_id", schools))
    return rows.order_by().values_list("school_id", "until")


def _parts(schools: list[UUID], provisions: list[UUID]) -> QuerySet:
    rows = SpentPart.objects.filter(among("school_id", schools), among("provision_id", provisions))
    return rows.order_by().values_list(*_COLUMNS)


_COLUMNS = (
    "provision_id", "pupil_id", "so_far", "within", "extra", "unlogged", "missed", "away",
    "of_whole", "of_adults", "children",
)  # fmt: skip
_UNTIL = Statement(_until, schools=list)
_PARTS = Statement(_parts, schools=list, provisions=list)


@dataclass(frozen=True)
class Until:
    """Until which days a page knows what was delivered."""

    #: Each day with its schools, the day of most schools first.
    days: tuple[tuple[dt.date, tuple[School, ...]], ...]
    #: Schools with something that has begun, of which nothing was ever worked out.
    never: tuple[School, ...]
    #: Of what is shown of the others: pence planned of which nothing is known yet.
    since: int = 0

    @property
    def day(self) -> dt.date | None:
        """The one day of all schools; None where they differ, or none is known."""
        return self.days[0][0] if len(self.days) == 1 else None


def until_of(
    spent: Spending, schools: Iterable[School], lines: Iterable[Line], shown: Iterable[Line]
) -> Until:
    """Until which days these schools are known."""
    of_day: dict[dt.date, list[School]] = defaultdict(list)
    begun = {share.provision.school_id for share, amount in lines if amount.unknown}
    never = []
    for school in schools:
        if school.pk in spent.until:
            of_day[spent.until[school.pk]].append(school)
        elif school.pk in begun:
            never.append(school)
    days = sorted(of_day.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    since = sum(a.unknown for share, a in shown if share.provision.school_id in spent.until)
    return Until(tuple((day, tuple(each)) for day, each in days), tuple(never), since)


def with_unknown(lines: Iterable[Line], spent: Spending, today: dt.date) -> Iterator[Line]:
    """The lines, saying of which nothing is known though a child is in it and it has begun."""
    for share, amount in lines:
        row = share.provision
        has_child = share.pupil is not None or share.is_hidden
        if has_child and row.pk not in spent.delivered and has_begun(row, today):
            yield share, replace(amount, unknown=amount.planned)
        else:
            yield share, amount


@dataclass(frozen=True)
class Changes:
    """How what is kept of a school differs from what its log says until the same day."""

    until: dt.date | None
    parts: int
    #: Provision and child of each part that is missing, different or too much.
    different: tuple[Part, ...]
    #: Provisions of which the whole differs.
    wholes: tuple[UUID, ...]

    def __bool__(self) -> bool:
        return bool(self.different or self.wholes)


def find_changes(school: School) -> Changes:
    """Work a school out again until the day that is kept, and compare."""
    row = SpentUntil.objects.filter(school=school).first()
    if row is None:
        return Changes(None, 0, (), ())
    now = worked_out(school, row.until)
    kept = _kept(SpentPart.objects.filter(school=school).values_list(*_COLUMNS))
    parts = {(pk, child): each for pk, of in kept.items() for child, each in of.parts.items()}
    different = [
        part for part in parts.keys() | now.parts if parts.get(part) != now.parts.get(part)
    ]
    wholes = {pk: (of.whole, of.by_adults) for pk, of in kept.items()}
    news = {pk: (whole, now.by_adults[pk]) for pk, whole in now.delivered.items()}
    others = [pk for pk in wholes.keys() | news if wholes.get(pk) != news.get(pk)]
    return Changes(row.until, len(parts), tuple(sorted(different)), tuple(sorted(others)))


def work_under_way(access: Access):
    """How far the working out is that this person started; None where none is under way."""
    job = jobs_of_person(access).open().filter(kind=SPENT_JOB).first()
    return job_progress(job, access) if job else None
