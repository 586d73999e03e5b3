"""What a cycle asks for, stage by stage (SEND Code of Practice 6.44 to 6.56).

Versions are kept: a cycle shows the questions with which it was begun.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

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


#: Whose views answer which question, before the check and in the review.
ANSWERED_BY = {
    "parent_views": ("parents", "parents_after"),
    "pupil_views": ("child", "child_after"),
}


def question_for(kind: str, *, in_review: bool) -> str:
    """The key of the question that views of a kind answer; empty where none asks for them."""
    return ANSWERED_BY.get(kind, ("", ""))[in_review]


def sections_of(
    version: str, stage: Stage | None = None, rows: Sequence[Any] = ()
) -> tuple[Section, ...]:
    """The questions of a version, of one stage or of all.

    `rows` are those of a version that a school made; otherwise KeyError for an unknown version.
    """
    sections = sections_from(rows) if rows else VERSIONS[version]
    return tuple(s for s in sections if stage in (None, s.stage))


def section_of(version: str, key: str, rows: Sequence[Any] = ()) -> Section | None:
    """One question of a version."""
    return next((s for s in sections_of(version, rows=rows) if s.key == key), None)


def as_row(section: Section) -> dict[str, Any]:
    """A question as it is kept."""
    return asdict(section)


def sections_from(rows: Sequence[Any]) -> tuple[Section, ...]:
    """Questions as they were kept; what is no question, in a pack from elsewhere, is left out."""
    return tuple(filter(None, map(_section, rows)))


def _section(row: Any) -> Section | None:
    try:
        return Section(
            key=str(row["key"])[:20],
            stage=Stage(row["stage"]),
            title=str(row["title"]),
            hint=str(row.get("hint", "")),
            checked="provision" if row.get("checked") == "provision" else "",
            is_needed=row.get("is_needed") is True,
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


#: Stages about which a school may ask; what is done is counted, not asked.
ASKED = (Stage.ASSESS, Stage.PLAN, Stage.REVIEW)
#: So many questions a stage: nobody answers more.
MOST = 15


def problem_of_questions(sections: Sequence[Section]) -> str:
    """Why a set of questions cannot be asked; empty when it can."""
    for stage in ASKED:
        of_stage = [section for section in sections if section.stage == stage]
        if not of_stage:
            return f"Keep at least one question under “{stage.value.title()}”."
        if len(of_stage) > MOST:
            return f"More than {MOST} questions under “{stage.value.title()}”: nobody answers them."
    titles = [section.title.casefold() for section in sections]
    twice = next((s.title for s in sections if titles.count(s.title.casefold()) > 1), "")
    return f"“{twice}” is asked twice." if twice else ""


def new_keys(known: Iterable[str], count: int) -> list[str]:
    """Keys for so many new questions, none of which was used before: `q1`, `q2` …"""
    taken = set(known)
    free = (f"q{number}" for number in range(1, len(taken) + count + 1))
    return [key for key in free if key not in taken][:count]
