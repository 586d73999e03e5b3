"""In what order, and under which headings, a council wants the parts of a review paper.

Orders are data (`ehcp/paper_maps/*.json`), in our own words. A part that an order does not name
comes at its end under its plain heading: no order loses anything.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "paper_maps"
PLAIN = "plain"


class PaperMapError(ValueError):
    """A file that is no order of a paper; the message says why."""


@dataclass(frozen=True)
class OrderedPart:
    """A part in its place: the number and heading that the council's form gives it."""

    key: str
    number: str
    heading: str


@dataclass(frozen=True)
class PaperMap:
    """An order: its name, whose it is, since when, and the parts of each kind of paper."""

    key: str
    name: str
    #: Lower-case words of which one stands in the name of the council; none: for any.
    councils: tuple[str, ...]
    version: str
    source: str
    #: Where the paper is sent, as the council says; empty: where nobody has said.
    send_to: str
    parts: Mapping[str, tuple[OrderedPart, ...]]

    def suits(self, council: str) -> bool:
        """Whether it is made for a council of this name."""
        words = council.casefold()
        return any(name in words for name in self.councils)


def read_map(key: str, text: str, known: Iterable[str]) -> PaperMap:
    """The order that a JSON text describes; `known`: every key of a part. Raises PaperMapError."""
    try:
        facts = json.loads(text)
        parts = {kind: tuple(_part(each) for each in rows) for kind, rows in facts["parts"].items()}
        found = PaperMap(
            key, facts["name"], tuple(facts["councils"]), facts["version"], facts["source"],
            facts.get("send_to", ""), parts,
        )  # fmt: skip
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as problem:
        raise PaperMapError(f"This is no order of a paper: {problem}") from problem
    for rows in parts.values():
        keys = [part.key for part in rows]
        if strange := set(keys) - set(known):
            raise PaperMapError(f"There is no part called “{sorted(strange)[0]}”.")
        if len(set(keys)) < len(keys):
            raise PaperMapError("A part stands in it twice.")
    return found


def faults_of(facts: Any, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Everything that is wrong with an order, in sentences; `known`: parts by kind of paper."""
    if not isinstance(facts, dict):
        return ["The file has to begin with { and end with }."]
    found = [
        f"“{name}” is missing: {why}."
        for name, why in _NEEDED.items()
        if not isinstance(facts.get(name), str) or not facts[name].strip()
    ]
    councils = facts.get("councils")
    if not isinstance(councils, list) or not all(isinstance(c, str) and c for c in councils):
        found.append('“councils” has to be a list of words, such as ["norfolk"].')
    parts = facts.get("parts")
    if not isinstance(parts, dict) or not parts:
        return [*found, "“parts” is missing: it has a list of parts for each kind of paper."]
    for kind, rows in parts.items():
        if kind not in known:
            found.append(f"There is no paper called “{kind}”. Papers: {', '.join(known)}.")
        elif not isinstance(rows, list):
            found.append(f"“{kind}” has to be a list of parts.")
        else:
            found += _faults_of_parts(kind, rows, list(known[kind]))
    return found


def _faults_of_parts(kind: str, rows: list[Any], known: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for place, row in enumerate(rows, 1):
        where = f"Part {place} of “{kind}”"
        if not isinstance(row, dict) or not isinstance(row.get("part"), str):
            yield f"{where} does not say which part it is."
            continue
        if row["part"] not in known:
            yield f"{where}: there is no part “{row['part']}”. Parts: {', '.join(known)}."
        elif row["part"] in seen:
            yield f"{where}: “{row['part']}” stands there twice."
        seen.add(row["part"])
        if not isinstance(row.get("number"), str | int) or not str(row["number"]).strip():
            yield f"{where} has no number."
        if not isinstance(row.get("heading", ""), str):
            yield f"{where}: the heading has to be words."


_NEEDED = {
    "name": "what the order is called",
    "version": "which edition of the council’s form it is for",
    "source": "where the order comes from",
}


@cache
def paper_maps(known: tuple[str, ...]) -> dict[str, PaperMap]:
    """Every order that is held, the plain one first."""
    files = sorted(FOLDER.glob("*.json"), key=lambda path: (path.stem != PLAIN, path.stem))
    return {
        path.stem: read_map(path.stem, path.read_text(encoding="utf-8"), known) for path in files
    }


def map_for(council: str, maps: Mapping[str, PaperMap]) -> PaperMap:
    """The order of a council, or else the plain one."""
    return next((each for each in maps.values() if each.suits(council)), maps[PLAIN])


def in_order(order: PaperMap, kind: str, titles: Mapping[str, str]) -> tuple[OrderedPart, ...]:
    """The parts (key to plain heading) in the order of the council, what it leaves out at the end."""
    named = [part for part in order.parts.get(kind, ()) if part.key in titles]
    placed = {part.key for part in named}
    left = [key for key in titles if key not in placed]
    start = len(named) + 1
    rest = [OrderedPart(key, str(n), titles[key]) for n, key in enumerate(left, start)]
    return (*(_titled(part, titles) for part in named), *rest)


def _titled(part: OrderedPart, titles: Mapping[str, str]) -> OrderedPart:
    return part if part.heading else OrderedPart(part.key, part.number, titles[part.key])


def _part(facts: dict) -> OrderedPart:
    return OrderedPart(facts["part"], str(facts["number"]), facts.get("heading", ""))
