"""Clocks of requests for records: the answer, and telling that it takes longer."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY, Result
from aylsham.timescales.rules import Confidence
from pupils.models import RecordsRequest
from pupils.request_codes import CLOCKS, RequestKind

KINDS = {"records_request": "Requests for records"}
TABLES = (RecordsRequest,)
TITLE = "Answer a request for records"


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open requests; they do not lapse when the child leaves."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    for case in RecordsRequest.objects.open().filter(chosen, school=school):
        yield from _of(case, calendar)


def _of(case: RecordsRequest, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    more = {
        "kind": "records_request",
        "pupil_id": case.pupil_id,
        "permission": Permission.ANSWER_REQUESTS,
        "action": Action("Open", "records_request", (str(case.pk),)),
    }
    code, answer = CLOCKS[RequestKind(case.kind)]
    try:
        result = REGISTRY.calculate(code, _facts(case, calendar), calendar=calendar)
    except FactProblem:
        yield _without_calendar(case, calendar, more)
        return
    if _has(result, answer):
        yield deadline_from(result, answer, key=f"records:{case.pk}:answer", title=TITLE, **more)
    else:
        yield from _paused(case, calendar, more)
    if _has(result, "tell_requester_by") and case.extended_on is None:
        yield deadline_from(result, "tell_requester_by", key=f"records:{case.pk}:tell", **more)


def _facts(case: RecordsRequest, calendar: SchoolCalendar) -> dict:
    if case.kind == RequestKind.EDUCATION_RECORD:
        return {"received": case.received_on, "calendar": calendar}
    facts = {
        "received": case.received_on,
        "extended": case.extended_on is not None,
        "clarification_sought": case.clarify_asked_on,
        "clarification_received": case.clarified_on,
        "identity_confirmed": case.identity_on if case.identity_asked_on else None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _has(result: Result, answer: str) -> bool:
    return any(line.key == answer for line in result.lines)


def _paused(case: RecordsRequest, calendar: SchoolCalendar, more: dict) -> Iterator[DeadlineFact]:
    """The clock stands still until they say what they mean: we ask again after a fortnight."""
    assert case.clarify_asked_on is not None
    yield _ours(
        case,
        calendar,
        more,
        key="ask_again",
        title="Ask again what a request for records means",
        days=14,
        start=case.clarify_asked_on,
        owed_by=Owes.PARENT,
        how="two weeks after we asked; the clock of the request stands still",
    )


def _without_calendar(case: RecordsRequest, calendar: SchoolCalendar, more: dict) -> DeadlineFact:
    return _ours(
        case,
        calendar,
        more,
        key="answer",
        title=TITLE,
        days=21,
        start=case.received_on,
        owed_by=Owes.SCHOOL,
        how="three weeks, because the school's terms are not known that far",
    )


def _ours(case, calendar, more, *, key, title, days, start, owed_by, how) -> DeadlineFact:
    due_on = start + days * DAY
    return DeadlineFact(
        key=f"records:{case.pk}:{key}",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=owed_by,
        weight=Weight.OURS,
        rule_code="ours.records_request",
        rule_version="1",
        citation="Our own day",
        confidence=Confidence.WORKING,
        how=how,
        facts={"Received on": case.received_on.isoformat()},
        **more,
    )
