"""Reports that were made and published: whose, which versions, and who may read them."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import Federation, School
from pupils.models import Pupil
from reports.governor.terms import TermKey
from reports.models import (
    FederationReport,
    FederationReportFile,
    GovernorReport,
    ReportFile,
    SchoolReport,
    SchoolReportFile,
)
from reports.selectors.governor import terms_to_report

#: Versions on one page; a school makes six reports a year.
MOST_LINES = 60


@dataclass(frozen=True)
class ReportLine:
    """One version of a report in a list."""

    id: UUID
    owner: str
    #: The school's slug; empty for the federation.
    slug: str
    term: str
    for_whom: str
    version: int
    state: str
    state_words: str
    published_at: dt.datetime | None
    withdrawn_because: str


@dataclass(frozen=True)
class Reportable:
    """A school or a federation that a report can be made of, with the terms that can be counted."""

    owner: School | Federation
    terms: tuple[TermKey, ...]
    #: Those of them that can be counted whole; of the others the record knows a part.
    whole: tuple[TermKey, ...]

    @property
    def slug(self) -> str:
        """The school's; `federation` is no school's name."""
        return (
            self.owner.slug if isinstance(self.owner, School) else f"federation:{self.owner.slug}"
        )


def reports_of(owner: School | Federation) -> QuerySet:
    """Every version of every report of a school or a federation."""
    if isinstance(owner, School):
        return SchoolReport.objects.filter(school=owner)
    return FederationReport.objects.filter(federation=owner)


def files_of(report: GovernorReport) -> QuerySet:
    """The PDFs of a report: the published one, and a draft's."""
    if isinstance(report, SchoolReport):
        return SchoolReportFile.objects.filter(school=report.school, report=report)
    return FederationReportFile.objects.filter(federation=report.federation, report=report)


def pdf_of(report: GovernorReport) -> ReportFile | None:
    """The PDF of a published report, or of a draft as it is now; None while there is none."""
    if report.is_counting:
        return None  # what is there is of the count before
    kept = files_of(report).filter(is_draft=report.is_open)
    return kept.filter(made_of=mark_of(report)).first() if report.is_open else kept.first()


def mark_of(report: GovernorReport) -> str:
    """Changes when the report says something else, or is no longer a draft."""
    said = json.dumps([report.is_open, report.content, report.words], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def whole_federations(access: Access) -> list[Federation]:
    """The federations of which this page shows every school."""
    shown = [school.federation_id for school in access.schools]
    found = Federation.objects.filter(pk__in=shown).annotate(size=Count("schools"))
    return [each for each in found.order_by("name") if shown.count(each.pk) == each.size]


def find_report(access: Access, report_id: UUID) -> GovernorReport | None:
    """A report of the page's school, or on a page over all schools of a whole federation.

    Who may only read finds nothing but what is published.
    """
    rows: QuerySet
    if access.school:
        rows = SchoolReport.objects.filter(school=access.school).select_related("school")
    else:
        rows = FederationReport.objects.filter(federation__in=whole_federations(access))
        rows = rows.select_related("federation")
    if not access.can(Permission.PREPARE_REPORTS):
        rows = rows.published()
    return rows.select_related("made_by", "published_by").filter(pk=report_id).first()


def report_lines(access: Access, *, only_published: bool = False) -> list[ReportLine]:
    """Reports at the page's schools, the newest term first, the federation's before its schools'."""
    schools = SchoolReport.objects.filter(school__in=access.schools).select_related("school")
    wholes = [] if access.school else whole_federations(access)
    whole = FederationReport.objects.filter(federation__in=wholes).select_related("federation")
    if only_published or not access.can(Permission.PREPARE_REPORTS):
        schools, whole = schools.published(), whole.published()
    lines = [_line(row, "") for row in _short(whole)] if wholes else []
    lines += [_line(row, row.school.slug) for row in _short(schools)]
    return sorted(lines, key=lambda line: TermKey.parse(line.term), reverse=True)[:MOST_LINES]


def newest_report(access: Access) -> GovernorReport | None:
    """The newest published report of the page: the federation's, else that of its only school."""
    wholes = [] if access.school else whole_federations(access)
    whole = FederationReport.objects.filter(federation__in=wholes).select_related("federation")
    if wholes and (found := whole.published().order_by("-term", "audience").first()):
        return found
    if len(access.schools) != 1:
        return None
    rows = SchoolReport.objects.filter(school__in=access.schools).select_related("school")
    return rows.published().order_by("-term", "audience").first()


def reportables(access: Access) -> list[Reportable]:
    """Whose reports the person may prepare on this page, each with its terms, newest first."""
    schools = [s for s in access.schools if access.can(Permission.PREPARE_REPORTS, s)]
    known = {s.pk: terms_to_report(s, today=access.today) for s in schools}
    each = {s.pk: Reportable(s, known[s.pk].terms, known[s.pk].whole) for s in schools}
    if access.school:
        return list(each.values())
    found = []
    for federation in whole_federations(access):
        of = [r for s in schools if s.federation_id == federation.pk for r in [each[s.pk]]]
        terms, whole = _shared(r.terms for r in of), _shared(r.whole for r in of)
        found.append(Reportable(federation, terms, whole))
    return [*found, *each.values()]


def _shared(several: Iterable[tuple[TermKey, ...]]) -> tuple[TermKey, ...]:
    sets = [set(terms) for terms in several]
    return tuple(sorted(set.intersection(*sets), reverse=True)) if sets else ()


def named_children(texts: Iterable[str], schools: Iterable[School]) -> bool:
    """Whether a text names a child of these schools by first and family name."""
    words = " ".join(" ".join(texts).casefold().split())
    if not words:
        return False
    rows = Pupil.objects.filter(school__in=list(schools))
    names = rows.values_list("first_name", "preferred_first_name", "last_name")
    return any(
        f"{first} {last}".casefold() in words
        for given, preferred, last in names.iterator()
        for first in {given, preferred} - {""}
    )


def _short(rows: QuerySet) -> QuerySet:
    return rows.defer("content", "figures", "words")[:MOST_LINES]


def _line(row: GovernorReport, slug: str) -> ReportLine:
    return ReportLine(
        id=row.pk,
        owner=row.owner.name,
        slug=slug,
        term=row.key.label,
        for_whom=row.readers.label,
        version=row.version,
        state=row.state,
        state_words=row.get_state_display(),
        published_at=row.published_at,
        withdrawn_because=row.withdrawn_because,
    )
