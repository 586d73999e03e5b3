"""What the objectives and what is sent round ask of colleagues: do a step, read a paper."""

import datetime as dt

from django.db.models import F, QuerySet

from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from reports.models import CircularReader, PlanStep

#: A step is asked for so long before its day.
AHEAD = dt.timedelta(days=14)


def steps(scope: Scope) -> QuerySet:
    """Steps of the next two weeks that are not done; what it is, for its owner alone."""
    rows = PlanStep.objects.to_do().filter(
        school=scope.school, owner__is_active=True, due_on__lte=scope.today + AHEAD
    )
    words = F("what") if scope.person else ""
    return asked(
        rows, person="owner_id", pupil=None, due_on="due_on", asked_on="due_on", words=words
    )


def unread(scope: Scope) -> QuerySet:
    """What was sent round and somebody has not read."""
    rows = CircularReader.objects.filter(
        school=scope.school, read_on=None, circular__closed_on=None, user__is_active=True
    )
    return asked(
        rows,
        person="user_id",
        pupil=None,
        subject="circular_id",
        due_on="circular__read_by",
        asked_on="asked_on",
        words=F("circular__title"),
    )


KINDS = (
    AskKind(
        "plan_step", "Do what the plan says", "Steps of plans", 10, (steps,), page="", weight=2,
        asked_after=-AHEAD.days,
    ),
    AskKind(
        "circular", "Read what was sent round", "Papers to read", 5, (unread,), page="circular",
        args=lambda ask: (ask.subject,), weight=2,
    ),
)  # fmt: skip


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KINDS:
        register_ask(kind)
