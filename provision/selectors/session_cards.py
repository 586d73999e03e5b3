"""A session of a day, as a page and a form see it: its children, what stands, its words."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import User
from provision.givers import Giving
from provision.models import Provision, SessionLog, SessionMark
from provision.rules.standing_marks import Said, SessionAt
from provision.rules.weekdays import most_on_a_day, weekday_words
from pupils.models import Pupil


@dataclass(frozen=True)
class SaidOf(Said):
    """What one log says of a child, with its row."""

    mark: SessionMark


@dataclass(frozen=True)
class ChildRow:
    """A child of a session: what stands (nothing, one mark, or several that differ), and all."""

    pupil: Pupil
    standing: tuple[SessionMark, ...]
    history: tuple[SessionMark, ...]

    @property
    def is_owed_by_law(self) -> bool:
        """Whether Section F of the child's EHC plan asks for it; unknown for a make-up."""
        return getattr(self.pupil, "is_owed_by_law", False)

    @property
    def mark(self) -> SessionMark | None:
        """What stands, where it is one."""
        return self.standing[0] if len(self.standing) == 1 else None

    @property
    def is_conflict(self) -> bool:
        """Two people said different things."""
        return len(self.standing) > 1


@dataclass(frozen=True)
class SessionCard:
    """One session of a day with the children whom the asker may log."""

    provision: Provision
    at: SessionAt
    children: tuple[ChildRow, ...]
    #: Children in it whom the asker does not see.
    others: int
    #: The number of the last log.
    seen: int
    #: How long it is, where it was planned to make up for another.
    make_up_minutes: int = 0
    #: Who gives it, where somebody planned it for another person.
    made_up_by: User | None = None
    #: It is given on other weekdays, and nobody logged it on this day.
    is_off_day: bool = False
    #: Given on no day in particular, and logged as often this week as it is planned.
    is_week_done: bool = False
    #: Who gives it and when by the plan of the week; None where no plan has it.
    planned: Giving | None = None
    #: On which it is given, by the plan of the week or its own; empty: on any.
    weekdays: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it is by its plan."""
        return self.make_up_minutes or self.provision.minutes

    @property
    def id(self) -> UUID:
        return self.provision.pk

    @property
    def key(self) -> str:
        """Tells the cards of a page apart."""
        return f"{self.id}-{self.at.slot}{'m' if self.at.is_make_up else ''}"

    @property
    def clock(self) -> str:
        """`9:15`: when it is planned; empty where nobody said."""
        return f"{self.time:%-H:%M}" if self.time else ""

    @property
    def time(self) -> dt.time | None:
        """When it is planned."""
        if self.at.is_make_up:
            return None
        return self.planned.time if self.planned else self.provision.time

    @property
    def giver(self) -> User | None:
        """Whoever was asked to make it up, whom the week's plan has, or whom the provision names."""
        if self.made_up_by or not self.planned:
            return self.made_up_by or self.provision.staff
        return self.planned.giver

    @property
    def given_for(self) -> User | None:
        """The same as an account, on whose behalf another logs."""
        return self.giver if self.giver and self.giver.pk else None

    @property
    def change(self) -> str:
        """What is otherwise on its day than the plan says; empty if nothing."""
        return self.planned.change if self.planned else ""

    @property
    def is_called_off(self) -> bool:
        """It was decided that nobody gives it: the log says so by itself when the day is over."""
        return bool(self.planned) and not self.planned.is_given

    @property
    def given_on(self) -> str:
        """The weekdays that it is planned for, or that the week has had its sessions."""
        if self.is_week_done:
            count = self.provision.sessions_a_week
            return f"{count} of {count} this week"
        return weekday_words(self.weekdays or self.provision.weekdays)

    @property
    def is_logged(self) -> bool:
        """Every child has a mark that stands."""
        return bool(self.children) and all(row.mark for row in self.children)

    @property
    def has_conflict(self) -> bool:
        """Somebody has to settle it."""
        return any(row.is_conflict for row in self.children)

    @property
    def counts_as_given(self) -> bool:
        """All-day or in-class support: whoever is not marked had it."""
        return self.provision.is_in_class and not self.at.is_make_up

    @property
    def is_waiting(self) -> bool:
        """Somebody has to log it, or to settle what two logs say."""
        if self.has_conflict:
            return True
        if self.is_off_day or self.is_called_off:
            return False
        return bool(self.children) and not self.is_logged and not self.counts_as_given

    @property
    def last_log(self) -> SessionLog | None:
        """The latest telling of it."""
        logs = [row.history[0].log for row in self.children if row.history]
        return max(logs, key=lambda log: log.number, default=None)

    @property
    def state_words(self) -> str:
        """What is known of it."""
        if self.has_conflict:
            return "Two logs differ"
        if self.is_logged:
            return "Logged"
        if self.counts_as_given:
            return "Counts as given" + (", but for what is marked" if self.seen else "")
        return "Partly logged" if any(row.mark for row in self.children) else "Not logged yet"

    @property
    def title(self) -> str:
        """The provision, which of the day's sessions, and whether it makes up for one."""
        slot = f", session {self.at.slot}" if slots_a_day(self.provision) > 1 else ""
        return self.provision.name + slot + (", made up" if self.at.is_make_up else "")


def slots_a_day(provision: Provision) -> int:
    """How many sessions a day it has at most by its plan."""
    return most_on_a_day(provision.sessions_a_week, provision.weekdays)
