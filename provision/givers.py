"""Who gives provision, besides whom it names: a floor above that plans people's time is asked."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Q, QuerySet, Value
from django.db.models.functions import JSONObject

from aylsham.models import User

#: (name of the provision's key in the outer query, first day, last day) → sessions of the week's
#: plan that holds between these days, each with `giver` (an account or None), `giver_name`,
#: `weekday`, `minute` of the day, `holds_from` and `holds_until` (None: no end).
Source = Callable[[str, dt.date, dt.date], QuerySet]
_source: list[Source] = []
_FACTS = ("giver", "giver_name", "weekday", "minute", "holds_from", "holds_until")


@dataclass(frozen=True)
class Giving:
    """A session that the week's plan has on a day: who gives it, and when."""

    #: Who has no account has a name alone.
    giver: User
    time: dt.time


def register_givers(source: Source) -> None:
    """Called once, when the floor that plans people's time is loaded."""
    _source[:] = [source]


def given_by(user: User, first: dt.date, last: dt.date, *, path: str = "") -> Q:
    """Provision that names somebody, or that a plan gives them between two days.

    `path` is the way from the row to its provision, such as `provision__`.
    """
    named = Q(**{f"{path}staff": user})
    return named | planned_for(user, first, last, path=path)


def planned_for(
    user: User, first: dt.date, last: dt.date, *, path: str = "", weekday: int | None = None
) -> Q:
    """Provision that a plan gives somebody between two days; with `weekday` on that one."""
    if not _source:
        return Q(pk__in=[])
    on = {} if weekday is None else {"weekday": weekday}
    rows = _source[0](_key(path), first, last).filter(giver=user.pk, **on)
    return Q(Exists(rows))


def is_planned(first: dt.date, last: dt.date) -> Q:
    """Provision of which a plan says between two days who gives it, and when."""
    return Q(Exists(_source[0]("pk", first, last))) if _source else Q(pk__in=[])


def plan_of_week(first: dt.date, last: dt.date):
    """What a plan says of a provision, as an annotation to be read with `givings_on`."""
    if not _source:
        return Value(None)
    rows = _source[0]("pk", first, last).order_by("weekday", "minute", "pk")
    return ArraySubquery(rows.values(data=JSONObject(**{name: name for name in _FACTS})))


def givings_on(said: Iterable[dict] | None, on: dt.date) -> list[Giving]:
    """The sessions of a day in their order, from what `plan_of_week` read."""
    return [
        Giving(
            User(pk=UUID(each["giver"]) if each["giver"] else None, name=each["giver_name"]),
            dt.time(*divmod(each["minute"], 60)),
        )
        for each in said or ()
        if each["weekday"] == on.weekday() and _holds(each, on)
    ]


def weekdays_planned(said: Iterable[dict] | None, on: dt.date) -> list[int]:
    """On which weekdays the plan of a day has it; empty where no plan has it."""
    return sorted({each["weekday"] for each in said or () if _holds(each, on)})


def _holds(said: dict, on: dt.date) -> bool:
    day = on.isoformat()
    return said["holds_from"] <= day <= (said["holds_until"] or day)


def _key(path: str) -> str:
    return f"{path.removesuffix('__')}_id" if path else "pk"
