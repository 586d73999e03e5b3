"""The shape of the proposed individual support plan, held as data that can be replaced."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHAPE_FILE = Path(__file__).parent.parent / "data" / "support_plan.toml"
#: What of the record can fill a section.
SOURCES = (
    "layer", "needs", "strategies", "outcomes", "provision", "promises",
    "child_views", "family_views", "review",
)  # fmt: skip


class ShapeError(ValueError):
    """A file that is no shape of a plan; the message says why."""


@dataclass(frozen=True)
class ShapeSection:
    """One section of the plan, and what of the record fills it (of SOURCES)."""

    key: str
    title: str
    filled_from: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True)
class PlanShape:
    """A shape with its name, where it comes from and on which day that was said."""

    name: str
    #: What its title always carries: "proposed" while no law asks for it.
    state: str
    version: str
    source: str
    source_on: dt.date
    sections: tuple[ShapeSection, ...]


def read_shape(text: str) -> PlanShape:
    """The shape that a TOML text describes. Raises ShapeError."""
    try:
        facts = tomllib.loads(text)
        sections = tuple(map(_section, facts.pop("section")))
        shape = PlanShape(sections=sections, **facts)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as problem:
        raise ShapeError(f"This is no shape of a plan: {problem}") from problem
    if len({section.key for section in sections}) < len(sections):
        raise ShapeError("Two sections have the same key.")
    return shape


@cache
def plan_shape() -> PlanShape:
    """The shape that is in use."""
    return read_shape(SHAPE_FILE.read_text(encoding="utf-8"))


def _section(facts: dict) -> ShapeSection:
    filled = tuple(facts["from"])
    if strange := [name for name in filled if name not in SOURCES]:
        raise ShapeError(f"Nothing in the record is called “{strange[0]}”.")
    return ShapeSection(facts["key"], facts["title"], filled, facts.get("hint", ""))
