"""What the family's side of a record makes due: actions, answers, meetings with parents."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.deadlines.registry import Action, DeadlineFact, RowsOf
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.statements import among
from aylsham.timescales.rules import Confidence
from aylsham.together import Together, read_rows
from pupils.codes import SenStatus
from pupils.family_codes import AskKind, AskState
from pupils.models import AgreedAction, ContributionRequest, StatusPeriod
from pupils.rules import parent_meetings
from pupils.selectors.parent_meetings import days_by_child, meetings_with_parents

KINDS = {
    "agreed_action": "Agreed actions",
    "contribution": "Views and advice asked for",
    "parent_meeting": "Meetings with parents",
}
TABLES = (
    RowsOf(AgreedAction, Q(done_on=None, withdrawn_on=None)),
    RowsOf(ContributionRequest, Q(state=AskState.OPEN)),
    RowsOf(StatusPeriod, Q(status=SenStatus.SUPPORT, ends_on=None)),
)
TITLE_LENGTH = 200


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open actions and requests, and the next meeting with the parents of each child on K."""
    if pupil_ids is None:
        rows = read_rows(*_open(school.pk))
    else:
        rows = _OPEN.rows(school=school.pk, pupils=list(pupil_ids))
    actions, asks, periods, *met = rows
    for action in actions:
        yield _action(action, calendar)
    for ask in asks:
        yield _contribution(ask, calendar)
    if school.live_from:  # without it the school's own clocks have not started
        yield from _meetings(school.live_from, calendar, periods, days_by_child(*met))


def _open(school: UUID, pupils: list[UUID] | None = None) -> list[QuerySet]:
    """Actions, requests and times on K that are open, of these children or of all; then meetings."""
    children = Q() if pupils is None else Q(among("pupil_id", pupils))
    chosen = children & Q(school=school)
    asks = ContributionRequest.objects.filter(chosen, state=AskState.OPEN)
    periods = StatusPeriod.objects.filter(chosen, status=SenStatus.SUPPORT)
    return [
        AgreedAction.objects.open().filter(chosen).select_related("owner"),
        # Nobody owes an answer to news; a part of a plan is due where the plan is.
        asks.exclude(kind__in=[AskKind.NEWS, AskKind.PLAN_PART]),
        periods.filter(ends_on=None),
        *meetings_with_parents(chosen),
    ]


#: Compiled once, since every change of a child's record asks for it.
_OPEN = Together(_open, school=UUID, pupils=list)


def _action(action: AgreedAction, calendar: SchoolCalendar) -> DeadlineFact:
    return DeadlineFact(
        key=f"action:{action.pk}",
        kind="agreed_action",
        title=_action_title(action),
        due_on=action.due_on,
        do_by=calendar.do_by(action.due_on),
        owed_by=Owes(action.owed_by),
        weight=Weight.OURS,
        rule_code="ours.agreed_action",
        rule_version="1",
        citation="Agreed by us",
        confidence=Confidence.WORKING,
        how="the day that was agreed",
        pupil_id=action.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_FAMILY_LOG,
        facts={"Agreed on": action.agreed_on.isoformat()},
        action=Action(
            "Done?", "action_done", (str(action.pupil_id), str(action.pk)), Permission.LOG_CONTACT
        ),
    )


def _action_title(action: AgreedAction) -> str:
    """What has to be done; not for what few may read, as a title is read by many."""
    is_open = action.sensitivity == Sensitivity.EVERYONE
    what = action.what if is_open else "something that was agreed"
    return f"{action.owner_name}: {what}"[:TITLE_LENGTH]


def _contribution(ask: ContributionRequest, calendar: SchoolCalendar) -> DeadlineFact:
    return DeadlineFact(
        key=f"ask:{ask.pk}",
        kind="contribution",
        title=f"{AskKind(ask.kind).label} asked for",
        due_on=ask.due_on,
        do_by=calendar.do_by(ask.due_on),
        owed_by=Owes(ask.owed_by),
        weight=Weight.OURS,
        rule_code="ours.contribution",
        rule_version="1",
        citation="Asked for by us",
        confidence=Confidence.WORKING,
        how="the day that was named in the request",
        pupil_id=ask.pupil_id,
        # The receiving teacher is asked when the child has left.
        lapses_with_roll=ask.kind != AskKind.NOT_KNOWN,
        permission=Permission.VIEW_FAMILY_LOG,
        action=Action("Open", "ask", (str(ask.pupil_id), str(ask.pk))),
    )


def _meetings(
    live_from: dt.date,
    calendar: SchoolCalendar,
    periods: list[StatusPeriod],
    met: dict[UUID, list[dt.date]],
) -> Iterator[DeadlineFact]:
    for period in periods:
        starts = max(period.starts_on, live_from)
        days = [day for day in met.get(period.pupil_id, ()) if day >= starts]
        window = parent_meetings.next_window(starts, calendar.terms, days)
        if window:
            yield DeadlineFact(
                key=f"parents:{period.pk}",
                kind="parent_meeting",
                title=f"Meet the parents: {window.name.lower()}",
                due_on=window.ends_on,
                do_by=calendar.do_by(window.ends_on),
                owed_by=Owes.SCHOOL,
                weight=Weight.GUIDANCE,
                rule_code=parent_meetings.CODE,
                rule_version=parent_meetings.VERSION,
                citation=parent_meetings.CITATION,
                confidence=Confidence.GUIDANCE,
                how="once a term, by its last day; offered and declined counts",
                pupil_id=period.pupil_id,
                lapses_with_roll=True,
                permission=Permission.VIEW_FAMILY_LOG,
                facts={
                    "SEN support since": period.starts_on.isoformat(),
                    "Counted from": starts.isoformat(),
                }
                | ({"Last met": max(days).isoformat()} if days else {}),
                action=Action(
                    "Log it", "talk_add", (str(period.pupil_id),), Permission.LOG_CONTACT
                ),
            )
