"""What the rules say about one assessment: each milestone with its day, its owner and source."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Line, Result
from aylsham.timescales.rules import Confidence, Owner
from ehcp.assessment_codes import (
    ORDER_MAKES,
    UNOPPOSED_MAKES,
    AdviceFrom,
    Milestone,
)
from ehcp.models import AdviceAsked, PlanAppeal
from ehcp.rules.stages import Stage
from ehcp.selectors.assessments.files import AssessmentFile

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
#: The answers of the rule about mediation that somebody here or the council owes.
_MEDIATION = (
    "contact_adviser_by",
    "certificate_if_declined_by",
    "la_arranges_mediation_within_30_days_by",
    "certificate_if_no_mediation_by",
    "certificate_after_mediation_by",
)


@dataclass(frozen=True)
class Due:
    """One thing that has to be done by a day, with the answer of the rule that says so."""

    milestone: str
    key: str
    result: Result
    answer: str
    done_on: dt.date | None = None
    #: Not to be done any more, or not yet known whether.
    note: str = ""
    is_off: bool = False
    owner: Owner | None = None
    title: str = ""
    advice: AdviceAsked | None = None
    appeal: PlanAppeal | None = None

    @property
    def line(self) -> Line:
        """The rule's answer."""
        return self.result[self.answer]

    @property
    def due_on(self) -> dt.date:
        """The legal last day."""
        return self.line.value  # type: ignore[return-value]

    @property
    def owed_by(self) -> Owner | None:
        """Who owes it."""
        return self.owner or self.line.owed_by

    @property
    def label(self) -> str:
        """What is due, in words."""
        return self.title or self.line.label

    @property
    def is_law(self) -> bool:
        """Whether the law sets the day; otherwise somebody may work to it."""
        return self.line.confidence is not Confidence.WORKING

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and not self.is_off


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
        for each in self.file.appeals:
            yield from self._mediation(each)
            yield self._appeal(each)
            yield from self._order(each)

    def _mediation(self, each: PlanAppeal) -> Iterator[Due]:
        result = self._ask(
            "ehcp.mediation",
            decision_letter=each.letter_on,
            parent_contacts_adviser=each.adviser_told_on,
            mediation_held=each.mediation_on,
        )
        done = {
            "contact_adviser_by": each.adviser_told_on,
            "certificate_if_declined_by": each.certificate_on,
            "la_arranges_mediation_within_30_days_by": each.mediation_on,
            "certificate_if_no_mediation_by": each.certificate_on,
            "certificate_after_mediation_by": each.certificate_on,
        }
        hidden = _not_asked_for(each)
        for answer in _MEDIATION:
            if answer in result.values and result.values[answer] and answer not in hidden:
                is_off = bool(each.lodged_on or each.certificate_on) and not done[answer]
                yield self._of_appeal(each, result, answer, done[answer], is_off=is_off)

    def _appeal(self, each: PlanAppeal) -> Due:
        result = self._ask(
            "ehcp.appeal",
            decision_letter=each.letter_on,
            mediation_certificate=each.certificate_on,
        )
        return self._of_appeal(each, result, "submit_by", each.lodged_on)

    def _order(self, each: PlanAppeal) -> Iterator[Due]:
        if not (each.order_on or each.unopposed_on):
            return
        result = self._ask(
            "ehcp.tribunal_order",
            order_date=each.order_on,
            tribunal_notified_unopposed=each.unopposed_on,
        )
        answers = ORDER_MAKES.get(each.order, ()) if each.order_on else ()
        if each.unopposed_on and not each.order_on:
            answers = UNOPPOSED_MAKES[each.about]
        for answer in answers:
            yield self._of_appeal(each, result, answer, self._ordered(each, answer))

    def _ordered(self, each: PlanAppeal, answer: str) -> dt.date | None:
        """When the council did what was ordered, as far as it is recorded."""
        row, since = self.row, each.order_on or each.unopposed_on
        known = {"draft": row.draft_served_on, "final": row.final_plan_on}
        done = next((day for word, day in known.items() if word in answer), None)
        if "no_plan_decision" in answer:
            done = row.no_plan_on or row.draft_served_on
        return done if done and since and done >= since else None

    def _of_appeal(
        self,
        each: PlanAppeal,
        result: Result,
        answer: str,
        done_on: dt.date | None,
        *,
        is_off: bool = False,
    ) -> Due:
        key = f"appeal:{each.pk}:{answer}"
        return Due(Milestone.APPEAL, key, result, answer, done_on, is_off=is_off, appeal=each)

    def _ask(self, code: str, **facts) -> Result:
        return REGISTRY.calculate(code, facts, calendar=self.calendar)


def _not_asked_for(each: PlanAppeal) -> set[str]:
    """Answers about mediation that do not fit what the parent wants."""
    if each.wants_mediation:
        held = {"certificate_if_no_mediation_by"} if each.mediation_on else set()
        return {"certificate_if_declined_by"} | held
    if each.wants_mediation is False:
        return {"la_arranges_mediation_within_30_days_by", "certificate_if_no_mediation_by"}
    return set()


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
