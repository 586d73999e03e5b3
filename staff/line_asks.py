"""The next supervision among what is asked of each of the two: the day, and nothing of it."""

import datetime as dt

from django.db.models import F, Q, QuerySet

from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from staff.models import Supervision

#: Days before the day from which it is asked.
AHEAD = dt.timedelta(days=14)


def _of_member(scope: Scope) -> QuerySet:
    return asked(
        _waiting(scope),
        due_on="planned_on",
        asked_on="planned_on",
        person="member__user_id",
        pupil=None,
    )


def _of_manager(scope: Scope) -> QuerySet:
    return asked(
        _waiting(scope), due_on="planned_on", asked_on="planned_on", person="manager_id", pupil=None
    )


def _waiting(scope: Scope) -> QuerySet:
    """Days that somebody's own page shows; on a page over everybody there are none."""
    rows = Supervision.objects.filter(school=scope.school, is_held=False)
    if scope.person is None:
        return rows.none()
    rows = rows.filter(Q(member__left_on=None) | Q(member__left_on__gte=scope.today))
    return rows.filter(
        planned_on__lte=scope.today + AHEAD, member__line_manager_id=F("manager_id")
    )


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_ask(
        AskKind(
            code="supervision",
            label="Supervision is planned: say when it took place",
            plural="Supervisions",
            minutes=2,
            readers=(_of_member, _of_manager),
            page="my_line",
            args=lambda ask: (),
            weight=2,
        )
    )
