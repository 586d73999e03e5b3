"""What the rules say about one disagreement: mediation, the appeal, and what is ordered."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from ehcp.appeal_codes import ORDER_MAKES, UNOPPOSED_MAKES
from ehcp.assessment_codes import Milestone
from ehcp.models import PlanAppeal
from ehcp.selectors.dues import Due

#: The answers of the rule about mediation that somebody here or the council owes.
_MEDIATION = (
    "contact_adviser_by",
    "certificate_if_declined_by",
    "la_arranges_mediation_within_30_days_by",
    "certificate_if_no_mediation_by",
    "certificate_after_mediation_by",
)


@dataclass(frozen=True)
class RequestDays:
    """When the council sent what it may be ordered to send, of a request for an assessment."""

    drafted_on: dt.date | None = None
    no_plan_on: dt.date | None = None
    final_on: dt.date | None = None


def appeal_dues(
    each: PlanAppeal, calendar: SchoolCalendar, days: RequestDays | None = None
) -> Iterator[Due]:
    """Everything that a disagreement has made due; `days` where it is about a request."""
    says = _Appeal(each, calendar, days)
    yield from says.mediation()
    yield says.appeal()
    yield from says.order()


def order_dues(
    each: PlanAppeal, calendar: SchoolCalendar, days: RequestDays | None = None
) -> Iterator[Due]:
    """What an order, or an appeal that the council does not oppose, has made due of it."""
    yield from _Appeal(each, calendar, days).order()


class _Appeal:
    def __init__(
        self, each: PlanAppeal, calendar: SchoolCalendar, days: RequestDays | None
    ) -> None:
        self.each, self.calendar, self.days = each, calendar, days

    def mediation(self) -> Iterator[Due]:
        each = self.each
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
        is_past = bool(each.lodged_on or each.certificate_on)
        for answer in _MEDIATION:
            if answer in result.values and result.values[answer] and answer not in hidden:
                yield self._due(result, answer, done[answer], is_off=is_past)

    def appeal(self) -> Due:
        each = self.each
        result = self._ask(
            "ehcp.appeal",
            decision_letter=each.letter_on,
            mediation_certificate=each.certificate_on,
        )
        is_pending = each.adviser_told_on and not (each.certificate_on or each.lodged_on)
        note = "or one month from the certificate, when it comes" if is_pending else ""
        return self._due(result, "submit_by", each.lodged_on, note=note)

    def order(self) -> Iterator[Due]:
        each = self.each
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
            yield self._due(result, answer, self._obeyed_on(answer))

    def _obeyed_on(self, answer: str) -> dt.date | None:
        """When the council did what it had to, as far as it is recorded."""
        since = self.each.order_on or self.each.unopposed_on
        done = self.each.obeyed_on
        if days := self.days:
            if "no_plan_decision" in answer:
                done = days.no_plan_on or days.drafted_on
            elif "final" in answer:
                done = days.final_on
            elif "draft" in answer:
                done = days.drafted_on
        return done if done and since and done >= since else None

    def _due(
        self,
        result: Result,
        answer: str,
        done_on: dt.date | None,
        *,
        is_off: bool = False,
        note: str = "",
    ) -> Due:
        each = self.each
        ended = "the parents ended it" if each.withdrawn_on else ""
        return Due(
            Milestone.APPEAL,
            f"appeal:{each.pk}:{answer}",
            result,
            answer,
            done_on,
            note="" if done_on else ended or note,
            is_off=not done_on and (is_off or bool(ended)),
            appeal=each,
        )

    def _ask(self, code: str, **facts: dt.date | None) -> Result:
        return REGISTRY.calculate(code, facts, calendar=self.calendar)


def _not_asked_for(each: PlanAppeal) -> set[str]:
    """Answers about mediation that do not fit what the parent wants."""
    if each.wants_mediation:
        held = {"certificate_if_no_mediation_by"} if each.mediation_on else set()
        return {"certificate_if_declined_by"} | held
    if each.wants_mediation is False:
        return {"la_arranges_mediation_within_30_days_by", "certificate_if_no_mediation_by"}
    return set()
