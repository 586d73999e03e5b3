"""Governor reports of the demonstration, made by the services that a SENDCo and a head use.

On its date no finished term can be counted whole, because the rolls begin in September. So the
running term is reported on: published for each school and the federation, with a draft for
anybody beside it. Only the figures are made here; the worker prints the PDFs when it has started,
so nobody waits for them.
"""

from collections.abc import Mapping, Sequence

from aylsham import clock
from aylsham.codes import TermName
from aylsham.models import Federation, School, User
from aylsham.suppression.audience import Audience
from aylsham.tenancy.row_security import school_transaction
from reports.governor.terms import TermKey
from reports.models import GovernorReport
from reports.services.governor.preparing import count_report, prepare_report, write_words
from reports.services.governor.publishing import publish_report

TERM = TermKey(2026, TermName.AUTUMN)
WORDS = {
    "short": "This is our first report from the new register. The numbers are right; the older "
    "dates are not all in it yet.",
    "support": "Most support plans are still on paper and move into the record by Christmas; the "
    "meetings with parents go on until 4 December.",
    "complaints": "Some parents wrote that they heard too late who would support their child in "
    "September. We now write to every family before the summer holidays.",
    "plan": "Objective 2, what every class does for speech and language: on track, all classes "
    "were visited in October. The risk is the autumn’s vacancies among support staff.",
    "promises": "Most of the overdue meetings are in the diary for December. I have asked the "
    "council in writing for each decision that is late.",
}


def make_reports(
    federation: Federation,
    schools: Mapping[str, School],
    published: Sequence[str],
    *,
    prepared_by: User,
    published_by: User,
) -> None:
    """A published report of each named school and the federation, and one draft for anybody."""
    first = schools[published[0]]
    for owner in (*(schools[slug] for slug in published), federation):
        within = [owner] if isinstance(owner, School) else schools.values()
        with school_transaction(*within):
            report = _counted(owner, Audience.GOVERNORS, by=prepared_by)
            if owner == first:
                report = write_words(report=report, words=WORDS, by=prepared_by)
            publish_report(report=report, by=published_by)
    with school_transaction(first):
        _counted(first, Audience.PUBLIC, by=prepared_by)


def _counted(owner: School | Federation, audience: Audience, *, by: User) -> GovernorReport:
    report = prepare_report(owner=owner, key=TERM, audience=audience, by=by)
    return count_report(report=report, today=clock.DEMO_START)
