"""Pupil premium plus of a financial year: what each pound was for, and what it changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import rows_as
from aylsham.models import School
from aylsham.statements import among
from aylsham.timescales.rules import Confidence
from lac.codes import CareKind
from lac.models import CarePeriod, PremiumCost, PremiumFunding, PremiumRate, PremiumRequest
from lac.premium_codes import FundingKind, Payer, RateFor
from lac.rules.premium import Balance, Rate, Use, balance_of, published_rate
from lac.selectors.premium_lines import ChildMoney, Pot, PremiumYear, UseLine
from provision.models import Target
from provision.rules.elements import financial_days
from provision.selectors.targets import target_lines
from pupils.access import schools_where
from pupils.models import Pupil
from pupils.models.roll import tell_apart


def rates_of(school: School, year: int) -> dict[str, Rate]:
    """The rate of each kind: as the federation read it, or as it comes with Aylsham."""
    rows = PremiumRate.objects.filter(federation_id=school.federation_id, financial_year=year)
    own = {row.rate_for: Rate(year, row.pence, row.source, Confidence.GUIDANCE) for row in rows}
    return {each: own.get(each, published_rate(year)) for each in RateFor.values}


def premium_year(access: Access, year: int) -> PremiumYear:
    """The year at the schools of the page at which the asker may see it; four statements."""
    return _year(access, rows_as(_of_year, access, **_days(access, year)), year)


def premium_balances(access: Access, year: int) -> dict[UUID, Balance]:
    """The sums of the year at each school of the page, no child told apart; one statement.

    Nothing stands there at a school at which the asker may not see them.
    """
    sums, uses, costs = rows_as(_sums_of_year, access, **_days(access, year))
    paid: dict[UUID, int] = defaultdict(int)
    for cost in costs:
        paid[cost.request_id] += cost.pence
    return {
        school.pk: balance_of(
            _pence(sums, school, returned=False),
            _pence(sums, school, returned=True),
            (
                Use(row.planned_pence, paid[row.pk], row.is_agreed, row.is_over)
                for row in uses
                if row.school_id == school.pk
            ),
        )
        for school in access.schools
    }


def _pence(sums: Iterable[PremiumFunding], school: School, *, returned: bool) -> list[int]:
    of_school = (row for row in sums if row.school_id == school.pk)
    return [row.pence for row in of_school if (row.kind == FundingKind.RETURNED) is returned]


def premium_of(access: Access, pupil: Pupil, year: int) -> ChildMoney:
    """One child's year; four statements."""
    rows = rows_as(_of_child, access, **_days(access, year), pupil=pupil.pk)
    return _year(access, rows, year, always={pupil.pk: pupil}).children[0]


def years_of(access: Access, pupil: Pupil) -> list[int]:
    """Financial years in which the child has money or a request, the latest first."""
    mine = {"school": access.school, "pupil": pupil}
    found: set[int] = set()
    for model in (PremiumFunding, PremiumRequest):
        found |= set(model.objects.filter(**mine).values_list("financial_year", flat=True))
    return sorted(found, reverse=True)


def funding_of(access: Access, pk: UUID) -> PremiumFunding | None:
    """One sum of a child in reach."""
    return _in_reach(access, PremiumFunding.objects.filter(pk=pk), "pupil")


def request_of(access: Access, pk: UUID) -> PremiumRequest | None:
    """One request of a child in reach."""
    rows = PremiumRequest.objects.filter(pk=pk).select_related("target")
    return _in_reach(access, rows, "pupil")


def cost_of(access: Access, pk: UUID) -> PremiumCost | None:
    """One cost of a child in reach."""
    return _in_reach(access, PremiumCost.objects.filter(pk=pk), "request__pupil")


def open_targets_of(access: Access, pupil: Pupil, also: UUID | None = None) -> list[Target]:
    """Targets that money can serve: those that are worked on, and the one it serves."""
    rows = Target.objects.filter(Q(ended_on=None) | Q(pk=also), school=access.school, pupil=pupil)
    return list(rows.readable_by(access))


def _in_reach(access: Access, rows: QuerySet, path: str):
    seen = Pupil.objects.visible_to(access).filter(school=access.school)
    return (
        rows.filter(**{"school": access.school, f"{path}__in": seen}).select_related(path).first()
    )


def _days(access: Access, year: int) -> dict[str, Any]:
    """The year, its first day, and its last as far as it has come."""
    first, last = financial_days(year)
    return {"year": year, "first": first, "until": max(first, min(last, access.today))}


def _of_year(access: Access, **days: Any) -> tuple[QuerySet, ...]:
    schools = schools_where(access, Permission.VIEW_PREMIUM)
    return _money(Pupil.objects.visible_to(access).filter(school__in=schools), **days)


def _sums_of_year(access: Access, **days: Any) -> tuple[QuerySet, ...]:
    return _of_year(access, **days)[:3]


def _of_child(access: Access, pupil: UUID, **days: Any) -> tuple[QuerySet, ...]:
    seen = Pupil.objects.visible_to(access)
    return _money(seen.filter(school=access.school, pk=pupil), **days)


def _money(seen: QuerySet, year: int, first: dt.date, until: dt.date) -> tuple[QuerySet, ...]:
    ids, periods = seen.values("pk"), _periods(first, until)
    return (
        PremiumFunding.objects.filter(financial_year=year, pupil__in=ids),
        PremiumRequest.objects.filter(financial_year=year, pupil__in=ids),
        PremiumCost.objects.filter(request__financial_year=year, request__pupil__in=ids),
        periods.filter(pupil__in=ids),
        _with_money(seen, year, periods).select_related("class_group"),
    )


def _year(
    access: Access,
    rows: list[list[Any]],
    year: int,
    always: dict[UUID, Pupil] | None = None,
) -> PremiumYear:
    sums, uses, costs, periods, pupils = rows
    found = {pupil.pk: pupil for pupil in pupils} | (always or {})
    lines = _lines(access, uses, costs)
    pots = _pots(sums, lines)
    kinds = {period.pupil_id: period for period in periods}
    tell_apart(found.values())
    schools = {school.pk: school for school in access.schools}
    for pupil in found.values():
        pupil.school = schools[pupil.school_id]
    children = [_child(pupil, kinds.get(pupil.pk), pots[pupil.pk]) for pupil in found.values()]
    children.sort(key=lambda child: (child.kind != CareKind.LOOKED_AFTER, child.pupil.full_name))
    return PremiumYear(year, tuple(children), _by_payer(sums, lines))


def _with_money(seen: QuerySet, year: int, periods: QuerySet) -> QuerySet:
    """Children who are or were in care in the year, or for whom there is money."""
    return seen.filter(
        Q(pk__in=periods.order_by().values("pupil"))
        | Q(pk__in=PremiumFunding.objects.filter(financial_year=year).values("pupil"))
        | Q(pk__in=PremiumRequest.objects.filter(financial_year=year).values("pupil"))
    )


def _periods(first: dt.date, until: dt.date) -> QuerySet:
    """Times in care, or after it, that touch these days; the latest last."""
    rows = CarePeriod.objects.filter(Q(ends_on=None) | Q(ends_on__gte=first))
    return rows.filter(known_since__lte=until).order_by("known_since")


def _lines(access: Access, uses: list[PremiumRequest], costs: list[PremiumCost]) -> list[UseLine]:
    paid: dict[UUID, list[PremiumCost]] = defaultdict(list)
    for cost in costs:
        paid[cost.request_id].append(cost)
    ids = {use.target_id for use in uses if use.target_id}
    [targets] = rows_as(_targets, access, ids=list(ids)) if ids else [[]]
    known = {line.id: line for line in target_lines(access, targets)}
    return [
        UseLine(use, tuple(paid[use.pk]), known.get(use.target_id), access.today) for use in uses
    ]


def _targets(access: Access, ids: list[UUID]) -> list[QuerySet]:
    rows = Target.objects.filter(among("id", ids), school__in=access.schools)
    return [rows.readable_by(access)]


def _pots(sums: Iterable[PremiumFunding], lines: Iterable[UseLine]) -> dict[UUID, list[Pot]]:
    """The pots of each child, the virtual school's first."""
    given: dict[tuple[UUID, str], list[PremiumFunding]] = defaultdict(list)
    used: dict[tuple[UUID, str], list[UseLine]] = defaultdict(list)
    for row in sums:
        given[row.pupil_id, row.payer].append(row)
    for line in lines:
        used[line.request.pupil_id, line.request.payer].append(line)
    found: dict[UUID, list[Pot]] = defaultdict(list)
    for payer in Payer.values:
        for pupil_id, of in sorted({*given, *used}):
            if of == payer:
                key = pupil_id, of
                found[pupil_id].append(Pot(of, tuple(given[key]), tuple(used[key])))
    return found


def _by_payer(
    sums: Iterable[PremiumFunding], lines: Iterable[UseLine]
) -> tuple[tuple[str, Balance], ...]:
    sums, lines = list(sums), list(lines)
    return tuple(
        (
            str(payer.label),
            balance_of(
                (r.pence for r in sums if r.payer == payer and r.kind != FundingKind.RETURNED),
                (r.pence for r in sums if r.payer == payer and r.kind == FundingKind.RETURNED),
                (line.use for line in lines if line.request.payer == payer),
            ),
        )
        for payer in Payer
        if any(r.payer == payer for r in sums) or any(x.request.payer == payer for x in lines)
    )


def _child(pupil: Pupil, period: CarePeriod | None, pots: list[Pot]) -> ChildMoney:
    kind = period.kind if period else ""
    return ChildMoney(pupil, kind, period.placing_authority if period else "", tuple(pots))
