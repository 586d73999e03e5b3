"""Reading codes by their wordings: SEN status, type of need, and whatever else has a table."""

import re

from . import wordings
from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import key


def from_table(cell: Cell, table: dict[str, str], problem: str) -> str:
    text = text_of(cell)
    if text.lower() in wordings.BLANK:
        return ""
    if code := code_of(text, table):
        return code
    raise Unusable(problem)


def code_of(text: str, table: dict[str, str]) -> str | None:
    """The code of "K", "SEN Support", "K - SEN Support" or "SEN Support (K)"; never of "K?"."""
    if re.search(r"[?*~!]", text):
        return None
    if code := table.get(key(text)):
        return code
    parts = [part for part in re.split(r"\s*[-–—:=()\[\]]\s*", text) if part.strip()]
    codes = {table.get(key(part)) for part in parts}
    return codes.pop() if len(parts) > 1 and len(codes) == 1 else None


def read_sen_status(cell: Cell, context: Context) -> str:
    """N, K or E, or nothing; "yes" where the column does not say which.

    Statements and School Action are refused by name.
    """
    text = text_of(cell)
    if text.lower() in wordings.BLANK:
        return ""
    if context.is_yes_no and text.lower() in wordings.YES | wordings.NO:
        return "yes" if text.lower() in wordings.YES else "N"
    if code := code_of(text, wordings.SEN_STATUS):
        return code
    first = re.split(r"\s*[-–—:=(/]\s*", text, maxsplit=1)[0]
    if {key(text), key(first)} & wordings.RETIRED_SEN_STATUS:
        raise Unusable("retired SEN status")
    raise Unusable("unknown SEN status")


_NO_NEED = frozenset(
    {"", "none", "n a", "na", "nil", "null", "no need", "no needs", "not applicable"}
)
_RANK_FIRST = re.compile(r"^\s*(?:rank\s*)?#?([1-9])(?:st|nd|rd|th)?\s*[.):=-]\s*(?=\D)", re.I)
_RANK_LAST = re.compile(r"\s*[(\[-]\s*(?:rank\s*)?#?([1-9])(?:st|nd|rd|th)?\s*[)\]]?\s*$", re.I)
_RANK_WORD = re.compile(r"^\s*(primary|secondary|main)(?:\s*need)?\s*[:=\s-]\s*", re.I)
_STRONG = re.compile(r"[;|\\\n\r•·]+")
_WEAK = re.compile(r"\s*[,/&+]\s*|\s+and\s+|\s+(?=[1-9][.)])|\s+")

#: The longest wording of a need has ten words; a whole report in the cell is not searched.
_WORDS = 16


def read_needs(cell: Cell) -> tuple[str, ...]:
    """Need types in the order of their rank, from one cell with one or several."""
    text = _STRONG.sub(";", cell.strip()) if isinstance(cell, str) else cell
    text = text_of(text)
    if key(text) in _NO_NEED:
        return ()
    found = [need for part in text.split(";") if part.strip() for need in _needs_in(part)]
    places = ((rank or place, code) for place, (rank, code) in enumerate(found, start=1))
    return tuple(code for _, code in sorted(places, key=lambda pair: pair[0]))


def _needs_in(text: str) -> list[tuple[int, str]]:
    """(rank or 0, code) of every need in the text, longest wordings first."""
    if need := _one_need(text):
        return [need]
    bounds = [0, *(match.end() for match in _WEAK.finditer(text)), len(text) + 1]
    found: list[tuple[int, str]] = []
    start = 0
    while start < len(bounds) - 1:
        for end in range(min(len(bounds) - 1, start + _WORDS), start, -1):
            piece = text[bounds[start] : bounds[end]].strip(" ,/&+")
            piece = re.sub(r"^and\s+|\s+and$", "", piece)
            if piece and (need := _one_need(piece)):
                found.append(need)
                start = end
                break
        else:
            raise Unusable("unknown need type", hint=_hint(text))
    return found


def _hint(text: str) -> str:
    code = wordings.NEED_HINTS.get(key(text))
    return f" Often {code} is meant: ask the SENDCo." if code else " Ask the SENDCo which is meant."


def _one_need(text: str) -> tuple[int, str] | None:
    """(rank or 0, code) of a text that names exactly one need."""
    if code := code_of(text, wordings.NEED_TYPES):
        return 0, code
    rank = 0
    for pattern in (_RANK_FIRST, _RANK_LAST, _RANK_WORD):
        if match := pattern.search(text):
            word = match[1].lower()
            rank = int(word) if word.isdigit() else (2 if word == "secondary" else 1)
            text = text[: match.start()] + text[match.end() :]
    if code := code_of(text, wordings.NEED_TYPES):
        return rank, code
    first = re.split(r"\s*[-–—:(]\s*", text, maxsplit=1)
    code = code_of(first[0], wordings.NEED_TYPES)
    if len(first) == 2 and code and _only_describes(first[1], code):
        return rank, code
    return None


_NEED_CODES = frozenset(wordings.NEED_TYPES.values())


#: "ASD - awaiting assessment" is no type of need yet, "SLCN - resolved" is none any more.
_DOUBT = re.compile(
    r"[?*~!]|\b(?:await|wait|pend|quer|poss|prob|suspect|trait|refer|pathway|under|assess|not?\b"
    r"|never|ruled|resolved|previous|former|was\b|tbc|unconfirmed|undiagnosed|discharged|removed)",
    re.IGNORECASE,
)


def _only_describes(text: str, code: str) -> bool:
    """Words after a code ("SPLD - dyslexia") that name no other one and cast no doubt on it."""
    others = {word.upper() for word in re.findall(r"\w+", text)} & _NEED_CODES
    return others <= {code} and not _DOUBT.search(text)
