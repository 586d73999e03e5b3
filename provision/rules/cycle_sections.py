"""What a cycle asks for, stage by stage (SEND Code of Practice 6.44 to 6.56).

Versions are kept: a cycle shows the questions with which it was begun.
"""

from dataclasses import dataclass
from enum import StrEnum

CITATION = "SEND Code of Practice 2015, 6.44 to 6.56"


class Stage(StrEnum):
    """The four stages, in their order."""

    ASSESS = "assess"
    PLAN = "plan"
    DO = "do"
    REVIEW = "review"


@dataclass(frozen=True)
class Section:
    """One question of a stage; `checked` names the writing checks that look at the answer."""

    key: str
    stage: Stage
    title: str
    hint: str = ""
    checked: str = ""
    #: Without it a cycle is not sent to be checked (or, in the review, not closed).
    is_needed: bool = False


LATEST = "2026-1"
VERSIONS: dict[str, tuple[Section, ...]] = {
    "2026-1": (
        Section("well", Stage.ASSESS, "What is going well"),
        Section("hard", Stage.ASSESS, "What is hard now", "What you see, not a label.", "", True),
        Section("shown", Stage.ASSESS, "What assessments and observations show"),
        Section("tried", Stage.ASSESS, "What was tried, and how it went"),
        Section("child", Stage.ASSESS, "What the child says", "In the child’s own words."),
        Section("parents", Stage.ASSESS, "What the parents say"),
        Section(
            "support",
            Stage.PLAN,
            "What we will do",
            "Who does what, how often, for how many minutes.",
            "provision",
            True,
        ),
        Section("home", Stage.PLAN, "What helps at home"),
        Section(
            "child_after", Stage.REVIEW, "What the child says now", "In the child’s own words."
        ),
        Section("parents_after", Stage.REVIEW, "What the parents say now"),
        Section("next", Stage.REVIEW, "What happens next", "", "", True),
    ),
}


def sections_of(version: str, stage: Stage | None = None) -> tuple[Section, ...]:
    """The questions of a version, of one stage or of all. KeyError for an unknown version."""
    return tuple(s for s in VERSIONS[version] if stage in (None, s.stage))


def section_of(version: str, key: str) -> Section | None:
    """One question of a version."""
    return next((section for section in VERSIONS[version] if section.key == key), None)
