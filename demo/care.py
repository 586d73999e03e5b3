"""Children in care in the demonstration: one looked after, two who were, one with a social worker."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

from aylsham import clock
from aylsham.calendars import calendar_of
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import ReviewCalendar
from ehcp.selectors.calendar.windows import window_of
from ehcp.selectors.plans import plans_of
from lac.models import CarePeriod
from lac.selectors.care_views import end_of_school_year
from lac.selectors.delegations import mark_of
from lac.services.care_views import give_care_view
from lac.services.declarations import keep_declaration, set_delegations
from lac.services.people import add_person, add_placement
from lac.services.periods import PEP_FIELDS, enter_care, note_first_pep, record_previous_care
from lac.services.social_work import add_social_work, record_review
from pupils.models import Contact, Pupil

#: A Monday in the autumn term of the demonstration.
CAME = dt.date(2026, 10, 5)
MOVED = dt.date(2026, 11, 9)
KNOWN = dt.date(2026, 9, 14)
LONG_AGO = dt.date(2024, 1, 15)
SPRING = dt.date(2027, 2, 22), dt.date(2027, 4, 9)
COUNCIL = "Norfolk"


def load_care(schools: dict[str, School], people: dict[str, User]) -> None:
    """Add to schools whose rolls are there; deterministic."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(schools["bure-valley"]):
        oak = _children(schools["bure-valley"], "Oak")
        _looked_after(oak[0], by=sendco, teacher=teacher)
        _in_need(oak[1], by=sendco)
    with school_transaction(schools["john-of-gaunt"]):
        _guardian(_children(schools["john-of-gaunt"])[0], by=sendco)
    with school_transaction(schools["john-bears"]):
        _adopted_abroad(_children(schools["john-bears"])[0], by=sendco)


def load_care_of_plan(school: School, by: User) -> None:
    """A child whose EHC plan is reviewed in the spring is looked after: one meeting for the PEP too."""
    with school_transaction(school):
        rules, calendar, today = ReviewCalendar(school=school), calendar_of(school), clock.today()
        told = set(CarePeriod.objects.filter(school=school).values_list("pupil_id", flat=True))
        for plan in plans_of([school]):
            _, window = window_of(plan, calendar, rules, today)
            if window and SPRING[0] <= window.legal_on <= SPRING[1] and plan.pupil_id not in told:
                _long_looked_after(Pupil.objects.select_related("school").get(pk=plan.pupil_id), by)
                return


def _long_looked_after(child: Pupil, by: User) -> None:
    """Reviewed twice in the first months, and last in September."""
    period = enter_care(
        pupil=child,
        starts_on=LONG_AGO,
        known_since=LONG_AGO,
        placing_authority=COUNCIL,
        legal_status="full",
        legal_since=LONG_AGO,
        by=by,
    )
    days = {
        "first_pep_on": dt.date(2024, 1, 25),
        "pep_with_officer_on": dt.date(2024, 2, 7),
    }
    note_first_pep(period=period, version=version_of(period, PEP_FIELDS), by=by, **days)
    for held_on in (dt.date(2024, 2, 9), dt.date(2024, 5, 3), dt.date(2026, 9, 21)):
        record_review(period=period, held_on=held_on, decisions="Stays at this school.", by=by)


def _children(school: School, group: str = "") -> list[Pupil]:
    """Children of whom nothing else is told: not on the register, no care on the roll."""
    told = CarePeriod.objects.filter(school=school)
    pupils = Pupil.objects.filter(school=school, class_group__isnull=False, status_periods=None)
    pupils = pupils.exclude(pk__in=told.values("pupil")).select_related("school")
    return list(pupils.filter(**{"class_group__name": group} if group else {}).in_register_order())


def _looked_after(child: Pupil, *, by: User, teacher: User) -> None:
    period = enter_care(
        pupil=child,
        starts_on=CAME,
        known_since=CAME,
        placing_authority=COUNCIL,
        legal_status="interim",
        legal_since=dt.date(2026, 10, 8),
        by=by,
    )
    for role, name, starts_on in (
        ("social_worker", "Grace Adebayo", CAME),
        ("social_worker", "Daniel Frost", dt.date(2026, 11, 2)),
        ("reviewing", "Moira Kell", dt.date(2026, 10, 7)),
        ("virtual", "Sunita Rao", CAME),
    ):
        add_person(
            pupil=child,
            by=by,
            role=role,
            name=name,
            organisation=f"{COUNCIL} Council" if role != "virtual" else f"{COUNCIL} Virtual School",
            phone="01632 960071",
            email=f"{name.split()[0].lower()}@council.example",
            starts_on=starts_on,
            ends_on=None,
        )
    _placements(child, by)
    said = {
        "day_trips": ("carer", ""),
        "overnight": ("worker", "Ask two weeks before"),
        "photographs": ("worker", "In school yes, nothing on the website"),
        "medical": ("carer", "Emergencies: the hospital decides"),
        "small": ("carer", ""),
        "forms": ("several", "The social worker signs the PEP, the carer the rest"),
    }
    set_delegations(pupil=child, said=said, since=CAME, version=mark_of([]), by=by)
    version = version_of(period, PEP_FIELDS)
    days = {"first_pep_on": dt.date(2026, 10, 16), "pep_with_officer_on": dt.date(2026, 10, 28)}
    note_first_pep(period=period, version=version, by=by, **days)
    words = "Stays at this school. Settle in with the new carers before swimming lessons begin."
    record_review(period=period, held_on=dt.date(2026, 10, 30), decisions=words, by=by)
    give_care_view(
        pupil=child,
        user=teacher,
        starts_on=CAME,
        ends_on=end_of_school_year(CAME),
        by=by,
        key=uuid5(NAMESPACE_URL, f"{child.pk}/care-view"),
    )


def _placements(child: Pupil, by: User) -> None:
    facts = {"contact": None, "home": None, "ends_on": None, "ended_why": "", "kind": "foster"}
    add_placement(
        pupil=child,
        by=by,
        with_whom="Mr and Mrs Lacey",
        council_area=COUNCIL,
        is_out_of_area=False,
        starts_on=CAME,
        **facts,
    )
    add_placement(
        pupil=child,
        by=by,
        with_whom="Ms Okafor",
        council_area="Suffolk",
        is_out_of_area=True,
        starts_on=MOVED,
        moved_why="The first carers could keep the child for five weeks only",
        **facts,
    )


def _in_need(child: Pupil, *, by: User) -> None:
    add_social_work(
        pupil=child, kind="in_need", council=COUNCIL, starts_on=KNOWN, ends_on=None, by=by
    )


def _guardian(child: Pupil, *, by: User) -> None:
    period = record_previous_care(
        pupil=child, known_since=KNOWN, left_care_through="G", placing_authority=COUNCIL, by=by
    )
    contact = Contact.objects.filter(school=child.school, pupil=child).first()
    keep_declaration(
        period=period,
        version="new",
        by=by,
        declared_on=KNOWN,
        declared_by=contact.name if contact else "The guardian",
        care_was="here",
        order_on=dt.date(2023, 3, 17),
        evidence="order",
        seen_on=dt.date(2026, 9, 18),
        seen_by=by,
        consents_on=dt.date(2026, 9, 18),
        consents_to="That there is an order, and its day. The class teacher may know.",
    )


def _adopted_abroad(child: Pupil, *, by: User) -> None:
    period = record_previous_care(
        pupil=child, known_since=KNOWN, left_care_through="A", placing_authority="", by=by
    )
    keep_declaration(
        period=period,
        version="new",
        by=by,
        declared_on=KNOWN,
        declared_by="Both parents",
        care_was="elsewhere",
        order_on=dt.date(2024, 6, 4),
        evidence="certificate",
        seen_on=KNOWN,
        seen_by=by,
        consents_on=None,
        consents_to="",
    )
