"""Councils' forms and papers' orders as a school has them, with their versions."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from aylsham.models import School
from ehcp.map_codes import MapKind
from ehcp.paper_codes import PARTS, PaperKind, parts_of
from ehcp.rules import paper_order
from ehcp.selectors.maps import SCHOOL, OwnMap, own_maps, own_versions
from reports.council_forms import checking
from reports.council_forms.mapping import MAPS, CouncilForm, forms, read_map

#: The order that every paper can fall back on; no school writes over it.
FIXED = (MapKind.PAPER, paper_order.PLAIN)


@dataclass(frozen=True)
class MapLine:
    """A map that is in use, or a version of one."""

    kind: MapKind
    code: str
    name: str
    whose: str
    #: `Comes with Aylsham`, `This school, version 3`.
    version: str
    #: The number of the school's newest version; 0: it has none.
    number: int
    #: Names the version in an address; empty for the one that comes with the program.
    key: str
    is_changeable: bool
    is_own: bool = False
    by: str = ""
    at: Any = None
    is_withdrawn: bool = False


def forms_of(school: School) -> dict[str, CouncilForm]:
    """Every form by its code as the school fills it; one statement."""
    own = own_maps(own_versions(school, MapKind.FORM))
    return {**forms(), **{code: _form(each) for code, each in own.items()}}


def _form(own: OwnMap) -> CouncilForm:
    return read_map(own.content, own.code)


def map_lines(school: School) -> dict[MapKind, list[MapLine]]:
    """What is in use, by kind; two statements."""
    return {kind: list(_lines(school, kind)) for kind in MapKind}


def _lines(school: School, kind: MapKind):
    versions = own_versions(school, kind)
    own = own_maps(versions)
    for code in sorted({*shipped(kind), *own}):
        number = next((v.number for v in versions if (v.owner, v.code) == (SCHOOL, code)), 0)
        if code in own:
            yield _line(kind, own[code], number)
        else:
            yield _shipped_line(kind, code, number)


def versions_of(school: School, kind: MapKind, code: str) -> list[MapLine]:
    """Every version of one map, the newest first, then the one that comes with the program."""
    rows = [each for each in own_versions(school, kind) if each.code == code]
    rows.sort(key=lambda each: each.at, reverse=True)
    found = [_line(kind, each, 0) for each in rows]
    return [*found, *([_shipped_line(kind, code, 0)] if code in shipped(kind) else [])]


def content_of(school: School, kind: MapKind, code: str, key: str = "") -> dict[str, Any] | None:
    """What a map says: the version of a key, `shipped`, or the one in use."""
    versions = [each for each in own_versions(school, kind) if each.code == code]
    if key and key != "shipped":
        return next((each.content for each in versions if each.key == key), None)
    own = own_maps(versions).get(code)
    return own.content if own and not key else shipped(kind).get(code)


def own_number(school: School, kind: MapKind, code: str, owner: str) -> int:
    """The number of an owner's newest version; 0 where there is none."""
    rows = own_versions(school, kind)
    return max(
        (each.number for each in rows if (each.owner, each.code) == (owner, code)), default=0
    )


@cache
def shipped(kind: MapKind) -> dict[str, dict[str, Any]]:
    """The maps that come with the program, as data by their code; read once, changed by nobody."""
    folder = MAPS if kind == MapKind.FORM else paper_order.FOLDER
    return {
        p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))
    }


def faults_of(kind: MapKind, content: Any) -> list[str]:
    """Everything that is wrong with a map, in sentences."""
    if kind == MapKind.FORM:
        return checking.faults_of(content)
    known = {each.value: [part.key for part in parts_of(each)] for each in PaperKind}
    return paper_order.faults_of(content, known)


def known_keys(kind: MapKind) -> list[tuple[str, str]]:
    """(key, what it is) of everything that a map can name."""
    if kind == MapKind.FORM:
        from reports.council_forms.questions import QUESTIONS

        return [(key, each.label) for key, each in QUESTIONS.items()]
    return [(key, part.title) for key, part in PARTS.items()]


def name_of(kind: MapKind, content: dict[str, Any]) -> str:
    """What it is called."""
    return str(content["title"] if kind == MapKind.FORM else content["name"])


def _whose(kind: MapKind, content: dict[str, Any]) -> str:
    if kind == MapKind.FORM:
        return str(content["council"])
    return ", ".join(name.title() for name in content["councils"]) or "Any council"


def _line(kind: MapKind, own: OwnMap, number: int) -> MapLine:
    return MapLine(
        kind,
        own.code,
        name_of(kind, own.content),
        _whose(kind, own.content),
        own.words,
        number,
        own.key,
        is_changeable=True,
        is_own=own.owner == SCHOOL,
        by=own.by,
        at=own.at,
        is_withdrawn=own.is_withdrawn,
    )


def _shipped_line(kind: MapKind, code: str, number: int) -> MapLine:
    content = shipped(kind)[code]
    return MapLine(
        kind,
        code,
        name_of(kind, content),
        _whose(kind, content),
        "Comes with Aylsham",
        number,
        "shipped",
        is_changeable=(kind, code) != FIXED,
    )
