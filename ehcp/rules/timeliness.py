"""Whether what plans set off was done in time: ours and the council's, kept apart (pure)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import cast

from aylsham.dates import months_corresponding, weeks_after, weeks_before
from aylsham.labelled import Labelled

from .annual_review import DECISION_WEEKS, FINAL_WEEKS, NOTICE_WEEKS, due
from .cycle import ReviewFacts
from .phase_transfer import PhaseState, limits, phase_review

#: Later than this after the plan, a first recorded meeting was not the first: others are unknown.
_FIRST_REVIEW_MONTHS = 18


class Side(StrEnum):
    """Whose promise it is."""

    OURS = "ours"
    COUNCIL = "council"


class Duty(Labelled):
    """What has to be done by a day."""

    def __init__(self, value: str, side: Side, label: str) -> None:
        self.side = side

    @property
    def stage(self) -> str:
        """The label without what it is a stage of."""
        return self.label.removeprefix("Needs assessment: ")

    MEETING = "meeting", Side.OURS, "Review meetings held in time"
    PHASE_MEETING = (
        "phase_meeting",
        Side.OURS,
        "Phase-transfer meetings held 12 weeks before 14 February",
    )
    PAPERS = "papers", Side.OURS, "Papers out two weeks before the meeting"
    REPORT = "report", Side.OURS, "Report sent within two weeks of the meeting"
    DECISION = "decision", Side.COUNCIL, "Decision within four weeks of the meeting"
    FINAL_PLAN = "final_plan", Side.COUNCIL, "Amended plan within twelve weeks of the meeting"
    PHASE_PLAN = "phase_plan", Side.COUNCIL, "School named by 14 February"
    ASSESS_DECISION = (
        "assess_decision",
        Side.COUNCIL,
        "Needs assessment: decision within six weeks",
    )
    ASSESS_NO_PLAN = (
        "assess_no_plan",
        Side.COUNCIL,
        "Needs assessment: word of no plan within sixteen weeks",
    )
    ASSESS_PLAN = "assess_plan", Side.COUNCIL, "Needs assessment: plan within twenty weeks"
    ORDER = "order", Side.COUNCIL, "Tribunal’s orders carried out in time"


#: The stages of a needs assessment that a council has to keep.
OF_ASSESSMENT = (Duty.ASSESS_DECISION, Duty.ASSESS_NO_PLAN, Duty.ASSESS_PLAN)
#: What so few children of a school make due that it is told apart, or not at all.
OF_FEW = (*OF_ASSESSMENT, Duty.ORDER)


@dataclass(frozen=True)
class Obligation:
    """One thing that one plan made due, and when it was done."""

    duty: Duty
    due_on: date
    done_on: date | None = None
    #: False where it was done, or must have been, on a day that nobody wrote down.
    is_known: bool = True

    def is_in_time(self) -> bool:
        """Done by its last day."""
        return self.is_known and self.done_on is not None and self.done_on <= self.due_on

    def is_late(self) -> bool:
        """Done after its last day."""
        return self.is_known and self.done_on is not None and self.done_on > self.due_on

    def is_open_and_late(self, on: date) -> bool:
        """Not done, and its last day is over."""
        return self.is_known and self.done_on is None and self.due_on < on

    def days_late(self, on: date) -> int:
        """Days after the last day; for what is still open, until `on`."""
        return max(0, ((self.done_on or on) - self.due_on).days) if self.is_known else 0


def obligations_of(
    made_on: date, reviews: Iterable[ReviewFacts], *, on: date, september: int | None = None
) -> Iterator[Obligation]:
    """Everything that one plan has made due, as the record stood on a day."""
    held = sorted(
        (
            _as_of(each, on)
            for each in reviews
            if each.is_held and each.counts and each.meeting_on <= on
        ),
        key=lambda review: review.meeting_on,
    )
    yield from _meetings(made_on, held)
    last_decided = max((place for place, r in enumerate(held) if r.decided_on), default=-1)
    for place, review in enumerate(held):
        yield from _around(review, is_settled=place <= last_decided)
    if september:
        yield from _phase_transfer(september, held)


def _meetings(made_on: date, held: list[ReviewFacts]) -> Iterator[Obligation]:
    if not held:
        yield Obligation(Duty.MEETING, _first_meeting(made_on))
        return
    if held[0].meeting_on <= months_corresponding(made_on, _FIRST_REVIEW_MONTHS):
        yield Obligation(Duty.MEETING, _first_meeting(made_on), held[0].meeting_on)
    for before, after in pairwise(held):
        yield Obligation(Duty.MEETING, _next_meeting(made_on, before), after.meeting_on)
    yield Obligation(Duty.MEETING, _next_meeting(made_on, held[-1]))


def _first_meeting(made_on: date) -> date:
    return cast(date, due(plan_made=made_on)["meeting_latest"])


def _next_meeting(made_on: date, last: ReviewFacts) -> date:
    answers = due(plan_made=made_on, last_meeting=last.meeting_on, la_decision=last.decided_on)
    return cast(date, answers.get("meeting_latest") or answers["next_meeting_latest"])


def _around(review: ReviewFacts, *, is_settled: bool) -> Iterator[Obligation]:
    """What one meeting sets off. A decision settles what came before it, dated here or not."""
    meeting = review.meeting_on
    sent = [day for day in (review.invited_on, review.advice_sent_on) if day]
    yield Obligation(
        Duty.PAPERS,
        weeks_before(meeting, NOTICE_WEEKS),
        max(sent) if len(sent) == 2 else None,
        is_known=len(sent) == 2,
    )
    yield Obligation(
        Duty.REPORT,
        weeks_after(meeting, 2),
        review.report_sent_on,
        is_known=bool(review.report_sent_on) or not is_settled,
    )
    yield Obligation(
        Duty.DECISION,
        weeks_after(meeting, DECISION_WEEKS),
        review.decided_on,
        is_known=bool(review.decided_on) or not is_settled,
    )
    if review.waits_for_final_plan or review.final_plan_on:
        last_day = weeks_after(meeting, DECISION_WEEKS + FINAL_WEEKS)
        if notice := review.amendment_notice_on:
            last_day = min(last_day, weeks_after(notice, FINAL_WEEKS))
        yield Obligation(Duty.FINAL_PLAN, last_day, review.final_plan_on)


def _phase_transfer(september: int, held: list[ReviewFacts]) -> Iterator[Obligation]:
    last_days = limits(september)
    counting = [
        review
        for review in held
        if phase_review(
            september,
            last_meeting=review.meeting_on,
            confirmed_on=review.confirmed_for_transfer_on,
        )
        is PhaseState.REVIEWED
    ]
    first = counting[0].meeting_on if counting else None
    yield Obligation(Duty.PHASE_MEETING, last_days.meeting_latest, first)
    finals = [review.final_plan_on for review in counting if review.final_plan_on]
    yield Obligation(Duty.PHASE_PLAN, last_days.amended_by, min(finals, default=None))


def _as_of(review: ReviewFacts, on: date) -> ReviewFacts:
    """The review without what came after that day."""

    def known(day: date | None) -> date | None:
        return day if day and day <= on else None

    decided = known(review.decided_on)
    return replace(
        review,
        report_sent_on=known(review.report_sent_on),
        decided_on=decided,
        decision=review.decision if decided else "",
        amendment_notice_on=known(review.amendment_notice_on),
        final_plan_on=known(review.final_plan_on),
        confirmed_for_transfer_on=known(review.confirmed_for_transfer_on),
    )
