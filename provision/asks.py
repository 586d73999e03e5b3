"""What colleagues owe of cycles and sessions, kind by kind."""

import datetime as dt

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate

from aylsham.access.permissions import Permission
from aylsham.asks.registry import Ask, AskKind, Scope, asked, register_ask
from aylsham.asks.rules import WEEK
from provision.codes import CycleState, NoteKind
from provision.models import (
    Cycle,
    CycleNote,
    CycleTarget,
    Place,
    Provision,
    SampledPaper,
)
from provision.provision_codes import ProvisionState
from provision.quality_codes import SampleState
from provision.rules.cycles import CHECK_WITHIN
from provision.selectors.before_review import AHEAD, soon_reviewed, without_word
from pupils.asks.rows import TWO_WEEKS, checker, here
from pupils.codes import SenStatus
from pupils.models import StatusPeriod

WEEKEND = dt.timedelta(days=2)
#: A plan is written within three weeks of the cycle's first day.
WRITE_WITHIN = 21
#: A sample is looked at within five weeks of the first day of the half-term.
LOOK_WITHIN = 35
#: A cycle that was closed longer ago is no longer followed by the next.
FOLLOWS = dt.timedelta(days=200)


def to_write(scope: Scope) -> QuerySet:
    """Cycles that are being written, from the day on which they began or came back."""
    back = CycleNote.objects.filter(
        school_id=OuterRef("school_id"), cycle=OuterRef("pk"), kind=NoteKind.SENT_BACK
    ).order_by("-written_at")
    since = Coalesce(Subquery(back.values(day=TruncDate("written_at"))[:1]), F("starts_on"))
    rows = _cycles(scope, CycleState.WRITING).filter(starts_on__lte=scope.today)
    return asked(rows, person="lead_id", due_on=since, asked_on=since)


def to_check(scope: Scope) -> QuerySet:
    """Cycles with the checker."""
    rows = _cycles(scope, CycleState.CHECKING)
    sent_on = Coalesce(TruncDate("sent_at"), F("starts_on"))
    return asked(rows, whose=checker(scope), due_on=sent_on, asked_on=sent_on)


def to_give(scope: Scope) -> QuerySet:
    """Plans that were checked and not given to the parents."""
    rows = _cycles(scope, CycleState.RUNNING).filter(given_on=None)
    checked_on = Coalesce(TruncDate("checked_at"), F("starts_on"))
    return asked(rows, person="lead_id", due_on=checked_on, asked_on=checked_on)


def to_review(scope: Scope) -> QuerySet:
    """Running cycles near their review day with targets that nobody has scored; `count` of them."""
    rows = _near_review(scope).filter(left__gt=0)
    return asked(rows, person="lead_id", due_on="review_on", asked_on="review_on", count=F("left"))


def to_close(scope: Scope) -> QuerySet:
    """Running cycles near their review day whose targets are all scored."""
    rows = _near_review(scope).filter(left=0, targets__gt=0)
    return asked(rows, person="lead_id", due_on="review_on", asked_on="review_on")


def to_begin(scope: Scope) -> QuerySet:
    """Closed cycles of children with support that no other follows, for whoever led them."""
    same = {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pupil_id")}
    later = Cycle.objects.filter(**same, number__gt=OuterRef("number"))
    supported = StatusPeriod.objects.filter(
        **same, ends_on=None, status__in=[SenStatus.SUPPORT, SenStatus.PLAN]
    )
    rows = _cycles(scope, CycleState.CLOSED).filter(
        ~Exists(later), Exists(supported), closed_on__gte=scope.today - FOLLOWS
    )
    return asked(rows, person="lead_id", due_on="closed_on", asked_on="closed_on")


def to_log(scope: Scope) -> QuerySet:
    """Provision of which sessions of the last week have no log; `count`: planned less logged.

    All-day and in-class support counts as given unless somebody says otherwise.
    """
    week = scope.week
    within = Q(sessions__on__range=(week.starts_on, week.ends_on), sessions__is_make_up=False)
    rows = (
        Provision.objects.between(week.starts_on, week.starts_on)
        .filter(school=scope.school, is_in_class=False, staff__is_active=True)
        .filter(ends_on__gte=week.ends_on)
        .exclude(state=ProvisionState.DRAFT)
        .annotate(logged=Count("sessions", filter=within))
        .annotate(planned=F("sessions_a_week") * min(week.school_days, WEEK) / WEEK)
        .filter(planned__gt=F("logged"))
    )
    return asked(
        rows,
        person="staff_id",
        pupil=None,
        due_on=Value(week.ends_on),
        asked_on=Value(week.ends_on),
        count=F("planned") - F("logged"),
        words=_name() if scope.person else "",
    )


def to_say(scope: Scope) -> QuerySet:
    """Provision of whose children one is reviewed soon and has no word from whoever gives it."""
    rows = (
        Place.objects.filter(
            soon_reviewed(scope.today),
            without_word(scope.today),
            ~Q(provision__state=ProvisionState.DRAFT),
            school=scope.school,
            pupil__in=here(scope),
            starts_on__lte=scope.today,
            ends_on__gte=scope.today - AHEAD,
            provision__staff__is_active=True,
        )
        .values("provision_id")
        .annotate(review_on=Min("pupil__cycles__review_on"))
    )
    return asked(
        rows,
        person="provision__staff_id",
        pupil=None,
        subject="provision_id",
        due_on="review_on",
        asked_on="review_on",
        words=_name("provision__") if scope.person else "",
    )


def to_look_at(scope: Scope) -> QuerySet:
    """Papers of the half-term's sample that nobody has looked at."""
    rows = SampledPaper.objects.filter(
        school=scope.school, state=SampleState.DRAWN, pupil__in=here(scope)
    )
    return asked(rows, whose=checker(scope), due_on="half_term_on", asked_on="half_term_on")


def to_improve(scope: Scope) -> QuerySet:
    """Feedback on a paper that its teacher has not answered; the words for the teacher alone."""
    rows = SampledPaper.objects.filter(
        school=scope.school, state=SampleState.TOLD, pupil__in=here(scope)
    )
    words = F("feedback") if scope.person else ""
    return asked(rows, person="teacher_id", due_on="looked_on", asked_on="looked_on", words=words)


def to_look_again(scope: Scope) -> QuerySet:
    """Papers whose teacher has answered, for whoever looked at them."""
    rows = SampledPaper.objects.filter(
        school=scope.school, state=SampleState.ANSWERED, pupil__in=here(scope)
    )
    words = F("improved") if scope.person else ""
    return asked(
        rows, person="looked_by_id", due_on="improved_on", asked_on="improved_on", words=words
    )


def _name(path: str = "") -> Case:
    """What the provision is called; nothing of what only few may know."""
    secret = Q(**{f"{path}is_confidential": True})
    return Case(When(secret, then=Value("")), default=F(f"{path}name"))


def _cycles(scope: Scope, state: CycleState) -> QuerySet:
    return Cycle.objects.filter(school=scope.school, state=state, pupil__in=here(scope))


def _near_review(scope: Scope) -> QuerySet:
    parts = CycleTarget.objects.filter(
        school_id=OuterRef("school_id"), cycle=OuterRef("pk")
    ).order_by()
    number = parts.values("cycle").annotate(n=Count("pk")).values("n")
    unscored = parts.filter(score=None, target__ended_on=None)
    left = unscored.values("cycle").annotate(n=Count("pk")).values("n")
    rows = _cycles(scope, CycleState.RUNNING).filter(review_on__lte=scope.today + AHEAD)
    return rows.annotate(targets=Coalesce(Subquery(number), 0), left=Coalesce(Subquery(left), 0))


def _cycle(ask: Ask) -> tuple:
    return ask.pupil, ask.subject


KINDS = (
    AskKind(
        "review", "Review the targets", "Targets to review", 3, (to_review,),
        page="cycle", args=_cycle, is_counted=True, asked_after=-AHEAD.days,
    ),
    AskKind(
        "close", "Close the cycle and begin the next", "Cycles to close", 5, (to_close,),
        page="cycle", args=_cycle, asked_after=-AHEAD.days,
    ),
    AskKind(
        "next_cycle", "Begin the next cycle", "Next cycles to begin", 3, (to_begin,),
        page="child_cycles", due_after=TWO_WEEKS,
    ),
    AskKind(
        "write", "Write the plan and send it for checking", "Plans to write", 20, (to_write,),
        page="cycle", args=_cycle, due_after=WRITE_WITHIN,
    ),
    AskKind(
        "give", "Give the plan to the parents", "Plans to give to parents", 5, (to_give,),
        page="cycle", args=_cycle, due_after=TWO_WEEKS,
    ),
    AskKind(
        "check_cycle", "Check the plan", "Plans to check", 8, (to_check,),
        page="cycle", args=_cycle, due_after=CHECK_WITHIN.days,
    ),
    AskKind(
        "feedback", "Read what your phase leader found", "Feedback to answer", 5, (to_improve,),
        page="", due_after=TWO_WEEKS,
    ),
    AskKind(
        "look_again", "See what was improved", "Answers to look at", 3, (to_look_again,),
        page="quality_look", args=_cycle, due_after=TWO_WEEKS, weight=2,
    ),
    AskKind(
        "sample", "Look at a paper of the sample", "Sampled papers to look at", 8, (to_look_at,),
        page="quality_look", args=_cycle, due_after=LOOK_WITHIN, weight=2,
    ),
    AskKind(
        "word", "Say how it goes, before a review", "Words for reviews", 1, (to_say,),
        page="session_log", args=lambda ask: (ask.subject,), asked_after=-AHEAD.days,
        permission=Permission.RECORD_PROGRESS,
    ),
    AskKind(
        "sessions", "Log last week’s sessions", "Sessions to log", 1, (to_log,),
        page="sessions", args=lambda ask: (), is_counted=True, due_after=5, weight=2,
        query=lambda ask, scope: {"on": str(scope.week.ends_on - WEEKEND)},
    ),
)  # fmt: skip


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KINDS:
        register_ask(kind)
