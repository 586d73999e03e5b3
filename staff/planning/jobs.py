"""What a demand is when its sessions are moved thousands of times: options, places, times as bits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .instance import Demand, Session, Span


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """A session that could be, the time it takes as bits, and what it costs by itself."""

    session: Session
    bits: int
    cost: int


#: The adult, the weekday, and the option that was taken.
Place = tuple[str, int, Option]


@dataclass(slots=True, eq=False)
class Job:
    """A demand: who could give it when, and what stands."""

    demand: Demand
    minutes: int
    children: tuple[str, ...]
    #: Those of them who should have few adults.
    circle: tuple[str, ...]
    usual: int
    #: So many a day: as usual, then as many as may be.
    levels: tuple[int, ...]
    is_duty: bool
    #: The rooms that it needs, by site and kind; None for none.
    room: tuple[str, str] | None
    #: For each adult and weekday the options, the cheapest first.
    can: Mapping[str, Mapping[int, Sequence[Option]]]
    adults: list[str]
    need: int = 0
    kept: int = 0
    busy: int = 0
    on_day: list[int] = field(default_factory=lambda: [0] * 7)
    #: What may be taken out.
    held: list[Place] = field(default_factory=list)


class Ticks:
    """Times as bits: one for each stretch of the week between two moments that matter."""

    def __init__(self, spans: Iterable[Span]) -> None:
        moments = {(s.weekday, at) for s in spans for at in (s.starts, s.ends)}
        self._number = {moment: number for number, moment in enumerate(sorted(moments))}

    def of(self, span: Span) -> int:
        first, last = (self._number[span.weekday, at] for at in (span.starts, span.ends))
        return (1 << last) - (1 << first)
