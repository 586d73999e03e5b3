"""Provision: rates of roles, the catalogue, the SENDCo's own map, and what it is owed for."""

import datetime as dt
from decimal import Decimal

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.federation import SAMPLES
from demo.impact import load_impact
from demo.sessions import log_sessions
from provision.models import Provision
from provision.provision_codes import ELEMENT_2_PENCE, PromiseSource, ProvisionState, StaffRole
from provision.rules.costs import Rate
from provision.services.catalogue import start_catalogue
from provision.services.drafts import begin_drafts
from provision.services.importing.running import import_provision
from provision.services.promises import add_promise
from provision.services.provisions import (
    PROVISION_FIELDS,
    Members,
    add_provision,
    change_provision,
)
from provision.services.rates import add_rate_card
from provision.services.spent import keep_spending
from pupils.codes import SenStatus
from pupils.models import StatusPeriod

MAP = "mis/sendco_provision_map.xlsx"
SEPTEMBER = dt.date(2026, 9, 1)
ON_COSTS = Decimal("24.5")
RATES = {
    StaffRole.LSA: Rate(1134, ON_COSTS),
    StaffRole.HLTA: Rate(1310, ON_COSTS),
    StaffRole.ELSA: Rate(1269, ON_COSTS),
    StaffRole.TEACHER: Rate(3092, ON_COSTS),
    StaffRole.SENDCO: Rate(3480, ON_COSTS),
    StaffRole.PASTORAL: Rate(1350, ON_COSTS),
    StaffRole.VOLUNTEER: Rate(0),
}
#: Provision that keeps a promise: its name → what the plan says, where, and how much.
OWED = {
    "Speech sounds (NHS plan)": (
        "A speech sound programme set by the NHS therapist, three times a week for 15 minutes.",
        "F2",
        {"sessions_a_week": 3, "minutes": 15},
    ),
    "Physio programme": (
        "The physiotherapist's exercises every school day for 20 minutes.",
        "F2",
        {"sessions_a_week": 5, "minutes": 20},
    ),
    "Nurture group": (
        "Small-group teaching in the nurture room for ten hours a week.",
        "F3",
        {"hours_a_week": Decimal(10)},
    ),
}


def load_provision(schools: dict[str, School], people: dict[str, User]) -> None:
    """The map of all schools becomes drafts; two schools have begun theirs."""
    sendco = people["sendco@demo.example"]
    for school in schools.values():
        with school_transaction(school):
            add_rate_card(
                school=school,
                starts_on=SEPTEMBER,
                threshold_pence=ELEMENT_2_PENCE,
                rates=RATES,
                by=sendco,
            )
    with school_transaction(schools["bure-valley"]):
        start_catalogue(school=schools["bure-valley"], by=sendco)
    file = SAMPLES / MAP
    import_provision(
        schools=list(schools.values()),
        data=file.read_bytes(),
        name=file.name,
        today=clock.today(),
        by=sendco,
        is_written=True,
    )
    for slug in ("bure-valley", "john-of-gaunt"):
        with school_transaction(schools[slug]):
            drafts = Provision.objects.filter(school=schools[slug], state=ProvisionState.DRAFT)
            begin_drafts(school=schools[slug], drafts=drafts, by=sendco)
    load_impact(schools["bure-valley"], sendco)
    with school_transaction(schools["bure-valley"]):
        _owe(schools["bure-valley"], sendco)
        _confide(schools["bure-valley"], people)
        log_sessions(schools["bure-valley"], people)


def work_out_costs(schools: dict[str, School]) -> None:
    """What provision cost until yesterday, as a night works it out."""
    for school in schools.values():
        with school_transaction(school):
            keep_spending(school=school, until=clock.today() - dt.timedelta(days=1))


def _owe(school: School, sendco: User) -> None:
    """What plans say, for the first child of three provisions."""
    plans = StatusPeriod.objects.filter(school=school, ends_on=None, status=SenStatus.PLAN)
    with_plan = set(plans.values_list("pupil_id", flat=True))
    for row in Provision.objects.filter(school=school, name__in=OWED).select_related("school"):
        text, reference, amount = OWED[row.name]
        pupils = [place.pupil for place in row.places.select_related("pupil__school")]
        is_plan = pupils[0].pk in with_plan
        promise = add_promise(
            pupil=pupils[0],
            by=sendco,
            text=text,
            source=PromiseSource.EHCP if is_plan else PromiseSource.SUPPORT,
            reference=reference if is_plan else "",
            starts_on=SEPTEMBER,
            **amount,
        )
        change_provision(
            provision=row,
            members=Members(pupils=tuple(pupils), promises=(promise,)),
            version=version_of(row, PROVISION_FIELDS),
            by=sendco,
            **{name: getattr(row, name) for name in PROVISION_FIELDS},
        )


def _confide(school: School, people: dict[str, User]) -> None:
    """One provision that only named people read."""
    row = Provision.objects.filter(school=school, name="ELSA").first()
    if row is None:
        return
    add_provision(
        school=school,
        members=Members(
            pupils=tuple(place.pupil for place in row.places.select_related("pupil")),
            readers=(people["teacher@demo.example"],),
        ),
        by=people["sendco@demo.example"],
        name="Bereavement support",
        tier="E",
        need_type="SEMH",
        staff_role=StaffRole.PASTORAL,
        location="Rainbow room",
        sessions_a_week=1,
        minutes=40,
        weeks=6,
        starts_on=dt.date(2026, 11, 9),
        is_confidential=True,
        funding="core",
    )
