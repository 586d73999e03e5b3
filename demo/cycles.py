"""Outcomes, targets and cycles of a few children, so that the demonstration is lifelike."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Cycle, CycleText, Target
from provision.services.cycle_checks import check_cycle, send_to_check
from provision.services.cycles import (
    REVIEW_FIELDS,
    TEXT_FIELDS,
    close_cycle,
    record_given,
    review_target,
    start_cycle,
    write_text,
)
from provision.services.outcomes import add_outcome, add_target
from provision.services.progress import mark_change, measure
from pupils.models import Pupil, StatusPeriod

SPRING, SUMMER_END = dt.date(2026, 4, 20), dt.date(2026, 7, 10)
AUTUMN, AUTUMN_REVIEW = dt.date(2026, 9, 14), dt.date(2026, 12, 4)
WEEK = dt.timedelta(days=7)
#: How the marks of a target go on after its first: week by week from the start of the cycle.
UP, FLAT, FEW = (3, 3, 4, 5, 5, 6, 7, 7, 8), (2, 3, 2, 3, 2, 3, 2, 2), (1, 2)
#: The sixth week is half-term.
HALF_TERM = 6


@dataclass(frozen=True)
class DemoTarget:
    """A target as the teacher wrote it."""

    text: str
    measure: str
    unit: str
    baseline: int
    goal: int
    out_of: int | None = None
    marks: tuple[int, ...] = ()
    who: str = "Class teacher, LSA"
    area: str = "CI"
    #: From which week it is taught differently, and how.
    change: tuple[int, str] | None = None


@dataclass(frozen=True)
class DemoChild:
    """What one child works on: the place in the class, words of the cycle, how far it has come."""

    place: int
    outcome: str
    area: str
    targets: tuple[DemoTarget, ...]
    words: dict[str, str] = field(default_factory=dict)
    #: How far the autumn's cycle has come: writing, checking or running.
    state: str = "running"
    review_on: dt.date = AUTUMN_REVIEW
    #: The target of the cycle before, with its score; it was met and is closed.
    before: tuple[DemoTarget, int] | None = None


CHILDREN = (
    DemoChild(
        0,
        "Tells somebody what happened at playtime, in order, so that they understand it.",
        "CI",
        (
            DemoTarget(
                "Uses “first”, “then” and “last” to retell three pictures, in 8 of 10 tries.",
                "trials", "retellings", 2, 8, 10, UP,
            ),
            DemoTarget(
                "Asks for help with words in 5 lessons a week.",
                "times", "a week", 1, 5, None, FLAT, change=(5, "A help card on the desk"),
            ),
        ),
        {
            "well": "Joins in at story time. Reads two book bands higher than in July.",
            "hard": "Leaves out who did what, so other children lose the thread and walk off.",
            "shown": "Language screen in September: understands 2-part instructions, 3 of 10 with 3 parts.",
            "tried": "Pre-teaching of topic words since Easter: now uses 14 of 20.",
            "child": "“I know it in my head but it comes out jumbled.”",
            "parents": "Mum: at home we have to guess what went wrong.",
            "support": "LSA, 3 times a week for 15 minutes: retelling with picture cards. "
            "Class teacher, every day: one retelling at register time.",
            "home": "Three pictures of the day on the fridge, told at tea time.",
        },
        before=(
            DemoTarget(
                "Says which of 20 topic words fit a picture: 14 of 20 words.",
                "trials", "words", 4, 14, 20, (5, 8, 9, 11, 14, 15),
            ),
            1,
        ),
    ),
    DemoChild(
        1,
        "Reads a new page and says what it was about.",
        "CL",
        (
            DemoTarget(
                "Reads 45 of the first 100 words on sight, a set of 10 a week.",
                "number", "words", 12, 45, None, (14, 15, 15, 16, 16, 17, 17, 18, 18),
                change=(3, "Five minutes every day instead of 20 on Fridays"), area="CL",
            ),
        ),
        {
            "well": "Loves being read to and asks good questions.",
            "hard": "Guesses from the first letter. Stops after two lines.",
            "support": "LSA, 5 times a week for 5 minutes: a set of ten words, cold read on Fridays.",
        },
        review_on=dt.date(2026, 11, 20),
    ),
    DemoChild(
        2,
        "Stays with the class through a whole lesson, with a break when it is needed.",
        "SEMH",
        (
            DemoTarget(
                "Shows the break card before leaving the seat, in 4 of 5 lessons.",
                "trials", "lessons", 1, 4, 5, FEW, area="SEMH",
            ),
        ),
        {
            "well": "Calm in the mornings. Proud of the garden job.",
            "hard": "Leaves the seat 6 to 8 times in an afternoon lesson, most in writing.",
            "support": "Class teacher, each lesson: break card on the desk, 2 minutes by the window.",
        },
        "checking",
    ),
    DemoChild(
        3,
        "Writes so that others can read it without help.",
        "SP",
        (
            DemoTarget(
                "Writes 4 sentences with finger spaces in 15 minutes.",
                "number", "sentences", 1, 4, None, (), area="SP",
            ),
        ),
        {"hard": "Letters float above the line; gives up after one sentence."},
        "writing",
    ),
)  # fmt: skip


def load_cycles(school: School, people: dict[str, User]) -> None:
    """Add to a school whose register is there; deterministic."""
    teacher, sendco = people["teacher@demo.example"], people["sendco@demo.example"]
    with school_transaction(school):
        on_register = StatusPeriod.objects.filter(school=school, ends_on=None)
        pupils = list(
            Pupil.objects.filter(school=school, class_group__name="Oak")
            .filter(pk__in=on_register.values("pupil"))
            .select_related("school")
            .in_register_order()[: len(CHILDREN)]
        )
        for data, pupil in zip(CHILDREN, pupils, strict=False):
            load_plan(data, pupil, teacher, sendco)


def load_plan(data: DemoChild, pupil: Pupil, teacher: User, sendco: User) -> None:
    """A child's outcome and targets, and its cycle of the autumn, by the services."""
    outcome = add_outcome(
        pupil=pupil,
        by=teacher,
        key=_key(pupil, "outcome"),
        text=data.outcome,
        area=data.area,
        starts_on=SPRING if data.before else AUTUMN,
        by_on=dt.date(2027, 7, 16),
        sensitivity=1,
    )
    if data.before:
        _cycle_before(data.before, data, pupil, outcome, teacher, sendco)
    for place, written in enumerate(data.targets):
        _target(written, pupil, outcome, AUTUMN, data.review_on, teacher, f"target{place}")
    cycle = _begin(pupil, AUTUMN, data.review_on, data.words, teacher)
    if data.state == "writing":
        return
    send_to_check(cycle=cycle, by=teacher)
    if data.state == "running":
        check_cycle(cycle=cycle, by=sendco)
        record_given(cycle=cycle, given_on=AUTUMN + WEEK, given_how="meeting", by=teacher)
        _stamp(cycle, AUTUMN + dt.timedelta(days=2))


def _cycle_before(before, data: DemoChild, pupil, outcome, teacher, sendco) -> None:
    written, score = before
    _target(written, pupil, outcome, SPRING, SUMMER_END, teacher, "before")
    cycle = _begin(pupil, SPRING, SUMMER_END, data.words, teacher)
    send_to_check(cycle=cycle, by=teacher)
    check_cycle(cycle=cycle, by=sendco)
    record_given(cycle=cycle, given_on=SPRING + WEEK, given_how="meeting", by=teacher)
    _answer(cycle, "child_after", "“I like the picture game. I want to do it with Kai.”", teacher)
    _answer(cycle, "parents_after", "Mum: we hear about school at tea time now.", teacher)
    _answer(cycle, "next", "From words to telling: three pictures in order.", teacher)
    part = cycle.parts.select_related("target").get(school=cycle.school)
    part.cycle = cycle
    review_target(
        part=part,
        version=version_of(part, REVIEW_FIELDS),
        on=SUMMER_END,
        by=teacher,
        score=score,
        evidence="15 of 20 on the last Friday, with new pictures.",
        next_step="met",
    )
    close_cycle(cycle=cycle, closed_on=SUMMER_END, by=teacher)
    _stamp(cycle, SPRING + dt.timedelta(days=3))


def _begin(pupil: Pupil, starts_on, review_on, words: dict[str, str], teacher: User) -> Cycle:
    cycle = start_cycle(
        pupil=pupil,
        starts_on=starts_on,
        review_on=review_on,
        lead=teacher,
        by=teacher,
        key=_key(pupil, f"cycle{starts_on}"),
    )
    for section, text in words.items():
        _answer(cycle, section, text, teacher)
    return cycle


def _answer(cycle: Cycle, section: str, text: str, by: User) -> None:
    row = cycle.texts.get(school=cycle.school, section=section)
    row.cycle = cycle
    facts = {"text": text, "sensitivity": row.sensitivity}
    write_text(answer=row, version=version_of(row, TEXT_FIELDS), by=by, **facts)


def _target(data: DemoTarget, pupil, outcome, starts_on, by_on, by: User, name: str) -> Target:
    target = add_target(
        pupil=pupil,
        by=by,
        key=_key(pupil, name),
        text=data.text,
        area=data.area,
        outcome=outcome,
        measure=data.measure,
        unit=data.unit,
        out_of=data.out_of,
        baseline=Decimal(data.baseline),
        goal=Decimal(data.goal),
        starts_on=starts_on,
        by_on=by_on,
        who=data.who,
        is_on_passport=True,
        sensitivity=1,
    )
    weeks = (week for week in count(1) if week != HALF_TERM)
    for week, mark in zip(weeks, data.marks, strict=False):
        measure(target=target, on=starts_on + week * WEEK, value=Decimal(mark), by=by)
    if data.change:
        week, what = data.change
        mark_change(target=target, on=starts_on + week * WEEK, what=what, by=by)
    return target


def _stamp(cycle: Cycle, day: dt.date) -> None:
    """Put what the services stamped with today's moment on the day on which it was done."""
    at = timezone.make_aware(dt.datetime.combine(day, dt.time(15, 40)))
    mine = {"school_id": cycle.school_id}
    Cycle.objects.filter(**mine, pk=cycle.pk).update(sent_at=at, checked_at=at)
    CycleText.objects.filter(**mine, cycle=cycle).exclude(written_at=None).update(written_at=at)


def _key(pupil: Pupil, name: str):
    return uuid5(NAMESPACE_URL, f"{pupil.pk}:{name}")
