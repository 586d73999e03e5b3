"""Training of the demonstration: catalogue, plan, who came, how it was, cards for the classroom."""

import datetime as dt

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import FederationIntervention
from provision.provision_codes import StaffRole
from provision.services.provisions import Members, add_provision
from pupils.models import PupilAdult
from staff.models import Invitation, StaffMember, TrainingTopic
from staff.selectors.training_plan import invited_to, people_to_ask
from staff.services.attendance import (
    SEEN_FIELDS,
    say_how_it_was,
    say_what_is_seen,
    take_attendance,
)
from staff.services.teaching_cards import add_card, start_cards
from staff.services.training_plan import plan_session
from staff.services.training_topics import start_topics

#: What those who came to the INSET day said: useful, first try, still needed.
SAID = (
    ("yes", "A list of the day on every desk that wants one.", ""),
    ("yes", "Saying how a task ends.", "How to do it in PE."),
    ("partly", "Waiting ten seconds.", "More about noise in the dinner hall."),
)
SEEN = (
    "In most rooms the day is on the wall and changes are marked on it. Instructions are shorter. "
    "Next: the same in the hall and at lunch."
)


def load_training(schools: dict[str, School], people: dict[str, User]) -> None:
    """A catalogue and cards for all, and a plan with something in each state at Bure Valley."""
    sendco, school = people["sendco@demo.example"], schools["bure-valley"]
    with school_transaction(school):
        start_topics(school=school, by=sendco)
        start_cards(school=school, by=sendco)
        add_card(
            school=school,
            by=sendco,
            need_type="ASD",
            title="Our calm corner in the library",
            text="Any child may go for five minutes: green card on the desk, timer by the sofa. "
            "The librarian says hello and nothing else.",
        )
        _hold_inset(school, people)
        _hold_twilight(school, sendco)
        _plan_others(school, people)
        _give_untrained(school, people)
    other = schools["john-of-gaunt"]
    with school_transaction(other):
        _plan(
            other,
            sendco,
            "NELI",
            kind="online",
            starts_on=dt.date(2027, 1, 11),
            people=list(_people(other).values())[:3],
        )


def _hold_inset(school: School, people: dict[str, User]) -> None:
    """An INSET day of the first day of school, said and looked at."""
    sendco = people["sendco@demo.example"]
    everybody = list(_people(school).values())
    inset = _plan(
        school,
        sendco,
        "Autism: understanding and teaching",
        kind="inset",
        starts_on=dt.date(2026, 9, 1),
        pence=45000,
        place="Hall",
        provider="Specialist teaching service",
        people=everybody,
    )
    invited = invited_to(inset)
    take_attendance(
        session=inset, absent={row.pk for row in invited[3:5]}, spent_pence=42000, by=sendco
    )
    came = Invitation.objects.filter(school=school, session=inset, user__isnull=False)
    for row, (useful, will_try, still) in zip(
        came.filter(has_come=True).exclude(user=people["lsa@demo.example"]).order_by("user__name"),
        SAID,
        strict=False,
    ):
        say_how_it_was(
            invitation=row, useful=useful, will_try=will_try, still_needs=still, by=row.user
        )
    inset.refresh_from_db()
    say_what_is_seen(session=inset, seen=SEEN, version=version_of(inset, SEEN_FIELDS), by=sendco)


def _hold_twilight(school: School, sendco: User) -> None:
    """A twilight of this month, which nobody has said anything of yet."""
    twilight = _plan(
        school,
        sendco,
        "Dyslexia-friendly teaching",
        kind="twilight",
        starts_on=dt.date(2026, 11, 12),
        starts_at=dt.time(15, 45),
        place="Library",
        people=list(_people(school).values()),
    )
    take_attendance(session=twilight, absent=(), spent_pence=0, by=sendco)


def _plan_others(school: School, people: dict[str, User]) -> None:
    """What is still to come: with a day, and without one."""
    sendco, lsa = people["sendco@demo.example"], people["lsa@demo.example"]
    members = StaffMember.objects.filter(school=school, user=None, left_on=None)
    aid = [m for m in members if m.name in ("Gareth Flynn", "Lewis Lee")]
    _plan(
        school,
        sendco,
        "Paediatric first aid",
        kind="course",
        starts_on=dt.date(2026, 12, 7),
        ends_on=dt.date(2026, 12, 8),
        starts_at=dt.time(9),
        place="Aylsham town hall",
        provider="First aid trainer",
        pence=24000,
        people=[*aid, lsa],
    )
    _plan(school, sendco, "ELSA", kind="course", pence=52000, people=[lsa])


def _give_untrained(school: School, people: dict[str, User]) -> None:
    """The LSA gives a programme before the course, and the SENDCo says why."""
    lsa, sendco = people["lsa@demo.example"], people["sendco@demo.example"]
    item = FederationIntervention.objects.filter(
        federation_id=school.federation_id, name="Precision teaching"
    ).first()
    child = PupilAdult.objects.filter(school=school, user=lsa).select_related("pupil").first()
    if item is None or child is None:
        return
    add_provision(
        school=school,
        members=Members(pupils=(child.pupil,)),
        by=sendco,
        anyway="Shown by the SENDCo in October; the educational psychologist comes in January.",
        name=item.name,
        shared_item=item,
        own_item=None,
        tier=item.tier,
        need_type="SPLD",
        staff_role=StaffRole.LSA,
        staff=lsa,
        location="",
        sessions_a_week=5,
        minutes=10,
        weekdays=[],
        time=None,
        weeks=10,
        starts_on=dt.date(2026, 11, 9),
        ends_on=None,
        measure=item.measure,
        funding="notional",
        resources_pence=0,
        is_in_class=False,
        is_confidential=False,
    )


def _people(school: School):
    return people_to_ask(school, clock.today())


def _plan(school: School, by: User, topic: str, *, people, **facts):
    row = TrainingTopic.objects.get(federation_id=school.federation_id, name=topic, only_at=None)
    facts = {
        "title": "",
        "starts_on": None,
        "ends_on": None,
        "starts_at": None,
        "provider": row.provider,
        "place": "",
        "hours": row.hours,
        "pence": 0,
        "year": 2026,
    } | facts
    return plan_session(school=school, by=by, people=people, topic=row, **facts)
