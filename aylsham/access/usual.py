"""Pages as most people open them: one school, by a role and nothing else.

What an asker who sees the whole school sees is decided by the roles alone; what another sees, by
their roles, by who they are and when. So a page's statements can be compiled once for all who
hold the same.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access, Post, SchoolAccess
from aylsham.access.roles import Reach, Role
from aylsham.models import School, User
from aylsham.statements import Statement
from aylsham.together import Asked, Together, read_rows

_kept: list = []


def usual_roles(access: Access) -> tuple[Role, ...] | None:
    """The asker's roles, sorted; None where more than them decides what the page shows."""
    if len(access.schools) != 1 or access.exceptional:
        return None
    at = access.by_school.get(access.schools[0].pk)
    is_usual = at is not None and at.reach == Reach.WHOLE_SCHOOL
    return tuple(sorted(access.roles)) if is_usual else None


def access_of(roles: tuple[Role, ...], school_id: UUID, today: dt.date) -> Access:
    """What somebody with these roles, and nothing else, has at a school."""
    posts = tuple(Post(school_id, role) for role in roles)
    school = School(pk=school_id)
    by_school = {school_id: SchoolAccess(posts, {})}
    return Access(User(), today, by_school, school=school, schools=[school])


@dataclass(frozen=True)
class Standing:
    """What somebody holds at the school of a page, whoever they are; sorted."""

    posts: tuple[tuple[Role, tuple[str, ...]], ...]

    def access(self, *, school: UUID, user: UUID, today: dt.date, now: dt.datetime) -> Access:
        """What a person has who holds this and nothing else."""
        page, by_school = School(pk=school), {school: self.at(school)}
        return Access(User(pk=user), today, by_school, school=page, schools=[page], now=now)

    def at(self, school: UUID) -> SchoolAccess:
        """The same at a school of which nothing but the id is known."""
        return SchoolAccess(tuple(Post(school, role, years) for role, years in self.posts), {})


#: What differs between people of one standing: `Statement(build, pupil=UUID, **ASKER)`.
ASKER = {"school": UUID, "user": UUID, "today": dt.date, "now": dt.datetime}


def standing_of(access: Access) -> Standing | None:
    """What the asker holds at the school of the page; None where an exception counts as well."""
    at = access.by_school.get(access.school.pk) if access.school else None
    return None if at is None or access.exceptional else _standing(at)


def _standing(at: SchoolAccess) -> Standing:
    return Standing(tuple(sorted((p.role, tuple(sorted(p.year_groups))) for p in at.posts)))


def asker(access: Access) -> dict[str, Any]:
    """The asker's values for the places of `ASKER`."""
    return {
        "school": access.school.pk if access.school else None,
        "user": access.user.pk,
        "today": access.today,
        "now": access.now,
    }


def kept[F: Callable[..., Statement | Together]](compiled: F) -> F:
    """Keep the statement that a function makes for each set of its arguments, roles above all."""
    found = lru_cache(maxsize=256)(compiled)
    _kept.append(found)
    return cast(F, found)


def read_as(build: Callable[..., QuerySet], access: Access, **values: Any) -> list[dict[str, Any]]:
    """The rows of `build(access, **values)`, a queryset of `values()` by the asker's standing.

    `values` are ids, days, moments or lists of ids, which stand in the queryset as `among` puts
    them. Drawn up once for each standing; anew where more than that decides.
    """
    standing = standing_of(access)
    if standing is None:
        return list(build(access, **values))
    kinds = tuple((name, type(value)) for name, value in values.items())
    return _drawn_up(build, standing, kinds).dicts(**values, **asker(access))


@kept
def _drawn_up(
    build: Callable[..., QuerySet], standing: Standing, kinds: tuple[tuple[str, type], ...]
) -> Statement:
    def built(**places: Any) -> QuerySet:
        of_asker = {name: places.pop(name) for name in ASKER}
        return build(standing.access(**of_asker), **places)

    return Statement(built, **dict(kinds), **ASKER)


def rows_as(
    build: Callable[..., Sequence[QuerySet]], access: Access, **values: Any
) -> list[list[Any]]:
    """The rows of each queryset of `build(access, **values)` in one statement, as `read_as`.

    On a page over several schools too: drawn up once for what somebody holds at each of them. Of
    the schools it knows their ids alone. A number among `values` stands in as one of five digits.
    """
    if (found := _kept_for(build, access, values)) is None:
        return read_rows(*build(access, **values))
    together, places = found
    return together.rows(**places)


def asked_as(
    build: Callable[..., Sequence[QuerySet]], access: Access, **values: Any
) -> Sequence[QuerySet | Asked]:
    """The same for a read to yield, so that it goes with other reads."""
    if (found := _kept_for(build, access, values)) is None:
        return build(access, **values)
    together, places = found
    return together.asked(**places)


def _kept_for(
    build: Callable[..., Sequence[QuerySet]], access: Access, values: dict[str, Any]
) -> tuple[Together, dict[str, Any]] | None:
    """What is drawn up for those who hold the same, with the values of its places."""
    standings = _standings_of(access)
    if standings is None:
        return None
    kinds = tuple((name, type(value)) for name, value in values.items())
    is_of_one = access.school is not None
    schools = [access.school] if access.school else access.schools
    ids = {f"school{n}": school.pk for n, school in enumerate(schools)}
    of_person = {name: asker(access)[name] for name in _PERSON}
    return _together(build, standings, kinds, is_of_one=is_of_one), values | ids | of_person


#: What differs between people of one standing at any number of schools.
_PERSON = {name: kind for name, kind in ASKER.items() if name != "school"}


def _standings_of(access: Access) -> tuple[Standing, ...] | None:
    """What the asker holds at each school of the page; None where an exception counts as well."""
    if access.school:
        one = standing_of(access)
        return (one,) if one else None
    at = [access.by_school.get(school.pk) for school in access.schools]
    if access.exceptional or not all(at):
        return None
    return tuple(_standing(each) for each in at if each)


@kept
def _together(
    build: Callable[..., Sequence[QuerySet]],
    standings: tuple[Standing, ...],
    kinds: tuple[tuple[str, type], ...],
    *,
    is_of_one: bool,
) -> Together:
    names = [f"school{n}" for n in range(len(standings))]

    def built(**places: Any) -> Sequence[QuerySet]:
        schools = [School(pk=places.pop(name)) for name in names]
        by_school = {
            school.pk: standing.at(school.pk)
            for school, standing in zip(schools, standings, strict=True)
        }
        user, today, now = (places.pop(name) for name in _PERSON)
        page = schools[0] if is_of_one else None
        access = Access(User(pk=user), today, by_school, school=page, schools=schools, now=now)
        return build(access, **places)

    return Together(built, **dict(kinds), **dict.fromkeys(names, UUID), **_PERSON)


def forget() -> None:
    """Compile every kept statement anew: what it is made of has been changed, as tests do."""
    for found in _kept:
        found.cache_clear()
