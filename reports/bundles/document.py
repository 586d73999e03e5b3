"""A bundle as one HTML document: summary, index, evidence by kind, what is left out and why."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string

from aylsham.documents.binding import PaperPage
from reports.bundle_codes import KINDS
from reports.bundles.choosing import Contents, Line
from reports.bundles.evidence import Evidence
from reports.bundles.summary import Summary

#: What a screen reader is told of a page in which no words stand.
NO_WORDS = "A scan or picture: its words cannot be read by a program."


@dataclass(frozen=True)
class BoundPage:
    """A page of a file in the bundle."""

    anchor: str
    number: int
    page: PaperPage

    @property
    def words(self) -> str:
        """What a screen reader is told."""
        return self.page.words or NO_WORDS


@dataclass(frozen=True)
class Item:
    """A piece of evidence as it stands in the bundle."""

    line: Line
    evidence: Evidence
    pages: tuple[BoundPage, ...] = ()

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def anchor(self) -> str:
        return f"i{self.number}"

    @property
    def is_attachment(self) -> bool:
        return self.line.found.is_attachment


@dataclass(frozen=True)
class Cover:
    """Whose bundle it is, what for, and when it was made."""

    child: str
    born_on: dt.date
    place: str
    school: str
    aim: str
    council: str
    days: str
    made_on: dt.date
    made_by: str


def items_of(
    contents: Contents,
    evidence: Mapping[str, Evidence],
    pages: Mapping[str, tuple[PaperPage, ...]],
) -> list[Item]:
    """The items of a bundle; `pages` by digest, of the files that can be bound, in their order."""
    order = {digest: n for n, digest in enumerate(pages)}
    items = []
    for line in contents.going_in:
        digest = line.found.digest
        bound = () if line.found.is_attachment else pages.get(digest, ())
        drawn = tuple(
            BoundPage(f"f{order[digest]}p{at}", at + 1, page) for at, page in enumerate(bound)
        )
        items.append(Item(line, evidence[line.found.key], drawn))
    return items


def html_of(cover: Cover, summary: Summary, items: Sequence[Item], contents: Contents) -> str:
    """The whole document."""
    kinds = [
        (kind, label, some)
        for kind, label in KINDS.items()
        if (some := [item for item in items if item.line.found.kind == kind])
    ]
    context = {
        "cover": cover,
        "summary": summary,
        "kinds": kinds,
        "left_out": contents.left_out,
        "attachments": [item for item in items if item.is_attachment],
        "has_files": any(item.pages for item in items),
    }
    return render_to_string("reports/print/bundle.html", context)


def summary_html(cover: Cover, summary: Summary) -> str:
    """The summary alone, to see whether it fits two pages."""
    context = {"cover": cover, "summary": summary}
    return render_to_string("reports/print/bundle_summary_alone.html", context)
