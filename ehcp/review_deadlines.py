"""What a planned review makes due before its papers go out: our own days, planned back from it."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator

from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import Line
from aylsham.timescales.rules import Rule
from ehcp.models import AnnualReview
from ehcp.review_codes import TaskKind
from ehcp.selectors.review_prepared import Prepared, prepared_of
from ehcp.selectors.review_tasks import review_clocks

#: Our own days stand in the list so long before they come.
AHEAD = 21 * DAY
TITLE_LENGTH = 200
_PAGE = {
    TaskKind.SET_UP: ("Set it up", "review_set_up"),
    TaskKind.ASK: ("Invite people", "review_invite"),
    TaskKind.CHILD: ("Open the review", "review"),
    TaskKind.CHASE: ("Open the review", "review"),
}


def before_the_papers(
    school: School, calendar: SchoolCalendar, review_ids: Iterable[str]
) -> Iterator[DeadlineFact]:
    """The days before the papers of these planned reviews; none, no statement."""
    ids = list(review_ids)
    if not ids:
        return
    found = list(AnnualReview.objects.filter(school=school, pk__in=ids).select_related("plan"))
    states = prepared_of(found)
    for review in found:
        yield from _of_review(review, states[review.pk], calendar)


def _of_review(
    review: AnnualReview, prepared: Prepared, calendar: SchoolCalendar
) -> Iterator[DeadlineFact]:
    lines = review_clocks(review, calendar)
    for kind in _owed(review, prepared):
        yield _fact(kind, *lines[kind], review, prepared)


def _owed(review: AnnualReview, prepared: Prepared) -> Iterator[TaskKind]:
    """What is not done; the law's own days have deadlines of their own."""
    if prepared.meeting is None:
        yield TaskKind.SET_UP
    elif prepared.asked_on is None and not review.advice_sent_on:
        yield TaskKind.ASK
    if prepared.child_on is None:
        yield TaskKind.CHILD
    if prepared.waiting and not review.advice_sent_on:
        yield TaskKind.CHASE


def _fact(
    kind: TaskKind, rule: Rule, line: Line, review: AnnualReview, prepared: Prepared
) -> DeadlineFact:
    label, page = _PAGE[kind]
    due_on: dt.date = line.value
    owner = prepared.owners.get(kind)
    title = _title(kind, prepared)
    fact = DeadlineFact(
        key=f"{review.pk}:{kind}",
        kind="review_tasks",
        title=(f"{owner.name}: {title[:1].lower()}{title[1:]}" if owner else title)[:TITLE_LENGTH],
        due_on=due_on,
        do_by=line.do_by or due_on,
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rule.code,
        rule_version=str(rule.version),
        citation=line.citation,
        confidence=line.confidence,
        how=line.output.how,
        pupil_id=review.plan.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_PLANS,
        facts={"Day of the review meeting": review.meeting_on.isoformat()},
        action=Action(label, page, (str(review.pk),), Permission.EDIT_PLANS),
    )
    return dataclasses.replace(fact, begins_on=due_on - AHEAD, lapses_on=review.meeting_on)


def _title(kind: TaskKind, prepared: Prepared) -> str:
    if kind == TaskKind.CHASE:
        people = f"{prepared.waiting} {'person has' if prepared.waiting == 1 else 'people have'}"
        return f"Chase advice for the review: {people} sent nothing"
    words = {
        TaskKind.SET_UP: "Set time and place of the review meeting",
        TaskKind.ASK: "Invite people to the review and ask for their advice",
        TaskKind.CHILD: "Hear what the child thinks, for the review",
    }
    return words[kind]
