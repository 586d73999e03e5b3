"""Reading a week from JSON, with words for whatever is wrong with it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import Any

from .codes import WEIGHTS, Rank, Shape
from .instance import (
    FORMAT,
    Adult,
    Bells,
    Child,
    Demand,
    Handover,
    Instance,
    InstanceError,
    Lock,
    Override,
    Pairing,
    Room,
    Session,
    Site,
    Span,
)
from .whole import require_whole

Row = Mapping[str, Any]


def read_instance(data: Row) -> Instance:
    """The instance, whose keys all lead somewhere."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise InstanceError(f"“format” must be “{FORMAT}”.")
    try:
        found = _read(data)
    except KeyError as problem:
        raise InstanceError(f"{problem} is missing.") from None
    require_whole(found)
    return found


def _read(data: Row) -> Instance:
    demands = _by_key("demand", data["demands"], read_demand)
    adults = _by_key("adult", data["adults"], _adult)
    return Instance(
        week_of=_monday(data["week_of"]),
        sites=_by_key("site", data["sites"], lambda row: Site(row["key"], _name(row))),
        bells=_by_key("bells", data["bells"], _bells),
        rooms=_by_key("room", data.get("rooms", ()), _room),
        adults=adults,
        children=_by_key("child", data["children"], _child),
        demands=demands,
        pairings=_all("pairing", data.get("pairings", ()), _pairing),
        handovers=_all("handover", data.get("handovers", ()), _handover),
        overrides=_all("override", data.get("overrides", ()), _override),
        locks=_all("lock", data.get("locks", ()), _lock),
        former=_former(data.get("former", ()), demands, adults),
        training_costs=_counts("training_costs", data.get("training_costs", {})),
        weights=_weights(data.get("weights", {})),
        walk_minutes=_all("walk_minutes", [data.get("walk_minutes", 15)], _count)[0],
    )


def read_sessions(rows: Iterable[Row], demands: Mapping[str, Demand]) -> tuple[Session, ...]:
    """Sessions of a plan; each ends by the minutes of its demand."""
    return _all("session", rows, lambda row: _session(row, demands))


def _former(
    rows: Iterable[Row], demands: Mapping[str, Demand], adults: Mapping[str, Adult]
) -> tuple[Session, ...]:
    """Last term's sessions, of demands and adults that there still are."""
    still = [r for r in rows if r.get("demand") in demands and r.get("adult") in adults]
    return read_sessions(still, demands)


def _session(row: Row, demands: Mapping[str, Demand]) -> Session:
    if row["demand"] not in demands:
        raise ValueError(f"no demand {row['demand']}")
    starts = read_clock(row["at"])
    ends = starts + demands[row["demand"]].minutes
    return Session(row["demand"], row["adult"], Span(_weekday(row["weekday"]), starts, ends))


def _by_key(what: str, rows: Iterable[Row], read: Callable[[Row], Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in _all(what, rows, read):
        if each.key in found:
            raise InstanceError(f"Two {what} rows have the key {each.key}.")
        found[each.key] = each
    return found


def _all(what: str, rows: Iterable[Any], read: Callable[[Any], Any]) -> tuple[Any, ...]:
    found = []
    for place, row in enumerate(rows, 1):
        try:
            found.append(read(row))
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            where = row.get("key", place) if isinstance(row, Mapping) else place
            raise InstanceError(f"{what} {where}: {_in_words(problem)}.") from None
    return tuple(found)


def _in_words(problem: Exception) -> str:
    return f"{problem} is missing" if isinstance(problem, KeyError) else str(problem)


def _name(row: Row) -> str:
    return row.get("name", row["key"])


def _bells(row: Row) -> Bells:
    periods = tuple(sorted(_spans(row["periods"])))
    for one, other in pairwise(periods):
        if one.overlaps(other):
            raise ValueError("its periods must not overlap")
    return Bells(row["key"], _name(row), row["site"], periods)


def _room(row: Row) -> Room:
    return Room(row["key"], _name(row), row["site"], row["kind"], _count(row.get("holds", 1)))


def _adult(row: Row) -> Adult:
    training = {name: _maybe_day(until) for name, until in row.get("training", {}).items()}
    rate = row.get("rate")
    return Adult(
        key=row["key"],
        name=_name(row),
        role=row.get("role", ""),
        sites=tuple(row["sites"]),
        minutes=_count(row["minutes"]),
        at_work=_spans(row["at_work"]),
        breaks=_spans(row.get("breaks", ())),
        tasks=_spans(row.get("tasks", ())),
        training=training,
        rate=None if rate is None else _count(rate),
        prefers=tuple(Shape(each) for each in row.get("prefers", ())),
    )


def _child(row: Row) -> Child:
    return Child(
        key=row["key"],
        name=_name(row),
        absent=_spans(row.get("absent", ())),
        protected=_spans(row.get("protected", ())),
        known=tuple(row.get("known", ())),
        needs_handover=_yes_no(row.get("needs_handover", False)),
    )


def read_demand(row: Row) -> Demand:
    """One demand; ValueError or KeyError says what is wrong with it."""
    sessions = _at_least_one(row["sessions"])
    return Demand(
        key=row["key"],
        name=_name(row),
        rank=Rank(row["rank"]),
        shape=Shape(row["shape"]),
        bells=row["bells"],
        minutes=_at_least_one(row["minutes"]),
        sessions=sessions,
        children=tuple(row.get("children", ())),
        most_a_day=_at_least_one(row.get("most_a_day", -(-sessions // 5) + 1)),
        windows=_spans(row.get("windows", ())),
        wishes=_spans(row.get("wishes", ())),
        training=tuple(row.get("training", ())),
        room_kind=row.get("room_kind", ""),
        continuity=_yes_no(row.get("continuity", True)),
        programme=row.get("programme", ""),
        most_children=_count(row.get("most_children", 0)),
    )


def _pairing(row: Row) -> Pairing:
    possible = _yes_no(row["is_possible"])
    return Pairing(row["adult"], row["child"], possible, row.get("reason", ""))


def _handover(row: Row) -> Handover:
    return Handover(row["child"], row["adult"], _day(row["on"]))


def _override(row: Row) -> Override:
    if not row["note"].strip():
        raise ValueError("its note says nothing")
    return Override(row["demand"], row["adult"], row["note"])


def _lock(row: Row) -> Lock:
    weekday, at = row.get("weekday"), row.get("at")
    return Lock(
        row["demand"],
        row.get("adult"),
        None if weekday is None else _weekday(weekday),
        None if at is None else read_clock(at),
    )


def _spans(rows: Iterable[Row]) -> tuple[Span, ...]:
    return tuple(_span(row) for row in rows)


def _span(row: Row) -> Span:
    starts, ends = read_clock(row["from"]), read_clock(row["until"])
    if ends <= starts:
        raise ValueError(f"a time ends ({row['until']}) before it begins ({row['from']})")
    return Span(_weekday(row["weekday"]), starts, ends, row.get("name", ""))


def _weekday(number: int) -> int:
    if number not in range(5) or isinstance(number, bool):
        raise ValueError(f"{number} is no weekday from 0 to 4")
    return number


def read_clock(text: str) -> int:
    """Minutes after midnight, of `09:30`."""
    time = dt.time.fromisoformat(text)
    return time.hour * 60 + time.minute


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _maybe_day(text: str | None) -> dt.date | None:
    return None if text is None else _day(text)


def _monday(text: str) -> dt.date:
    try:
        day = _day(text)
    except (TypeError, ValueError):
        raise InstanceError(f"week_of: {text} is no date.") from None
    if day.weekday():
        raise InstanceError(f"week_of: {text} is no Monday.")
    return day


def _yes_no(value: bool) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value} must be true or false")
    return value


def _count(number: int) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError(f"{number} is no whole number from 0")
    return number


def _at_least_one(number: int) -> int:
    if _count(number) < 1:
        raise ValueError(f"{number} is too few")
    return number


def _counts(what: str, found: Mapping[str, int]) -> dict[str, int]:
    _all(what, found.values(), _count)
    return dict(found)


def _weights(given: Mapping[str, int]) -> dict[Any, int]:
    weights: dict[Any, int] = {**WEIGHTS, **given}
    if unknown := weights.keys() - WEIGHTS.keys():
        raise InstanceError(f"No such weight: {', '.join(sorted(unknown))}.")
    if any(not isinstance(w, int) or not 0 <= w <= 100 for w in weights.values()):
        raise InstanceError("A weight is a whole number from 0 to 100.")
    return weights
