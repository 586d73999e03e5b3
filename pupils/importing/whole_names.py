"""A whole name in one column: which part is the surname."""

import re
from collections.abc import Iterable

from .columns import Columns
from .records import Record

_SURNAME_FIRST = re.compile(r"\W*(?:(?:legal|pupil|child)\W+)*(?:sur|last|family)", re.IGNORECASE)


def split_name(record: Record, full: str) -> None:
    """“Burton, Josephine”, “Josephine Burton”, “BURTON Josephine Ann”; the rest a person says."""
    if record.values.get("surname") and record.values.get("forename"):
        return
    if not full:
        record.blame("full_name", "missing")
        return
    surname, comma, forename = (part.strip() for part in full.partition(","))
    if not comma:
        surname, forename = _by_order(full.split(), record.heading("full_name"))
    if not surname or not forename or "," in forename:
        record.blame("full_name", "which is the surname")
        return
    for name, part in (("surname", surname), ("forename", forename)):
        if not record.values.get(name):
            record.values[name] = part
            record.given.add(name)


def _by_order(words: list[str], heading: str) -> tuple[str, str]:
    """(surname, first name): by capitals, else by the heading's order; nothing when in doubt."""
    for place in range(1, len(words)):
        head, tail = words[:place], words[place:]
        if _only_loud(head) and not any(map(_is_loud, tail)):
            return " ".join(head), " ".join(tail)
        if _only_loud(tail) and not any(map(_is_loud, head)):
            return " ".join(tail), " ".join(head)
    if len(words) != 2:
        return "", ""
    return (words[0], words[1]) if _SURNAME_FIRST.match(heading) else (words[1], words[0])


def _is_loud(word: str) -> bool:
    return word.isupper() and len(word) > 2


def _only_loud(words: list[str]) -> bool:
    """BURTON, or DE LA CRUZ."""
    return any(map(_is_loud, words)) and all(word.isupper() for word in words)


def name_order(columns: Columns, texts: Iterable[str]) -> str:
    """A sentence about names without a comma in one column, or nothing."""
    heading = next((column.heading for column in columns.of("full_name")), "")
    if not any(text and "," not in text for text in texts):
        return ""
    order = (
        "surname, then first name" if _SURNAME_FIRST.match(heading) else "first name, then surname"
    )
    return f"Names in “{heading}” without a comma or capitals were read as {order}."
