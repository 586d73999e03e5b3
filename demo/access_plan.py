"""The accessibility plan of the demonstration: actions in every strand, looked at, published."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.objectives import load_objectives
from reports.access_codes import ActionState, Strand
from reports.codes import Duty
from reports.publications.kinds import KINDS
from reports.selectors.publications import mark_of_words
from reports.services.access_plan import (
    add_action,
    finish_action,
    give_up_action,
    record_access_review,
)
from reports.services.publications import publish, send_to_head, start_publication, write_words

#: Strand, what, barrier, who, by when, pence, how we will know, begun.
ACTIONS = (
    (
        Strand.CURRICULUM,
        "Teach new words with pictures before each topic begins",
        "Children with language needs meet twenty new words in the first lesson",
        "English lead",
        dt.date(2027, 2, 12),
        12_000,
        "Every class has its words up before the topic, in three drop-ins out of three",
        True,
    ),
    (
        Strand.CURRICULUM,
        "Choose residential visits with an accessible room and a quiet place",
        "Children who use a wheelchair, or tire of noise, could not stay the night",
        "Year 6 leader",
        dt.date(2027, 5, 28),
        None,
        "Everybody in Year 6 who wants to go goes",
        False,
    ),
    (
        Strand.ENVIRONMENT,
        "Lay a level path from the gate to the playground",
        "Children who use a wheelchair or a frame come in by another way than their friends",
        "Site manager",
        dt.date(2027, 4, 1),
        485_000,
        "All children come in by the same gate",
        True,
    ),
    (
        Strand.ENVIRONMENT,
        "Put sound panels into the dining hall",
        "Children with hearing aids, or who find noise hard, cannot stay for lunch",
        "School business manager",
        None,
        164_950,
        "Fewer than 65 decibels at the second sitting",
        False,
    ),
    (
        Strand.INFORMATION,
        "Send every letter home in plain words, with a spoken version on the website",
        "Parents and children who read little, or read with a screen reader",
        "School office",
        dt.date(2027, 1, 29),
        0,
        "Ten parents say at the coffee morning what the last letter was about",
        True,
    ),
)
DONE = (
    Strand.ENVIRONMENT,
    "Paint the edges of all steps in a colour that stands out",
    "Children with low vision missed the last step",
    "Site manager",
    None,
    21_000,
    "The visiting teacher for vision walks the site with children",
    True,
)
GIVEN_UP = (
    Strand.ENVIRONMENT,
    "Widen the door of the music hut",
    "Children who use a wheelchair cannot get in",
    "Site manager",
    None,
    310_000,
    "Music is taught there to everybody",
    False,
)
WORDS = {
    "aims": "In three years every child comes in by the same gate, learns the same topics and can "
    "read or hear what we send home. We asked the school council, parents at two coffee mornings "
    "and the council’s services for hearing and vision, and walked the site with children.",
    "means": "The governing body sets money aside each spring. The head answers for the plan, and "
    "the governor with oversight of SEND asks about it each term.",
    "looking": "The SENDCo, the site manager and a governor look at it each summer with the school "
    "council.",
    "copies": "Ask the school office for large print, a paper copy or another language.",
    "beside": "Our SEN information report and our equality objectives stand beside it.",
}


def load_access_plan(school: School, people: dict[str, User]) -> None:
    """The running plan, published, with one action done and one given up; the objectives it feeds."""
    by, head = people["sendco@demo.example"], people["head@demo.example"]
    with school_transaction(school):
        for values in ACTIONS:
            _added(school, by, values)
        finish_action(action=_added(school, by, DONE), done_on=dt.date(2026, 4, 17), by=by)
        why = "Music is taught in the hall since September, where everybody gets in."
        give_up_action(action=_added(school, by, GIVEN_UP), why=why, by=by)
        words = (
            "The steps are painted. The path waits for a second price. Children asked for a quiet "
            "place at lunch: the sound panels came from that."
        )
        record_access_review(school=school, held_on=dt.date(2026, 7, 9), words=words, by=by)
        draft = start_publication(kind=KINDS[Duty.ACCESSIBILITY_PLAN], school=school, by=by)
        mark = mark_of_words(draft)
        draft = write_words(publication=draft, words=WORDS, version=mark, by=by)
        sent = send_to_head(publication=draft, by=by)
        publish(publication=sent, web_address="", starts_on=dt.date(2024, 9, 1), by=head)
    load_objectives(school, people)


def _added(school: School, by: User, values: tuple):
    strand, what, barrier, who, due_on, cost, sign, is_begun = values
    return add_action(
        school=school,
        by=by,
        strand=strand,
        what=what,
        barrier=barrier,
        who=who,
        due_on=due_on,
        cost_pence=cost,
        sign=sign,
        state=ActionState.UNDER_WAY if is_begun else ActionState.NOT_BEGUN,
    )
