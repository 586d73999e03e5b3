"""Services, referrals in every state, providers and advice of the demonstration."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from aylsham import clock
from aylsham.changes import version_of
from aylsham.dates import DAY
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.documents import make_letter
from pupils.agency_codes import STARTING_SERVICES, ServiceKind
from pupils.models import Document, Pupil, Recommendation, Referral, StatusPeriod
from pupils.services.advice import (
    ADVICE_FIELDS,
    HelpsAs,
    decline_advice,
    follow_advice,
    write_recommendations,
)
from pupils.services.documents.filing import file_document
from pupils.services.outside_services import add_service
from pupils.services.providers import add_provider, add_visit
from pupils.services.referrals.following import (
    add_appointment,
    chase,
    receive_report,
    set_nudge,
)
from pupils.services.referrals.referring import (
    CONSENT_FIELDS,
    STEP_FIELDS,
    ParentsTold,
    begin_referral,
    record_consent,
    take_step,
)

WEEK = 7 * DAY
#: Weeks that the services of the county usually take; an invented county's.
USUAL = {
    ServiceKind.SPEECH: 18,
    ServiceKind.AUTISM: 78,
    ServiceKind.PSYCHOLOGY: 10,
    ServiceKind.CAMHS: 20,
    ServiceKind.OCCUPATIONAL: 26,
    ServiceKind.SENSORY: 6,
    ServiceKind.PAEDIATRICS: 30,
    ServiceKind.EARLY_HELP: 4,
}
REASONS = {
    ServiceKind.SPEECH: "Sounds are hard to tell apart, and others outside the family rarely follow. A small language group helped a little. Please assess speech sounds and advise.",
    ServiceKind.AUTISM: "Small changes upset the whole day; play is alone. A visual timetable and a calm corner help. Please assess.",
    ServiceKind.PSYCHOLOGY: "Reading has not moved in two terms in spite of daily practice. Please advise on how this child learns.",
    ServiceKind.CAMHS: "In tears on most mornings since half-term, sleeps badly. Please see the family.",
    ServiceKind.OCCUPATIONAL: "Scissors, buttons and pencil are hard; tires quickly. Please assess fine motor skills.",
    ServiceKind.SENSORY: "The audiology letter is attached. Please advise on seating and equipment.",
    ServiceKind.PAEDIATRICS: "Two absences like day-dreams were seen in class. Please see the child.",
    ServiceKind.EARLY_HELP: "The family asks for help with routines at home.",
}  # fmt: skip


@dataclass(frozen=True)
class DemoReferral:
    """What was referred, how many weeks ago it was sent, and the steps since."""

    kind: ServiceKind
    weeks: int | None
    steps: tuple[str, ...] = ()
    words: str = ""
    has_consent: bool = True
    #: Weeks ago that an appointment was, with what became of it.
    seen: tuple[int, str] | None = None
    chased: bool = False


AT_BURE_VALLEY = (
    DemoReferral(ServiceKind.SPEECH, None, has_consent=False),
    DemoReferral(ServiceKind.OCCUPATIONAL, None),
    DemoReferral(ServiceKind.SPEECH, 1),
    DemoReferral(ServiceKind.PSYCHOLOGY, 3, ("acknowledged",), "We have it, reference EP-2231."),
    DemoReferral(ServiceKind.SPEECH, 21, ("accepted",), "On the list for a first visit.", chased=True),
    DemoReferral(ServiceKind.AUTISM, 44, ("acknowledged", "accepted"), "Accepted by the pathway."),
    DemoReferral(ServiceKind.CAMHS, 9, ("accepted",), "First talk with the parents in December."),
    DemoReferral(ServiceKind.PAEDIATRICS, 12, ("accepted",), "Clinic letter follows.", seen=(-2, "offered")),
    DemoReferral(ServiceKind.SENSORY, 8, ("accepted",), "Visit agreed.", seen=(2, "attended")),
    DemoReferral(ServiceKind.OCCUPATIONAL, 15, ("accepted",), "Invited to a workshop.", seen=(1, "missed")),
    DemoReferral(ServiceKind.CAMHS, 6, ("declined",), "Below the threshold. Try the school's counsellor first."),
    DemoReferral(ServiceKind.EARLY_HELP, 20, ("accepted", "closed"), "Routines agreed with the family; closed by both.", seen=(15, "attended")),
)  # fmt: skip
ELSEWHERE = (
    DemoReferral(ServiceKind.SPEECH, 11, ("accepted",), "On the list."),
    DemoReferral(ServiceKind.SPEECH, 16, ("accepted",), "On the list."),
    DemoReferral(ServiceKind.SPEECH, 27, ("accepted",), "Seen in clinic.", seen=(4, "attended")),
)

#: Recommendations by type of document; what is decided: adopted, adapted, declined or nothing.
ADVICE = {
    "slt": (
        ("Show a picture with each instruction", "adopted", ""),
        ("Give ten seconds to answer", "adapted", "Ten seconds to answer, and a choice of two words when that is not enough"),
        ("A language group twice a week for 30 minutes", None, ""),
    ),
    "medical": (("Sit near the front, away from the door", "adopted", ""),),
    "ep": (
        ("Precision teaching of ten words, five minutes a day", None, ""),
        ("A reading pen for longer texts", "declined", "Tried last spring: the sound distracted more than it helped. The adult reads the question instead."),
        ("Overlearn sounds before new ones are taught", None, ""),
    ),
}  # fmt: skip


def load_services(school: School, by: User) -> None:
    """The catalogue of the federation."""
    with school_transaction(school):
        for each in STARTING_SERVICES:
            usual = USUAL.get(each.kind)
            facts = vars(each) | {"usual_weeks": usual}
            add_service(school=school, federation=school.federation, by=by, **facts)


def load_agencies(schools: dict[str, School], people: dict[str, User]) -> None:
    """Referrals at each school; providers and advice at the first."""
    sendco, assistant = people["sendco@demo.example"], people["assistant@demo.example"]
    home = schools["bure-valley"]
    load_services(home, sendco)
    for school in schools.values():
        wanted = AT_BURE_VALLEY if school == home else ELSEWHERE
        with school_transaction(school):
            for pupil, each in zip(_children(school, len(wanted)), wanted, strict=False):
                _refer(pupil, each, sendco if each.kind == ServiceKind.CAMHS else assistant)
    with school_transaction(home):
        _advise(home, sendco, people["teacher@demo.example"])
        _providers(home, sendco)


def _children(school: School, number: int) -> list[Pupil]:
    """Children on the register who come last in it: the first have other stories."""
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None)
    pupils = Pupil.objects.filter(school=school, pk__in=on_register.values("pupil"))
    found = list(pupils.order_by("-last_name", "-first_name", "pk")[:number])
    for pupil in found:
        pupil.school = school
    return found


def _refer(pupil: Pupil, each: DemoReferral, by: User) -> None:
    service = next(s for s in STARTING_SERVICES if s.kind == each.kind)
    referral = begin_referral(
        pupil=pupil,
        by=by,
        service=service.name,
        kind=each.kind,
        owed_by=service.owed_by,
        usual_weeks=USUAL.get(each.kind),
        reason=REASONS[each.kind],
    )
    sent_on = clock.today() - (each.weeks or 0) * WEEK
    if each.has_consent:
        referral = record_consent(
            referral=referral,
            version=version_of(referral, CONSENT_FIELDS),
            by=by,
            consent_by="The mother",
            consent_on=sent_on - 2 * DAY,
            consent_how="signed",
            no_consent_why="",
        )
    if each.weeks is None:
        return
    referral = _step(referral, "sent", sent_on, "By the form of the service", by)
    days = (clock.today() - sent_on) / 4
    for number, name in enumerate(n for n in each.steps if n != "closed"):
        referral = _step(referral, name, sent_on + (number + 1) * days.days * DAY, each.words, by)
    _follow(referral, each, by)


def _follow(referral: Referral, each: DemoReferral, by: User) -> None:
    if each.seen:
        weeks, state = each.seen
        on = clock.today() - weeks * WEEK
        add_appointment(referral=referral, by=by, on=on, state=state, place="Aylsham clinic")
    if each.chased:
        chase(referral=referral, by=by, words="Rang: the list is at 20 weeks.")
        set_nudge(referral=referral, nudge_on=clock.today() + 2 * DAY, by=by)
    if "closed" in each.steps:
        _step(referral, "closed", clock.today() - 2 * WEEK, each.words, by)


def _step(referral: Referral, name: str, on: dt.date, words: str, by: User) -> Referral:
    told = ParentsTold(on, "phone") if name in ("sent", "accepted") else ParentsTold()
    version = version_of(referral, STEP_FIELDS)
    return take_step(
        referral=referral, step=name, on=on, words=words, told=told, version=version, by=by
    )


def _advise(school: School, sendco: User, teacher: User) -> None:
    document = Document.objects.filter(school=school, kind="slt").select_related("pupil").first()
    assert document is not None
    letter = make_letter(
        "Educational psychology report", " ".join(text for text, *_ in ADVICE["ep"])
    )
    file_document(
        pupil=document.pupil,
        kind="ep",
        upload=letter,
        by=sendco,
        title="Educational psychology report",
        of_on=dt.date(2026, 11, 12),
        author="Dr Hannah Osei",
        source="Broadland Psychology",
    )
    for kind, lines in ADVICE.items():
        document = Document.objects.filter(school=school, kind=kind).latest("filed_at")
        texts = [text for text, *_ in lines]
        rows = write_recommendations(document=document, texts=texts, by=sendco)
        for row, (_, state, words) in zip(rows, lines, strict=True):
            _decide(row, state, words, sendco, teacher)
    _report(school, sendco)


def _decide(
    row: Recommendation, state: str | None, words: str, sendco: User, teacher: User
) -> None:
    facts = {
        "recommendation": row,
        "owner": teacher,
        "version": version_of(row, ADVICE_FIELDS),
        "by": sendco,
    }
    if state == "declined":
        decline_advice(reason=words, review_on=None, **facts)
    elif state:
        review_on = clock.today() + 8 * WEEK
        follow_advice(words=words, review_on=review_on, helps=HelpsAs("class"), **facts)


def _report(school: School, by: User) -> None:
    """The report of the child whom sensory support has seen."""
    referral = Referral.objects.get(school=school, kind=ServiceKind.SENSORY)
    document = file_document(
        pupil=referral.pupil,
        kind="sensory",
        upload=make_letter(
            "Hearing support: visit to school", "Seat near the front. New words first."
        ),
        by=by,
        title="Hearing support: visit to school",
        of_on=clock.today() - WEEK,
        author="Moira Kelly",
        source="Sensory support service",
    )
    receive_report(referral=referral, document=document, by=by)


def _providers(school: School, by: User) -> None:
    seen = _children(school, 4)
    psychology = add_provider(
        school=school,
        by=by,
        name="Broadland Psychology",
        kind="bought",
        does="Educational psychology",
        academic_year=2026,
        days=Decimal(6),
        pence_a_day=58000,
        contact_name="Dr Hannah Osei",
        contact_email="office@broadland.example",
        report_due_on=dt.date(2026, 12, 11),
    )
    charity = add_provider(
        school=school,
        by=by,
        name="Heron Trust",
        kind="voluntary",
        does="Reading volunteers",
        academic_year=2026,
        days=Decimal(12),
        pence_a_day=0,
        contact_name="Sam Pike",
        contact_phone="01603 555 010",
        report_due_on=dt.date(2027, 7, 9),
    )
    for provider, on, days, pupils in (
        (psychology, dt.date(2026, 9, 29), "1", seen[:2]),
        (psychology, dt.date(2026, 11, 10), "0.5", seen[2:3]),
        (psychology, dt.date(2027, 1, 19), "1", seen[3:]),
        (charity, dt.date(2026, 10, 7), "0.5", seen[:1]),
        (charity, dt.date(2026, 11, 18), "0.5", seen[1:3]),
    ):
        state = "used" if on <= clock.today() else "planned"
        add_visit(
            provider=provider, by=by, on=on, days=Decimal(days), state=state, note="", pupils=pupils
        )
