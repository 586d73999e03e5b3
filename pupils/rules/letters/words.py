"""Words of a letter: placeholders from a closed list, paragraphs, marks of their text. No Django.

A template is text and nothing else: a name in braces is looked up in a list, nothing is run.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_BRACES = re.compile(r"\{([^{}\n]{0,60})\}")

#: What may stand in braces, and what comes in its place.
PLACEHOLDERS: dict[str, str] = {
    "first name": "the name by which the child is known",
    "full name": "first and last name",
    "class": "the child's class",
    "year": "the child's year group",
    "addressee": "whom the letter is for",
    "school": "the school's name",
    "school address": "address from the letterhead",
    "school phone": "phone from the letterhead",
    "SENDCo": "the SENDCo's name",
    "today": "the day of the letter",
    "support since": "the day on which SEN support or the plan began",
    "time and place": "when and where the review meeting is, once that is set",
    "order": "the Tribunal's order that the council has not carried out in time, and its day",
    "order says": "what the council had to do",
    "order due": "the last day for that",
    "council": "the council that keeps the EHC plan",
    "due date": "the child's own last day by the rule of the template",
    "counted from": "the day from which that rule counts",
    "weeks passed": "full weeks since that day",
    "how counted": "how the rule counts",
    "citation": "the paragraph of the law, as lawyers write it",
    "law": "what that paragraph says, in a sentence",
}

#: These say the same in every child's letter.
NOT_OF_A_CHILD = frozenset(
    {"law", "citation", "how counted", "school", "school address", "school phone", "SENDCo"}
)


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, or a list of points."""

    kind: str  # "text", "heading", "list"
    text: str  # as it was written, without the marks of its kind
    points: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells this text from any other, however its lines were broken."""
        return digest_of(self.text)


def unknown_placeholders(*texts: str) -> list[str]:
    """What stands in braces and is not in the list, each once."""
    found = dict.fromkeys(name for text in texts for name in _BRACES.findall(text))
    return [name for name in found if name not in PLACEHOLDERS]


def placeholders_in(*texts: str) -> list[str]:
    """What stands in braces, each once, in its order."""
    return list(dict.fromkeys(name for text in texts for name in _BRACES.findall(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known in the place of its placeholders; the others stay as they are.

    In one pass: braces in a child's name are never looked up.
    """
    return _BRACES.sub(lambda found: values.get(found[1]) or found[0], text)


def unfilled(text: str, values: Mapping[str, str], names: Iterable[str]) -> str:
    """The text with placeholders where their values stand as whole words, the longest first."""
    by_value = {values[name]: name for name in names if values.get(name)}
    if not by_value:
        return text
    longest = sorted(by_value, key=len, reverse=True)
    found = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    return found.sub(lambda each: f"{{{by_value[each[0]]}}}", text)


def blocks_of(text: str) -> list[Block]:
    """Paragraphs are divided by empty lines; "## " begins a heading, "- " each point of a list."""
    found: list[tuple[str, list[str]]] = []
    before = ""
    for line in map(str.strip, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        kind = _kind(line)
        if kind and (kind != before or kind == "heading"):
            found.append((kind, []))
        if kind:
            found[-1][1].append(line.removeprefix(_MARKS.get(kind, "")).strip())
        before = kind
    return [_block(kind, lines) for kind, lines in found]


def digest_of(text: str) -> str:
    """SHA-256 in hex of a text with its blanks made one."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


_MARKS = {"heading": "## ", "list": "- "}


def _kind(line: str) -> str:
    """What a line belongs to; empty for a line without words."""
    marked = (kind for kind, mark in _MARKS.items() if line.startswith(mark))
    return next(marked, "text") if line else ""


def _block(kind: str, lines: list[str]) -> Block:
    return Block(kind, "\n".join(lines), tuple(lines) if kind == "list" else ())
