"""Of which school years a school owes governors a report of the designated teacher."""

from dataclasses import dataclass

from aylsham.codes import TermName
from aylsham.models import Deadline, School, Term
from aylsham.together import read_rows
from lac.models import CarePeriod, YearReport
from lac.rules.year_report import is_report_owed

PROVIDER = "lac_report"


@dataclass(frozen=True)
class OwedReport:
    """A year's report that is not out: by the end of which term, and the draft if there is one."""

    term: Term
    report: YearReport | None

    @property
    def key(self) -> str:
        """Of its deadline."""
        return f"report:{self.term.academic_year}"


def reports_owed(school: School) -> list[OwedReport]:
    """Of every year whose summer term is known; one statement."""
    terms, rows, care = read_rows(
        Term.objects.filter(school=school, name=TermName.SUMMER),
        YearReport.objects.filter(school=school).defer("content"),
        CarePeriod.objects.filter(school=school),
    )
    reports = {row.academic_year: row for row in rows if not row.is_withdrawn}
    begun = {row.academic_year for row in rows}
    known = [(row.known_since, row.ends_on) for row in care]
    owed = []
    for term in terms:
        report = reports.get(term.academic_year)
        is_owed = (
            not report.is_published if report else is_report_owed(term.academic_year, begun, known)
        )
        if is_owed:
            owed.append(OwedReport(term, report))
    return owed


def is_duty_stored(school: School) -> bool:
    """Whether what is due names just these years; two statements."""
    rows = Deadline.objects.filter(school=school, provider=PROVIDER)
    return set(rows.values_list("key", flat=True)) == {each.key for each in reports_owed(school)}
