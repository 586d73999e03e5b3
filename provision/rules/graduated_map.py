"""A council's graduated provision map, INDES and element 3, read from data.

The facts stand in `graduated_map.toml` with how sure we are of each.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("graduated_map.toml")
#: How sure a fact is, in words.
SURE_WORDS = {
    "V": "checked with the council's page",
    "S": "seen in a secondary source",
    "M": "not published: check locally",
}
KINDS = frozenset({"text", "number", "pence", "day"})


@dataclass(frozen=True)
class MapTier:
    """A tier as the council words it."""

    code: str
    label: str
    means: str
    sure: str


@dataclass(frozen=True)
class Column:
    """A column of the map: the key of its value, its heading, what kind of value it has."""

    key: str
    label: str
    kind: str
    sure: str
    #: Words that the school writes; what is recorded only drafts them.
    is_written: bool = False


@dataclass(frozen=True)
class MapShape:
    """A version of the map, from a day until the next version."""

    version: str
    starts_on: dt.date
    tiers: tuple[MapTier, ...]
    columns: tuple[Column, ...]
    sure: str
    note: str

    def row(self, values: Mapping[str, Any]) -> list[Any]:
        """A line's values in the order of the columns, None where it has none.

        Raises KeyError for a value that no column shows, so that nothing is left out unseen.
        """
        unknown = set(values) - {column.key for column in self.columns}
        if unknown:
            raise KeyError(f"no column for {', '.join(sorted(unknown))}")
        return [values.get(column.key) for column in self.columns]


@dataclass(frozen=True)
class Section:
    """A section of INDES and the broad area of need that it belongs to."""

    number: int
    label: str
    area: str
    sure: str


@dataclass(frozen=True)
class Indes:
    """A version of the framework; without sections where they are not known to us."""

    version: str
    starts_on: dt.date
    ends_on: dt.date
    sections: tuple[Section, ...]
    sure: str
    note: str


@dataclass(frozen=True)
class Element3:
    """How the council gives element 3, in words; its formula is not published."""

    starts_on: dt.date
    means: str
    informed_by: tuple[str, ...]
    citation: str
    sure: str
    note: str


@dataclass(frozen=True)
class Rating:
    """How well a setting does what a statement says, lowest first in a scheme."""

    key: str
    label: str
    state: str


@dataclass(frozen=True)
class Ipsef:
    """A version of the self-evaluation: its ratings, and the statements that one begins with."""

    version: str
    starts_on: dt.date
    ratings: tuple[Rating, ...]
    #: Heading and statement.
    statements: tuple[tuple[str, str], ...]
    sure: str
    note: str

    def rating(self, key: str) -> Rating | None:
        """A rating by its key; None for none, or one of another scheme."""
        return next((each for each in self.ratings if each.key == key), None)


@dataclass(frozen=True)
class CouncilShapes:
    """All that is known of a council's shapes."""

    council: str
    #: Local authority codes of the schools that it is about.
    la_codes: frozenset[str]
    practice_framework: str
    maps: tuple[MapShape, ...]
    indes: tuple[Indes, ...]
    element_3: tuple[Element3, ...]
    ipsef: tuple[Ipsef, ...]

    def map_on(self, day: dt.date) -> MapShape | None:
        """The map's version of a day; None before the first."""
        past = [shape for shape in self.maps if shape.starts_on <= day]
        return max(past, key=lambda shape: shape.starts_on, default=None)

    def map_of(self, version: str) -> MapShape | None:
        """A version of the map by its name."""
        return next((shape for shape in self.maps if shape.version == version), None)

    def indes_of(self, version: str) -> Indes | None:
        """A version of INDES by its name."""
        return next((each for each in self.indes if each.version == version), None)

    def ipsef_on(self, day: dt.date) -> Ipsef | None:
        """The self-evaluation of a day; None before the first."""
        past = [each for each in self.ipsef if each.starts_on <= day]
        return max(past, key=lambda each: each.starts_on, default=None)

    def indes_on(self, day: dt.date) -> Indes | None:
        """The version of INDES of a day; None where there is none."""
        return next((each for each in self.indes if each.starts_on <= day <= each.ends_on), None)

    def element_3_on(self, day: dt.date) -> Element3 | None:
        """How element 3 was given on a day; None before what is known."""
        past = [each for each in self.element_3 if each.starts_on <= day]
        return max(past, key=lambda each: each.starts_on, default=None)


@cache
def norfolk() -> CouncilShapes:
    """Norfolk's, from the file."""
    return shapes_from(_FILE.read_text(encoding="utf-8"))


def shapes_from(text: str) -> CouncilShapes:
    """Shapes from TOML; raises ValueError for an unknown kind of column or how sure it is."""
    data = tomllib.loads(text)
    found = CouncilShapes(
        council=data["council"],
        la_codes=frozenset(data.get("la_codes", ())),
        practice_framework=data.get("practice_framework", ""),
        maps=tuple(_map(each) for each in data.get("map", ())),
        indes=tuple(_indes(each) for each in data.get("indes", ())),
        element_3=tuple(_element_3(each) for each in data.get("element_3", ())),
        ipsef=tuple(_ipsef(each) for each in data.get("ipsef", ())),
    )
    _check(found)
    return found


def _map(each: Mapping[str, Any]) -> MapShape:
    return MapShape(
        version=each["version"],
        starts_on=each["from"],
        tiers=tuple(MapTier(**tier) for tier in each["tier"]),
        columns=tuple(Column(**column) for column in each["column"]),
        sure=each["sure"],
        note=each.get("note", ""),
    )


def _indes(each: Mapping[str, Any]) -> Indes:
    return Indes(
        version=each["version"],
        starts_on=each.get("from", dt.date.min),
        ends_on=each.get("until", dt.date.max),
        sections=tuple(Section(**section) for section in each.get("section", ())),
        sure=each["sure"],
        note=each.get("note", ""),
    )


def _element_3(each: Mapping[str, Any]) -> Element3:
    return Element3(
        starts_on=each["from"],
        means=each["means"],
        informed_by=tuple(each["informed_by"]),
        citation=each["citation"],
        sure=each["sure"],
        note=each.get("note", ""),
    )


def _ipsef(each: Mapping[str, Any]) -> Ipsef:
    return Ipsef(
        version=each["version"],
        starts_on=each["from"],
        ratings=tuple(Rating(**rating) for rating in each["rating"]),
        statements=tuple(
            (group["heading"], text) for group in each["group"] for text in group["statements"]
        ),
        sure=each["sure"],
        note=each.get("note", ""),
    )


def _check(found: CouncilShapes) -> None:
    tagged: list[MapShape | Indes | Element3 | Ipsef | MapTier | Column | Section] = []
    for group in (found.maps, found.indes, found.element_3, found.ipsef):
        tagged += group
    for shape in found.maps:
        tagged += (*shape.tiers, *shape.columns)
    for indes in found.indes:
        tagged += indes.sections
    if odd := {each.sure for each in tagged} - set(SURE_WORDS):
        raise ValueError(f"unknown mark of how sure a fact is: {', '.join(sorted(odd))}")
    kinds = {column.kind for shape in found.maps for column in shape.columns}
    if odd := kinds - KINDS:
        raise ValueError(f"unknown kind of column: {', '.join(sorted(odd))}")


def shapes_for(la_code: str) -> tuple[CouncilShapes, bool]:
    """The shapes for a school of a local authority, and whether they are its own council's."""
    known = norfolk()
    return known, la_code in known.la_codes


def kept_from(
    shapes: CouncilShapes, shape: MapShape, lines: Iterable[tuple[str, Mapping[str, Any]]]
) -> dict[str, Any]:
    """A map as plain data that needs no shape to be read again: tiers, columns, lines by key."""
    return {
        "council": shapes.council,
        "shape": shape.version,
        "tiers": [[tier.code, tier.label] for tier in shape.tiers],
        "columns": [[each.key, each.label, each.kind, each.is_written] for each in shape.columns],
        "lines": [[key, shape.row(values)] for key, values in lines],
    }


@dataclass(frozen=True)
class MapChange:
    """What differs from one kept map to the next: names of lines, and pence in all."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    pence: int


def changes_of(before: Mapping[str, Any], after: Mapping[str, Any]) -> MapChange:
    """What a map has that the one before had not, and the other way round; by the lines' keys."""
    old, new = _by_key(before), _by_key(after)
    return MapChange(
        added=tuple(new[key]["name"] for key in new if key not in old),
        gone=tuple(old[key]["name"] for key in old if key not in new),
        pence=pence_of(after) - pence_of(before),
    )


def pence_of(kept: Mapping[str, Any]) -> int:
    """What the lines of a kept map cost together."""
    return sum(line.get("pence") or 0 for line in _by_key(kept).values())


def _by_key(kept: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    keys = [column[0] for column in kept["columns"]]
    return {key: dict(zip(keys, row, strict=True)) for key, row in kept["lines"]}
