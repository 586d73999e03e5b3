"""Providers of a school with days and cost; the children they saw, as far as the asker may."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, Sum, Value
from django.db.models.functions import Coalesce

from aylsham.access.current import Access
from aylsham.together import Reads, read
from pupils.agency_codes import ProviderKind, VisitState
from pupils.models import Provider, ProviderVisit, Pupil, VisitChild

ZERO = Decimal(0)


@dataclass(frozen=True)
class ProviderLine:
    """A provider in one school year: days agreed, planned, used and left; cost in pounds."""

    id: UUID
    name: str
    does: str
    kind_words: str
    is_voluntary: bool
    academic_year: int
    days: Decimal
    planned: Decimal
    used: Decimal
    pence_a_day: int
    contact: tuple[str, ...]
    report_due_on: dt.date | None
    report_received_on: dt.date | None
    children: int

    @property
    def left(self) -> Decimal:
        """Days agreed and not used; below none when more were used."""
        return self.days - self.used

    @property
    def unplanned(self) -> Decimal:
        """Days agreed, neither used nor planned."""
        return self.left - self.planned

    @property
    def cost_so_far(self) -> Decimal:
        """Pounds, to the penny, of the days used."""
        return pounds(self.used, self.pence_a_day)

    @property
    def cost_agreed(self) -> Decimal:
        """Pounds, to the penny, of the days agreed."""
        return pounds(self.days, self.pence_a_day)

    @property
    def year_words(self) -> str:
        """`2026/27`."""
        return f"{self.academic_year}/{(self.academic_year + 1) % 100:02}"


@dataclass(frozen=True)
class VisitLine:
    """A visit with the children whom the asker may see, and how many others there were."""

    id: UUID
    on: dt.date
    days: Decimal
    state: str
    state_words: str
    note: str
    pupils: tuple[Pupil, ...]
    others: int


def pounds(days: Decimal, pence_a_day: int) -> Decimal:
    """What so many days cost, to the penny."""
    return (days * pence_a_day / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def providers_of(access: Access, *, academic_year: int | None = None) -> list[ProviderLine]:
    """Providers of a school year, or of all, by name; one statement."""
    return read(providers_read(access, academic_year=academic_year))


def providers_read(
    access: Access, *, academic_year: int | None = None
) -> Reads[list[ProviderLine]]:
    """The same, to go with other reads."""
    rows = _in_reach(access)
    if academic_year is not None:
        rows = rows.filter(academic_year=academic_year)
    return (yield from _lines(access, rows))


def line_of(access: Access, provider: Provider) -> ProviderLine:
    """One provider as in the list; one statement."""
    return read(_lines(access, _in_reach(access).filter(pk=provider.pk)))[0]


def _lines(access: Access, rows) -> Reads[list[ProviderLine]]:
    seen = VisitChild.objects.filter(
        school=access.school, visit__state=VisitState.USED, visit__provider__in=rows
    )
    numbers = seen.values("visit__provider_id").annotate(number=Count("pupil_id", distinct=True))
    counted, found = yield [
        numbers.values_list("visit__provider_id", "number"),
        rows.annotate(planned=_days(VisitState.PLANNED), used=_days(VisitState.USED)),
    ]
    children = dict(counted)
    return [_line(row, children.get(row.pk, 0)) for row in found]


def provider_of(access: Access, pk: UUID) -> Provider | None:
    """One provider of the school."""
    provider = _in_reach(access).filter(pk=pk).first()
    if provider:
        provider.school = access.school
    return provider


def _in_reach(access: Access):
    """The school's providers, for people whose role reaches the children whom they see."""
    rows = Provider.objects.filter(school=access.school)
    return rows if access.reaches_children else rows.none()


def years_of(access: Access) -> list[int]:
    """School years that have a provider, the latest first."""
    rows = _in_reach(access).order_by("-academic_year")
    return list(rows.values_list("academic_year", flat=True).distinct())


def visits_to(access: Access, provider: Provider) -> list[VisitLine]:
    """A provider's visits, the latest first; two statements."""
    rows = ProviderVisit.objects.filter(school_id=provider.school_id, provider=provider)
    rows = rows.annotate(number=Count("children")).prefetch_related(_children(access))
    return [_visit(row) for row in rows.order_by("-on", "-id")]


def visit_of(access: Access, provider: Provider, pk: UUID) -> ProviderVisit | None:
    """One visit of a provider, with the children whom the asker may see as `seen_now`."""
    rows = ProviderVisit.objects.filter(school_id=provider.school_id, provider=provider, pk=pk)
    visit = rows.prefetch_related(_children(access)).first()
    if visit:
        visit.provider = provider
    return visit


def unseen_children(access: Access, visit: ProviderVisit) -> frozenset[UUID]:
    """Children of a visit whom the asker may not see."""
    rows = VisitChild.objects.filter(school_id=visit.school_id, visit=visit)
    seen = {child.pupil_id for child in visit.seen_now}  # type: ignore[attr-defined]
    return frozenset(set(rows.values_list("pupil_id", flat=True)) - seen)


def children_on_roll(access: Access) -> list[Pupil]:
    """Children of the school whom the asker may see, in the order of the register."""
    return list(
        Pupil.objects.visible_to(access)
        .filter(school=access.school)
        .on_roll(access.today)
        .select_related("class_group")
        .in_register_order()
    )


def _children(access: Access) -> Prefetch:
    seen = Pupil.objects.visible_to(access).values("pk")
    rows = VisitChild.objects.filter(pupil__in=seen).select_related("pupil")
    return Prefetch("children", queryset=rows, to_attr="seen_now")


def _days(state: VisitState) -> Coalesce:
    total = Sum("visits__days", filter=Q(visits__state=state, visits__school_id=F("school_id")))
    return Coalesce(total, Value(ZERO))


def _line(row: Provider, children: int) -> ProviderLine:
    return ProviderLine(
        id=row.pk,
        name=row.name,
        does=row.does,
        kind_words=row.get_kind_display(),
        is_voluntary=row.kind == ProviderKind.VOLUNTARY,
        academic_year=row.academic_year,
        days=row.days,
        planned=row.planned,
        used=row.used,
        pence_a_day=row.pence_a_day,
        contact=tuple(filter(None, (row.contact_name, row.contact_phone, row.contact_email))),
        report_due_on=row.report_due_on,
        report_received_on=row.report_received_on,
        children=children,
    )


def _visit(row: ProviderVisit) -> VisitLine:
    pupils = tuple(child.pupil for child in row.seen_now)
    return VisitLine(
        id=row.pk,
        on=row.on,
        days=row.days,
        state=row.state,
        state_words=row.get_state_display(),
        note=row.note,
        pupils=tuple(sorted(pupils, key=lambda p: p.full_name)),
        others=row.number - len(pupils),
    )
