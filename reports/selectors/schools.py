"""The federation administrator's front page: people and schools, never children."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.models import Membership, School, Term

#: Term dates should be known so far ahead.
AHEAD = dt.timedelta(days=180)


@dataclass(frozen=True)
class SchoolLine:
    """A school, its people and how far ahead its calendar is known."""

    school: School
    people: int
    sendcos: tuple[str, ...]
    heads: tuple[str, ...]
    known_until: dt.date | None
    is_calendar_short: bool


def school_lines(access: Access) -> list[SchoolLine]:
    """Every school of the page; two statements."""
    known = dict(
        Term.objects.filter(school__in=access.schools)
        .order_by()
        .values_list("school_id")
        .annotate(until=Max("ends_on"))
    )
    people = _people(access)
    return [
        SchoolLine(
            school=school,
            people=len({user for user, *_ in people[school]}),
            sendcos=_named(people[school], Role.SENDCO),
            heads=_named(people[school], Role.HEAD),
            known_until=known.get(school.pk),
            is_calendar_short=known.get(school.pk, dt.date.min) < access.today + AHEAD,
        )
        for school in access.schools
    ]


def _people(access: Access) -> dict[School, list[tuple]]:
    federations = {school.federation_id for school in access.schools}
    rows = (
        Membership.objects.live(access.today)
        .filter(federation__in=federations)
        .values_list("user_id", "user__name", "role", "school_id", "federation_id")
    )
    found: dict[School, list[tuple]] = {school: [] for school in access.schools}
    for user, name, role, school_id, federation_id in rows:
        for school in access.schools:
            if school_id == school.pk or (
                school_id is None and federation_id == school.federation_id
            ):
                found[school].append((user, name, role))
    return found


def _named(people: list[tuple], role: Role) -> tuple[str, ...]:
    return tuple(sorted({name for _, name, held in people if held == role}))
