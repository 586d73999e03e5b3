"""In which groups a school's children are, for the counts of a report; where groups are printed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q

from aylsham.models import Federation, School
from pupils.codes import FactKind
from pupils.models import DatedFact, Pupil
from reports.governor.groups import ON
from reports.governor.terms import TermKey
from reports.models import FederationReport, SchoolReport
from reports.selectors.equity import WAYS, Child


def groups_of(school: School, day: dt.date) -> dict[UUID, tuple[str, ...]]:
    """By child, the group of each way of looking, as “Sex:Girl”; two statements.

    Pupil premium is that of the day; the other facts are as the roll has them now.
    """
    premium = set(
        DatedFact.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=day),
            school=school,
            kind__in=[FactKind.PUPIL_PREMIUM, FactKind.EARLY_YEARS_PREMIUM],
            starts_on__lte=day,
        )
        .order_by()
        .values_list("pupil_id", flat=True)
    )
    names = ("pk", "sex", "ethnicity", "is_eal", "born_on")
    rows = Pupil.objects.filter(school=school).order_by().values_list(*names)
    return {
        pk: tuple(_names(Child(sex, ethnicity, eal, born, pk in premium, False, False)))
        for pk, sex, ethnicity, eal, born in rows.iterator()
    }


def _names(child: Child) -> Iterable[str]:
    for way, of in WAYS:
        yield f"{way}:{of(child).replace(':', ' ').replace('/', ' ')}"


def terms_with_groups(federation: Federation) -> frozenset[TermKey]:
    """Terms on which a report of the federation or of a school of it has printed groups."""
    found: set[str] = set()
    for rows in (
        FederationReport.objects.filter(federation=federation),
        SchoolReport.objects.filter(school__federation=federation),
    ):
        for term, figures in rows.out().values_list("term", "figures"):
            if _has_groups(figures):
                found.add(term)
    return frozenset(map(TermKey.parse, found))


def _has_groups(figures: Mapping[str, int | None]) -> bool:
    return any(name.partition("/")[2].startswith(ON) for name in figures)
