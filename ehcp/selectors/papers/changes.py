"""What the record says otherwise since a paper was filled."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.together import at_once, read
from ehcp.models import ReviewPaper
from ehcp.selectors.papers.filling import paper_read
from ehcp.selectors.papers.lines import FilledLine
from ehcp.selectors.papers.page import ShownLine, page_read


@dataclass(frozen=True)
class ChangedPart:
    """A part with lines that came, changed, or are gone."""

    key: str
    heading: str
    filled_on: dt.date
    new: tuple[FilledLine, ...]
    #: (as it stands in the paper, as the record says now)
    changed: tuple[tuple[ShownLine, FilledLine], ...]
    gone: tuple[ShownLine, ...]

    @property
    def has_any(self) -> bool:
        """Whether anything is different."""
        return bool(self.new or self.changed or self.gone)


def record_changes(access: Access, paper: ReviewPaper) -> list[ChangedPart]:
    """Parts of which the record says something else now."""
    fresh, page = read(
        at_once(paper_read(access, paper.review, paper.kind), page_read(access, paper))
    )
    found = []
    for part in page.readable:
        if part.row is None or part.kind.key not in fresh:
            continue
        stood = {line.key: line for line in part.lines}
        now = {line.key: line for line in fresh[part.kind.key]}
        both = [(stood[key], line) for key, line in now.items() if key in stood]
        found.append(
            ChangedPart(
                part.kind.key,
                part.place.heading,
                part.row.filled_on,
                tuple(line for key, line in now.items() if key not in stood),
                tuple((a, b) for a, b in both if (a.text, a.source) != (b.text, b.source)),
                tuple(line for key, line in stood.items() if key not in now),
            )
        )
    return [part for part in found if part.has_any]
