"""What colleagues owe of training: how it was, and what is seen of it in classrooms."""

import datetime as dt

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from aylsham.access.permissions import Permission
from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from staff.models import Invitation, TrainingSession
from staff.rules.training import WEEKS_UNTIL_SEEN
from staff.training_codes import SessionState

#: A training is evaluated within two weeks, and nobody is asked about one of long ago.
SAY_WITHIN, FORGOTTEN = 14, dt.timedelta(weeks=8)
LOOK_AFTER = 7 * WEEKS_UNTIL_SEEN


def to_say(scope: Scope) -> QuerySet:
    """Trainings that somebody came to and has not said how they were."""
    rows = Invitation.objects.filter(
        school=scope.school, has_come=True, answered_on=None, user__is_active=True
    ).annotate(last=Coalesce("session__ends_on", "session__starts_on"))
    return asked(
        rows.filter(last__gte=scope.today - FORGOTTEN, last__lte=scope.today),
        person="user_id",
        pupil=None,
        subject="session_id",
        due_on="last",
        asked_on="last",
        words=F("session__topic__name"),
    )


def to_look(scope: Scope) -> QuerySet:
    """Trainings of which nobody has said what is seen in classrooms, for whoever planned them."""
    rows = TrainingSession.objects.filter(
        school=scope.school, state=SessionState.HELD, seen="", planned_by__is_active=True
    ).annotate(last=Coalesce("ends_on", "starts_on"))
    return asked(
        rows,
        person="planned_by_id",
        pupil=None,
        due_on="last",
        asked_on="last",
        words=F("topic__name"),
    )


KINDS = (
    AskKind(
        "training_word", "Say how a training was", "Trainings to say something about", 1, (to_say,),
        page="training_said", args=lambda ask: (ask.subject,), due_after=SAY_WITHIN, weight=2,
    ),
    AskKind(
        "training_seen", "Say what you see of a training in classrooms",
        "Trainings to look for in classrooms", 10, (to_look,),
        page="training_seen", args=lambda ask: (ask.subject,), due_after=LOOK_AFTER,
        asked_after=LOOK_AFTER - 14, weight=2, permission=Permission.KEEP_TRAINING,
    ),
)  # fmt: skip


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KINDS:
        register_ask(kind)
