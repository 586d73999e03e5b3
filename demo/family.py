"""The family's side of the demonstration: two homes, the contact log, one open request."""

import datetime as dt
from collections import defaultdict
from uuid import NAMESPACE_URL, uuid5

from aylsham import clock
from aylsham.changes import version_of
from aylsham.dates import DAY
from aylsham.models import Owes, School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import SenStatus
from pupils.models import Contact, Pupil
from pupils.questions import questions_for
from pupils.services.actions import NewAction, Owner
from pupils.services.contributions.answering import submit_answer
from pupils.services.contributions.asking import ask_for_views
from pupils.services.contributions.voices import record_voice
from pupils.services.details import CONTACT_FIELDS, add_contact, change_contact
from pupils.services.family import add_home, record_order
from pupils.services.talks import log_talk

#: How many children on SEN support have had their autumn meeting.
MET = 12
AGREED = (
    "Reading at home three times a week. School sends the phonics cards.",
    "Homework stops after 20 minutes. Mum writes in the book what was hard.",
    "The visual timetable goes home as well. We look again in January.",
    "Breakfast club on Mondays and Fridays, so that the morning starts calmly.",
)


def load_family(school: School, people: dict[str, User]) -> None:
    """Add to a school whose roll is there; deterministic."""
    sendco, assistant = people["sendco@demo.example"], people["assistant@demo.example"]
    with school_transaction(school):
        children = _children(school)
        contacts = defaultdict(list)
        for contact in Contact.objects.filter(school=school, pupil__in=children):
            contacts[contact.pupil_id].append(contact)
        _separated(children[0], contacts[children[0].pk], sendco)
        for n, child in enumerate(children[1 : MET + 1]):
            _meeting(child, contacts[child.pk][:1], n, assistant)
        _calls(children[0], assistant)
        _asked(children[0], children[1], assistant)


def _children(school: School) -> list[Pupil]:
    """Children on SEN support, by name."""
    pupils = Pupil.objects.filter(
        school=school, status_periods__status=SenStatus.SUPPORT, status_periods__ends_on=None
    )
    found = list(pupils.in_register_order())
    for pupil in found:
        pupil.school = school
    return found


def _separated(child: Pupil, contacts: list[Contact], by: User) -> None:
    mothers = add_home(
        pupil=child,
        by=by,
        name="Mum's",
        address="14 Heron Way\nAylsham",
        child_is_there="School nights",
        withheld="everybody",
        withheld_why="Police letter of 3 June 2026, office safe",
    )
    fathers = add_home(
        pupil=child,
        by=by,
        name="Dad's",
        address="Flat 2, Mill Road\nCromer",
        child_is_there="Every other Saturday, supervised",
    )
    mother = contacts[0]
    change_contact(
        contact=mother,
        name="Anna Nowak",
        relationship="Mother",
        version=version_of(mother, CONTACT_FIELDS),
        by=by,
        home=mothers,
        email="mother@home.example",
        has_parental_responsibility=True,
        may_collect=True,
        receives_letters=True,
        preferred_channel="text",
        language="Polish",
        interpreter="spoken",
    )
    father = add_contact(
        pupil=child,
        by=by,
        name="Marek Nowak",
        relationship="Father",
        email="father@home.example",
        priority=3,
        has_parental_responsibility=True,
        home=fathers,
        may_collect=False,
    )
    record_order(
        contact=father,
        kind="no_contact",
        says="No contact but for supervised Saturdays at the centre.",
        starts_on=dt.date(2026, 6, 10),
        ends_on=dt.date(2027, 6, 9),
        evidence="Sealed copy in the office safe, seen 12 June",
        by=by,
    )


def _meeting(child: Pupil, contacts: list[Contact], n: int, by: User) -> None:
    on = dt.date(2026, 11, 5) + (n % 8) * DAY
    facts = (
        {"how": "in_person", "outcome": "held"}
        if n % 6
        else {"how": "phone", "outcome": "declined"}
    )
    contact = contacts[0] if contacts else None
    log_talk(
        pupil=child,
        key=_key(child, "meeting"),
        by=by,
        on=on,
        contact=contact,
        who=contact.name if contact else "Mother",
        is_parent_meeting=True,
        agreed=AGREED[n % len(AGREED)] if facts["outcome"] == "held" else "Offered for 12 Nov.",
        services=["Just One Norfolk"] if n % 4 == 0 else [],
        actions=[NewAction("Send the phonics cards home", Owner(user=by), on + 14 * DAY)]
        if n % 4 == 0
        else [],
        **facts,
    )


def _calls(child: Pupil, by: User) -> None:
    mother = child.contacts.filter(school=child.school).first()
    facts = {"pupil": child, "by": by, "contact": mother, "who": mother.name}
    log_talk(
        key=_key(child, "missed"), on=dt.date(2026, 11, 16), how="phone", outcome="no_answer", **facts
    )  # fmt: skip
    log_talk(
        key=_key(child, "call"),
        on=dt.date(2026, 11, 18),
        how="phone",
        outcome="held",
        agreed="Mornings are hard this week. We meet her at 8.40 by the side door until Christmas.",
        services=["Norfolk SENDIASS", "Early help: family support"],
        actions=[
            NewAction("Tell the office about the side door", Owner(user=by), dt.date(2026, 11, 20)),
            NewAction(
                "Ask the doctor for the hearing test letter",
                Owner(name=mother.name, owed_by=Owes.PARENT),
                dt.date(2026, 12, 4),
            ),
        ],
        **facts,
    )


def _asked(child: Pupil, other: Pupil, by: User) -> None:
    mother = child.contacts.filter(school=child.school).first()
    ask_for_views(
        pupil=child,
        by=by,
        kind="parent_views",
        contact=mother,
        name=mother.name,
        role=mother.relationship,
        email=mother.email,
        due_on=clock.today() + 10 * DAY,
        message="We would like to hear from you before our meeting in December.",
        shows_first_name=True,
    )
    asked = ask_for_views(
        pupil=other,
        by=by,
        kind="advice",
        name="Dr Asha Patel",
        role="Speech and language therapist",
        email="therapist@nhs.example",
        owed_by=Owes.HEALTH,
        due_on=clock.today() + 3 * DAY,
    )
    submit_answer(
        ask=asked,
        answers={
            "seen": "Two visits in October, half an hour each.",
            "strengths": "Keen to talk, good memory for stories.",
            "needs": "Sentences of more than eight words are lost.",
            "advice": "Short sentences, one instruction at a time.\nPictures beside new words.",
        },
    )
    answers = {
        "like": "Art. And when Mrs Wrona sits with me.",
        "hard": "Writing long things.",
        "helps": "The timer with the colours.",
    }
    record_voice(
        pupil=other,
        kind="pupil_views",
        by=by,
        given_on=dt.date(2026, 11, 12),
        given_how="in_person",
        said_by=other.known_as,
        role="Child",
        helper="Kasia Wrona",
        answers=[
            {"question": q["label"], "answer": answers.get(q["key"], "")}
            for q in questions_for("pupil_views")
        ],
    )


def _key(child: Pupil, what: str):
    """The same key at every loading."""
    return uuid5(NAMESPACE_URL, f"{child.pk}:{what}")
