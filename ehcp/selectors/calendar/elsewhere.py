"""When people of a planning are in meetings at other schools of the federation.

A page of one school sees no row of another. For this one question the wall is moved, and put back:
what comes out is who, when and how long, of people who come here too; no child, and no plan.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.models import AnnualReview, EhcPlan, ProposedReview, ReviewCalendar
from ehcp.selectors.calendar.people import People, people_reads

#: On the way between two schools: as the instance has it where it says nothing else.
TRAVEL_MINUTES = 20


def take_engagements(schools: Iterable[School], people: People, today: dt.date) -> None:
    """Let everybody be busy who is in a meeting elsewhere; three statements at most."""
    here = list(schools)
    others = list(
        School.objects.filter(federation__in={s.federation_id for s in here}).exclude(
            pk__in=[s.pk for s in here]
        )
    )
    if not others or not people.by_key:
        return
    with school_transaction(*here, *others):
        found = read(_there(others, today))
    there, meetings = found
    for school, plan, coordinator, on, at, minutes in meetings:
        for row in there.who_comes(school, plan, coordinator):
            if row.is_needed:
                people.take_up(row.kind, row.name, _busy(on, at, minutes))
    for rows in there.rows.values():
        for row in rows:
            people.is_away(row.kind, row.name, row.away)


def _there(others: list[School], today: dt.date) -> Reads[tuple[People, list[tuple]]]:
    """Who comes to reviews at those schools, and the meetings whose day and time are known."""
    of = {"school__in": others}
    coming = {**of, "is_held": False, "meeting_on__gte": today}
    (plans, proposals, planned, rules), people = yield from at_once(
        rows_read(
            EhcPlan.objects.filter(**of).maintained().values_list("pk", "school_id", "coordinator"),
            ProposedReview.objects.filter(
                **of, meeting_on__gte=today, starts_at__isnull=False
            ).values_list("plan_id", "meeting_on", "starts_at"),
            AnnualReview.objects.filter(**coming).values_list("plan_id", "meeting_on"),
            ReviewCalendar.objects.filter(**of).values_list("school_id", "minutes"),
        ),
        people_reads(others, today),
    )
    return people, list(_meetings(others, plans, proposals, dict(planned), dict(rules)))


def _meetings(
    others: list[School],
    plans: Iterable[tuple],
    proposals: Iterable[tuple],
    planned: dict[Any, dt.date],
    minutes: dict[Any, int],
) -> Iterator[tuple]:
    """A planned meeting on another day than the proposal's has no time that anybody knows."""
    by_id = {school.pk: school for school in others}
    usual = ReviewCalendar().minutes
    of = {pk: (by_id[school], coordinator) for pk, school, coordinator in plans}
    for plan, on, at in proposals:
        if plan in of and planned.get(plan, on) == on:
            school, coordinator = of[plan]
            yield school, plan, coordinator, on, at, minutes.get(school.pk, usual)


def _busy(on: dt.date, at: dt.time, minutes: int) -> dict[str, str]:
    """As the instance has it, the way there and back included."""
    starts = at.hour * 60 + at.minute - TRAVEL_MINUTES
    ends = starts + minutes + 2 * TRAVEL_MINUTES
    return {"on": on.isoformat(), "from": _time(max(0, starts)), "until": _time(min(ends, 1439))}


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
