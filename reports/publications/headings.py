"""The statutory headings of what a school publishes, as data; pure.

SEN information report: SEND Regulations 2014, reg 51 and Schedule 1, and Children and Families Act
2014, s.69(3)(b).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading: its title for parents, its law, what the school's words say."""

    key: str
    title: str
    law: str
    asks: str
    #: It may stay empty.
    is_optional: bool = False
    #: The school's words alone do not fill it: the record has to say something.
    is_from_record: bool = False


SEN_INFORMATION = (
    Heading(
        "kinds",
        "Which special educational needs we provide for",
        "Sch 1, 1",
        "Every kind of need you make provision for, also one that few children have.",
    ),
    Heading(
        "finding",
        "How we find out that a child needs help, and assess it",
        "Sch 1, 2",
        "Who notices, what is looked at, what parents can do when they are worried.",
    ),
    Heading(
        "effect",
        "How we know whether our help works",
        "Sch 1, 3(a)",
        "How provision as a whole is evaluated, and by whom.",
    ),
    Heading(
        "progress",
        "How we review progress, and how often",
        "Sch 1, 3(b)",
        "How parents and children take part when progress is reviewed.",
    ),
    Heading(
        "teaching",
        "How we teach children with special educational needs",
        "Sch 1, 3(c)",
        "High-quality teaching first, and what comes on top of it.",
    ),
    Heading(
        "adapting",
        "How we adapt the curriculum and the learning environment",
        "Sch 1, 3(d)",
        "What is adapted in lessons, rooms and routines.",
    ),
    Heading(
        "support",
        "What additional support there is",
        "Sch 1, 3(e)",
        "Who gives it and how a child comes to it.",
    ),
    Heading(
        "joining",
        "How children join in with everything, physical activities too",
        "Sch 1, 3(f)",
        "Clubs, trips, PE and residential visits together with children without SEN.",
    ),
    Heading(
        "wellbeing",
        "How we support emotional and social development",
        "Sch 1, 3(g)",
        "Who listens to children, and what you do about bullying.",
    ),
    Heading(
        "senco",
        "Who our SENCO is, and how to reach them",
        "Sch 1, 4",
        "The telephone number and when to ring.",
    ),
    Heading(
        "expertise",
        "What our staff are trained in, and how we get specialist help",
        "Sch 1, 5",
        "What training is planned next.",
    ),
    Heading(
        "equipment",
        "Equipment and facilities",
        "Sch 1, 6",
        "How equipment and facilities are secured for a child who needs them.",
    ),
    Heading(
        "parents",
        "How we consult parents and involve them",
        "Sch 1, 7",
        "Meetings, open evenings, who to ring.",
    ),
    Heading(
        "pupils",
        "How we consult children and involve them",
        "Sch 1, 8",
        "How a child has a say in their own support.",
    ),
    Heading(
        "complaints",
        "What to do with a complaint",
        "Sch 1, 9",
        "Whom to speak to first, the policy and where it stands.",
    ),
    Heading(
        "others",
        "How health, social care, the council and charities help",
        "Sch 1, 10",
        "How the governing body involves them for children and their families.",
    ),
    Heading(
        "advice",
        "Where parents find support",
        "Sch 1, 11",
        "The local information, advice and support service (SENDIASS) and how to reach it.",
    ),
    Heading(
        "concerns",
        "Whom to contact with a concern",
        "Sch 1, 12",
        "The class teacher first, and who else.",
    ),
    Heading(
        "moving",
        "How we support moving on, to the next phase and the next school",
        "Sch 1, 13",
        "What you do before a child comes, between classes, and before they leave.",
    ),
    Heading(
        "offer",
        "Where the council’s local offer is",
        "Sch 1, 14",
        "The web address of the local offer.",
    ),
    Heading(
        "admission",
        "How disabled children are admitted",
        "CFA s.69(3)(b)(i)",
        "Your arrangements for the admission of disabled pupils.",
    ),
    Heading(
        "equal",
        "How we prevent that disabled children are treated less favourably",
        "CFA s.69(3)(b)(ii)",
        "The steps you have taken.",
    ),
    Heading(
        "access",
        "How disabled children get about the school",
        "CFA s.69(3)(b)(iii)",
        "Ramps, toilets, sound, light, parking.",
    ),
    Heading(
        "plan",
        "Our accessibility plan",
        "CFA s.69(3)(b)(iv)",
        "What it is about, and where it stands.",
    ),
)
