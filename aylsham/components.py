"""What the component tags show: small records that selectors and views fill.

Every component with sample data is on the page `/components/`.
"""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class State:
    """A state: its word, its shape and the colour's name in the style sheet."""

    word: str
    shape: str
    colour: str


STATES = {
    "overdue": State("Overdue", "square", "overdue"),
    "due_soon": State("Due soon", "triangle", "soon"),
    "on_track": State("On track", "circle", "ontrack"),
    "advised": State("Advised", "ring", "advised"),
    "waiting": State("Waiting for others", "diamond", "waiting"),
    "closed": State("Closed", "dash", "closed"),
}


@dataclass(frozen=True)
class Tab:
    """One entry of a sub-navigation; `note` warns of what opening it means ("opening is logged")."""

    label: str
    url: str
    is_current: bool = False
    note: str = ""
    is_group: bool = False  # leads to the first of several pages
    #: The pages of a group that is current: a second, smaller row beneath.
    pages: "tuple[Tab, ...]" = ()


@dataclass(frozen=True)
class Tile:
    """A number that answers a question and leads to the list behind it."""

    label: str
    number: int | str
    url: str = ""
    state: str = ""  # a key of STATES
    note: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    label: str
    value: object
    change_url: str = ""
    change_label: str = "Change"
    is_private: bool = False


@dataclass(frozen=True)
class Event:
    """An entry of a timeline."""

    on: dt.date
    title: str
    by: str = ""
    text: str = ""
    url: str = ""
    is_private: bool = True
    #: The record that says so.
    source: str = ""


@dataclass(frozen=True)
class HistoryLine:
    """Who did what, in a sentence."""

    at: dt.datetime
    sentence: str


@dataclass(frozen=True)
class Identity:
    """The bar at the top of every page about a child; facts the viewer may not see are left out."""

    name: str
    url: str
    place: tuple[str, ...]  # Year 4, Oak, Bure Valley
    facts: tuple[str, ...] = ()  # 8 years 3 months, SEN support, SLCN
    flags: tuple[str, ...] = ()
    #: What everybody must see first, whatever else stands there.
    alarm: str = ""
    state: str = ""
    state_words: str = ""
    photo_url: str = ""
    tabs: tuple[Tab, ...] = field(default=())
    pages: tuple[Tab, ...] = field(default=())  # those of the current tab, when it has several

    @property
    def initials(self) -> str:
        """Two letters where there is no photo."""
        words = self.name.split() or ["?"]
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


@dataclass(frozen=True)
class Progress:
    """How far a piece of background work is; the page asks `url` again until it is finished."""

    label: str
    done: int
    total: int | None
    url: str
    words: str = ""  # "120 of 1,500 rows"
    is_finished: bool = False
    has_failed: bool = False
    result_url: str = ""
    result_label: str = ""
    file_url: str = ""  # what the page fetches by itself once it is made
    cancel_url: str = ""
