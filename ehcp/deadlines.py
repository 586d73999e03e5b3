"""What EHC plans make due: reviews, what a meeting sets off, and the move to the next phase."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.dates import DAY, birthday
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from, facts_in_words
from aylsham.models import Owes, School, Standing, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import Result
from ehcp.chase_deadlines import after_reviews
from ehcp.models import EhcPlan
from ehcp.review_deadlines import before_the_papers
from ehcp.rules.cycle import ReviewFacts
from ehcp.rules.phase_transfer import PhaseState
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import PlanFacts, plans_of

KINDS = {
    "annual_review": "Annual reviews",
    "phase_transfer": "Phase transfers",
    "papers": "Papers and reports",
    "decision": "Decisions and amended plans",
    "under_five": "Under fives",
    "review_tasks": "Getting reviews ready",
}
TABLES = (EhcPlan,)
MEETING = "latest_review_meeting_if_LA_uses_full_12_weeks"
NOTICE = "latest_amendment_notice_for_15_days"
AMENDED = "last_compliant_day"


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The deadlines of every plan that is in force."""
    plans = plans_of([school], pupil_ids)
    planned = [plan.cycle.planned.id for plan in plans if plan.cycle.planned]
    yield from before_the_papers(school, calendar, planned)
    for plan in plans:
        for fact in PlanClock(plan, calendar).deadlines():
            yield _of_child(plan.pupil_id, fact)
    for pupil_id, fact in after_reviews(school, calendar, plans):
        yield _of_child(pupil_id, fact)


def _of_child(pupil_id: UUID, fact: DeadlineFact) -> DeadlineFact:
    return dataclasses.replace(
        fact, pupil_id=pupil_id, lapses_with_roll=True, permission=Permission.VIEW_PLANS
    )


class PlanClock:
    """The clocks of one plan."""

    def __init__(self, plan: PlanFacts, calendar: SchoolCalendar) -> None:
        self.plan = plan
        self.cycle = plan.cycle
        self.says = PlanRules(plan, calendar)

    def deadlines(self) -> Iterator[DeadlineFact]:
        """Everything that the plan makes due, in no order."""
        phase = list(self._phase_transfers())
        yield from phase
        meeting = next((fact for fact in phase if fact.key.endswith(":phase_meeting")), None)
        for fact in self._review():
            # One meeting does for both: the earlier of the two days counts.
            if not (meeting and fact.key.endswith(":meeting") and fact.due_on >= meeting.due_on):
                yield fact
        yield from self._papers()
        yield from self._after_the_meeting()
        yield from self._amended_plans()
        yield from self._under_five()

    def _review(self) -> Iterator[DeadlineFact]:
        result = self.says.review()
        is_open = self.cycle.is_review_open
        meeting = "next_meeting_latest" if is_open else "meeting_latest"
        yield self._meeting(result, meeting, "meeting", kind="annual_review")
        complete_by = result["review_complete_by"].value
        # While a review is open the council's four weeks say it, unless the year ends before.
        if not is_open or complete_by < result["la_decision_by"].value:
            yield self._deadline(result, "review_complete_by", "complete", kind="annual_review")

    def _papers(self) -> Iterator[DeadlineFact]:
        planned = self.cycle.planned
        if planned and not planned.are_papers_out:
            yield self._deadline(
                self.says.meeting(planned),
                "invite_and_advice_by",
                f"{planned.id}:papers",
                kind="papers",
                title=_papers_title(planned),
                action=_step("Open the review", "review", planned),
            )

    def _after_the_meeting(self) -> Iterator[DeadlineFact]:
        last = self.cycle.last_held
        if last is None or not last.waits_for_decision:
            return
        result = self.says.meeting(last)
        if not last.report_sent_on:
            yield self._deadline(
                result,
                "school_report_by",
                f"{last.id}:report",
                kind="papers",
                title="Send the review report to the council and everybody invited",
                action=_step("Record report sent", "review_report", last),
            )
        yield self._deadline(
            result,
            "la_decision_and_proposed_amendments_by",
            f"{last.id}:decision",
            kind="decision",
            title="Decide after the review and tell the parent",
            action=_step("Record the letter", "review_decision", last),
        )

    def _amended_plans(self) -> Iterator[DeadlineFact]:
        for review in self.cycle.open_amendments:
            result = self.says.meeting(review)
            if review.waits_for_notice:
                yield self._deadline(
                    result,
                    "la_decision_and_proposed_amendments_by",
                    f"{review.id}:notice",
                    kind="decision",
                    title="Send the proposed amendments",
                    action=_step("Record the notice", "review_notice", review),
                )
            answer = "absolute_final_plan_by"
            if review.amendment_notice_on:
                answer = "final_plan_by"
                comments = self._deadline(
                    result, "parent_reps_last_day", f"{review.id}:comments", kind="decision"
                )
                yield dataclasses.replace(comments, lapses_on=comments.due_on)
            yield self._deadline(
                result,
                answer,
                f"{review.id}:final",
                kind="decision",
                title="Send the final amended plan",
                action=_step("Record the final plan", "review_final", review),
            )

    def _phase_transfers(self) -> Iterator[DeadlineFact]:
        """Each from 1 September to 31 August: the next cohort follows, whenever its roll comes."""
        for key, september in (("", self.plan.september), ("next_", self.plan.next_september)):
            for fact in self._phase_transfer(september, key) if september else ():
                yield dataclasses.replace(
                    fact,
                    begins_on=dt.date(september - 1, 9, 1),
                    lapses_on=dt.date(september, 8, 31),
                )

    def _phase_transfer(self, september: int, key: str) -> Iterator[DeadlineFact]:
        result = self.says.phase(september)
        state = self.plan.phase_state_in(september)
        if state is PhaseState.COMPLETE:
            return
        if state is PhaseState.NOT_REVIEWED:
            yield self._meeting(result, MEETING, f"{key}phase_meeting", kind="phase_transfer")
        if state is PhaseState.LAST_SUMMER and (last := self.cycle.last_held):
            yield self._deadline(
                result,
                NOTICE,
                f"{key}phase_confirm",
                kind="phase_transfer",
                title="Ask the council to confirm that last summer’s review counts",
                how="before the proposed amendments must be out",
                owed_by=Owes.SCHOOL,
                weight=Weight.LAW,
                standing=Standing.DUE_SOON,
                action=_step("Record the answer", "review_confirm", last),
                facts=self._facts(result),
            )
        yield self._deadline(
            result,
            AMENDED,
            f"{key}phase_amended",
            kind="phase_transfer",
            title="Amend the plan and name the school for September",
            standing=Standing.ON_TRACK if state is PhaseState.REVIEWED else None,
            facts=self._facts(result),
        )

    def _under_five(self) -> Iterator[DeadlineFact]:
        result = self.says.under_five()
        if "soft_review_to" in result.values:
            yield self._deadline(
                result,
                "soft_review_to",
                "under_five",
                kind="under_five",
                title="Consider a lighter look at the plan: a child under five",
                lapses_on=birthday(self.plan.born_on, 5) - DAY,
                action=self._plan_step("Plan a meeting", "review_plan"),
            )

    def _meeting(self, result: Result, answer: str, key: str, *, kind: str) -> DeadlineFact:
        """A meeting to be held; a day that is planned for it comes before the last one."""
        planned = self.cycle.planned
        fact = self._deadline(
            result,
            answer,
            key,
            kind=kind,
            weight=Weight.LAW,
            facts=self._facts(result),
            # There it is got ready, and who came is recorded on the day.
            action=_step("Open the review", "review", planned)
            if planned
            else self._plan_step("Plan the meeting", "review_plan"),
        )
        return fact if not planned else _no_later(fact, planned.meeting_on)

    def _deadline(self, result: Result, answer: str, key: str, **more: Any) -> DeadlineFact:
        more.setdefault("action", self._plan_step("Open the plan", "plan"))
        return deadline_from(result, answer, key=key if ":" in key else self._key(key), **more)

    def _key(self, name: str) -> str:
        return f"{self.plan.id}:{name}"

    def _facts(self, result: Result) -> dict[str, str]:
        """The facts of the rule, and those by which the review stands as it does."""
        known = {
            "Day the plan was first made": self.cycle.made_on,
            "Last review meeting": self.cycle.last_held and self.cycle.last_held.meeting_on,
            "Review meeting planned for": self.cycle.planned and self.cycle.planned.meeting_on,
        }
        told = {words: day.isoformat() for words, day in known.items() if day}
        return facts_in_words(result) | told

    def _plan_step(self, label: str, url_name: str) -> Action:
        return Action(label, url_name, (str(self.plan.id),), _who_may(url_name))


def _step(label: str, url_name: str, review: ReviewFacts) -> Action:
    return Action(label, url_name, (review.id,), _who_may(url_name))


def _papers_title(review: ReviewFacts) -> str:
    """What of the papers is still to go out."""
    if review.invited_on:
        return "Send everybody’s advice for the review round"
    if review.advice_sent_on:
        return "Invite everybody whom the law names to the review"
    return "Send the invitation and the advice for the review"


def _who_may(url_name: str) -> Permission:
    return Permission.VIEW_PLANS if url_name == "plan" else Permission.EDIT_PLANS


def _no_later(fact: DeadlineFact, day: dt.date) -> DeadlineFact:
    return dataclasses.replace(fact, do_by=min(fact.do_by, day))
