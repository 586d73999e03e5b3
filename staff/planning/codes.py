"""A week of people's time: how strongly it is owed, what must hold, what is better; in words."""

from enum import StrEnum


class Rank(StrEnum):
    """How strongly a demand is owed, the strongest first; a lower one never costs a higher one."""

    #: Children and Families Act 2014 s.42: the council's duty, carried out by the school.
    SECTION_F = "section_f"
    #: Owed by another law: a PEP, medical needs (CFA 2014 s.100), reasonable adjustments.
    STATUTORY = "statutory"
    PLAN = "plan"
    CLASS_SUPPORT = "class_support"
    DUTY = "duty"


RANKS = tuple(Rank)
LEGAL = (Rank.SECTION_F, Rank.STATUTORY)

RANK_WORDS = {
    Rank.SECTION_F: "Section F of an EHC plan",
    Rank.STATUTORY: "another legal duty",
    Rank.PLAN: "a support plan",
    Rank.CLASS_SUPPORT: "support in class",
    Rank.DUTY: "a duty",
}


class Shape(StrEnum):
    """How a session is given."""

    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    #: Beside the children in their lesson; does not take them out of a protected one.
    IN_CLASS = "in_class"
    #: Lunch, intimate care, transport, medication, cover.
    DUTY = "duty"


class Hard(StrEnum):
    """What every plan keeps; what a rule is about follows a colon, as in `contract:ADULT`."""

    #: About one session of a demand.
    PERIOD = "period"  # a time that its bells allow
    WINDOW = "window"
    PROTECTED = "protected"
    ABSENT = "absent"
    SITE = "site"
    TRAINING = "training"
    PAIRING = "pairing"
    HANDOVER = "handover"
    AT_WORK = "at_work"
    BREAK = "break"
    TASK = "task"
    #: Between sessions.
    CONTRACT = "contract"
    ADULT_ONCE = "adult_once"
    CHILD_ONCE = "child_once"
    DEMAND_ONCE = "demand_once"
    ROOM = "room"
    A_DAY = "a_day"
    SESSIONS = "sessions"
    LOCK = "lock"


class Soft(StrEnum):
    """What a plan is judged by once everything owed is covered; each has a weight from 0 to 100."""

    CONTINUITY = "continuity"
    SPREAD = "spread"
    TEACHER = "teacher"
    WALKING = "walking"
    ADULT = "adult"
    FAIR_DUTIES = "fair_duties"
    STABLE = "stable"


#: Where an instance does not say otherwise.
WEIGHTS = {
    Soft.CONTINUITY: 30,
    Soft.SPREAD: 20,
    Soft.TEACHER: 10,
    Soft.WALKING: 15,
    Soft.ADULT: 5,
    Soft.FAIR_DUTIES: 5,
    Soft.STABLE: 25,
}

SOFT_WORDS = {
    Soft.CONTINUITY: "for each adult of a child beyond a few, or for having only one",
    Soft.SPREAD: "for each session that stands on one day with another of the same kind",
    Soft.TEACHER: "for each session outside the times that the teacher asked for",
    Soft.WALKING: "for each time that somebody goes on to another site on the same day",
    Soft.ADULT: "for each session of a kind, or with a child, that the adult did not ask for",
    Soft.FAIR_DUTIES: "for each duty of an adult: none for the first, one for the second, two for the third",
    Soft.STABLE: "for each session of the plan before that is no longer as it was",
}

#: A child with at least so many sessions a week should know two adults: one can be ill.
MANY_SESSIONS = 4
#: Sessions that are shorter than their period start on this grid, in minutes.
GRID = 15
