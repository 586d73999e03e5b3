"""What the rules say about one assessment: each milestone with its day, its owner and source."""

import datetime as dt
from collections.abc import Iterator

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from aylsham.timescales.rules import Owner
from ehcp.assessment_codes import (
    AdviceFrom,
    Milestone,
)
from ehcp.rules.stages import Stage
from ehcp.selectors.appeal_clocks import RequestDays, appeal_dues
from ehcp.selectors.assessments.files import AssessmentFile
from ehcp.selectors.dues import Due

#: Who gives advice: for `owed_by` of the rule, which knows the school alone.
ADVISERS: dict[str, Owner] = {
    AdviceFrom.SCHOOL: Owner.SCHOOL,
    AdviceFrom.PARENT: Owner.PARENT,
    AdviceFrom.PSYCHOLOGIST: Owner.LA,
    AdviceFrom.HEALTH: Owner.HEALTH,
    AdviceFrom.SOCIAL_CARE: Owner.SOCIAL_CARE,
    AdviceFrom.OTHER: Owner.LA,
}
#: The answer of the clock for each milestone that the council owes.
ANSWERS = {
    Milestone.DECISION: "decision_to_assess_by",
    Milestone.DRAFT: "draft_recommended_by",
    Milestone.NO_PLAN: "refusal_to_issue_by",
    Milestone.FINAL: "final_plan_by",
}


class AssessmentRules:
    """The rules, asked about one assessment and a school's calendar."""

    def __init__(self, file: AssessmentFile, calendar: SchoolCalendar) -> None:
        self.file, self.row, self.calendar = file, file.row, calendar

    def due(self) -> list[Due]:
        """Everything that the assessment has made due, in the order of the law."""
        return [*self._of_request(), *self._of_appeals()]

    def _of_request(self) -> Iterator[Due]:
        if self.row.received_on is None:
            return
        clock = self._ask("ehcna.clock", request_received=self.row.received_on)
        yield self._council(clock, Milestone.DECISION, self.row.decided_on)
        yield from self._advice()
        yield self._council(clock, Milestone.DRAFT, self.row.draft_served_on)
        yield self._council(clock, Milestone.NO_PLAN, self.row.no_plan_on)
        yield from self._comments()
        yield self._council(clock, Milestone.FINAL, self.row.final_plan_on)

    def _council(self, clock: Result, milestone: str, done_on: dt.date | None) -> Due:
        note = _why_off(self.file, milestone)
        if milestone == Milestone.NO_PLAN and self.row.draft_served_on and not done_on:
            note = "a draft plan came instead"  # regulation 10 speaks of a refusal alone
        return Due(
            milestone,
            milestone,
            clock,
            ANSWERS[Milestone(milestone)],
            done_on,
            note=note,
            is_off=bool(note) and not done_on,
        )

    def _advice(self) -> Iterator[Due]:
        for each in self.file.advice:
            result = self._ask(
                "ehcna.advice",
                advice_request_received_by_school=each.received_on,
                advice_requested_on=each.asked_on,
            )
            body = each.who or each.get_body_display()
            ours = each.body == AdviceFrom.SCHOOL
            yield Due(
                Milestone.ADVICE,
                f"advice:{each.pk}",
                result,
                "advice_due_by",
                each.given_on,
                is_off=not self.file.stage.is_open,
                owner=ADVISERS[each.body],
                title="Send our advice to the council" if ours else f"Advice: {body}",
                advice=each,
            )

    def _comments(self) -> Iterator[Due]:
        if served := self.row.draft_served_on:
            result = self._ask("ehcp.draft_representations", draft_served=served)
            final, early = self.row.final_plan_on, result["la_must_not_finalise_before"].value
            note = "the plan was finished before they were over" if final and final < early else ""
            yield Due(
                Milestone.COMMENTS,
                Milestone.COMMENTS,
                result,
                "last_day_for_representations",
                note=note,
                is_off=bool(final),
            )

    def _of_appeals(self) -> Iterator[Due]:
        row = self.row
        days = RequestDays(row.draft_served_on, row.no_plan_on, row.final_plan_on)
        for each in self.file.appeals:
            yield from appeal_dues(each, self.calendar, days)

    def _ask(self, code: str, **facts) -> Result:
        return REGISTRY.calculate(code, facts, calendar=self.calendar)


def _why_off(file: AssessmentFile, milestone: str) -> str:
    """Why the council does not owe a milestone of the request any more; empty where it does."""
    stage = file.stage
    if stage == Stage.WITHDRAWN:
        return "withdrawn"
    if milestone == Milestone.DECISION:
        return ""
    dates = file.dates
    if dates.is_refused:
        ordered = dates.assess_ordered_on or dates.plan_ordered_on
        return "see the Tribunal’s order" if ordered else "it will not assess"
    if dates.no_plan_on and milestone != Milestone.NO_PLAN:
        return "see the Tribunal’s order" if dates.plan_ordered_on else "there will be no plan"
    if stage == Stage.FINAL and milestone != Milestone.FINAL:
        return "the plan is made"
    return ""
