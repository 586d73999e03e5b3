"""What was given to whom, with what was scored: the facts behind every figure of impact."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import Reach
from aylsham.access.usual import read_as
from aylsham.codes import TermName
from aylsham.models import School
from aylsham.statements import Statement, among
from aylsham.suppression.counts import Counts
from aylsham.suppression.protecting import protect
from provision.models import EntryExit, Place, Provision
from provision.provision_codes import ProvisionState
from pupils.models import Need, Pupil


@dataclass(frozen=True)
class Asked:
    """What the asker wants to know of; empty: everything."""

    need: str = ""
    item: str = ""
    year: int | None = None
    term: str = ""
    school: str = ""


@dataclass(frozen=True, slots=True)
class ScoresRead:
    """What a child scored in one test on entry and exit of a provision: a row as it is read."""

    known_test: str
    own_test_id: UUID | None
    part: str
    scores: str
    entry: Decimal | None
    entry_on: dt.date | None
    exit: Decimal | None
    exit_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Run:
    """A child's part in one provision."""

    place_id: UUID
    pupil_id: UUID
    school_id: UUID
    starts_on: dt.date
    ends_on: dt.date
    needs: tuple[str, ...]
    provision: Provision
    item: str
    name: str
    #: The asker may open this child.
    is_seen: bool
    measures: tuple[ScoresRead, ...] = ()
    #: The child's share of what was delivered so far; None without a rate, while it is not known,
    #: or for whom costs are not.
    pence: int | None = None

    @property
    def began_in(self) -> tuple[int, str]:
        """School year and term in which the provision began."""
        return term_of(self.provision.starts_on)


def term_of(day: dt.date) -> tuple[int, str]:
    """School year and term of a day; about, since each school has its own days."""
    if day.month >= 9:
        return day.year, TermName.AUTUMN
    return day.year - 1, TermName.SPRING if day.month < 4 else TermName.SUMMER


def sees_all_children(access: Access) -> bool:
    """Whether the asker's role reaches every child of the page's schools."""
    at = [access.by_school.get(school.pk) for school in access.schools]
    return all(each is not None and each.reach == Reach.WHOLE_SCHOOL for each in at)


#: Pence of each place: see `impact.spent`.
type CostsBy = Callable[[Access, Mapping[UUID, Provision], Iterable[Run]], dict[UUID, int]]


def runs_of(access: Access, costs_by: CostsBy | None = None) -> list[Run]:
    """Everything that was given, oldest first; three statements, and those of its costs.

    Whoever sees all children gets what they may read of them. To others these are figures of the
    whole school only: without anything confidential, never to be shown child by child.
    """
    provisions = _provisions(access)
    found = _places(access, provisions)
    measures = _measures(access, provisions)
    pence = costs_by(access, provisions, found) if costs_by else {}
    everything = not sees_all_children(access)
    return [
        replace(run, measures=tuple(measures[run.place_id]), pence=pence.get(run.place_id))
        for run in found
        if run.is_seen or everything
    ]


def chosen(runs: Iterable[Run], asked: Asked, schools: Iterable[School]) -> list[Run]:
    """The runs that fit what was asked."""
    slugs = {school.pk: school.slug for school in schools}
    return [
        run
        for run in runs
        if (not asked.need or asked.need in run.needs)
        and (not asked.item or asked.item == run.item)
        and (asked.year is None or asked.year == run.began_in[0])
        and (not asked.term or asked.term == run.began_in[1])
        and (not asked.school or asked.school == slugs.get(run.school_id))
    ]


def of_enough(runs: Iterable[Run]) -> list[Run]:
    """The runs of interventions that five children or more of a school had, for whoever sees not all.

    Each school by itself: a figure of all schools would otherwise tell, beside those of the larger
    ones, how few the smallest adds. Children are in several interventions and no sum of them is
    printed, so nothing can be subtracted. What is left out looks like what nobody had.
    """
    found = list(runs)
    behind: dict[str, set[UUID]] = defaultdict(set)
    for run in found:
        behind[_at(run)].add(run.pupil_id)
    shown = protect(Counts({name: len(children) for name, children in behind.items()}))
    return [run for run in found if shown[_at(run)] is not None]


def _at(run: Run) -> str:
    return f"{run.school_id} {run.item}"


def newest_year(runs: Iterable[Run]) -> int | None:
    """The newest school year with an exit measure, or else the newest: where a reader begins."""
    years = [(any(row.exit for row in run.measures), run.began_in[0]) for run in runs]
    return max(years)[1] if years else None


def _provisions(access: Access) -> dict[UUID, Provision]:
    rows = Provision.objects.filter(school__in=access.schools)
    if sees_all_children(access):
        rows = rows.readable_by(access)
    else:
        rows = rows.filter(is_confidential=False)
    rows = rows.exclude(state=ProvisionState.DRAFT).select_related("own_item", "shared_item")
    return {row.pk: row for row in rows.order_by("starts_on", "pk")}


def _places(access: Access, provisions: dict[UUID, Provision]) -> list[Run]:
    return [
        Run(*facts, tuple(codes), provisions[key], *_item(provisions[key]), is_seen)
        for *facts, codes, key, is_seen in (
            each.values() for each in read_as(_given, access, ids=list(provisions))
        )
    ]


def _given(access: Access, ids: list[UUID]) -> QuerySet:
    needs = Need.objects.filter(
        Q(ended_on=None) | Q(ended_on__gte=OuterRef("starts_on")),
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pupil_id"),
    )
    seen = Pupil.objects.visible_to(access).filter(school_id=OuterRef("school_id"))
    return (
        Place.objects.filter(among("provision_id", ids), school__in=access.schools)
        .annotate(codes=ArraySubquery(needs.order_by("rank").values("need_type")))
        .annotate(seen=Exists(seen.filter(pk=OuterRef("pupil_id"))))
        .order_by("provision__starts_on", "pk")
        .values(
            "pk", "pupil_id", "school_id", "starts_on", "ends_on", "codes", "provision_id", "seen"
        )
    )


def _item(row: Provision) -> tuple[str, str]:
    """Which intervention it is, across schools where it is one; and its name."""
    own, shared = row.own_item, row.shared_item
    if own:
        return str(own.stands_for_id or own.pk), own.name
    if shared:
        return str(shared.pk), shared.name
    # A name that somebody gave a group may say a child's: it never stands in an address.
    return sha256(row.name.casefold().encode()).hexdigest()[:16], row.name


def _measures(access: Access, provisions: Iterable[UUID]) -> dict[UUID, list[ScoresRead]]:
    found: dict[UUID, list[ScoresRead]] = defaultdict(list)
    schools = [school.pk for school in access.schools]
    for place, *facts in _MEASURES.rows(schools=schools, ids=list(provisions)):
        found[place].append(ScoresRead(*facts))
    return found


def _measured(schools: list[UUID], ids: list[UUID]) -> QuerySet:
    rows = EntryExit.objects.filter(
        among("school_id", schools), among("place__provision_id", ids)
    ).order_by("pk")
    return rows.values_list("place_id", *ScoresRead.__slots__)


_MEASURES = Statement(_measured, schools=list, ids=list)
