"""What a kind of published document is: everything in which one kind differs from another."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aylsham.models import School
from reports.codes import Duty
from reports.publications.headings import Heading


@dataclass(frozen=True)
class Table:
    """Rows under a heading: page, PDF, Word and web page show it; the first column names the row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """As a document keeps it."""
        return {
            "title": self.title,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
        }


@dataclass(frozen=True)
class Reading:
    """What the record says on a day: under each heading sentences and tables, and on the cover."""

    said: Mapping[str, Iterable[str | Table]]
    #: Lines of the cover: what it is, and what the record says.
    cover: tuple[tuple[str, str], ...] = ()

    def content(self) -> dict[str, list[Any]]:
        """As a document keeps it; headings under which the record says nothing are left out."""
        kept = {
            key: [each.as_json() if isinstance(each, Table) else each for each in parts]
            for key, parts in self.said.items()
        }
        return {key: parts for key, parts in kept.items() if parts}


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of document: its words, its headings, and how the record is read for it.

    There is one of each, which stands in addresses: it equals itself alone.
    """

    duty: Duty
    headings: tuple[Heading, ...]
    #: What the record says of a school on a day; about no child.
    read: Callable[[School, dt.date], Reading]
    plural: str
    #: What people call it within a sentence: "report", "plan".
    short: str
    #: What it is for and how often, above its list.
    about: str
    #: What it says, for a machine that reads the PDF.
    description: str
    #: The law, on its cover.
    law: str
    #: When the next one is due, for whoever publishes it.
    next_due: str
    #: What the writer is told that the draft holds.
    draft_note: str
    #: Who asks for its headings.
    asked_by: str = "the law"
    #: So many months it runs from a first day, which publishing asks for; 0: from being published.
    months: int = 0
    #: What the record leaves out, for whoever writes it: names by what they are.
    left_out: Callable[[School, dt.date], dict[str, tuple[str, ...]]] = lambda school, today: {}
    #: What it still lacks besides filled headings, by what the record and the words say.
    still_lacking: Callable[[School, dt.date, Mapping[str, str]], tuple[str, ...]] = (
        lambda school, today, words: ()
    )
    #: Its cover says on which day it was published.
    tells_when_published: bool = False
    #: Where what the record says is written: label and name of an address of the school.
    record_page: tuple[str, str] | None = None
    by_key: Mapping[str, Heading] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {each.key: each for each in self.headings})

    def __str__(self) -> str:
        return self.address

    @property
    def address(self) -> str:
        """How it is called in addresses, files and the audit."""
        return self.duty.value

    @property
    def name(self) -> str:
        """How it is called."""
        return str(self.duty.label)

    @property
    def none_yet(self) -> str:
        """What an empty list says."""
        return f"There is no {self.short} yet."
