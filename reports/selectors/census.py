"""Who would come back from the next school census, and who puts it right."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.clock import academic_year
from aylsham.models import School
from aylsham.timescales.registry import REGISTRY
from ehcp.models import EhcPlan
from pupils.codes import NEED_TYPES, DifferenceState
from pupils.models import Need, Pupil, StatusPeriod
from pupils.rules.census import CensusChild, CensusFault, Puts, census_faults
from pupils.selectors.adults import adults_at
from pupils.selectors.importing import SEN_FIELDS, open_differences
from pupils.words import year_words

#: Who is asked, and which permission puts it right on which page.
_FIXES = {
    Puts.STATUS: (Role.SENDCO, Permission.EDIT_REGISTER, "child_register"),
    Puts.NEEDS: (Role.SENDCO, Permission.EDIT_REGISTER, "child_register"),
    Puts.DETAILS: (Role.OFFICE, Permission.EDIT_PUPILS, "pupil_details"),
}


#: What no census asks for.
NOT_SENT = frozenset(
    {"contact_1", "contact_2", "preferred_first_name", "class_group", "attendance"}
)


@dataclass(frozen=True)
class CensusDay:
    """The next day on which the census is taken."""

    name: str
    on: dt.date
    collects_types: bool


@dataclass(frozen=True)
class CensusLine:
    """One fault of one child, with the person to ask and the page that puts it right."""

    pupil_id: UUID
    name: str
    year: str
    group: str
    fault: CensusFault
    ask: str
    url_name: str
    comes_next: bool


@dataclass(frozen=True)
class Drift:
    """Where the school's own system, which sends the census, says otherwise than the record."""

    pupil_id: UUID
    name: str
    group: str
    label: str
    theirs: str
    ours: str
    since: dt.date
    #: Kept as ours: the office changes its system. Otherwise somebody has to decide.
    is_decided: bool
    ask: str


@dataclass(frozen=True)
class CensusCheck:
    """The faults of a school, those of the next census first, and where the roll differs."""

    day: CensusDay
    checked: int
    lines: tuple[CensusLine, ...]
    drift: tuple[Drift, ...]

    @property
    def children(self) -> int:
        """How many children have a fault."""
        return len({line.pupil_id for line in self.lines})

    @property
    def stopping(self) -> int:
        """How many children would stop the next return."""
        lines = (line for line in self.lines if line.fault.stops and line.comes_next)
        return len({line.pupil_id for line in lines})


@dataclass(frozen=True)
class SchoolCensus:
    """How many children of a school the census would send back; each child is counted once."""

    slug: str
    name: str
    checked: int
    #: Would stop the next return.
    stopping: int
    #: Would be asked about in the next return.
    queries: int
    #: Only what the spring census asks for is wrong.
    later: int


@dataclass(frozen=True)
class FederationCensus:
    """The next census over several schools, by name."""

    day: CensusDay
    schools: tuple[SchoolCensus, ...]


def next_census(today: dt.date) -> CensusDay:
    """The first census day from today on."""
    for year in (academic_year(today), academic_year(today) + 1):
        days = REGISTRY.calculate("school.census_days", {"academic_year_starting": year}).values
        for name, on in days.items():
            if isinstance(on, dt.date) and on >= today:
                return CensusDay(name, on, collects_types=name == "spring")
    raise LookupError("The rule gives no census day.")


def census_check(access: Access) -> CensusCheck:
    """Every child on roll against the census of the next day; four statements."""
    school, day = access.school, next_census(access.today)
    knows_plans = access.can(Permission.VIEW_PLANS)
    children = list(_children(access, knows_plans))
    asked = _people(school, access.today)
    lines = [
        CensusLine(
            pupil_id=row["id"],
            name=f"{row['preferred_first_name'] or row['first_name']} {row['last_name']}",
            year=year_words(row["year_group"]),
            group=row["class_group__name"] or "",
            fault=fault,
            ask=asked[_FIXES[fault.part][0]],
            url_name=_fix_page(access, fault.part),
            comes_next=fault.is_every_census or day.collects_types,
        )
        for row in children
        for fault in census_faults(_as_sent(row, knows_plans), on=day.on, need_types=NEED_TYPES)
    ]
    lines.sort(key=lambda line: (not line.comes_next, not line.fault.stops))
    return CensusCheck(day, len(children), tuple(lines), tuple(_drift(access, asked)))


def federation_census(access: Access) -> FederationCensus:
    """Every school of the page against the next census, counts only; one statement.

    A school's children are those that the asker sees on its own page.
    """
    day = next_census(access.today)
    knows = {s.pk for s in access.schools if Permission.VIEW_PLANS in access.permissions_at(s)}
    rows = defaultdict(list)
    for row in _children(access, bool(knows)):
        child = _as_sent(row, row["school_id"] in knows)
        faults = census_faults(child, on=day.on, need_types=NEED_TYPES)
        rows[row["school_id"]].append(faults)
    schools = sorted(access.schools, key=lambda school: school.name)
    return FederationCensus(
        day, tuple(_counted(school, rows[school.pk], day) for school in schools)
    )


def _counted(school: School, children: list[list[CensusFault]], day: CensusDay) -> SchoolCensus:
    """How many children of a school stop the return, have a query, or have time until January."""
    next_ones = [
        [fault for fault in faults if fault.is_every_census or day.collects_types]
        for faults in children
    ]
    stopping = sum(any(fault.stops for fault in faults) for faults in next_ones)
    return SchoolCensus(
        slug=school.slug,
        name=school.name,
        checked=len(children),
        stopping=stopping,
        queries=sum(bool(faults) for faults in next_ones) - stopping,
        later=sum(
            bool(all_of) and not now for all_of, now in zip(children, next_ones, strict=True)
        ),
    )


def _drift(access: Access, asked: dict[Role, str]) -> Iterator[Drift]:
    """What is sent is what the school's own system says, so each difference has somebody to ask."""
    for row in open_differences(access.school, access):
        if row.field in NOT_SENT:
            continue
        is_decided = row.state == DifferenceState.OURS
        decides = Role.SENDCO if row.field in SEN_FIELDS else Role.OFFICE
        yield Drift(
            pupil_id=row.pupil_id,
            name=row.pupil.full_name,
            group=row.pupil.class_group.name if row.pupil.class_group else "",
            label=row.label,
            theirs=row.theirs,
            ours=row.ours,
            since=row.first_seen_on,
            is_decided=is_decided,
            ask=asked[Role.OFFICE if is_decided else decides],
        )


def _children(access: Access, knows_plans: bool):
    own = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pk")}
    needs = Need.objects.filter(**own, ended_on=None).order_by("rank")
    periods = StatusPeriod.objects.filter(**own, ends_on=None).order_by("starts_on")
    pupils = Pupil.objects.visible_to(access).on_roll(access.today).in_register_order()
    pupils = pupils.annotate(
        statuses=ArraySubquery(periods.values("status")),
        types=ArraySubquery(needs.values(data=JSONObject(code="need_type", rank="rank"))),
    )
    columns = [
        "id",
        "school_id",
        "first_name",
        "preferred_first_name",
        "last_name",
        "year_group",
        "class_group__name",
        "upn",
        "statuses",
        "types",
    ]
    if knows_plans:
        plans = EhcPlan.objects.filter(**own).maintained()
        pupils = pupils.annotate(has_plan=Exists(plans))
        columns.append("has_plan")
    return pupils.values(*columns)


def _as_sent(row: dict, knows_plans: bool) -> CensusChild:
    return CensusChild(
        upn=row["upn"],
        statuses=tuple(row["statuses"]),
        needs=tuple((need["code"], need["rank"]) for need in row["types"]),
        has_plan=row["has_plan"] if knows_plans else None,
    )


def _people(school, today: dt.date) -> dict[Role, str]:
    adults = adults_at(school, today=today, roles=[Role.SENDCO, Role.OFFICE])
    names = {
        role: ", ".join(dict.fromkeys(a.user.name for a in adults if a.role == role))
        for role in (Role.SENDCO, Role.OFFICE)
    }
    return {role: name or f"the {role.label}" for role, name in names.items()}


def _fix_page(access: Access, part: Puts) -> str:
    _, permission, page = _FIXES[part]
    return page if access.can(permission) else "child"
