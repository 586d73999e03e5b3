"""The words of a plan as they are compared: layout, numbering and punctuation left out.

A plan that was only typed again, renumbered, put into a table or set in capitals says the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Words that mean the same number, unit or sign however they are written.
SAME_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "min": "minutes", "mins": "minutes", "minute": "minutes",
    "hr": "hours", "hrs": "hours", "hour": "hours", "½": "0.5",
    "×": "x", "&": "and",
}  # fmt: skip
_WORD = re.compile(
    r"(?P<even>\b(?:1|one)(?:\s*[-–:]\s*|\s*[-–]?to[-–]?\s*|\s+to\s+)(?:1|one)\b)"
    r"|(?P<ratio>\d{1,2}\s*:\s*\d{1,2}(?!\d))"
    r"|(?P<number>\d+(?:[.,]\d+)?½?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[×&½])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*\-–—]|o(?=\s{1,3}[A-Z]))\s+")
_NUMBERING = re.compile(
    r"^\s*(?:"
    r"(?:need|outcome|provision|line|item)\s+\d{1,2}\s*[:.)–-]"
    r"|\(?(?:[A-K]\d?|[A-K]?\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):\]](?=\s)"
    r"|[A-K]\d{1,2}(?:\.\d{1,2})*\s*[-–:]?(?=\s)"
    r")\s*",
    re.IGNORECASE,
)
#: Numbers inside a line: "(a)", "F3".
_IN_LINE = re.compile(
    r"\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s*|\b[A-K]\d{1,2}(?:\.\d{1,2})*(?!\w)\s*[-–:.)]?\s*"
)
#: A row with nothing but a number and its sign: a bare figure may be an amount.
_ALONE = re.compile(
    r"^\s*(?:(?:need|outcome|provision|line|item)\s+\d{1,2}\s*[:.)–-]?"
    r"|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.):\]]|[A-K]\d{1,2}(?:\.\d{1,2})*[.):]?"
    r"|[•●▪◦‣·*–—-])\s*$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[\t|]+")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Word:
    """A word as it stands with what follows it, and its normal form."""

    text: str
    key: str


def words_of(text: str) -> list[Word]:
    """The words of a text in order; signs between them belong to the word before."""
    found = list(_WORD.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [
        Word(text[each.start() : end], _key(each)) for each, end in zip(found, ends, strict=True)
    ]


def keys_of(text: str) -> tuple[str, ...]:
    """The normal forms alone: equal for two texts that say the same."""
    return tuple(_key(each) for each in _WORD.finditer(text))


def plain(text: str) -> str:
    """The normal forms with a blank between them: what patterns are looked for in."""
    return " ".join(keys_of(text))


def pieces_of(text: str) -> list[str]:
    """The sentences of a text without bullets and numbers; a wrapped line goes on."""
    parts: list[str] = []
    was_number = False
    for row in _rows(text):
        if _ALONE.match(row):
            was_number = True
            continue
        bare, begins = without_numbering(row)
        begins, was_number = begins or was_number, False
        if not begins and parts and not parts[-1].rstrip().endswith((".", "!", "?", ";", ":")):
            parts[-1] = f"{parts[-1]} {bare}"
        else:
            parts.append(bare)
    sentences = (each for part in parts for each in _SENTENCES.split(_IN_LINE.sub("", part)))
    return [bare for each in sentences if keys_of(bare := without_numbering(each)[0])]


def without_numbering(row: str) -> tuple[str, bool]:
    """A line without its bullet or number, and whether it had one."""
    bare = row.strip()
    while True:
        shorter = _NUMBERING.sub("", _BULLET.sub("", bare), count=1)
        if shorter == bare or not keys_of(shorter):
            return bare, bare != row.strip()
        bare = shorter


def _rows(text: str) -> Iterator[str]:
    """Lines, and the cells of tables, each for itself."""
    for line in text.splitlines():
        for cell in _CELLS.split(line):
            if cell.strip():
                yield cell.strip()


def _key(found: re.Match) -> str:
    said = found.group().lower()
    if found["even"]:
        return "1:1"
    if found["ratio"]:
        return re.sub(r"\s", "", said)
    if found["number"]:
        return _number(said)
    bare = said.replace("'", "").replace("’", "")
    return SAME_WORDS.get(bare, bare)


def _number(said: str) -> str:
    whole = said.replace("½", "")
    half = 0.5 if "½" in said else 0
    value = float(whole.replace(",", "" if re.search(r",\d{3}$", whole) else ".")) + half
    return f"{value:g}"
