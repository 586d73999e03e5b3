"""Reading yes and no in all their forms, and columns whose yes has a kind."""

import re

from . import wordings
from .coded import code_of
from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import key


def read_yes_no(cell: Cell, context: Context) -> bool | None:
    """True, False, or None for an empty cell and for what nobody knows."""
    if isinstance(cell, bool):
        return cell
    text = re.sub(r"^([01])\.0+$", r"\1", text_of(cell).lower())
    if text in wordings.NOT_KNOWN or (text in wordings.BLANK and text not in {"none"}):
        return None
    if re.search(r"[?*~!]", text):
        raise Unusable("not yes or no")
    # Letters with accents are no letters here: ý is a crossed box in the font of ticks.
    word, *more = re.split(r"\s*[-–—:,(]\s*", text, maxsplit=1)
    rest = "".join(more)
    for words in (text, key(text) if text.isascii() else text):
        if words in wordings.YES | wordings.NO | {"none"}:
            return words in wordings.YES
    if word in wordings.YES and not _TAKES_BACK.search(rest):
        return True
    if word in wordings.NO and re.match(r"no|n\)?$|not|never|f\)?$|false", rest):
        return False
    if text in wordings.CROSS and context.cross_means is not None:
        return context.cross_means
    raise Unusable("not yes or no")


#: "Yes - ended July" says two things
_TAKES_BACK = re.compile(
    r"\b(?:pend|appl|await|until|end|ceas|previous|former|was\b|left|not?\b|expire|tbc|unconfirmed)"
)
_YES_AND = re.compile(r"^(?:yes|y|true|t|1)\s*[-–—:,(]\s*(.+?)\)?$", re.IGNORECASE)


def read_pupil_premium(cell: Cell, context: Context) -> frozenset[str] | bool | None:
    """Yes, no, or the kinds that the cell names: "FSM6", "Service; LAC", "Yes - Ever 6"."""
    text = text_of(cell)
    match = _YES_AND.match(text)
    kinds = _premium_kinds(match[1] if match else text)
    return kinds or read_yes_no(cell, context)


def _premium_kinds(text: str) -> frozenset[str]:
    """The kinds, or none where any part of the text is not one."""
    if whole := wordings.PREMIUM_KINDS.get(key(text)):
        return frozenset({whole})
    parts = [part for part in re.split(r"[;,/|&+\n]", text) if part.strip()]
    kinds = {wordings.PREMIUM_KINDS.get(key(part)) for part in parts}
    return frozenset(kind for kind in kinds if kind) if None not in kinds else frozenset()


def read_free_meals(cell: Cell, context: Context) -> str | bool | None:
    """Yes, no, or the basis: targeted, expanded, universal_infant."""
    if basis := wordings.FREE_MEAL_BASIS.get(key(text_of(cell))):
        return basis
    return read_yes_no(cell, context)


def read_in_care(cell: Cell, context: Context) -> bool | None:
    """Yes or no, also from the words of a care status."""
    words = key(text_of(cell))
    if words in wordings.IN_CARE_YES:
        return True
    if words in wordings.IN_CARE_NO:
        return False
    return read_yes_no(cell, context)


def read_kinship_care(cell: Cell, context: Context) -> bool | None:
    """Yes or no, also from the order under which a child lives with kin."""
    return True if key(text_of(cell)) in wordings.KINSHIP_YES else read_yes_no(cell, context)


def read_service_child(cell: Cell, context: Context) -> bool | None:
    """Yes or no, also from the name of a service; the census's R is refused, so not known."""
    if text_of(cell).lower() == "r":
        return None
    return True if key(text_of(cell)) in wordings.SERVICE_YES else read_yes_no(cell, context)


def read_traveller(cell: Cell, context: Context) -> bool | None:
    """Yes or no, also from the name of a people."""
    return True if key(text_of(cell)) in wordings.TRAVELLER_YES else read_yes_no(cell, context)


def read_post_looked_after(cell: Cell, context: Context) -> str:
    """The arrangement's code N A G R C; "yes" where the file does not say which."""
    if isinstance(cell, bool):
        return "yes" if cell else "N"
    text = text_of(cell)
    if text in {"N/A", "n/a"} or text.lower() in wordings.BLANK:
        return ""
    if code := code_of(text, wordings.POST_LOOKED_AFTER):
        return code
    try:
        answer = read_yes_no(cell, context)
        return "" if answer is None else ("yes" if answer else "N")
    except Unusable:
        raise Unusable("unknown care arrangement") from None


def read_young_carer(cell: Cell, context: Context) -> str:
    """N, P (said by a parent), S (said by the school); "yes" where it does not say by whom."""
    if code := code_of(text_of(cell), wordings.YOUNG_CARER):
        return code
    answer = read_yes_no(cell, context)
    return "" if answer is None else ("yes" if answer else "N")
