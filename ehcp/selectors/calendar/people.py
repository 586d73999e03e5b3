"""Who comes to reviews, on which days at which school: rows, and the SENDCo's week by site."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.models import Membership, School
from aylsham.models.people import WEEKDAY_NAMES, SiteWeek
from aylsham.together import Reads
from ehcp.calendar_codes import HALF_DAYS, AttenderKind, Comes
from ehcp.models import CalendarAttendance, CalendarPerson, EhcPlan
from pupils.models import Pupil

#: When the half-days of a school end, for what somebody else has at that time.
HALVES = {"am": ("00:00", "12:30"), "pm": ("12:30", "23:59")}
EVERY_HALF = [code for code, _ in HALF_DAYS]


def people_at(school: School) -> list[CalendarPerson]:
    """Everybody who is named at a school."""
    return list(CalendarPerson.objects.filter(school=school))


def find_person(school: School, pk: UUID) -> CalendarPerson | None:
    """One of them."""
    return CalendarPerson.objects.filter(school=school, pk=pk).select_related("school").first()


def plans_to_choose(access: Access) -> QuerySet[EhcPlan]:
    """Plans in force of children whom the asker may see, by name."""
    children = Pupil.objects.visible_to(access)
    plans = EhcPlan.objects.filter(school=access.school, pupil__in=children).maintained()
    return plans.select_related("pupil").order_by("pupil__last_name", "pupil__first_name")


@dataclass
class Attender:
    """A person over all schools of a planning: the same kind and name is the same person."""

    key: str
    name: str
    days: dict[str, set[int]] = field(default_factory=dict)
    busy: list[dict[str, Any]] = field(default_factory=list)
    dates: set[dt.date] = field(default_factory=set)
    away: set[dt.date] = field(default_factory=set)

    def comes_on(self, slug: str, half_days: Iterable[str]) -> None:
        """At that school on these half-days; the other halves of those days are taken."""
        halves = set(half_days or EVERY_HALF)
        self.days[slug] = {int(half[0]) for half in halves}
        for day in self.days[slug]:
            for half, (starts, ends) in HALVES.items():
                if f"{day}{half}" not in halves:
                    self.busy.append(
                        {"weekday": day, "from": starts, "until": ends, "school": slug}
                    )

    def as_data(self) -> dict[str, Any]:
        """As the instance has it."""
        return {
            "key": self.key,
            "name": self.name,
            "days": {slug: sorted(days) for slug, days in self.days.items()},
            "dates": [day.isoformat() for day in sorted(self.dates)] or None,
            "away": [[day.isoformat()] * 2 for day in sorted(self.away)],
            "busy": self.busy,
        }


def people_reads(schools: Iterable[School], today: dt.date) -> Reads["People"]:
    """Everybody at these schools, to go with other reads."""
    schools = list(schools)
    rows, attendances, weeks, posts = yield [
        CalendarPerson.objects.filter(school__in=schools),
        CalendarAttendance.objects.filter(school__in=schools),
        SiteWeek.objects.all(),
        _posts(schools, today),
    ]
    return People(schools, rows, attendances, {week.user_id: week for week in weeks}, posts)


def _posts(schools: list[School], today: dt.date) -> QuerySet[Membership]:
    """Who is SENDCo at these schools or over all of a federation, the longest first."""
    federations = {school.federation_id for school in schools}
    return (
        Membership.objects.live(today)
        .filter(role=Role.SENDCO, federation__in=federations)
        .filter(Q(school__in=schools) | Q(school=None))
        .order_by(F("school").asc(nulls_last=True), "starts_on", "pk")
        .select_related("user")
    )


class People:
    """Everybody at some schools: whoever has the same kind and name is the same person."""

    def __init__(
        self,
        schools: list[School],
        rows: Iterable[CalendarPerson],
        attendances: Iterable[CalendarAttendance],
        weeks: dict[UUID, SiteWeek],
        posts: list[Membership],
    ) -> None:
        self.by_key: dict[tuple[str, str], Attender] = {}
        self.rows: dict[UUID, list[CalendarPerson]] = defaultdict(list)
        for row in rows:
            self.rows[row.school_id].append(row)
        self.plans: dict[UUID, set[UUID]] = defaultdict(set)
        for each in attendances:
            self.plans[each.person_id].add(each.plan_id)
        for school in schools:
            self._read(school, _sendcos(school, weeks, posts))

    def take_up(self, kind: str, name: str, busy: dict[str, Any]) -> None:
        """Something fixed elsewhere, of somebody who is known here."""
        if attender := self.by_key.get((kind, name.casefold())):
            attender.busy.append(busy)

    def is_away(self, kind: str, name: str, days: Iterable[dt.date]) -> None:
        """Days away that another school knows of."""
        if attender := self.by_key.get((kind, name.casefold())):
            attender.away |= set(days)

    def who_comes(self, school: School, plan: UUID, coordinator: str) -> list[CalendarPerson]:
        """The rows of those who come to a plan's review."""
        return [
            row
            for row in self.rows[school.pk]
            if row.comes_to == Comes.ALL
            or (row.comes_to == Comes.NAMED and plan in self.plans[row.pk])
            or (row.comes_to == Comes.COORDINATED and _same(row.name, coordinator))
        ]

    def of_review(self, school: School, plan: UUID, coordinator: str) -> dict[str, list[str]]:
        """Who must be at a plan's review, and who is hoped for."""
        found: dict[str, list[str]] = {"people": [], "hoped_for": []}
        for row in self.who_comes(school, plan, coordinator):
            key = self.by_key[row.kind, row.name.casefold()].key
            found["people" if row.is_needed else "hoped_for"].append(key)
        return found

    def as_data(self) -> list[dict[str, Any]]:
        return [attender.as_data() for attender in self.by_key.values()]

    def _read(self, school: School, sendcos: dict[str, list[str]]) -> None:
        rows = self.rows[school.pk]
        if sendcos and not any(row.kind == AttenderKind.SENDCO for row in rows):
            name = next(iter(sendcos))
            rows.append(
                CalendarPerson(school=school, name=name, kind=AttenderKind.SENDCO, is_needed=True)
            )
        for row in rows:
            at = row.kind, row.name.casefold()
            attender = self.by_key.setdefault(at, Attender(f"p{len(self.by_key) + 1}", row.name))
            halves = row.half_days or sendcos.get(row.name, [])
            attender.comes_on(school.slug, halves)
            attender.dates |= set(row.dates)
            attender.away |= set(row.away)


def _sendcos(
    school: School, weeks: dict[UUID, SiteWeek], posts: list[Membership]
) -> dict[str, list[str]]:
    """The school's SENDCos and their half-days here, whoever has been it longest first."""
    return {
        post.user.name: _half_days(weeks.get(post.user_id), school)
        for post in posts
        if post.school_id in (school.pk, None) and post.federation_id == school.federation_id
    }


def _half_days(week: SiteWeek | None, school: School) -> list[str]:
    """Both halves of the days on which the week names the school; all without a week."""
    if week is None:
        return EVERY_HALF
    days = [n for n, name in enumerate(WEEKDAY_NAMES) if getattr(week, f"{name}_id") == school.pk]
    return [code for code in EVERY_HALF if int(code[0]) in days] or EVERY_HALF


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
