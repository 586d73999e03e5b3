"""What the schools know, as the instance from which a calendar is made; no child's name in it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aylsham.calendars import calendars_read
from aylsham.dates import DAY, is_bank_holiday
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.models import EhcPlan, ProposedReview, ReviewCalendar
from ehcp.rules.review_window import Window
from ehcp.scheduling.instance import FORMAT
from ehcp.selectors.calendar.elsewhere import take_engagements
from ehcp.selectors.calendar.people import People, people_reads
from ehcp.selectors.calendar.windows import window_of
from ehcp.selectors.plans import PlanFacts, plan_reads
from pupils.joint_days import JointDays, joint_reads
from pupils.models import Contact

SOFT = ("even", "slack", "siblings", "wishes", "hoped", "joined", "travel", "stable")


@dataclass(frozen=True)
class Due:
    """One review to be planned."""

    school: School
    plan: PlanFacts
    kind: str
    window: Window
    coordinator: str
    home: str
    row: ProposedReview | None
    #: Days on which one meeting would do for another plan of the child too.
    joint: tuple[JointDays, ...] = ()


@dataclass(frozen=True)
class Planning:
    """The instance, and what it was made from."""

    data: dict[str, Any]
    due: dict[str, Due]
    versions: dict[str, int]


def rules_of(school: School) -> ReviewCalendar:
    """The school's rules, or the usual ones."""
    return ReviewCalendar.objects.filter(school=school).first() or ReviewCalendar(school=school)


def planning_of(
    schools: Iterable[School], today: dt.date, *, until: dt.date | None = None
) -> Planning:
    """Everything to plan at these schools; `until` leaves out what is due by law after that day."""
    records = read(_records(list(schools), today))
    take_engagements(records.schools, records.people, today)
    due: dict[str, Due] = {}
    rows, versions = [], {}
    for school in records.schools:
        rules = records.rules[school.pk]
        versions[str(school.pk)] = rules.version
        rows.append(_school_row(school, rules, records.calendars[school.pk]))
        due |= {str(each.plan.id): each for each in _due_at(school, records, today, until)}
    people = records.people
    times = {row["key"]: [slot["at"] for slot in row["slots"]] for row in rows}
    data = {
        "format": FORMAT,
        "bank_holidays": _bank_holidays(rows),
        **_wanted(records.rules, due.values()),
        "schools": rows,
        "people": people.as_data(),
        "reviews": [
            _review_row(key, each, people, times[each.school.slug]) for key, each in due.items()
        ],
    }
    return Planning(data, due, versions)


@dataclass(frozen=True)
class _Records:
    """What the schools know: of each its rules and days, and everything else by plan or child."""

    schools: list[School]
    rules: dict[UUID, ReviewCalendar]
    calendars: dict[UUID, SchoolCalendar]
    plans: dict[UUID, list[PlanFacts]]
    coordinators: dict[UUID, str]
    homes: dict[UUID, str]
    proposals: dict[UUID, ProposedReview]
    people: People
    joint: dict[UUID, list[JointDays]]


def _records(schools: list[School], today: dt.date) -> Reads[_Records]:
    """Two statements, however many schools there are."""
    of = {"school__in": schools}
    maintained = EhcPlan.objects.filter(**of).maintained()
    contacts = Contact.objects.filter(
        **of, pupil__in=maintained.values("pupil"), home__isnull=False
    )
    (rules, kept, homes, proposals), calendars, plans, people, joint = yield from at_once(
        rows_read(
            ReviewCalendar.objects.filter(**of),
            maintained.values_list("pk", "school_id", "coordinator"),
            # Brothers and sisters share a home; the first contact's counts.
            contacts.order_by("-priority", "-pk").values_list("pupil_id", "home_id"),
            ProposedReview.objects.filter(**of).select_related("review"),
        ),
        calendars_read(schools),
        plan_reads(schools),
        people_reads(schools, today),
        joint_reads(schools, today),
    )
    own = {row.school_id: row for row in rules}
    school_of = {pk: school for pk, school, _ in kept}
    by_school: dict[UUID, list[PlanFacts]] = defaultdict(list)
    for plan in plans:
        by_school[school_of[plan.id]].append(plan)
    return _Records(
        schools,
        {s.pk: own.get(s.pk) or ReviewCalendar(school=s) for s in schools},
        calendars,
        by_school,
        {pk: coordinator for pk, _, coordinator in kept},
        {pupil: str(home) for pupil, home in homes},
        {row.plan_id: _as_of(row, today) for row in proposals},
        people,
        joint,
    )


def _wanted(rules: Mapping[UUID, ReviewCalendar], due: Iterable[Due]) -> dict[str, Any]:
    """What the schools wish for; together, each wish counts by how many reviews a school has."""
    reviews = Counter(each.school.pk for each in due)
    number = reviews.total() or len(rules) or 1

    def mean(name: str) -> int:
        shares = ((getattr(row, name), reviews[pk] or not reviews) for pk, row in rules.items())
        return round(sum(value * share for value, share in shares) / number)

    return {"weights": {name: mean(name) for name in SOFT}, "slack_weeks": mean("slack_weeks")}


def _due_at(
    school: School, records: _Records, today: dt.date, until: dt.date | None
) -> Iterable[Due]:
    rules, calendar = records.rules[school.pk], records.calendars[school.pk]
    homes, known = records.homes, records.proposals
    for plan in records.plans[school.pk]:
        planned = plan.cycle.planned
        if planned and planned.meeting_on < today:
            continue  # it waits to be recorded as held
        kind, window = window_of(plan, calendar, rules, today)
        if window and (until is None or window.legal_on <= until):
            home = homes.get(plan.pupil_id, "")
            coordinator = records.coordinators[plan.id]
            joint = _within(records.joint.get(plan.pupil_id, ()), window)
            yield Due(school, plan, kind, window, coordinator, home, known.get(plan.id), joint)


def _within(spans: Iterable[JointDays], window: Window) -> tuple[JointDays, ...]:
    """Those that the review could fall on; no other is worth a wish."""
    return tuple(
        each for each in spans if each.first_on <= window.latest and window.earliest <= each.last_on
    )


def _as_of(row: ProposedReview, today: dt.date) -> ProposedReview:
    """A proposal for the next review; one whose meeting is over keeps the parents' weekdays only."""
    held = row.review is not None and row.review.is_held
    if held or (row.meeting_on and row.meeting_on < today):
        row.meeting_on = row.starts_at = row.review = None
        row.is_locked, row.wish_not_on = False, []
    return row


def _school_row(school: School, rules: ReviewCalendar, calendar: SchoolCalendar) -> dict[str, Any]:
    known = calendar.known or (dt.date.max, dt.date.max)
    # A nursery that is open in the holidays is so all the time that it has given dates for; a
    # school without dates has no reviews in the instance.
    terms = (known,) if calendar.open_in_holidays or not calendar.terms else calendar.terms
    return {
        "key": school.slug,
        "name": school.name,
        "terms": _periods(terms),
        "closed": _periods(calendar.closed),
        "open_in_holidays": calendar.open_in_holidays,
        "slots": [{"at": at, "minutes": rules.minutes} for at in rules.slots],
        "rooms": [{"key": f"room-{n + 1}", "name": f"Room {n + 1}"} for n in range(rules.rooms)],
        "most_a_day": rules.most_a_day,
        "most_a_week": rules.most_a_week,
        "papers_in_term": rules.papers_in_term,
    }


def _spot(due: Due, times: list[str]) -> dict[str, str | None] | None:
    """Where the review stands now: the day of a planned meeting counts before a proposal's."""
    row, planned = due.row, due.plan.cycle.planned
    on, at = (row.meeting_on, row.starts_at) if row else (None, None)
    if planned and planned.meeting_on != on:
        on, at = planned.meeting_on, None
    said = f"{at:%H:%M}" if at else None
    return {"on": on.isoformat(), "at": said if said in times else None} if on else None


def _review_row(key: str, due: Due, people: People, times: list[str]) -> dict[str, Any]:
    row, planned, spot = due.row, due.plan.cycle.planned, _spot(due, times)
    is_locked = bool((planned and planned.invited_on) or (row and row.is_locked))
    cannot = [day.isoformat() for day in row.wish_not_on] if row else []
    return {
        "key": key,
        "school": due.school.slug,
        "name": f"{{{key}}}",
        "earliest": due.window.earliest.isoformat(),
        "latest": due.window.latest.isoformat(),
        "legal_latest": due.window.legal_on.isoformat(),
        "papers_from": due.window.papers_from.isoformat(),
        **people.of_review(due.school, due.plan.id, due.coordinator),
        "siblings": due.home,
        "wishes": {
            "weekdays": row.wish_weekdays if row else [],
            "not_on": cannot,
        },
        "joined": _periods((each.first_on, each.last_on) for each in due.joint),
        # A day on which the parents cannot come is nothing to hold on to.
        "previous": spot if spot and spot["on"] not in cannot else None,
        "locked": spot if is_locked else None,
    }


def _periods(periods: Iterable[tuple[dt.date, dt.date]]) -> list[list[str]]:
    return [[first.isoformat(), last.isoformat()] for first, last in periods]


def _bank_holidays(schools: list[dict[str, Any]]) -> list[str]:
    """Those of the years that the calendars cover."""
    days = [dt.date.fromisoformat(day) for row in schools for term in row["terms"] for day in term]
    days = [day for day in days if day < dt.date.max]
    if not days:
        return []
    first, last = min(days), max(days)
    every = (first + n * DAY for n in range((last - first).days + 1))
    return [day.isoformat() for day in every if day.weekday() < 5 and is_bank_holiday(day)]
