"""What the council's letters say after a review: decision, amendments, final plan."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.codes import Decision, ReviewKind
from ehcp.models import AnnualReview
from ehcp.rules.cycle import NO_AMENDMENT
from ehcp.services.recording import lock_review, record, save


@transaction.atomic
def record_la_decision(
    *,
    review: AnnualReview,
    decided_on: dt.date,
    by: User | None,
    decision: str = Decision.UNKNOWN,
    amendment_notice_on: dt.date | None = None,
    version: str | None = None,
) -> AnnualReview:
    """Record the council's decision by the date on its letter; the review is finished."""
    review = _require_counting(lock_review(review))
    _require_after_meeting(review, decided_on, "The decision")
    values = {"decided_on": decided_on, "decision": decision}
    if version is not None:
        require_version(review, values, version)  # by what the letter's form edits
    if amendment_notice_on:
        _require_amending(decision)
        _require_after_meeting(review, amendment_notice_on, "The amendments")
        values["amendment_notice_on"] = amendment_notice_on
    elif decision in NO_AMENDMENT and (review.amendment_notice_on or review.final_plan_on):
        raise TransitionNotAllowed(
            "Amendments are recorded for this review. Take them off first, by correcting it."
        )
    if save(review, values, None):
        _record(review, by, "decision", decided_on, decision=decision)
    return review


@transaction.atomic
def record_amendment_notice(
    *,
    review: AnnualReview,
    amendment_notice_on: dt.date,
    by: User | None,
    version: str | None = None,
) -> AnnualReview:
    """Record the day on which the council sent its proposed amendments."""
    review = _require_counting(lock_review(review))
    _require_amending(review.decision)
    _require_after_meeting(review, amendment_notice_on, "The amendments")
    if save(review, {"amendment_notice_on": amendment_notice_on}, version):
        _record(review, by, "amendment notice", amendment_notice_on)
    return review


@transaction.atomic
def record_final_plan(
    *,
    review: AnnualReview,
    final_plan_on: dt.date,
    by: User | None,
    version: str | None = None,
) -> AnnualReview:
    """Record the day of the final amended plan; the date of the yearly review stays."""
    review = _require_counting(lock_review(review))
    _require_amending(review.decision)
    _require_after_meeting(review, final_plan_on, "The final plan")
    if review.amendment_notice_on and final_plan_on < review.amendment_notice_on:
        raise TransitionNotAllowed(
            f"The amendments were proposed on {review.amendment_notice_on:%-d %B %Y}: the final "
            "plan comes after that."
        )
    if save(review, {"final_plan_on": final_plan_on}, version):
        _record(review, by, "final plan", final_plan_on)
    return review


@transaction.atomic
def confirm_summer_review_for_transfer(
    *,
    review: AnnualReview,
    confirmed_for_transfer_on: dt.date,
    by: User | None,
    version: str | None = None,
) -> AnnualReview:
    """Record that the council will amend the plan for the transfer from last summer's review."""
    review = _require_counting(lock_review(review))
    _require_after_meeting(review, confirmed_for_transfer_on, "The confirmation")
    if save(review, {"confirmed_for_transfer_on": confirmed_for_transfer_on}, version):
        _record(review, by, "confirmed for transfer", confirmed_for_transfer_on)
    return review


@transaction.atomic
def correct_review(
    *,
    review: AnnualReview,
    by: User,
    version: str | None = None,
    **values: dt.date | str | None,
) -> AnnualReview:
    """Put the recorded facts of a held review right; an empty field is a letter not received."""
    review = _require_held(lock_review(review))
    unknown = values.keys() - set(REVIEW_FIELDS)
    if unknown:
        raise TypeError(f"correct_review does not take {', '.join(sorted(unknown))}.")
    _require_order({name: getattr(review, name) for name in REVIEW_FIELDS} | values)
    meeting_on = values.get("meeting_on")
    if isinstance(meeting_on, dt.date) and meeting_on < review.plan.made_on:
        raise TransitionNotAllowed(
            f"The plan was issued on {review.plan.made_on:%-d %B %Y}, after that."
        )
    clash = review.plan.reviews.filter(meeting_on=meeting_on).exclude(pk=review.pk)
    if clash.exists():
        raise TransitionNotAllowed("There is another meeting on that day.")
    if changed := save(review, values, version):
        detail = {"what": "corrected", "fields": changed}
        record(Action.RECORD_REVIEW, review, by=by, detail=detail)
    return review


#: What `correct_review` may put right.
REVIEW_FIELDS = (
    "kind",
    "meeting_on",
    "invited_on",
    "advice_sent_on",
    "report_sent_on",
    "decided_on",
    "decision",
    "amendment_notice_on",
    "final_plan_on",
    "confirmed_for_transfer_on",
)
_AFTER_MEETING = {
    "report_sent_on": "The report",
    "decided_on": "The decision",
    "amendment_notice_on": "The amendments",
    "final_plan_on": "The final plan",
    "confirmed_for_transfer_on": "The confirmation",
}


def _require_order(facts: dict) -> None:
    if bool(facts["decided_on"]) != bool(facts["decision"]):
        raise TransitionNotAllowed("Give both the decision and the date on its letter, or neither.")
    for name, words in _AFTER_MEETING.items():
        if facts[name] and facts[name] < facts["meeting_on"]:
            raise TransitionNotAllowed(
                f"{words} cannot be dated before the meeting of {facts['meeting_on']:%-d %B %Y}."
            )
    if facts["amendment_notice_on"] or facts["final_plan_on"]:
        _require_amending(facts["decision"])


def _require_held(review: AnnualReview) -> AnnualReview:
    if not review.is_held:
        raise TransitionNotAllowed("The meeting has not been held. Record the meeting first.")
    return review


def _require_counting(review: AnnualReview) -> AnnualReview:
    if review.kind == ReviewKind.INTERIM:
        raise TransitionNotAllowed("The council decides nothing after an interim meeting.")
    return _require_held(review)


def _require_after_meeting(review: AnnualReview, day: dt.date, what: str) -> None:
    if day < review.meeting_on:
        raise TransitionNotAllowed(
            f"{what} cannot be dated before the meeting of {review.meeting_on:%-d %B %Y}."
        )


def _require_amending(decision: str) -> None:
    if decision in NO_AMENDMENT:
        words = Decision(decision).label.lower()
        raise TransitionNotAllowed(f"The council decided to {words}: there are no amendments.")


def _record(review: AnnualReview, by: User | None, what: str, on: dt.date, **more: str) -> None:
    detail = {"what": what, "on": on.isoformat(), **more}
    action = Action.RECORD_DECISION
    record(action, review, by=by, detail=detail)
