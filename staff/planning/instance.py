"""A week of people's time to be planned, as plain data: what `manage plan_staff` reads.

One JSON object, `format` "aylsham-staff-week-1". Times are "09:30", a weekday is 0–4, a *span* is
{weekday, from, until} and may have a `name`. Only what is marked * must be given.

    week_of*   the Monday of the week, "2026-11-30": training and handovers are judged on its days
    weights    {continuity, spread, teacher, walking, adult, fair_duties, stable: 0–100}
    walk_minutes   the way between any two sites (15)
    sites*     {key*, name}
    bells*     {key*, name, site*, periods*: [span, …]}  a year group's day, or that of lunch
    rooms      {key*, name, site*, kind*, holds: sessions at once (1)}
    adults*    {key*, name, role, sites*: [key, …], minutes*: of the contract, a week,
                at_work*: [span, …], breaks: [span, …] unpaid, tasks: [span, …] directed and
                paid, training: {name: last day, or null for ever}, rate: pence an hour or null,
                prefers: [shape, …], empty for any}
    children*  {key*, name, absent: [span, …], protected: [span, …] lessons not to be missed,
                known: [adult, …], needs_handover: false: no new adult without one}
    demands*   {key*, name, rank*: section_f | statutory | plan | class_support | duty,
                shape*: one_to_one | group | in_class | duty, children: [key, …], bells*: key,
                minutes* of a session, sessions* a week, most_a_day (sessions ÷ 5, and one),
                windows: [span, …] where alone it may be (any), wishes: [span, …] of the teacher,
                training: [name, …] all of them, room_kind: "" for none, continuity: true,
                programme: what can be taught together, most_children: of the group (0)}
    pairings   {adult*, child*, is_possible*: false never, true preferred, reason}
    handovers  {child*, adult*, on*: day}  from that day the child knows the adult
    overrides  {demand*, adult*, note*}  allowed without the training, and why
    locks      {demand*, adult, weekday, at}  one session of the demand stands so
    former     {demand*, adult*, weekday*, at*}  the plan before; what is no longer there is ignored
    training_costs {name: pence} of a course for one adult, where known

A session lies inside one span of `at_work`, and one of `windows` if there are any. It starts with
a period, or inside one at every 15 minutes (or its own length) that leave room for it; a longer
one runs on into periods that follow without a pause. `solution.py` describes the answer.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .codes import WEIGHTS, Rank, Shape, Soft

FORMAT = "aylsham-staff-week-1"


class InstanceError(ValueError):
    """The data cannot be planned with; says where and why."""


@dataclass(frozen=True, order=True)
class Span:
    """A time of one weekday, in minutes after midnight."""

    weekday: int
    starts: int
    ends: int
    name: str = field(default="", compare=False)

    def overlaps(self, other: "Span", way: int = 0) -> bool:
        """Whether one person cannot be in both, `way` minutes apart."""
        return (
            self.weekday == other.weekday
            and self.starts < other.ends + way
            and other.starts < self.ends + way
        )

    def holds(self, other: "Span") -> bool:
        """Whether the other lies inside."""
        return (
            self.weekday == other.weekday
            and self.starts <= other.starts
            and other.ends <= self.ends
        )

    @property
    def minutes(self) -> int:
        return self.ends - self.starts


@dataclass(frozen=True)
class Site:
    key: str
    name: str


@dataclass(frozen=True)
class Bells:
    """The periods of a year group, or of lunch."""

    key: str
    name: str
    site: str
    periods: tuple[Span, ...]


@dataclass(frozen=True)
class Room:
    key: str
    name: str
    site: str
    kind: str
    holds: int


@dataclass(frozen=True)
class Adult:
    key: str
    name: str
    role: str
    sites: tuple[str, ...]
    minutes: int
    at_work: tuple[Span, ...]
    breaks: tuple[Span, ...] = ()
    tasks: tuple[Span, ...] = ()
    training: Mapping[str, dt.date | None] = field(default_factory=dict)
    #: Pence an hour; None where it is not known, or not for the reader.
    rate: int | None = None
    prefers: tuple[Shape, ...] = ()

    def is_trained(self, name: str, day: dt.date) -> bool:
        """Whether the training is held on that day, its last one included."""
        if name not in self.training:
            return False
        until = self.training[name]
        return until is None or day <= until

    @property
    def minutes_left(self) -> int:
        """Of the contract, after the directed tasks."""
        return self.minutes - sum(task.minutes for task in self.tasks)


@dataclass(frozen=True)
class Child:
    key: str
    name: str
    absent: tuple[Span, ...] = ()
    protected: tuple[Span, ...] = ()
    known: tuple[str, ...] = ()
    needs_handover: bool = False


@dataclass(frozen=True)
class Demand:
    """So many sessions a week for a child, a group, a class, or a duty."""

    key: str
    name: str
    rank: Rank
    shape: Shape
    bells: str
    minutes: int
    sessions: int
    children: tuple[str, ...] = ()
    most_a_day: int = 2
    windows: tuple[Span, ...] = ()
    wishes: tuple[Span, ...] = ()
    training: tuple[str, ...] = ()
    room_kind: str = ""
    continuity: bool = True
    programme: str = ""
    most_children: int = 0

    @property
    def usual_a_day(self) -> int:
        """So many a day when they are spread over the week."""
        return -(-self.sessions // 5)


@dataclass(frozen=True)
class Pairing:
    adult: str
    child: str
    is_possible: bool
    reason: str = ""


@dataclass(frozen=True)
class Handover:
    child: str
    adult: str
    on: dt.date


@dataclass(frozen=True)
class Override:
    demand: str
    adult: str
    note: str


@dataclass(frozen=True)
class Lock:
    """One session of a demand, fixed as far as it is said."""

    demand: str
    adult: str | None = None
    weekday: int | None = None
    starts: int | None = None

    def allows(self, session: "Session") -> bool:
        return (
            self.demand == session.demand
            and self.adult in (None, session.adult)
            and self.weekday in (None, session.span.weekday)
            and self.starts in (None, session.span.starts)
        )


@dataclass(frozen=True, order=True)
class Session:
    """An adult who gives a session of a demand at a time."""

    demand: str
    adult: str
    span: Span


@dataclass(frozen=True)
class Instance:
    """Everything that a week is planned from."""

    week_of: dt.date
    sites: Mapping[str, Site]
    bells: Mapping[str, Bells]
    rooms: Mapping[str, Room]
    adults: Mapping[str, Adult]
    children: Mapping[str, Child]
    demands: Mapping[str, Demand]
    pairings: tuple[Pairing, ...] = ()
    handovers: tuple[Handover, ...] = ()
    overrides: tuple[Override, ...] = ()
    locks: tuple[Lock, ...] = ()
    former: tuple[Session, ...] = ()
    training_costs: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[Any, int] = field(default_factory=lambda: {**WEIGHTS})
    walk_minutes: int = 15

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Instance":
        """Read the JSON object; InstanceError says what is wrong where."""
        from .reading import read_instance

        return read_instance(data)

    def weight(self, soft: Soft) -> int:
        return self.weights[soft]

    def day(self, weekday: int) -> dt.date:
        """The day of the planned week."""
        return self.week_of + dt.timedelta(days=weekday)

    def site_of(self, demand: str) -> str:
        return self.bells[self.demands[demand].bells].site

    @cached_property
    def never(self) -> frozenset[tuple[str, str]]:
        """Adult and child who cannot be together."""
        return frozenset((p.adult, p.child) for p in self.pairings if not p.is_possible)

    @cached_property
    def preferred(self) -> Mapping[str, frozenset[str]]:
        """The children with whom an adult asked to be."""
        found: dict[str, set[str]] = {}
        for each in self.pairings:
            if each.is_possible:
                found.setdefault(each.adult, set()).add(each.child)
        return {adult: frozenset(children) for adult, children in found.items()}

    @cached_property
    def overridden(self) -> frozenset[tuple[str, str]]:
        """Demand and adult who may give it without the training."""
        return frozenset((o.demand, o.adult) for o in self.overrides)

    @cached_property
    def handed_over(self) -> Mapping[tuple[str, str], dt.date]:
        """For child and adult the first day after a handover."""
        found: dict[tuple[str, str], dt.date] = {}
        for each in self.handovers:
            key = each.child, each.adult
            found[key] = min(each.on, found.get(key, each.on))
        return found
