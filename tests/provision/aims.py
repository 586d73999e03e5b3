"""Outcomes, targets and cycles as services make them, for tests."""

import datetime as dt
from decimal import Decimal

from aylsham.changes import version_of
from provision.models import Cycle, Target
from provision.services.cycle_checks import check_cycle, send_to_check
from provision.services.cycles import (
    REVIEW_FIELDS,
    TEXT_FIELDS,
    review_target,
    start_cycle,
    write_text,
)
from provision.services.outcomes import add_target
from tests.factories import TODAY, UserFactory

BEGAN, REVIEW = TODAY - dt.timedelta(days=60), TODAY + dt.timedelta(days=14)


def target_facts(**facts):
    """Everything that a target needs, in the fields of TARGET_FIELDS."""
    return {
        "text": "Reads 8 of 10 words of list 2.",
        "area": "CL",
        "outcome": None,
        "measure": "trials",
        "unit": "words",
        "out_of": 10,
        "baseline": Decimal(2),
        "goal": Decimal(8),
        "starts_on": BEGAN,
        "by_on": REVIEW,
        "who": "LSA",
        "child_words": "",
        "is_on_passport": True,
        "sensitivity": 1,
    } | facts


def a_target(pupil, *, by=None, **facts) -> Target:
    """An open target of a child, as it is read."""
    target = add_target(pupil=pupil, by=by or UserFactory(), **target_facts(**facts))
    target.refresh_from_db()
    return target


def a_cycle(pupil, *, by=None, starts_on=BEGAN, review_on=REVIEW) -> Cycle:
    """A cycle that is being written, with what has to be written."""
    by = by or UserFactory()
    cycle = start_cycle(pupil=pupil, starts_on=starts_on, review_on=review_on, lead=by, by=by)
    say(cycle, "hard", "Guesses from the first letter.", by)
    say(cycle, "support", "LSA, 3 times a week for 10 minutes.", by)
    return cycle


def running(pupil, *, by=None) -> Cycle:
    """A checked cycle of a child with at least one target."""
    by = by or UserFactory()
    if not Target.objects.filter(school=pupil.school, pupil=pupil).open().exists():
        a_target(pupil, by=by)
    cycle = a_cycle(pupil, by=by)
    send_to_check(cycle=cycle, by=by)
    return check_cycle(cycle=cycle, by=by)


def text_in(cycle, section):
    """The answer to a question of a cycle."""
    text = cycle.texts.get(school=cycle.school, section=section)
    text.cycle = cycle
    return text


def say(cycle, section, words, by, sensitivity=1):
    """Answer a question of a cycle."""
    text = text_in(cycle, section)
    version = version_of(text, TEXT_FIELDS)
    facts = {"text": words, "sensitivity": sensitivity}
    return write_text(answer=text, version=version, by=by, **facts)


def score(cycle, *, by, on=TODAY, **facts):
    """Review every target of a cycle."""
    for part in cycle.parts.filter(school=cycle.school).select_related("target"):
        part.cycle = cycle
        facts = {"score": 0, "evidence": "8 of 10 on Friday", "next_step": "met"} | facts
        review_target(part=part, version=version_of(part, REVIEW_FIELDS), on=on, by=by, **facts)
