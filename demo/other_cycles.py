"""SEN support plans of the children outside the demonstration's own class, so that totals are real."""

import datetime as dt
from dataclasses import replace
from itertools import cycle as in_turn

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.cycles import DemoChild, DemoTarget, load_plan
from pupils.codes import NEED_TYPES, AreaOfNeed, SenStatus
from pupils.models import Need, Pupil, StatusPeriod

#: Every so many-th child has no plan, and every so many-th one's is past its day.
WITHOUT, LATE = 9, 11
#: Days of review, one after the other: after the term in which they began.
REVIEWS = (dt.date(2027, 1, 15), dt.date(2027, 1, 29), dt.date(2027, 2, 5))
LATE_REVIEW = dt.date(2026, 11, 13)
#: A plan of each area of need: what the child is to reach, its target, and the words of the cycle.
PLANS = {
    AreaOfNeed.COMMUNICATION: (
        "Follows what a teacher says to the whole class.",
        DemoTarget(
            "Does what is said in two steps, in 8 of 10 tries.", "trials", "tries", 3, 8, 10
        ),
        {
            "well": "Joins in with friends and likes to help.",
            "hard": "Loses the thread when much is said at once, and waits for others to begin.",
            "support": "Class teacher, every lesson: one step at a time, said again to the child.",
        },
    ),
    AreaOfNeed.COGNITION: (
        "Reads a short text alone and says what it is about.",
        DemoTarget("Reads 30 words of the list on sight.", "number", "words", 10, 30),
        {
            "well": "Knows a lot and tells it with joy.",
            "hard": "Sounds out every word, so that the sense is lost.",
            "support": "LSA, 4 times a week for 10 minutes: words on sight, in sets of five.",
        },
    ),
    AreaOfNeed.SEMH: (
        "Stays in the lesson when something is hard.",
        DemoTarget(
            "Uses the card for a break in 4 of 5 hard moments.", "trials", "moments", 1, 4, 5
        ),
        {
            "well": "Is kind to younger children and good at building.",
            "hard": "Leaves the room when work looks long.",
            "support": "Class teacher, every day: work in three parts, and a card for a break.",
        },
    ),
    AreaOfNeed.SENSORY: (
        "Writes so that others can read it, without pain.",
        DemoTarget("Writes three sentences in ten minutes.", "number", "sentences", 1, 3),
        {
            "well": "Has good ideas for stories.",
            "hard": "The hand tires after a line.",
            "support": "Class teacher, every day: a slope and a pen grip. Long pieces are typed.",
        },
    ),
}


def load_other_cycles(school: School, people: dict[str, User]) -> None:
    """Add to a school whose register and first cycles are there; deterministic."""
    sendco = people["sendco@demo.example"]
    with school_transaction(school):
        needs = Need.objects.filter(school=school, ended_on=None, rank=1)
        first = dict(needs.values_list("pupil", "need_type"))
        days = in_turn(REVIEWS)
        for place, pupil in enumerate(_without_a_plan(school), 1):
            if place % WITHOUT:
                review_on = next(days) if place % LATE else LATE_REVIEW
                load_plan(_plan(first.get(pupil.pk), review_on), pupil, sendco, sendco)


def _without_a_plan(school: School) -> list[Pupil]:
    support = StatusPeriod.objects.filter(school=school, ends_on=None, status=SenStatus.SUPPORT)
    return list(
        Pupil.objects.filter(school=school, pk__in=support.values("pupil"), cycles=None)
        .exclude(class_group__name="Oak")
        .select_related("school")
        .in_register_order()
    )


def _plan(need_type: str | None, review_on: dt.date) -> DemoChild:
    """The plan of a child's first need."""
    area = NEED_TYPES[need_type].area if need_type else AreaOfNeed.COGNITION
    area = area if area in PLANS else AreaOfNeed.COGNITION
    outcome, target, words = PLANS[area]
    return DemoChild(0, outcome, area, (replace(target, area=area),), words, review_on=review_on)
