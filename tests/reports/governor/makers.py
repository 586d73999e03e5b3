"""Schools that can be reported on, made by the services, and reports in each state."""

import datetime as dt

from aylsham.codes import TermName
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Federation, School, User
from aylsham.suppression.audience import Audience
from pupils.models import Pupil
from reports.governor.terms import TermKey
from reports.models import GovernorReport
from reports.services.governor.preparing import count_report, prepare_report
from reports.services.governor.publishing import publish_report
from tests.factories import TODAY, FederationFactory, PupilFactory, SchoolFactory
from tests.school_years import school_year

AUTUMN = TermKey(2026, TermName.AUTUMN)
GOVERNORS, PUBLIC = Audience.GOVERNORS, Audience.PUBLIC


def reportable(
    *,
    support: int = 12,
    plans: int = 6,
    others: int = 30,
    federation: Federation | None = None,
    **facts,
) -> School:
    """A school with terms and so many children: with SEN support, with a plan, with neither."""
    school = SchoolFactory(
        federation=federation or FederationFactory(), live_from=dt.date(2025, 9, 1), **facts
    )
    with rebuilt_once():
        for year in (2025, 2026):
            school_year(school, year)
        add_children(school, support=support, plans=plans, others=others)
    return school


def add_children(
    school: School,
    *,
    support: int = 0,
    plans: int = 0,
    others: int = 0,
    year: str = "4",
    need: str = "SLCN",
) -> list[Pupil]:
    """More children of a year group; those with SEN support have this need."""
    of = {"school": school, "year_group": year}
    with rebuilt_once():
        return [
            *(PupilFactory(**of, on_register=[need]) for _ in range(support)),
            *(PupilFactory(**of, with_plan=["ASD"]) for _ in range(plans)),
            *(PupilFactory(**of) for _ in range(others)),
        ]


def counted(
    owner: School | Federation,
    audience: Audience = GOVERNORS,
    *,
    by: User | None = None,
    today: dt.date = TODAY,
) -> GovernorReport:
    """A draft."""
    report = prepare_report(owner=owner, key=AUTUMN, audience=audience, by=by)
    return count_report(report=report, today=today)


def published(owner: School | Federation, audience: Audience = GOVERNORS, **more) -> GovernorReport:
    """A report in its readers' hands."""
    report = counted(owner, audience, **more)
    return publish_report(report=report, by=more.get("by"))
