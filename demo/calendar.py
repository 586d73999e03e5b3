"""The review calendar: who comes to reviews on which days, and a year's reviews as proposals."""

from collections import Counter

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.calendar_codes import AttenderKind, Comes
from ehcp.models import EhcPlan, ProposedReview
from ehcp.selectors.calendar.instances import planning_of, rules_of
from ehcp.services.calendar.changing import (
    PERSON_FIELDS,
    PROPOSAL_FIELDS,
    RULE_FIELDS,
    change_proposal,
    change_rules,
    keep_person,
)
from ehcp.services.calendar.planning import keep_proposals

SECONDS = 8
#: When the SENDCo of the three schools neither teaches nor is elsewhere.
SENDCO_FREE = {
    "bure-valley": ["0am", "0pm", "1am", "4am", "4pm"],
    "john-of-gaunt": ["2am", "2pm"],
    "john-bears": ["3am", "3pm"],
}
OFFICER_DAYS = ["0am", "0pm", "1am", "2am", "2pm", "3am"]
PSYCHOLOGIST = "Dr Imogen Reed, educational psychologist"


def load_calendar(schools: list[School], people: dict[str, User]) -> None:
    """People's days at each school; then all three schools planned together, one review locked."""
    from ehcp.scheduling.solving import make_calendar  # loads OR-tools
    from ehcp.scheduling.writing import as_data

    sendco, today = people["sendco@demo.example"], clock.today()
    with school_transaction(*schools):
        for school in schools:
            _name_people(school, sendco)
            _set_rules(school, sendco)
        planning = planning_of(schools, today)
        answer = as_data(make_calendar(_instance(planning.data), seconds=SECONDS))
        keep_proposals(schools=schools, planning=planning, answer=answer, by=sendco)
        _lock_one(schools[0], sendco)


def _instance(data: dict):
    from ehcp.scheduling.instance import Instance

    return Instance.from_data(data)


def _set_rules(school: School, by: User) -> None:
    """Where the SENDCo is for a day a week, that day takes four reviews."""
    rules = rules_of(school)
    version = version_of(rules, RULE_FIELDS)
    if len(SENDCO_FREE[school.slug]) == 2:
        rules.most_a_day = rules.most_a_week = 4
    values = {name: getattr(rules, name) for name in RULE_FIELDS}
    change_rules(school=school, values=values, by=by, version=version)


def _name_people(school: School, sendco: User) -> None:
    plans = list(EhcPlan.objects.filter(school=school).maintained().order_by("pk"))
    _keep(
        school,
        sendco,
        name=sendco.name,
        kind=AttenderKind.SENDCO,
        is_needed=True,
        half_days=SENDCO_FREE[school.slug],
    )
    coordinators = Counter(plan.coordinator for plan in plans if plan.coordinator)
    for name, _ in coordinators.most_common(2):
        _keep(
            school,
            sendco,
            name=name,
            kind=AttenderKind.COUNCIL,
            comes_to=Comes.COORDINATED,
            half_days=OFFICER_DAYS,
        )
    if plans:
        _keep(
            school,
            sendco,
            plans=plans[::4],
            name=PSYCHOLOGIST,
            kind=AttenderKind.PROFESSIONAL,
            comes_to=Comes.NAMED,
            half_days=SENDCO_FREE[school.slug][:2],
        )


def _keep(school: School, by: User, *, plans=(), **facts) -> None:
    usual = {"comes_to": Comes.ALL, "is_needed": False, "dates": [], "away": []}
    version = version_of(None, PERSON_FIELDS)
    values = usual | facts
    keep_person(school=school, person=None, values=values, plans=plans, by=by, version=version)


def _lock_one(school: School, sendco: User) -> None:
    rows = ProposedReview.objects.filter(school=school, starts_at__isnull=False)
    row = rows.select_related("plan__pupil__school", "school").order_by("-meeting_on").first()
    if row:
        values = {name: getattr(row, name) for name in PROPOSAL_FIELDS} | {"is_locked": True}
        version = version_of(row, PROPOSAL_FIELDS)
        change_proposal(row=row, values=values, today=clock.today(), by=sendco, version=version)
