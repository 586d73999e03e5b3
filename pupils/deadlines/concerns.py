"""What concerns make due: answers, a decision, the next look at what is monitored."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Max, Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.concern_codes import StepKind
from pupils.models import Concern, ConcernAnswer
from pupils.rules import concerns as rules

KINDS = {"concern": "Concerns"}
TABLES = (Concern,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open concerns of every child or of some; nothing before the school is live."""
    if school.live_from is None:
        return
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = Concern.objects.open().filter(chosen, school=school)
    for concern in rows.annotate(last_step_on=Max("steps__on")):
        if not concern.step:
            day = rules.decide_by(concern.raised_on, school.live_from)
            yield _fact(concern, "decide", "Decide what follows a concern", day, calendar)
        elif concern.review_on:
            title = "Look again at a concern that is monitored"
            yield _fact(concern, "review", title, concern.review_on, calendar)
        elif concern.step == StepKind.MONITORING:
            day = rules.decide_by(concern.last_step_on, school.live_from)
            title = "Decide: the monitoring of a concern has run out"
            yield _fact(concern, "run_out", title, day, calendar)
    of = Q() if pupil_ids is None else Q(concern__pupil_id__in=pupil_ids)
    asked = ConcernAnswer.objects.filter(
        of, school=school, answered_on=None, concern__step="", concern__closed_on=None
    ).select_related("concern")
    for answer in asked:
        title = "Answer what is asked about a concern"
        day = max(answer.answer_by, rules.answer_by(school.live_from))
        yield _fact(answer.concern, f"answer:{answer.pk}", title, day, calendar)


def _fact(
    concern: Concern,
    key: str,
    title: str,
    day: dt.date | None,
    calendar: SchoolCalendar,
) -> DeadlineFact:
    assert day is not None
    return DeadlineFact(
        key=f"{concern.pk}:{key}",
        kind="concern",
        title=title,
        due_on=day,
        do_by=calendar.do_by(day),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rules.CODE,
        rule_version=rules.VERSION,
        citation=rules.CITATION,
        confidence=Confidence.WORKING,
        how="two weeks to decide and one to answer, counted at the earliest from going live; "
        "a review on the day that was set",
        pupil_id=concern.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_NEEDS,
        facts={"Raised on": concern.raised_on.isoformat()},
        action=Action("Open", "concern", (str(concern.pupil_id), str(concern.pk))),
    )
