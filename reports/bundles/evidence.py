"""One piece of evidence: what it is, what it says, and by which hash it is known. No database."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reports.bundle_codes import DOCUMENT_KINDS

#: About so many letters fill a page of ours.
LETTERS_A_PAGE = 2400
#: Lines of a table are worth so many letters.
LETTERS_A_ROW = 90


@dataclass(frozen=True)
class Block:
    """A part of a page of ours: a heading with words, or with a table."""

    heading: str = ""
    text: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    #: From this column on a table holds sums, set to the right.
    sums_from: int = 99

    @property
    def words(self) -> str:
        """Everything that it says."""
        rows = (" | ".join(row) for row in (self.head, *self.rows) if row)
        return "\n".join(filter(None, [self.heading, self.text, *rows]))

    @property
    def cells(self) -> list[list[tuple[str, bool]]]:
        """Rows as (words, whether it is a sum)."""
        return [[(word, at >= self.sums_from) for at, word in enumerate(r)] for r in self.rows]


@dataclass(frozen=True)
class File:
    """The newest version of a document."""

    digest: str
    extension: str
    #: Its words as the search knows them; empty for a scan, and until they were read.
    words: str = ""


@dataclass(frozen=True)
class Evidence:
    """Something that may go into a bundle."""

    key: str
    kind: str
    title: str
    of_on: dt.date | None
    #: Who wrote it, or which record says so.
    source: str = ""
    blocks: tuple[Block, ...] = ()
    file: File | None = None
    #: Why a person must look at it; empty for most.
    flags: tuple[str, ...] = ()
    #: Its last day, where it has one of its own.
    until_on: dt.date | None = None
    #: Why it is not among what was chosen; empty for what is.
    left_out: str = ""

    @cached_property
    def text(self) -> str:
        """What it says, as far as we can read it."""
        if self.file:
            return self.file.words
        return "\n\n".join(block.words for block in self.blocks)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file, or of the words: the same evidence has the same."""
        if self.file:
            return self.file.digest
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def about_pages(self) -> int:
        """Pages of ours that the words will about fill."""
        rows = sum(len(block.rows) for block in self.blocks)
        letters = len(self.text) + rows * LETTERS_A_ROW
        return max(1, -(-letters // LETTERS_A_PAGE))


@dataclass(frozen=True)
class Found:
    """A piece of evidence as a bundle remembers it, without its words."""

    key: str
    kind: str
    title: str
    of_on: dt.date | None
    source: str
    digest: str
    flags: tuple[str, ...] = ()
    extension: str = ""
    pages: int = 0
    #: Its pages cannot be bound: why.
    problem: str = ""
    left_out: str = ""

    @property
    def is_file(self) -> bool:
        return bool(self.extension)

    @property
    def is_attachment(self) -> bool:
        """It goes beside the bundle, as a file of its own."""
        return bool(self.problem)

    @classmethod
    def of(cls, each: Evidence, *, pages: int = 0, problem: str = "") -> "Found":
        """What a bundle remembers of a piece of evidence."""
        return cls(
            key=each.key,
            kind=each.kind,
            title=each.title,
            of_on=each.of_on,
            source=each.source,
            digest=each.digest,
            flags=each.flags,
            extension=each.file.extension if each.file else "",
            pages=pages or (0 if each.file else each.about_pages),
            problem=problem,
            left_out=each.left_out,
        )

    def as_json(self) -> dict[str, Any]:
        """As a bundle keeps it."""
        said = {name: getattr(self, name) for name in _PLAIN}
        return said | {
            "of_on": self.of_on.isoformat() if self.of_on else None,
            "flags": list(self.flags),
        }

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "Found":
        """The same again."""
        on = said["of_on"]
        return cls(
            **{name: said[name] for name in _PLAIN},
            of_on=dt.date.fromisoformat(on) if on else None,
            flags=tuple(said["flags"]),
        )


_PLAIN = (
    "key", "kind", "title", "source", "digest", "extension", "pages", "problem", "left_out",
)  # fmt: skip


@dataclass(frozen=True)
class Scope:
    """Which days and kinds a bundle is about; None: open."""

    kinds: tuple[str, ...]
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None

    def holds(self, on: dt.date | None, until: dt.date | None = None) -> bool:
        """Whether something of a day, or of some days, lies among the chosen ones."""
        if on is None:
            return True
        last = until or on
        return (self.starts_on is None or last >= self.starts_on) and (
            self.ends_on is None or on <= self.ends_on
        )

    @property
    def words(self) -> str:
        """The days in words."""
        if self.starts_on and self.ends_on:
            return f"{_day(self.starts_on)} to {_day(self.ends_on)}"
        if self.starts_on:
            return f"from {_day(self.starts_on)}"
        return f"until {_day(self.ends_on)}" if self.ends_on else "the whole record"


def with_words(each: Evidence, words: Mapping[str, str]) -> Evidence:
    """A file with the words of its pages, where the search does not know them."""
    if each.file is None or each.file.words.strip():
        return each
    return replace(each, file=replace(each.file, words=words.get(each.digest, "")))


def kind_of_document(kind: str, *, is_advice: bool) -> str:
    """Under which heading a document goes."""
    return DOCUMENT_KINDS.get(kind) or ("advice" if is_advice else "papers")


def paragraphs(parts: Iterable[str]) -> str:
    """Texts one below the other, without what is empty."""
    return "\n".join(part.strip() for part in parts if part and part.strip())


def _day(on: dt.date) -> str:
    return f"{on.day} {on:%B %Y}"
