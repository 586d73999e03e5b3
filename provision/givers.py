"""Who gives provision, besides whom it names: a floor above that plans people's time is asked."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Q, QuerySet, Value

from aylsham.models import User
from provision.models import Promise, Provision


@dataclass(frozen=True)
class Giving:
    """A session of a day: who gives it and when, after whatever was decided for that day."""

    #: Who has no account has a name alone; whom the plan has, where nobody gives it.
    giver: User
    time: dt.time
    #: What is otherwise than the plan says, without a child's name; empty if nothing.
    change: str = ""
    #: It takes place: nobody has decided otherwise.
    is_given: bool = True
    #: It is not on this day any more, but keeps its number.
    is_moved_away: bool = False


@dataclass(frozen=True)
class Source:
    """What a floor above says of who gives provision.

    `sessions`: (name of the provision's key in the outer query, first day, last day) → sessions of
    the week's plan that holds between these days, each with `giver` (an account or None) and
    `facts`, a JSON object that `on_day` reads; `weekday`, `holds_from` and `holds_until` (None: no
    end) are among them.
    `taken`: the same of what somebody (`giver`) took over for one of these days (`given_on`).
    `on_day`: (facts of some sessions, day) → what becomes of that day, by its numbers in the log.
    `took_over`: provision that is given from now on, and the promises it keeps: what the plan had
    for one of them alone is then the provision's.
    """

    sessions: Callable[[str, dt.date, dt.date], QuerySet]
    taken: Callable[[str, dt.date, dt.date], QuerySet]
    on_day: Callable[[Iterable[dict], dt.date], list[Giving]]
    took_over: Callable[[Provision, Collection[Promise]], None]


_source: list[Source] = []


def register_givers(source: Source) -> None:
    """Called once, when the floor that plans people's time is loaded."""
    _source[:] = [source]


def take_over(provision: Provision, promises: Collection[Promise]) -> None:
    """Say that provision is given which keeps these promises."""
    if _source and promises:
        _source[0].took_over(provision, promises)


def given_by(user: User, first: dt.date, last: dt.date, *, path: str = "") -> Q:
    """Provision that names somebody, or that a plan gives them between two days.

    `path` is the way from the row to its provision, such as `provision__`.
    """
    named = Q(**{f"{path}staff": user})
    return named | planned_for(user, first, last, path=path)


def planned_for(
    user: User, first: dt.date, last: dt.date, *, path: str = "", weekday: int | None = None
) -> Q:
    """Provision that somebody gives between two days by the plan, or for somebody who is out.

    With `weekday` the plan's on that one. What they gave up for a day is still theirs to read.
    """
    if not _source:
        return Q(pk__in=[])
    on = {} if weekday is None else {"weekday": weekday}
    rows = _source[0].sessions(_key(path), first, last).filter(giver=user.pk, **on)
    taken = _source[0].taken(_key(path), first, last).filter(giver=user.pk)
    return Q(Exists(rows)) | Q(Exists(taken))


def is_planned(first: dt.date, last: dt.date) -> Q:
    """Provision of which a plan says between two days who gives it, and when."""
    return Q(Exists(_source[0].sessions("pk", first, last))) if _source else Q(pk__in=[])


def plan_of_week(first: dt.date, last: dt.date):
    """What a plan says of a provision, as an annotation to be read with `givings_on`."""
    if not _source:
        return Value(None)
    return ArraySubquery(_source[0].sessions("pk", first, last).values("facts"))


def givings_on(said: Iterable[dict] | None, on: dt.date) -> list[Giving]:
    """The sessions of a day by their numbers in the log, from what `plan_of_week` read."""
    return _source[0].on_day(said, on) if said and _source else []


def weekdays_planned(said: Iterable[dict] | None, on: dt.date) -> list[int]:
    """On which weekdays the plan of a day has it; empty where no plan has it."""
    return sorted({each["weekday"] for each in said or () if _holds(each, on)})


def _holds(said: dict, on: dt.date) -> bool:
    day = on.isoformat()
    return said["holds_from"] <= day <= (said["holds_until"] or day)


def _key(path: str) -> str:
    return f"{path.removesuffix('__')}_id" if path else "pk"
