"""Who owes what at a school: by name and never in an order of merit."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import Reach, Role
from aylsham.asks.reading import read_asks
from aylsham.asks.registry import Ask, Scope, Whose
from aylsham.asks.rules import Estimate, latest_escalated
from aylsham.calendars import calendar_of
from aylsham.models import Membership, School
from aylsham.school_calendar import SchoolCalendar
from reports.digests.planning import is_open
from reports.selectors.asks import estimate_of, scope_of, week_before

#: Who checks: everybody with one of these roles is asked, and one answer is enough.
CHECKERS = {Whose.LEADER: Role.PHASE_LEADER, Whose.SENDCO: Role.SENDCO}


@dataclass(frozen=True)
class OwedBy:
    """One adult: how many things, how long they take, what waits longest, of which kinds."""

    name: str
    estimate: Estimate
    oldest_on: dt.date
    #: Things that have waited for two weeks of school.
    waited: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class WhoOwes:
    """Every adult who owes something, by name; what nobody is named for stands apart."""

    people: tuple[OwedBy, ...]
    nobody: OwedBy | None
    #: Only what has waited for two weeks of school is shown.
    is_cut: bool

    @property
    def count(self) -> int:
        return sum(each.estimate.count for each in self.people)

    @property
    def waited(self) -> int:
        return sum(each.waited for each in self.people)


@dataclass(frozen=True)
class _Person:
    id: UUID
    name: str
    role: str
    year_groups: tuple[str, ...]


def who_owes(access: Access, school: School) -> WhoOwes:
    """Who owes what; at most six statements. A phase leader sees their own year groups' late ones."""
    calendar = calendar_of(school)
    asks = read_asks(scope_of_school(school, calendar, access.today))
    return owed_of(access, school, calendar, asks, people_rows(school, access.today))


def owed_of(
    access: Access,
    school: School,
    calendar: SchoolCalendar,
    asks: list[Ask],
    members: Iterable[Membership],
) -> WhoOwes:
    """The same from everybody's asks and the live memberships; no statement of its own."""
    at = access.by_school[school.pk]
    is_cut = at.reach < Reach.WHOLE_SCHOOL
    until = latest_escalated(access.today, lambda day: is_open(calendar, day))
    if is_cut:
        asks = [ask for ask in asks if _is_led(ask, at.year_groups) and has_waited(ask, until)]
    people = [_Person(m.user_id, m.user.name, m.role, tuple(m.year_groups)) for m in members]
    owed = _by_person(asks, people)
    named = {person.id: person.name for person in people}
    found = [
        _owed_by(named.get(pk, "Somebody who has left"), mine, until)
        for pk, mine in owed.items()
        if pk is not None
    ]
    nobody = owed.get(None)
    return WhoOwes(
        tuple(sorted(found, key=lambda each: each.name)),
        _owed_by("Nobody is named", nobody, until) if nobody else None,
        is_cut,
    )


def _is_led(ask: Ask, led: Collection[str]) -> bool:
    """Whether somebody by name owes it for a child of these year groups; none named: all."""
    return bool(ask.whose is Whose.PERSON and ask.pupil and (not led or ask.year_group in led))


def asks_in_week(access: Access, school: School) -> dict[str, int] | None:
    """Counts for the weekly e-mail: things, minutes, and what has waited with others; None: none."""
    calendar = calendar_of(school)
    asks = read_asks(scope_of(access, school, calendar))
    waited = 0
    if access.by_school[school.pk].reach == Reach.YEAR_GROUPS:
        waited = who_owes(access, school).waited
    if not asks and not waited:
        return None
    found = estimate_of(asks)
    return {"n": found.count, "minutes": found.about, "waited": waited}


def scope_of_school(school: School, calendar: SchoolCalendar, today: dt.date) -> Scope:
    """Everybody's asks at a school."""
    return Scope(school=school, today=today, week=week_before(calendar, today))


def has_waited(ask: Ask, until: dt.date | None) -> bool:
    """Whether two weeks of school are over since it was due; see `latest_escalated`."""
    return until is not None and ask.owed.waits_from <= until


def people_rows(school: School, today: dt.date) -> QuerySet[Membership]:
    """Who has a role at a school, to be read together with something else."""
    rows = Membership.objects.live(today).filter(
        Q(school=school) | Q(school=None, federation=school.federation_id), user__is_active=True
    )
    return rows.select_related("user")


def _by_person(asks: list[Ask], people: list[_Person]) -> dict[UUID | None, list[Ask]]:
    found: dict[UUID | None, list[Ask]] = defaultdict(list)
    for ask in asks:
        if ask.whose is Whose.PERSON:
            found[ask.person].append(ask)
            continue
        for person in people:
            if person.role == CHECKERS[ask.whose] and _checks(person, ask):
                found[person.id].append(replace(ask, person=person.id))
    return found


def _checks(person: _Person, ask: Ask) -> bool:
    return (
        ask.whose is Whose.SENDCO or not person.year_groups or ask.year_group in person.year_groups
    )


def _owed_by(name: str, asks: list[Ask], until: dt.date | None) -> OwedBy:
    kinds = Counter(ask.kind.plural for ask in asks)
    return OwedBy(
        name=name,
        estimate=estimate_of(asks),
        oldest_on=min(ask.due_on for ask in asks),
        waited=sum(has_waited(ask, until) for ask in asks),
        kinds=tuple(sorted(kinds.items())),
    )
