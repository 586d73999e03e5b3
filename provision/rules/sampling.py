"""What a phase leader is offered to look at this half-term: plans, passports and sessions.

No law asks for it; the rule is the house's own. It looks at papers, never at people: nothing here
counts or orders teachers, and what comes out is the same whatever was found last time.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

CODE, VERSION = "ours.sampling", "1"
#: In the order in which kinds come among equals.
KINDS = ("plan", "passport", "session")
#: Why a paper was drawn that has no look behind it, as nearly all have.
FIRST_LOOK = "Not looked at before."


@dataclass(frozen=True)
class Paper:
    """Something that can be looked at: its key, kind, whose class, year group, last looked at."""

    key: str
    kind: str
    teacher: str
    year: str
    sampled_on: dt.date | None = None


@dataclass(frozen=True)
class Drawn:
    """A paper of the sample and why it is in it."""

    paper: Paper
    because: str


def sample(
    papers: Iterable[Paper], number: int, *, seed: str, not_since: dt.date
) -> tuple[Drawn, ...]:
    """So many papers: each teacher's class in turn, kinds and years share, longest unsampled first.

    What was looked at on `not_since` or later is left out. The same papers and seed give the same
    sample, in whatever order they come; the seed is to be kept, so that anybody can draw it again.
    """
    rest = [p for p in papers if p.sampled_on is None or p.sampled_on < not_since]
    rest.sort(key=lambda paper: _lot(seed, paper.key))
    drawn: list[Paper] = []
    while rest and len(drawn) < number:
        paper = _next(rest, drawn)
        drawn.append(paper)
        rest.remove(paper)
    return tuple(Drawn(paper, _because(paper)) for paper in drawn)


def seed_of(school: str, phase: str, half_term_begins: dt.date) -> str:
    """The same for everybody who asks in one half-term, another in the next."""
    return f"{school}:{phase}:{half_term_begins.isoformat()}"


def _next(rest: list[Paper], drawn: list[Paper]) -> Paper:
    """Of the teacher, kind and year drawn least so far, the one looked at longest ago.

    Among equals the first, so the order of `rest` is the lot.
    """
    teachers = Counter(paper.teacher for paper in drawn)
    kinds = Counter(paper.kind for paper in drawn)
    years = Counter(paper.year for paper in drawn)
    return min(
        rest,
        key=lambda p: (
            teachers[p.teacher],
            kinds[p.kind],
            years[p.year],
            p.sampled_on or dt.date.min,
            KINDS.index(p.kind),
        ),
    )


def _because(paper: Paper) -> str:
    if paper.sampled_on is None:
        return FIRST_LOOK
    return f"Last looked at on {paper.sampled_on:%-d %B %Y}."


def _lot(seed: str, key: str) -> str:
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()
