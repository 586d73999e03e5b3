"""The clocks of a plan, line by line: what is due, what was done, and how each stands."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from aylsham.timescales.registry import Line, Result
from aylsham.timescales.rules import Owner
from ehcp.rules.cycle import ReviewFacts
from ehcp.rules.phase_transfer import PhaseState, limits
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import PlanFacts

MEETING = "latest_review_meeting_if_LA_uses_full_12_weeks"
FINAL = "absolute_final_plan_by"
#: A day so near is shown as due soon.
SOON = dt.timedelta(days=14)

Done = Mapping[str, dt.date | None]


@dataclass(frozen=True)
class ClockLine:
    """One day of a clock, and how it stands."""

    key: str
    label: str
    how: str
    due_on: dt.date
    do_by: dt.date | None
    who: str
    citation: str
    confidence: str
    done_on: dt.date | None
    state: str
    words: str


@dataclass(frozen=True)
class Clock:
    """One rule with the days that it gives for this plan."""

    key: str
    title: str
    note: str
    code: str
    lines: tuple[ClockLine, ...]
    state: str = ""
    words: str = ""


def plan_clocks(plan: PlanFacts, says: PlanRules, today: dt.date) -> tuple[Clock, ...]:
    """Every clock that runs for a plan, the most pressing kind first."""
    found = [_phase(plan, says, today), _review(plan, says, today)]
    found += [_meeting(review, says, today) for review in _running(plan)]
    found.append(_under_five(says, today))
    return tuple(clock for clock in found if clock and clock.lines)


def _running(plan: PlanFacts) -> list[ReviewFacts]:
    """The planned review, the last one held, and those that still wait for an amended plan."""
    cycle = plan.cycle
    reviews = [cycle.planned, cycle.last_held, *cycle.open_amendments]
    return list(dict.fromkeys(review for review in reviews if review))


def _review(plan: PlanFacts, says: PlanRules, today: dt.date) -> Clock:
    last = plan.cycle.last_held
    done: Done = {}
    if plan.cycle.planned and plan.cycle.planned.are_papers_out:
        done = {"advice_circulated_by": plan.cycle.planned.advice_sent_on}
    title = "The next annual review"
    if last and plan.cycle.is_review_open:
        title = "The annual review is still open"
    return _clock("review", title, says.review(), done, today)


def _meeting(review: ReviewFacts, says: PlanRules, today: dt.date) -> Clock:
    day = f"{review.meeting_on.day} {review.meeting_on:%B %Y}"
    title = f"Review meeting of {day}" if review.is_held else f"Review meeting planned for {day}"
    result = says.meeting(review)
    hidden = {"ask_for_advice_by", "clear_days_safe_by"} if review.is_held else set()
    if review.amendment_notice_on or (
        not review.waits_for_decision and not review.waits_for_final_plan
    ):
        hidden.add(FINAL)
    done: Done = {
        "invite_and_advice_by": review.advice_sent_on if review.are_papers_out else None,
        "school_report_by": review.report_sent_on,
        "la_decision_and_proposed_amendments_by": review.amendment_notice_on or review.decided_on
        if not review.waits_for_notice
        else None,
        "final_plan_by": review.final_plan_on,
        FINAL: review.final_plan_on,
    }
    if review.is_held and not review.are_papers_out:
        hidden.add("invite_and_advice_by")  # nobody wrote down when; the meeting has been held
    clock = _clock(f"meeting-{review.id}", title, result, done, today, hidden)
    if not review.waits_for_decision:
        return replace(clock, lines=tuple(_settled(line) for line in clock.lines))
    # Nobody knows yet whether there will be an amended plan to be late.
    lines = (
        replace(line, state="waiting", words="if it amends the plan") if line.key == FINAL else line
        for line in clock.lines
    )
    return replace(clock, lines=tuple(lines))


def _settled(line: ClockLine) -> ClockLine:
    """The council has decided: it had a report, whether or not anybody wrote down when."""
    if line.key != "school_report_by" or line.done_on:
        return line
    return replace(line, state="closed", words="No day is recorded")


def _phase(plan: PlanFacts, says: PlanRules, today: dt.date) -> Clock | None:
    september = plan.september_of(today)
    if september is None:
        return None
    state = plan.phase_state_in(september)
    result = says.phase(september)
    last = plan.cycle.last_held
    counts = state in {PhaseState.REVIEWED, PhaseState.COMPLETE}
    done: Done = {
        MEETING: last.meeting_on if last and counts else None,
        "latest_amendment_notice_for_15_days": last.amendment_notice_on
        if last and counts
        else None,
        "last_compliant_day": _amended_on(plan) if state is PhaseState.COMPLETE else None,
    }
    clock = _clock("phase", f"Phase transfer in September {september}", result, done, today)
    is_late = state is PhaseState.NOT_REVIEWED and today > limits(september).meeting_latest
    badge, words = _PHASE_STATES[PhaseState.OVERDUE if is_late else state]
    lines = clock.lines
    if state is PhaseState.LAST_SUMMER:
        # The summer's meeting will do if the council says so: no new one is late yet.
        lines = tuple(_only_if(line, MEETING, "unless the council confirms") for line in lines)
    return replace(clock, lines=lines, state=badge, words=words)


_PHASE_STATES = {
    PhaseState.COMPLETE: ("closed", "Plan amended"),
    PhaseState.REVIEWED: ("on_track", "On track: reviewed since September"),
    PhaseState.LAST_SUMMER: ("due_soon", "Council to confirm"),
    PhaseState.NOT_REVIEWED: ("due_soon", "Not reviewed yet"),
    PhaseState.OVERDUE: ("overdue", "Not reviewed"),
}


def _only_if(line: ClockLine, key: str, words: str) -> ClockLine:
    return replace(line, state="due_soon", words=words) if line.key == key else line


def _amended_on(plan: PlanFacts) -> dt.date | None:
    return max((r.final_plan_on for r in plan.reviews if r.final_plan_on), default=None)


def _under_five(says: PlanRules, today: dt.date) -> Clock | None:
    result = says.under_five()
    due = result.values.get("soft_review_to")
    if due is None or due < today:
        return None
    hidden = {"statutory_review_complete_by"}
    return _clock("under-five", "Under five: a lighter look", result, {}, today, hidden)


def _clock(
    key: str,
    title: str,
    result: Result,
    done: Done,
    today: dt.date,
    hidden: set[str] = frozenset(),
) -> Clock:
    lines = [
        _line(line, done.get(line.key), today)
        for line in result.shown
        if line.is_date and line.key not in hidden
    ]
    lines.sort(key=lambda line: line.due_on)
    return Clock(key, title, result.rule.note, result.rule.code, tuple(lines))


def _line(line: Line, done_on: dt.date | None, today: dt.date) -> ClockLine:
    state, words = _standing(line, done_on, today)
    return ClockLine(
        key=line.key,
        label=line.label,
        how=line.output.how,
        due_on=line.value,
        do_by=line.do_by,
        who="Us" if line.owed_by is Owner.SCHOOL else line.owed_by.words if line.owed_by else "",
        citation=line.citation,
        confidence=line.confidence.words,
        done_on=done_on,
        state=state,
        words=words,
    )


def _standing(line: Line, done_on: dt.date | None, today: dt.date) -> tuple[str, str]:
    due_on: dt.date = line.value
    if done_on:
        late = (done_on - due_on).days
        return ("overdue", f"Done {_days(late)} late") if late > 0 else ("closed", "Done")
    if line.owed_by is None:
        return "closed", ""
    if due_on < today:
        if line.owed_by is Owner.PARENT:
            return "closed", "Over"
        return "overdue", f"Late by {_days((today - due_on).days)}"
    if line.owed_by is not Owner.SCHOOL:
        return "waiting", ""
    return ("due_soon", "") if (line.do_by or due_on) <= today + SOON else ("on_track", "Ahead")


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
