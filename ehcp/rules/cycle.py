"""Where a plan stands in its yearly cycle, and what is due next: facts in, answers out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aylsham.dates import academic_year

from .phase_transfer import is_transfer_year

#: Decisions after which the council owes no amended plan.
NO_AMENDMENT = frozenset({"maintain", "cease"})


@dataclass(frozen=True)
class ReviewFacts:
    """One review as the school knows it from its own diary and the council's letters."""

    meeting_on: date
    is_held: bool = True
    #: False for an interim meeting, which moves no clock.
    counts: bool = True
    invited_on: date | None = None
    advice_sent_on: date | None = None
    report_sent_on: date | None = None
    decided_on: date | None = None
    decision: str = ""
    amendment_notice_on: date | None = None
    final_plan_on: date | None = None
    confirmed_for_transfer_on: date | None = None
    id: str = ""

    @property
    def are_papers_out(self) -> bool:
        """Both the invitation and the advice have gone out."""
        return bool(self.invited_on and self.advice_sent_on)

    @property
    def waits_for_decision(self) -> bool:
        """Held, and the council's letter has not come."""
        return self.is_held and self.counts and self.decided_on is None

    @property
    def waits_for_notice(self) -> bool:
        """The council has said that it will amend, and has not sent the amendments."""
        return self.decision == "amend" and not self.amendment_notice_on and not self.final_plan_on

    @property
    def waits_for_final_plan(self) -> bool:
        """Amendments are on their way, or decided, and the final plan has not come."""
        is_amending = self.decision == "amend" or self.amendment_notice_on is not None
        return is_amending and self.decision not in NO_AMENDMENT and self.final_plan_on is None


@dataclass(frozen=True)
class Cycle:
    """A plan and its reviews, as far as they count."""

    made_on: date
    planned: ReviewFacts | None
    #: The last review meeting that was held and counts.
    last_held: ReviewFacts | None
    #: The council's last decision after a review.
    last_decided_on: date | None
    #: The last look at the plan of any kind, interim meetings included.
    last_looked_on: date | None
    #: Reviews after which the council still owes an amended plan.
    open_amendments: tuple[ReviewFacts, ...]

    @property
    def is_review_open(self) -> bool:
        """Whether the last meeting still waits for the council's decision."""
        return self.last_held is not None and self.last_held.waits_for_decision


def cycle_of(made_on: date, reviews: Iterable[ReviewFacts]) -> Cycle:
    """Put a plan's reviews in order."""
    ordered = sorted(reviews, key=lambda review: review.meeting_on)
    held = [review for review in ordered if review.is_held]
    counting = [review for review in held if review.counts]
    planned = [review for review in ordered if not review.is_held]
    return Cycle(
        made_on=made_on,
        planned=planned[0] if planned else None,
        last_held=counting[-1] if counting else None,
        last_decided_on=max((r.decided_on for r in counting if r.decided_on), default=None),
        last_looked_on=held[-1].meeting_on if held else None,
        open_amendments=tuple(r for r in _not_overtaken(counting) if r.waits_for_final_plan),
    )


def _not_overtaken(reviews: list[ReviewFacts]) -> list[ReviewFacts]:
    """The last review with a decision, and those after it: a decision settles what was before."""
    decided = [place for place, review in enumerate(reviews) if review.decided_on]
    return reviews[decided[-1] if decided else 0 :]


def transfer_amended_on(september: int, reviews: Iterable[ReviewFacts]) -> date | None:
    """When the plan was amended after a review that counts for the transfer of that September."""
    autumn = date(september - 1, 9, 1)
    return max(
        (
            review.final_plan_on
            for review in reviews
            if review.final_plan_on
            and (review.meeting_on >= autumn or review.confirmed_for_transfer_on)
        ),
        default=None,
    )


def transfer_september(
    year_group: str,
    *,
    phase: str,
    school_year: int | None,
    born_on: date,
    last_year_group: str | None = None,
) -> int | None:
    """The year in which the child changes phase, if this is the last one before it.

    `school_year` is that of the child's class; without a class the year in which a child of that
    age is usually in that year group. Never today's: the answer must not move by itself.
    """
    if not is_transfer_year(year_group, phase, last_year_group=last_year_group):
        return None
    years = school_year if school_year is not None else _usual_year(year_group, born_on)
    return None if years is None else years + 1


def _usual_year(year_group: str, born_on: date) -> int | None:
    ages = {"E1": 0, "E2": 1, "N1": 2, "N2": 3, "R": 4} | {str(n): 4 + n for n in range(1, 15)}
    age = ages.get(year_group)
    return None if age is None else academic_year(born_on) + 1 + age
