"""What stands on somebody's day: a session, a duty, a break or a task, and what to know of whom."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from pupils.codes import PassportPart
from pupils.rules.lines import HELPS
from pupils.selectors.passports.printing import PrintedPassport
from pupils.selectors.safety import Alert
from staff.planning.clocks import clock

#: What of a passport stands under a name, the first so many lines of each.
ESSENTIAL = ((PassportPart.PLEASE_DO, 1), (HELPS, 1), (PassportPart.PLEASE_DONT, 1))


class LineKind(StrEnum):
    """What a line of a day is."""

    SESSION = "session"
    DUTY = "duty"
    BREAK = "break"
    TASK = "task"


@dataclass(frozen=True)
class DayChild:
    """A child of a session, with as much as the asker may know."""

    id: UUID
    name: str
    #: The asker may open the record.
    is_seen: bool = False
    alerts: tuple[Alert, ...] = ()
    #: (`Please do`, `Give me time`) …
    essentials: tuple[tuple[str, str], ...] = ()
    has_passport: bool = False

    @property
    def knows_more(self) -> bool:
        """There is something to know beside the name."""
        return bool(self.alerts or self.essentials)


@dataclass(frozen=True)
class ToLog:
    """The session of the log that a line stands for."""

    provision_id: UUID
    slot: int
    is_logged: bool
    #: Support in class: whoever is not marked had it.
    counts_as_given: bool = False


@dataclass(frozen=True)
class DayLine:
    """One line of a day."""

    kind: LineKind
    starts: int
    ends: int
    name: str
    room: str = ""
    children: tuple[DayChild, ...] = ()
    group: str = ""
    log: ToLog | None = None
    #: Section F of a child's EHC plan asks for it.
    is_law: bool = False
    has_begun: bool = False
    #: It was not there by the plan before.
    is_new: bool = False
    #: What is otherwise today than the plan says, without a child's name.
    change: str = ""
    #: It is on the plan, but not the asker's today.
    is_off: bool = False

    @property
    def times(self) -> str:
        """`9:00–9:30`."""
        return f"{clock(self.starts)}–{clock(self.ends)}"

    @property
    def minutes(self) -> int:
        return self.ends - self.starts

    @property
    def knows_more(self) -> bool:
        """There is something to know of its children."""
        return any(child.knows_more for child in self.children)


def essentials_of(passport: PrintedPassport) -> tuple[tuple[str, str], ...]:
    """The few lines of a passport that somebody needs at the door."""
    parts = {part.code: part for part in passport.parts}
    return tuple(
        (parts[code].label, line)
        for code, count in ESSENTIAL
        if code in parts
        for line in parts[code].lines[:count]
    )
