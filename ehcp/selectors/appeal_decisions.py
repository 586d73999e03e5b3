"""Which decisions about a plan somebody can disagree with, each with the date on its letter."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from aylsham.datewords import full_day_words
from ehcp.appeal_codes import AppealAbout
from ehcp.codes import Decision
from ehcp.models import AnnualReview, EhcPlan, PlanAppeal

#: What a letter that follows no review can say (regs 28 and 31, and after a re-assessment).
WITHOUT_REVIEW = {
    AppealAbout.AMENDED: "Another letter: the council changed the plan",
    AppealAbout.SAME: "Another letter: the council will not change the plan",
    AppealAbout.CEASED: "Another letter: the council ceases the plan",
}


@dataclass(frozen=True)
class AppealableDecision:
    """A decision that nobody follows yet; without a day, whoever follows it says the day."""

    about: AppealAbout
    words: str
    letter_on: dt.date | None = None
    review: AnnualReview | None = None

    @property
    def key(self) -> str:
        """Its mark in a form and in an address."""
        return f"{self.about}:{self.review_id or ''}" if self.letter_on else f"{self.about}:letter"

    @property
    def review_id(self) -> UUID | None:
        return self.review.pk if self.review else None


def letter_after(review: AnnualReview, about: str) -> dt.date | None:
    """The date on the council's letter with that decision after a review; None without one."""
    if about == AppealAbout.AMENDED:
        return review.final_plan_on
    wanted = {AppealAbout.SAME: Decision.MAINTAIN, AppealAbout.CEASED: Decision.CEASE}.get(about)
    return review.decided_on if wanted and review.decision == wanted else None


def appealable_decisions(
    plan: EhcPlan,
    reviews: Iterable[AnnualReview],
    appeals: Iterable[PlanAppeal],
    *,
    came_by_request: bool,
) -> tuple[AppealableDecision, ...]:
    """What can be followed for a plan, the newest letter first, then letters without a review.

    The first plan of a request that is recorded here is followed there.
    """
    known = {(each.about, each.review_id) for each in appeals}
    found = list(_after_reviews(reviews))
    if not came_by_request:
        words = f"The first plan, {full_day_words(plan.made_on)}"
        found.append(AppealableDecision(AppealAbout.CONTENT, words, plan.made_on))
    found.sort(key=lambda each: each.letter_on or dt.date.min, reverse=True)
    others = [AppealableDecision(about, words) for about, words in WITHOUT_REVIEW.items()]
    return (*(e for e in found if (e.about, e.review_id) not in known), *others)


def decisions_after(review: AnnualReview) -> tuple[AppealableDecision, ...]:
    """What the council decided after a review and nobody follows yet; one statement, or none."""
    found = tuple(_after_reviews([review]))
    if not found:
        return ()
    rows = PlanAppeal.objects.filter(school_id=review.school_id, review=review)
    known = set(rows.values_list("about", flat=True))
    return tuple(each for each in found if each.about not in known)


def _after_reviews(reviews: Iterable[AnnualReview]) -> Iterator[AppealableDecision]:
    for review in reviews:
        for about, said in _SAID.items():
            if letter_on := letter_after(review, about):
                met = full_day_words(review.meeting_on)
                words = f"{said}, {full_day_words(letter_on)} (review of {met})"
                yield AppealableDecision(about, words, letter_on, review)


_SAID = {
    AppealAbout.AMENDED: "The amended plan",
    AppealAbout.SAME: "The council keeps the plan as it is",
    AppealAbout.CEASED: "The council ceases the plan",
}
