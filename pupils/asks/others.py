"""Views asked for, safety plans to read, agreed actions, moves, invitations."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from aylsham.asks.registry import Scope, asked
from aylsham.models import User
from pupils.asks.rows import OWNER, here, live, owned
from pupils.codes import PlanReaders, ReadSubject
from pupils.family_codes import AskKind, AskState
from pupils.meeting_codes import MeetingState, Reply
from pupils.models import (
    AgreedAction,
    ConcernAnswer,
    ContributionRequest,
    MeetingInvitee,
    MovePlan,
    ReadReceipt,
    SafetyPlan,
    SafetyPlanVersion,
)
from pupils.rules.moving import ASK_BACK_FROM

#: An agreed action is asked for so long before its day.
AHEAD = dt.timedelta(days=14)


def concerns(scope: Scope) -> QuerySet:
    """Concerns about which somebody is asked and the SENDCo has not decided."""
    rows = ConcernAnswer.objects.filter(
        school=scope.school,
        answered_on=None,
        concern__step="",
        concern__closed_on=None,
        concern__pupil__in=here(scope),
    )
    return asked(
        rows,
        person="user_id",
        pupil="concern__pupil_id",
        about="concern_id",
        due_on="answer_by",
        asked_on="asked_on",
    )


def actions(scope: Scope) -> QuerySet:
    """Agreed actions of the next two weeks that are not done; what it is, for its owner alone."""
    rows = AgreedAction.objects.open().filter(
        school=scope.school,
        owner__is_active=True,
        due_on__lte=scope.today + AHEAD,
        pupil__in=here(scope),
    )
    words = F("what") if scope.person else ""
    return asked(rows, person="owner_id", due_on="due_on", asked_on="agreed_on", words=words)


def by_link(scope: Scope) -> QuerySet:
    """Questions sent to a colleague's own e-mail address."""
    colleague = User.objects.filter(email__iexact=OuterRef("email"), is_active=True)
    rows = ContributionRequest.objects.filter(
        school=scope.school,
        state=AskState.OPEN,
        expires_on__gte=scope.today,
        pupil__in=here(scope),
    )
    rows = rows.exclude(kind=AskKind.PLAN_PART).annotate(
        colleague=Subquery(colleague.values("pk")[:1])
    )
    return asked(
        rows.filter(colleague__isnull=False),
        person="colleague",
        due_on="due_on",
        asked_on="asked_on",
    )


def invitations(scope: Scope) -> QuerySet:
    """Meetings to which a colleague was asked to come and has not answered."""
    rows = MeetingInvitee.objects.filter(
        school=scope.school,
        user__is_active=True,
        reply=Reply.NONE,
        meeting__state=MeetingState.PLANNED,
        meeting__on__gte=scope.today,
        invited_on__isnull=False,
    ).exclude(user=F("meeting__chair"))
    return asked(
        rows,
        person="user_id",
        pupil="meeting__pupil_id",
        about="meeting_id",
        due_on="meeting__on",
        asked_on="invited_on",
    )


def moved_here(scope: Scope) -> QuerySet:
    """Children who moved, about whom nobody has said what was not known."""
    rows = MovePlan.objects.open().filter(
        school=scope.school,
        not_known_on=None,
        moves_on__lte=scope.today - ASK_BACK_FROM,
        pupil__in=here(scope),
    )
    return asked(owned(rows, scope), person=OWNER, due_on="moves_on", asked_on="moves_on")


def unread_plans_by_class(scope: Scope) -> QuerySet:
    """Safety plans that an adult of the class has still to read."""
    adults = "pupil__class_group__adults__"
    rows = _plans(scope).filter(
        live(adults, scope.today),
        readers=PlanReaders.EVERYBODY,
        **{f"{adults}user__is_active": True},
    )
    return _unread(rows, OWNER)


def unread_plans_by_child(scope: Scope) -> QuerySet:
    """Safety plans that an adult who supports the child has still to read."""
    rows = _plans(scope).filter(
        live("pupil__adults__", scope.today),
        readers=PlanReaders.EVERYBODY,
        pupil__adults__user__is_active=True,
    )
    return _unread(rows, "pupil__adults__user_id")


def unread_plans_by_name(scope: Scope) -> QuerySet:
    """Safety plans that an adult who is named in them has still to read."""
    rows = _plans(scope).filter(adults__user__is_active=True)
    return _unread(rows, "adults__user_id")


def _plans(scope: Scope) -> QuerySet:
    rows = SafetyPlan.objects.filter(school=scope.school, version__gt=0, pupil__in=here(scope))
    return rows.live(scope.today)


def _unread(rows: QuerySet, person: str) -> QuerySet:
    own = {"school_id": OuterRef("school_id")}
    read = ReadReceipt.objects.filter(
        **own,
        subject=ReadSubject.SAFETY_PLAN,
        subject_id=OuterRef("pk"),
        user=OuterRef("reader"),
        version__gte=OuterRef("must_read_from"),
    )
    agreed = SafetyPlanVersion.objects.filter(
        **own, plan=OuterRef("pk"), number=OuterRef("version")
    )
    rows = rows.annotate(reader=F(person)).exclude(Exists(read))
    day = Subquery(agreed.values("agreed_on")[:1])
    return asked(rows, person=person, due_on=day, asked_on=day)
