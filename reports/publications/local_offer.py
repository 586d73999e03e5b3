"""What the school gives to the council's local offer: the facts and words of its SEN report.

The council publishes the offer (Children and Families Act 2014, s.30; SEND Regulations 2014, reg 53
and Schedule 2); each council has a form of its own, so this is text to take over.
"""

import datetime as dt
from collections.abc import Mapping

from aylsham.models import School
from reports.codes import Duty
from reports.models import Publication
from reports.publications.facts import sentences
from reports.publications.headings import Heading
from reports.publications.kind import Kind, Reading
from reports.selectors.publication_facts import left_out, school_facts

LAW = "SEND Regs, Sch 2"
#: Each heading with those of the SEN information report that answer it.
_FROM: dict[Heading, tuple[str, ...]] = {
    Heading(key, title, LAW, asks): said_under
    for key, title, asks, said_under in (
        (
            "kinds",
            "Which needs we provide for",
            "What a parent who looks for a school should know first.",
            ("kinds",),
        ),
        (
            "finding",
            "How we know that a child needs help",
            "What to do when you think that your child may need help.",
            ("finding",),
        ),
        (
            "teaching",
            "How we teach, and adapt what we teach",
            "Everyday teaching, and what is adapted.",
            ("teaching", "adapting"),
        ),
        (
            "support",
            "What help there is, and how we know that it works",
            "Extra help, how a child comes to it, how it is reviewed.",
            ("support", "progress", "effect"),
        ),
        (
            "wellbeing",
            "How we look after wellbeing",
            "Emotional and social development, medical needs, bullying.",
            ("wellbeing",),
        ),
        (
            "expertise",
            "What our staff know, and which specialists help us",
            "Training, and services inside and outside school.",
            ("expertise", "others"),
        ),
        (
            "joining",
            "Clubs and trips",
            "How every child can take part.",
            ("joining",),
        ),
        (
            "access",
            "How accessible the school is",
            "The building, equipment, the accessibility plan.",
            ("access", "equipment", "plan"),
        ),
        (
            "voice",
            "How parents and children have their say",
            "Meetings, views, complaints.",
            ("parents", "pupils", "complaints"),
        ),
        (
            "moving",
            "How we help children join, move and leave",
            "Before a child comes, between classes, to the next school.",
            ("moving", "admission"),
        ),
        (
            "contact",
            "Whom to ask",
            "The SENCO, the telephone number, where to find independent advice.",
            ("senco", "concerns", "advice"),
        ),
    )
}


def read(school: School, today: dt.date) -> Reading:
    """What the record says, and after it the words of the SEN information report that is out."""
    facts, words = school_facts(school, today), _words_of_report(school)
    said = {}
    for heading, keys in _FROM.items():
        found = []
        for key in keys:
            found += [*sentences(key, facts), *filter(None, words.get(key, "").splitlines())]
        said[heading.key] = list(dict.fromkeys(found))
    return Reading(said)


def _words_of_report(school: School) -> Mapping[str, str]:
    rows = Publication.objects.filter(school=school, kind=Duty.SEN_REPORT, state="published")
    return next(iter(rows.values_list("words", flat=True)), {})


KIND = Kind(
    duty=Duty.LOCAL_OFFER,
    headings=tuple(_FROM),
    read=read,
    left_out=left_out,
    plural="Texts for the local offer",
    short="text",
    about="What the council’s local offer says about the school, from the same facts as the SEN "
    "information report and from its published words. Copy it into the council’s form.",
    description="What the school gives to the council’s local offer for children with SEND.",
    law="Children and Families Act 2014, section 30; SEND Regulations 2014, Schedule 2.",
    next_due="Look at it again whenever the SEN information report changes.",
    draft_note="No sentence counts children.",
    asked_by="the local offer",
)
