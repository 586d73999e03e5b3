"""Whether a council kept the dates of a needs assessment: six, sixteen and twenty weeks (pure)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .assessment import assessment_clock
from .stages import AssessmentDates
from .timeliness import Duty, Obligation


def assessment_obligations(dates: AssessmentDates, *, on: date) -> Iterator[Obligation]:
    """What one request has made due of the council, as the record stood on a day.

    What is withdrawn in time is owed no more; what was late by then was late until then. Sixteen
    weeks are the limit of a refusal alone (SEND Regs 2014 reg 10(1)), and after a refusal the
    twenty weeks are over: a Tribunal's order has clocks of its own (reg 44).
    """
    known = _as_of(dates, on)
    if known.received_on is None:
        return
    limits = assessment_clock(request_received=known.received_on)
    wanted = [(Duty.ASSESS_DECISION, "decision_to_assess_by", known.decided_on)]
    if known.no_plan_on:
        wanted.append((Duty.ASSESS_NO_PLAN, "refusal_to_issue_by", known.no_plan_on))
    elif not known.is_refused:
        wanted.append((Duty.ASSESS_PLAN, "final_plan_by", known.final_plan_on))
    for duty, answer, done_on in wanted:
        due_on: date = limits[answer]  # type: ignore[assignment]
        if done_on is None and known.withdrawn_on:
            if known.withdrawn_on <= due_on:
                continue
            done_on = known.withdrawn_on
        yield Obligation(duty, due_on, done_on)


def _as_of(dates: AssessmentDates, on: date) -> AssessmentDates:
    """The assessment without what came after that day."""

    def known(day: date | None) -> date | None:
        return day if day and day <= on else None

    return replace(
        dates,
        received_on=known(dates.received_on),
        decided_on=known(dates.decided_on),
        is_refused=dates.is_refused and known(dates.decided_on) is not None,
        no_plan_on=known(dates.no_plan_on),
        final_plan_on=known(dates.final_plan_on),
        withdrawn_on=known(dates.withdrawn_on),
    )
