"""The tasks of a review, planned back from its day: who, by when, how it stands."""

import datetime as dt
from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Line
from aylsham.timescales.rules import Confidence, Owner, Rule
from ehcp.codes import Decision, ReviewKind
from ehcp.models import AnnualReview
from ehcp.review_codes import OURS, TaskKind
from ehcp.rules.cycle import NO_AMENDMENT
from ehcp.selectors.review_prepared import Prepared

#: A day so near is shown as due soon.
SOON = dt.timedelta(days=14)
#: Task → which rule names its day.
_PREPARING = {
    TaskKind.SET_UP: "set_up_by",
    TaskKind.CHILD: "child_views_by",
    TaskKind.CHASE: "advice_in_by",
}
_BY_MEETING = {
    TaskKind.ASK: "ask_for_advice_by",
    TaskKind.INVITE: "invite_and_advice_by",
    TaskKind.CIRCULATE: "invite_and_advice_by",
    TaskKind.REPORT: "school_report_by",
    TaskKind.DECIDE: "la_decision_and_proposed_amendments_by",
    TaskKind.COMMENT: "parent_reps_last_day",
    TaskKind.FINAL: "absolute_final_plan_by",
}

_STEPS = {
    TaskKind.SET_UP: ("Set time and place", "review_set_up"),
    TaskKind.ASK: ("Invite and ask", "review_invite"),
    TaskKind.CHILD: ("Ask with pictures", "about_me"),
    TaskKind.CHASE: ("See who has sent it", "review"),
    TaskKind.INVITE: ("Invite", "review_invite"),
    TaskKind.CIRCULATE: ("Record when it went", "review_papers"),
    TaskKind.MEET: ("Meeting mode", "review_meeting"),
    TaskKind.REPORT: ("Record report sent", "review_report"),
    TaskKind.DECIDE: ("Record the letter", "review_decision"),
    TaskKind.COMMENT: ("Compare the plans", "plan_versions"),
    TaskKind.FINAL: ("Record the final plan", "review_final"),
}


@dataclass(frozen=True)
class TaskLine:
    """One task: who does it, its legal day, the day to do it by, how it stands."""

    kind: TaskKind
    who: str
    #: The colleague to whom it was given; empty for nobody by name.
    owner: str
    due_on: dt.date | None
    do_by: dt.date | None
    #: Whether the day is one of the law.
    is_law: bool
    how: str
    citation: str
    done_on: dt.date | None
    is_done: bool
    state: str
    words: str

    @property
    def title(self) -> str:
        """What is to be done."""
        return str(self.kind.label)

    @property
    def is_ours(self) -> bool:
        """Whether the school does it."""
        return self.kind in OURS

    @property
    def step(self) -> tuple[str, str]:
        """What one presses, and the page of the review that it opens."""
        return _STEPS[self.kind]

    @property
    def is_on_child(self) -> bool:
        """Whether the step is a page of the child instead."""
        return self.kind == TaskKind.CHILD


def task_lines(
    review: AnnualReview, prepared: Prepared, calendar: SchoolCalendar, today: dt.date
) -> list[TaskLine]:
    """The tasks of a review in their order; an interim meeting sets nothing off after it."""
    clocks = review_clocks(review, calendar)
    done = _done(review, prepared)
    found = []
    for kind in TaskKind:
        if kind in _after_it(review):
            continue
        found.append(_line(kind, review, clocks, done, prepared, calendar, today))
    return found


def review_clocks(
    review: AnnualReview, calendar: SchoolCalendar
) -> dict[TaskKind, tuple[Rule, Line]]:
    """The day that a rule names for each task, with its citation."""
    meeting = review.meeting_on
    before = REGISTRY.calculate(
        "annual_review.preparation", {"meeting": meeting}, calendar=calendar
    )
    facts = {"meeting": meeting, "amendment_notice_sent": review.amendment_notice_on}
    around = REGISTRY.calculate("annual_review.meeting_clock", facts, calendar=calendar)
    found = {kind: (before.rule, before[answer]) for kind, answer in _PREPARING.items()}
    answers = dict(_BY_MEETING)
    if review.amendment_notice_on:
        answers[TaskKind.FINAL] = "final_plan_by"
    for kind, answer in answers.items():
        if answer in around.values:
            found[kind] = (around.rule, around[answer])
    return found


def _after_it(review: AnnualReview) -> set[TaskKind]:
    """Tasks that this review does not have."""
    if review.kind == ReviewKind.INTERIM:
        return {TaskKind.REPORT, TaskKind.DECIDE, TaskKind.COMMENT, TaskKind.FINAL}
    if review.decision in NO_AMENDMENT:
        return {TaskKind.COMMENT, TaskKind.FINAL}
    return set()


def _done(review: AnnualReview, prepared: Prepared) -> dict[TaskKind, dt.date | None]:
    is_amending = review.decision == Decision.AMEND
    decided = review.decided_on
    if is_amending:
        decided = review.amendment_notice_on and max(review.amendment_notice_on, decided)
    return {
        TaskKind.ASK: prepared.asked_on,
        TaskKind.CHILD: prepared.child_on,
        TaskKind.CHASE: prepared.advice_in_on,
        TaskKind.INVITE: review.invited_on,
        TaskKind.CIRCULATE: review.advice_sent_on,
        TaskKind.MEET: review.meeting_on if review.is_held else None,
        TaskKind.REPORT: review.report_sent_on,
        TaskKind.DECIDE: decided,
        TaskKind.FINAL: review.final_plan_on,
    }


def _line(
    kind: TaskKind,
    review: AnnualReview,
    clocks: dict[TaskKind, tuple[Rule, Line]],
    done: dict[TaskKind, dt.date | None],
    prepared: Prepared,
    calendar: SchoolCalendar,
    today: dt.date,
) -> TaskLine:
    line = clocks[kind][1] if kind in clocks else None
    due_on = review.meeting_on if kind == TaskKind.MEET else line and line.value
    do_by = calendar.do_by(due_on) if due_on else None
    is_done = done.get(kind) is not None or (
        kind == TaskKind.SET_UP and prepared.meeting is not None
    )
    is_law = line is not None and line.confidence is not Confidence.WORKING
    state, words = _standing(kind, review, due_on, done.get(kind), is_done, is_law, today)
    owner = prepared.owners.get(kind)
    return TaskLine(
        kind=kind,
        who=_who(kind, line),
        owner=owner.name if owner else "",
        due_on=due_on,
        do_by=do_by,
        is_law=is_law,
        how=line.output.how if line else _HOW.get(kind, ""),
        citation=line.citation if line else "",
        done_on=done.get(kind),
        is_done=is_done,
        state=state,
        words=words,
    )


_HOW = {
    TaskKind.MEET: "the day that was set",
    TaskKind.COMMENT: "15 days from the council’s notice, its day being the first",
}


def _who(kind: TaskKind, line: Line | None) -> str:
    if kind in OURS:
        return "Us"
    if kind == TaskKind.COMMENT:
        return Owner.PARENT.words
    return line.owed_by.words if line and line.owed_by else Owner.LA.words


def _standing(
    kind: TaskKind,
    review: AnnualReview,
    due_on: dt.date | None,
    done_on: dt.date | None,
    is_done: bool,
    is_law: bool,
    today: dt.date,
) -> tuple[str, str]:
    """The state of a task, and its words."""
    if is_done:
        late = (done_on - due_on).days if done_on and due_on else 0
        return (
            ("overdue", f"Done {_days(late)} late") if is_law and late > 0 else ("closed", "Done")
        )
    is_before = kind in OURS and kind not in (TaskKind.MEET, TaskKind.REPORT)
    if review.is_held and is_before:
        return "closed", "Not recorded"
    if due_on is None:
        return "waiting", "Not begun"
    if kind == TaskKind.COMMENT and due_on < today:
        return "closed", "Over"
    if due_on < today:
        late = _days((today - due_on).days)
        return ("overdue", f"Late by {late}") if is_law else ("due_soon", "Now")
    if due_on - today <= SOON and kind in OURS:
        return "due_soon", "Soon" if due_on > today else "Today"
    return ("on_track", "In time") if kind in OURS else ("waiting", "Waiting")


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
