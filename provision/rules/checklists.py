"""What a phase leader looks for in a plan, a passport, the sessions of a child: in words.

Versions are kept: a look shows the points by which it was made. No law asks for these; they follow
the SEND Code of Practice 6.44 to 6.56 and what the writing checks of this product ask.
"""

from dataclasses import dataclass

LATEST = "2026-1"


@dataclass(frozen=True)
class Point:
    """One thing to look for, and what good looks like."""

    key: str
    title: str
    good: str


VERSIONS: dict[str, dict[str, tuple[Point, ...]]] = {
    "2026-1": {
        "plan": (
            Point("seen", "Starts from what is seen", "Says what the child does, not a label."),
            Point("voice", "The child’s and parents’ words", "In their words, from this cycle."),
            Point("target", "Targets can be counted", "A start, a goal, how it is measured."),
            Point("help", "Says who does what, how often", "A person, minutes and times a week."),
            Point("data", "Progress is measured", "At least three points since it began."),
        ),
        "passport": (
            Point("own", "Sounds like the child", "Their words, or said with them."),
            Point("does", "Says what to do", "An adult new today could do it."),
            Point("true", "Is still true", "Fits what you see in class this week."),
            Point("short", "Short and without labels", "Read in a minute; no diagnosis needed."),
        ),
        "session": (
            Point("logged", "Logged on the day", "Nearly every planned session has a log."),
            Point("reason", "Says why not", "Missed sessions have the true reason."),
            Point("measure", "Something is counted", "A measure that shows whether it works."),
            Point("fits", "Fits the plan", "What was done serves the child’s target."),
        ),
    },
}


def points_of(version: str, kind: str) -> tuple[Point, ...]:
    """What is looked for in a kind of paper. KeyError for an unknown version or kind."""
    return VERSIONS[version][kind]


#: Looks under which a share says nothing.
ENOUGH = 5


@dataclass(frozen=True)
class Pattern:
    """How often a point was weak in a year group: never whose papers they were."""

    year: str
    kind: str
    point: Point
    weak: int
    looked: int

    @property
    def is_enough(self) -> bool:
        """Whether there were enough looks to say anything."""
        return self.looked >= ENOUGH

    @property
    def words(self) -> str:
        """“weak in 3 of 6”, or that it is too few to say."""
        return f"Weak in {self.weak} of {self.looked}" if self.is_enough else "Too few to say"


def patterns(looks: list[tuple[str, str, str, dict[str, str]]]) -> list[Pattern]:
    """Points of each year group that were weak at least once, the commonest first.

    `looks`: year group, kind, version of the checklist, point → “good”, “weak” or “none”. A year
    group with too few looks of a kind is told once, not point by point.
    """
    counts: dict[tuple[str, str, Point], list[int]] = {}
    for year, kind, version, marks in looks:
        for point in points_of(version, kind):
            if marks.get(point.key) in ("good", "weak"):
                found = counts.setdefault((year, kind, point), [0, 0])
                found[0] += marks[point.key] == "weak"
                found[1] += 1
    rows = [Pattern(year, kind, p, weak, n) for (year, kind, p), (weak, n) in counts.items()]
    shown = [row for row in rows if row.weak and row.is_enough]
    return sorted(shown, key=lambda row: (row.year, -row.weak / row.looked, row.point.title))
