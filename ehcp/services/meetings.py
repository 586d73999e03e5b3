"""Review meetings: planned, moved, called off, held; the papers before and the report after."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.codes import ReviewKind
from ehcp.models import AnnualReview, EhcPlan, SentPaper
from ehcp.services.led_meetings import follow_call_off, follow_move
from ehcp.services.recording import lock_plan, lock_review, record, save

#: What the form of a meeting starts from.
MEETING_FIELDS = ("meeting_on", "kind")


@transaction.atomic
def plan_review_meeting(
    *,
    plan: EhcPlan,
    meeting_on: dt.date,
    by: User | None,
    kind: str = ReviewKind.ANNUAL,
) -> AnnualReview:
    """Set the day of the next review meeting."""
    plan = lock_plan(plan)
    if planned := _planned(plan):
        raise TransitionNotAllowed(
            f"A meeting is already planned for {planned.meeting_on:%-d %B %Y}. Move that one."
        )
    _require_free_day(plan, meeting_on)
    review = AnnualReview.objects.create(
        school=plan.school, plan=plan, kind=kind, meeting_on=meeting_on, is_held=False
    )
    _record(review, by, "planned", on=meeting_on)
    return review


@transaction.atomic
def move_review_meeting(
    *,
    review: AnnualReview,
    meeting_on: dt.date,
    kind: str,
    by: User,
    version: str | None = None,
) -> AnnualReview:
    """Move a planned meeting to another day."""
    review = _require_planned(lock_review(review))
    if meeting_on != review.meeting_on:
        _require_free_day(review.plan, meeting_on)
    if save(review, {"meeting_on": meeting_on, "kind": kind}, version):
        follow_move(review, by)
        _record(review, by, "moved", on=meeting_on)
    return review


@transaction.atomic
def call_off_review_meeting(*, review: AnnualReview, by: User) -> None:
    """Call off a planned meeting; the last day for it stays where it was."""
    review = _require_planned(lock_review(review))
    if has_sent_papers(review):
        raise TransitionNotAllowed(
            "Papers for this meeting have been sent and are kept. Move the meeting instead."
        )
    plan = review.plan
    detail = {"what": "called off", "on": review.meeting_on.isoformat()}
    follow_call_off(review, by)
    review.delete()
    record(Action.RECORD_REVIEW, plan, by=by, detail=detail)


@transaction.atomic
def record_papers_sent(
    *,
    review: AnnualReview,
    invited_on: dt.date | None,
    advice_sent_on: dt.date | None,
    by: User,
    version: str | None = None,
) -> AnnualReview:
    """Record when the invitation and the advice went out."""
    review = lock_review(review)
    if any(day and day > review.meeting_on for day in (invited_on, advice_sent_on)):
        raise TransitionNotAllowed(
            f"The meeting is on {review.meeting_on:%-d %B %Y}: the papers go out before it."
        )
    values = {"invited_on": invited_on, "advice_sent_on": advice_sent_on}
    if save(review, values, version):
        _record(review, by, "papers sent")
    return review


@transaction.atomic
def record_review_held(
    *,
    plan: EhcPlan,
    meeting_on: dt.date,
    by: User | None,
    kind: str = ReviewKind.ANNUAL,
    planned: AnnualReview | None = None,
    version: str | None = None,
) -> AnnualReview:
    """Record a meeting that was held: the `planned` one, on that or another day, or a new one."""
    plan = lock_plan(plan)
    if planned is None:
        planned = plan.reviews.filter(is_held=False, meeting_on=meeting_on).first()
    if planned is None:
        _require_free_day(plan, meeting_on)
        review = AnnualReview.objects.create(
            school=plan.school, plan=plan, kind=kind, meeting_on=meeting_on, is_held=True
        )
    else:
        review = _require_planned(lock_review(planned))
        if meeting_on != review.meeting_on:
            _require_free_day(plan, meeting_on)
        if version is not None:
            require_version(review, MEETING_FIELDS, version)
        save(review, {"meeting_on": meeting_on, "kind": kind, "is_held": True}, None)
    _record(review, by, "held", on=meeting_on)
    return review


@transaction.atomic
def record_report_sent(
    *, review: AnnualReview, report_sent_on: dt.date, by: User, version: str | None = None
) -> AnnualReview:
    """Record when the report went to the council and to everybody invited."""
    review = lock_review(review)
    if not review.is_held:
        raise TransitionNotAllowed("The meeting has not been held. Record the meeting first.")
    if report_sent_on < review.meeting_on:
        raise TransitionNotAllowed(
            f"The meeting was on {review.meeting_on:%-d %B %Y}: the report is sent after it."
        )
    if save(review, {"report_sent_on": report_sent_on}, version):
        _record(review, by, "report sent", on=report_sent_on)
    return review


def has_sent_papers(review: AnnualReview) -> bool:
    """Whether a paper of the review has left, which keeps the review on the record."""
    rows = SentPaper.objects.filter(school_id=review.school_id, paper__review=review)
    return rows.exists()


def _planned(plan: EhcPlan) -> AnnualReview | None:
    return plan.reviews.filter(is_held=False).first()


def _require_planned(review: AnnualReview) -> AnnualReview:
    if review.is_held:
        raise TransitionNotAllowed(
            f"The meeting of {review.meeting_on:%-d %B %Y} has been held already."
        )
    return review


def _require_free_day(plan: EhcPlan, day: dt.date) -> None:
    if plan.reviews.filter(meeting_on=day).exists():
        raise TransitionNotAllowed(f"There is a meeting on {day:%-d %B %Y} already.")
    if day < plan.made_on:
        raise TransitionNotAllowed(f"The plan was issued on {plan.made_on:%-d %B %Y}, after that.")


def _record(review: AnnualReview, by: User | None, what: str, on: dt.date | None = None) -> None:
    detail = {"what": what, **({"on": on.isoformat()} if on else {})}
    record(Action.RECORD_REVIEW, review, by=by, detail=detail)
