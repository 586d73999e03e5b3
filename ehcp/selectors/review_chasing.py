"""When the council is asked again about what it owes after a review, and with which letter."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.models import School
from aylsham.timescales.registry import Result
from aylsham.together import read_rows
from ehcp.models import AnnualReview, ReviewTalk
from ehcp.review_codes import ChaseAbout
from ehcp.rules.cycle import Cycle, ReviewFacts
from ehcp.selectors.assessments.chasing import next_reminder
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import PlanFacts, plans_of
from pupils.models import SentLetter

#: The library's letters, the polite one first.
LETTERS = {
    ChaseAbout.DECISION: ("review_4", "review_4_firm"),
    ChaseAbout.FINAL: ("review_12", "review_12_firm"),
}
#: The answer of the meeting's clock after which each is late.
_ANSWERS = {
    ChaseAbout.DECISION: "la_decision_and_proposed_amendments_by",
    ChaseAbout.FINAL: "absolute_final_plan_by",
}

type Sent = tuple[tuple[str, dt.date], ...]


@dataclass(frozen=True)
class Told:
    """Letters that went to the council about some children, and talks about their reviews."""

    letters: dict[UUID, list[tuple[str, dt.date]]]
    talks: dict[str, list[ReviewTalk]]


@dataclass(frozen=True)
class ReviewChase:
    """What the council owes after a review, and the next reminder of it."""

    review: ReviewFacts
    pupil_id: UUID
    about: ChaseAbout
    result: Result
    next_on: dt.date
    #: The next letter of the library: polite, then firm.
    letter: str
    sent: Sent
    talks: tuple[ReviewTalk, ...]

    @property
    def answer(self) -> str:
        """The output of the rule that is late."""
        return _ANSWERS[self.about]

    @property
    def due_on(self) -> dt.date:
        """The council's last day."""
        return self.result[self.answer].value

    @property
    def is_firm(self) -> bool:
        """Whether a polite letter has gone already."""
        return bool(self.sent)

    @property
    def words(self) -> str:
        """What is asked for."""
        return str(self.about.label)


def waiting(cycle: Cycle) -> Iterator[tuple[ReviewFacts, ChaseAbout]]:
    """Reviews after which the council owes a decision, or an amended plan."""
    last = cycle.last_held
    if last and last.waits_for_decision:
        yield last, ChaseAbout.DECISION
    for review in cycle.open_amendments:
        if not review.waits_for_decision:
            yield review, ChaseAbout.FINAL


def review_chases(plan: PlanFacts, says: PlanRules, told: Told) -> Iterator[ReviewChase]:
    """One for each review after which the council owes something."""
    for review, about in waiting(plan.cycle):
        result = says.meeting(review)
        polite, firm = LETTERS[about]
        sent = tuple(
            (code, on)
            for code, on in told.letters.get(plan.pupil_id, ())
            if code in (polite, firm) and on >= review.meeting_on
        )
        talks = tuple(talk for talk in told.talks.get(review.id, ()) if talk.about == about)
        late_on = result[_ANSWERS[about]].value
        yield ReviewChase(
            review=review,
            pupil_id=plan.pupil_id,
            about=about,
            result=result,
            next_on=next_reminder(late_on, sent, talks),
            letter=firm if sent else polite,
            sent=sent,
            talks=talks,
        )


def told_of(
    schools: Iterable[School], pupil_ids: Collection[UUID], review_ids: Collection[str]
) -> Told:
    """What was said to councils about these reviews; one statement."""
    ids = [school.pk for school in schools]
    codes = [code for both in LETTERS.values() for code in both]
    letters = SentLetter.objects.filter(
        school_id__in=ids,
        letter__pupil_id__in=list(pupil_ids),
        letter__template_code__in=codes,
    )
    values = letters.values_list("letter__pupil_id", "letter__template_code").order_by()
    talks = ReviewTalk.objects.filter(school_id__in=ids, review_id__in=list(review_ids))
    sent, spoken = read_rows(values.annotate(last=Max("gone_on")), talks.select_related("by"))
    by_pupil: dict[UUID, list[tuple[str, dt.date]]] = defaultdict(list)
    for pupil_id, code, on in sent:
        by_pupil[pupil_id].append((code, on))
    by_review: dict[str, list[ReviewTalk]] = defaultdict(list)
    for talk in spoken:
        by_review[str(talk.review_id)].append(talk)
    return Told(by_pupil, by_review)


def chase_now(access: Access, review: AnnualReview) -> ReviewChase | None:
    """What is late after a review that the asker may see; None, or three statements."""
    if not review.is_held or review.plan.ended_on:
        return None
    plans = plans_of([access.school], frozenset({review.plan.pupil_id}))
    plan = next((each for each in plans if each.id == review.plan_id), None)
    if plan is None or str(review.pk) not in {each.id for each, _ in waiting(plan.cycle)}:
        return None
    told = told_of([access.school], [plan.pupil_id], [str(review.pk)])
    says = PlanRules(plan, calendar_of(access.school))
    return next(
        (
            each
            for each in review_chases(plan, says, told)
            if each.review.id == str(review.pk) and each.due_on < access.today
        ),
        None,
    )
