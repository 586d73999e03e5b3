"""The one statement that reads every ask, drawn up and planned once: both outlast its running.

It is drawn up for a school, a person and days that nobody has; each request puts its own in their
places. Days are told apart by how far they lie from the stand-in for today.
"""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from aylsham.asks.registry import Scope, Week
from aylsham.models import School
from aylsham.statements import read, with_constants

DAY = dt.timedelta(days=1)
#: Stand-ins: ids that nobody has, and days a thousand years on, far apart from one another.
_SCHOOL, _FEDERATION, _PERSON = (UUID(int=n) for n in (1, 2, 3))
_TODAY = dt.date(3000, 1, 1)
_LIVE_FROM, _WEEK = _TODAY - 100_000 * DAY, _TODAY + 200_000 * DAY
#: Days of a rule lie no further from their stand-in than this.
_NEAR = 5_000

#: What the words of the statement hang on beside ids and days.
Shape = tuple[bool, bool, bool, int, bool]
Build = Callable[[Scope], QuerySet]


def shape_of(scope: Scope) -> Shape:
    """Somebody's or everybody's, which checks, school days of the week, whether clocks run."""
    long_live = scope.school.live_from is not None and scope.school.live_from <= scope.today
    return (
        scope.person is not None,
        scope.leads is not None,
        scope.is_sendco,
        scope.week.school_days,
        long_live,
    )


def rows_of(build: Build, scope: Scope) -> list[tuple[Any, ...]]:
    """The rows of `build(scope)`, whose statement is kept by the shape of the scope.

    ValueError if `build` uses an id or a day that is not the scope's own.
    """
    sql, places = _compiled(build, shape_of(scope))
    return read(sql, [_own(value, scope) for value in places])


@lru_cache(maxsize=64)
def _compiled(build: Build, shape: Shape) -> tuple[str, list[UUID | dt.date]]:
    is_one, leads, is_sendco, school_days, long_live = shape
    stand_in = Scope(
        school=School(
            pk=_SCHOOL, federation_id=_FEDERATION, live_from=_LIVE_FROM if long_live else None
        ),
        today=_TODAY,
        week=Week(_WEEK, school_days),
        person=_PERSON if is_one else None,
        leads=frozenset() if leads else None,
        is_sendco=is_sendco,
    )
    sql, parameters = build(stand_in).query.get_compiler("default").as_sql()
    for value in parameters:
        _require_known(value)
    places = [value for value in parameters if isinstance(value, UUID | dt.date)]
    return with_constants(sql, [(isinstance(v, UUID | dt.date), v) for v in parameters]), places


def _own(value: UUID | dt.date, scope: Scope) -> UUID | dt.date | None:
    if isinstance(value, UUID):
        ids = {_SCHOOL: scope.school.pk, _FEDERATION: scope.school.federation_id}
        return ids.get(value, scope.person)
    if isinstance(value, dt.date):
        for stand_in, own in _days(scope):
            if abs((value - stand_in).days) < _NEAR and own is not None:
                return own + (value - stand_in)
    return value


def _days(scope: Scope) -> tuple[tuple[dt.date, dt.date | None], ...]:
    return (
        (_TODAY, scope.today),
        (_WEEK, scope.week.starts_on),
        (_LIVE_FROM, scope.school.live_from),
    )


def _require_known(value: Any) -> None:
    if isinstance(value, UUID) and value not in (_SCHOOL, _FEDERATION, _PERSON):
        raise ValueError("Asks are read by the ids of the scope alone.")
    if isinstance(value, dt.date):
        near = (abs((value - day).days) < _NEAR for day in (_TODAY, _WEEK, _LIVE_FROM))
        if not any(near):
            raise ValueError("Asks are read by the days of the scope alone.")
