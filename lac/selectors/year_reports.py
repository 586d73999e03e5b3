"""The designated teacher's reports as pages, paper and lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import rows_as
from aylsham.changes import version_of
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import job_progress, jobs_in_reach
from aylsham.models import School
from aylsham.together import Together
from lac.access import Knows, known_by_role
from lac.models import YearReport
from lac.report_codes import OUT, SHOWN, YearReportState
from lac.rules.traces import Trace
from lac.rules.year_report import PARTS
from lac.selectors.report_traces import traces_of
from lac.selectors.year_facts import years_to_report

#: Reports on one page; a school makes one a year.
MOST = 60


@dataclass(frozen=True)
class PaperPart:
    """A part as people read it: the record's sentences, the writer's words, a question."""

    key: str
    title: str
    said: tuple[str, ...]
    words: str
    ask: str
    #: Whether the record says something else than in last year's report; None: there was none.
    is_new: bool | None = None


@dataclass(frozen=True)
class YearPaper:
    """The whole report as page, PDF and Word show it; nothing in it leads to a child."""

    report: YearReport
    school: str
    parts: tuple[PaperPart, ...]

    @property
    def title(self) -> str:
        return f"Children in care: report to governors, {self.report.year_words}"


@dataclass(frozen=True)
class Finding:
    """Something found in the words, with the title of its part, and the answer if there is one."""

    trace: Trace
    part: str
    why: str


@dataclass(frozen=True)
class YearReportPage:
    """A report with what the asker may do next."""

    report: YearReport
    paper: YearPaper
    findings: tuple[Finding, ...]
    work: Progress | None
    has_pdf: bool
    may_edit: bool
    may_decide: bool
    may_withdraw: bool

    @property
    def open(self) -> tuple[Finding, ...]:
        """Findings that nobody has answered."""
        return tuple(each for each in self.findings if not each.why)

    @property
    def answered(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.why)


@dataclass(frozen=True)
class YearReportLine:
    """A report in a list."""

    report: YearReport
    school: School
    shown: str


def reports_of_school(access: Access, school: School) -> list[YearReportLine]:
    """Every report of a school, drafts too, for whoever may read the whole of care."""
    if known_by_role(access, school) < Knows.WHOLE:
        return []
    return _lines(rows_as(_of_school, access)[0], [school])


def _of_school(access: Access) -> list[QuerySet]:
    return [YearReport.objects.filter(school=access.school).defer("content", "words")]


def published_lines(access: Access) -> list[YearReportLine]:
    """What the schools of the page have published or withdrawn, for whoever may read reports."""
    schools = [s for s in access.schools if access.can(Permission.READ_REPORTS, s)]
    rows = YearReport.objects.filter(school__in=schools, state__in=OUT)
    return _lines(rows.defer("content", "words")[:MOST], schools)


def _lines(rows: Iterable[YearReport], schools: Iterable[School]) -> list[YearReportLine]:
    known = {school.pk: school for school in schools}
    return [
        YearReportLine(row, known[row.school_id], SHOWN[YearReportState(row.state)]) for row in rows
    ]


def years_to_start(access: Access, school: School) -> list[int]:
    """School years that want a report: this one, the one before, and any that was withdrawn."""
    [rows] = _STATES.rows(school=school.pk)
    begun = {year for year, state in rows if state != YearReportState.WITHDRAWN}
    wanted = {*years_to_report(access.today), *(year for year, _ in rows)}
    return sorted(wanted - begun, reverse=True)


def _states(school: UUID) -> list[QuerySet]:
    return [YearReport.objects.filter(school_id=school).values_list("academic_year", "state")]


_STATES = Together(_states, school=UUID)


def year_report_of(access: Access, school: School, pk: UUID) -> YearReport | None:
    """A report in any state, for whoever may read the whole of care."""
    if known_by_role(access, school) < Knows.WHOLE:
        return None
    return _found(school, pk)


def published_year_report(school: School, pk: UUID) -> YearReport | None:
    """A report that governors may read."""
    report = report_that_was_out(school, pk)
    return report if report and report.is_published else None


def report_that_was_out(school: School, pk: UUID) -> YearReport | None:
    """A report of which governors know: of one that was withdrawn, they see only that."""
    report = _found(school, pk)
    return report if report and report.state in OUT else None


def _found(school: School, pk: UUID) -> YearReport | None:
    [found] = _ONE.rows(school=school.pk, report=pk)
    for report in found:
        report.school = school
    return found[0] if found else None


def _one(school: UUID, report: UUID) -> list[QuerySet]:
    rows = YearReport.objects.select_related("sent_by", "published_by", "withdrawn_by")
    return [rows.filter(school_id=school, pk=report)]


_ONE = Together(_one, school=UUID, report=UUID)


def year_report_page(access: Access, report: YearReport) -> YearReportPage:
    """Everything on its page."""
    before = report_before(report)
    is_open = report.state not in OUT
    titles = dict(PARTS)
    return YearReportPage(
        report=report,
        paper=year_paper(report, before),
        findings=tuple(
            Finding(trace, titles[trace.part], report.answers.get(trace.key, ""))
            for trace in (traces_of(report) if is_open else ())
        ),
        work=_work(access, report),
        has_pdf=report.files.exists(),
        may_edit=access.can(Permission.EDIT_CARE) and report.is_draft,
        may_decide=access.can(Permission.PUBLISH_REPORTS) and report.is_with_head,
        may_withdraw=access.can(Permission.PUBLISH_REPORTS) and report.is_published,
    )


def report_before(report: YearReport) -> YearReport | None:
    """The school's published report of the year before."""
    [found] = _OF_YEAR.rows(school=report.school_id, year=report.academic_year - 1)
    return found[0] if found else None


def _of_year(school: UUID, year: int) -> list[QuerySet]:
    rows = YearReport.objects.filter(school_id=school, state=YearReportState.PUBLISHED)
    return [rows.filter(academic_year=year)]


_OF_YEAR = Together(_of_year, school=UUID, year=int)


def year_paper(report: YearReport, before: YearReport | None = None) -> YearPaper:
    """The report as it reads; beside last year's, which parts say something else."""
    was = {key: said for key, _, said, _ in before.content} if before else {}
    return YearPaper(
        report=report,
        school=report.school.name,
        parts=tuple(
            PaperPart(
                key,
                title,
                tuple(said),
                report.words.get(key, ""),
                ask,
                is_new=said != was.get(key) if before else None,
            )
            for key, title, said, ask in report.content
        ),
    )


def mark_of_words(report: YearReport) -> str:
    """The version that a form of its words starts from."""
    return version_of(report, ("words", "due_on"))


def _work(access: Access, report: YearReport) -> Progress | None:
    if report.job_id is None:
        return None
    job = jobs_in_reach(access).filter(pk=report.job_id).exclude(state=JobState.DONE).first()
    return job_progress(job, access) if job else None
