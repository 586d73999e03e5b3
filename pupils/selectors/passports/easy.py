"""The passport in easy-read: short sentences, each with a picture; for a screen and for paper."""

import hashlib
import re
from dataclasses import dataclass

from aylsham.documents.fonts import without_font
from pupils.models import PassportSymbol
from pupils.rules.lines import HELPS
from pupils.selectors.identity import Child
from pupils.selectors.passports.own_words import OwnWords
from pupils.selectors.passports.page import PassportPage
from pupils.selectors.passports.parts import Part
from pupils.symbols import OF_PARTS, SYMBOLS, Symbol, suggested

_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class EasyLine:
    """A sentence, its picture, and the line that the picture is chosen for."""

    text: str
    symbol: Symbol | None
    key: str


@dataclass(frozen=True)
class EasyPart:
    """One part: its picture and its sentences."""

    code: str
    label: str
    symbol: Symbol
    lines: tuple[EasyLine, ...]


def easy_parts(child: Child, page: PassportPage) -> list[EasyPart]:
    """The page's parts for everyone in short sentences, with pictures; one statement."""
    rows = PassportSymbol.objects.filter(school_id=child.school.pk, passport__pupil=child.pupil)
    chosen = dict(rows.values_list("line", "symbol"))
    return [_part(part, chosen) for part in page.parts if any(_open(part))]


def _open(part: Part):
    return [line for line in part.lines if line.text.strip() and not line.sensitivity_words]


def _part(part: Part, chosen: dict[str, str]) -> EasyPart:
    own = SYMBOLS.get(chosen.get(part.code, ""), SYMBOLS[OF_PARTS[part.code]])
    lines = []
    for line in _open(part):
        for said in _sentences(line.text):
            key = line.key if part.code == HELPS else key_of(part.code, said)
            symbol = SYMBOLS.get(chosen[key]) if key in chosen else suggested(said)
            lines.append(EasyLine(said, symbol, key))
    return EasyPart(part.code, part.label, own, tuple(lines))


def unprintable(name: str, parts: list[EasyPart], own: OwnWords) -> list[str]:
    """Characters of the easy-read print that no font of ours can show."""
    said = [line.text for part in parts for line in part.lines]
    return without_font([name, *said, *own.on_paper.texts])


def key_of(part: str, sentence: str) -> str:
    """The name of one sentence of a part; another wording is another sentence."""
    return f"{part}~{hashlib.sha256(sentence.encode()).hexdigest()[:12]}"


def _sentences(text: str) -> list[str]:
    return [each for line in text.splitlines() for each in _END.split(line.strip()) if each]
