"""The inspection folder: evidence by theme, from what is published and counted without children.

A visitor reads it, so it holds no child and no count of its own of children: what it says of them
stands in the governor report for everybody, in the documents that were published, and in case
studies that were approved without a name; hours of adults and people at trainings come protected.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.clock import academic_year
from aylsham.datewords import full_day_words
from aylsham.models import Membership
from aylsham.suppression.audience import Audience
from aylsham.together import read_rows
from provision.models import EvaluationStatement
from provision.rules.graduated_map import shapes_for
from pupils.selectors.adults import posts_at
from reports.codes import Duty
from reports.models import CaseStudy, Publication, SchoolReport
from reports.publications.kinds import kind_of
from reports.selectors.case_studies import anonymous_studies
from reports.selectors.delivered import ForGovernors, delivered_for_governors
from reports.selectors.training_plan import PrintedPlan, printed_plan

#: Who answers for what, in the order in which they stand.
ANSWERS = (Role.HEAD, Role.SENDCO, Role.DESIGNATED_TEACHER, Role.SAFEGUARDING_LEAD)


@dataclass(frozen=True)
class Sources:
    """Everything that the folder is made from."""

    access: Access
    documents: tuple[Publication, ...]
    #: The newest report for everybody; None: none was published.
    report: SchoolReport | None
    statements: tuple[EvaluationStatement, ...]
    posts: tuple[Membership, ...]
    delivered: ForGovernors
    training: PrintedPlan
    #: Approved ones that name nobody.
    studies: tuple[CaseStudy, ...] = ()

    @property
    def information(self) -> Publication | None:
        """The SEN information report that is out."""
        return next((d for d in self.documents if d.kind == Duty.SEN_REPORT), None)

    @property
    def said(self) -> dict[str, tuple[str, ...]]:
        """Its sentences by part."""
        return self.report.report.said if self.report else {}


@dataclass(frozen=True)
class Evidence:
    """What stands under a theme: where it is from, sentences, rows of two."""

    source: str
    sentences: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sentences or self.rows)


@dataclass(frozen=True)
class Link:
    """A page where the record itself stands, for whoever may open it."""

    label: str
    url_name: str
    permission: Permission


@dataclass(frozen=True)
class Theme:
    """A theme: what a visitor asks, what answers, where to look."""

    code: str
    heading: str
    asks: str
    evidence: Callable[[Sources], Iterator[Evidence]]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A theme as the asker gets it."""

    theme: Theme
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...] = field(default=())


@dataclass(frozen=True)
class Folder:
    """Every theme; and whether a governor report for everybody is among what they quote."""

    themes: tuple[Shown, ...]
    has_report: bool


def folder(access: Access, themes: tuple[Theme, ...]) -> Folder:
    """Every theme with what answers it today."""
    found = sources(access)
    shown = tuple(
        Shown(
            theme,
            tuple(each for each in theme.evidence(found) if not each.is_empty),
            tuple(link for link in theme.links if access.can(link.permission)),
        )
        for theme in themes
    )
    return Folder(shown, found.report is not None)


def sources(access: Access) -> Sources:
    """What the folder is made from; a statement for what is published, a few for the rest."""
    school, today = access.school, access.today
    documents, reports, statements, posts, studies = read_rows(
        Publication.objects.filter(school=school, state="published"),
        # What is confidential to governors prints totals however small.
        SchoolReport.objects.filter(school=school, audience=Audience.PUBLIC)
        .published()
        .order_by("-term"),
        EvaluationStatement.objects.filter(
            school=school, evaluation__finished_on__isnull=False
        ).select_related("evaluation"),
        posts_at(school, today=today, roles=ANSWERS),
        anonymous_studies(school),
    )
    newest = max((row.evaluation.finished_on for row in statements), default=None)
    return Sources(
        access=access,
        documents=tuple(documents),
        report=reports[0] if reports else None,
        statements=tuple(row for row in statements if row.evaluation.finished_on == newest),
        posts=tuple(posts),
        delivered=delivered_for_governors(access),
        training=printed_plan(school, academic_year(today), today),
        studies=tuple(studies),
    )


def of_governors(found: Sources, *parts: str) -> Evidence:
    """Sentences of the newest governor report that is for everybody."""
    if found.report is None:
        return Evidence("")
    said = tuple(sentence for part in parts for sentence in found.said.get(part, ()))
    return Evidence(f"Governor report for everybody, {found.report.key.label}", said)


def of_information(found: Sources, *headings: str) -> Evidence:
    """What the SEN information report tells parents under these headings."""
    report = found.information
    if report is None:
        return Evidence("")
    kept = (each for key in headings for each in report.content.get(key, ()))
    said = [each for each in kept if isinstance(each, str)]
    said += [report.words[key] for key in headings if key in report.words]
    return Evidence(f"SEN information report, {_day(report.published_at)}", tuple(said))


def of_documents(found: Sources) -> Evidence:
    """Which documents are out, since when."""
    rows = tuple((kind_of(d.kind).name, _day(d.published_at)) for d in found.documents)
    return Evidence("Documents on the website", rows=rows)


def of_evaluation(found: Sources) -> Evidence:
    """How the school judges its own provision; its words about it stay at school."""
    if not found.statements:
        return Evidence("")
    finished = found.statements[0].evaluation.finished_on
    shape = shapes_for(found.access.school.la_code)[0].ipsef_on(finished)
    ratings = ((row.text, shape.rating(row.rating)) for row in found.statements)
    rows = tuple((text, rating.label) for text, rating in ratings if rating)
    return Evidence(f"Self-evaluation, {full_day_words(finished)}", rows=rows)


def of_people(found: Sources) -> Evidence:
    """Who answers for what."""
    by_role = {role: [p.user.name for p in found.posts if p.role == role] for role in ANSWERS}
    rows = tuple(
        (str(role.label), ", ".join(dict.fromkeys(names)) or "nobody is named")
        for role, names in by_role.items()
    )
    return Evidence("Who answers for what", rows=rows)


def _day(moment: dt.datetime | None) -> str:
    return full_day_words(timezone.localdate(moment)) if moment else ""
