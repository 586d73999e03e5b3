"""The next supervision and the next coaching visit among what is asked of each of the two.

The day and nothing of it; on a page over everybody there are none.
"""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from aylsham.asks.registry import AskKind, Scope, asked, register_ask
from staff.models import Supervision, TeachingVisit

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
    return rows.filter(planned_on__lte=scope.today + AHEAD, member__line_manager_id=F("manager_id"))


def _next_visits(scope: Scope) -> QuerySet:
    """Planned next visits after which none has come yet."""
    rows = TeachingVisit.objects.filter(school=scope.school)
    if scope.person is None:
        return rows.none()
    later = TeachingVisit.objects.filter(
        school_id=OuterRef("school_id"),
        teacher_id=OuterRef("teacher_id"),
        coach_id=OuterRef("coach_id"),
        visited_on__gt=OuterRef("visited_on"),
    )
    return rows.filter(~Exists(later), next_on__lte=scope.today + AHEAD)


def _of_teacher(scope: Scope) -> QuerySet:
    return _visit_asked(scope, "teacher_id")


def _of_coach(scope: Scope) -> QuerySet:
    return _visit_asked(scope, "coach_id")


def _visit_asked(scope: Scope, person: str) -> QuerySet:
    days = {"due_on": "next_on", "asked_on": "next_on"}
    return asked(_next_visits(scope), person=person, pupil=None, **days)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_ask(
        AskKind(
            code="coaching",
            label="The next coaching visit is planned",
            plural="Coaching visits",
            minutes=5,
            readers=(_of_teacher, _of_coach),
            page="teaching_visit",
            args=lambda ask: (ask.subject,),
            weight=2,
        )
    )
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
