"""Which fonts a paper needs beside ours, and which characters none of them can show: no Django.

Children at English primary schools write and speak many languages, and like emoji. A font costs
time with every PDF, so a paper takes only those whose characters stand in it. Chinese, Japanese
and Korean would be tens of megabytes: where such words stand, people are told before printing.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

PAPER = Path(__file__).resolve().parent.parent.parent / "static" / "fonts" / "paper"
OURS = "Atkinson Hyperlegible Next"
#: What shows nothing of its own: joiners, choices between black and coloured, line ends, blanks.
_SILENT = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
_ENTITY = re.compile(r"&#(x[0-9a-fA-F]+|\d+);")


class Covered:
    """The characters that a font can show."""

    def __init__(self, ranges: list[list[int]]):
        self.firsts = [first for first, _ in ranges]
        self.lasts = [last for _, last in ranges]

    def __contains__(self, code: int) -> bool:
        at = bisect_right(self.firsts, code) - 1
        return at >= 0 and code <= self.lasts[at]


@lru_cache(maxsize=1)
def fonts() -> dict[str, Covered]:
    """Our fonts by name in the order in which they are tried, the usual one ("") first."""
    found = json.loads((PAPER / "covered.json").read_text())
    return {name: Covered(ranges) for name, ranges in found.items()}


def without_font(texts: Iterable[str]) -> list[str]:
    """Characters that would be printed as empty boxes, each once, in their order."""
    characters = dict.fromkeys("".join(texts))
    return [
        each
        for each in characters
        if _is_seen(each) and not any(ord(each) in font for font in fonts().values())
    ]


def with_fonts(html: str) -> str:
    """The document with the fonts that its characters need; the same where ours is enough."""
    needed = _needed(html)
    if not needed:
        return html
    faces = "".join(
        f'@font-face {{ font-family: "{name}"; src: url("own:fonts/paper/{name}.ttf") }}\n'
        for name in needed
    )
    families = ", ".join(f'"{name}"' for name in (OURS, *needed))
    style = f"<style>\n{faces}body {{ font-family: {families}, sans-serif }}\n</style>"
    return html.replace("</head>", f"{style}</head>", 1)


def _needed(html: str) -> list[str]:
    written = {chr(int(f"0{c}", 16) if c[0] == "x" else int(c)) for c in _ENTITY.findall(html)}
    codes = {ord(each) for each in {*html, *written} if _is_seen(each)}
    found = {next((n for n, font in fonts().items() if code in font), "") for code in codes}
    return [name for name in fonts() if name and name in found]


def _is_seen(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character) not in _SILENT
