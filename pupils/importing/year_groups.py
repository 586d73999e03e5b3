"""Reading a year group, from "N2" to "Year 3 (Y3)"."""

import re

from . import wordings
from .faults import Unusable
from .sheets import Cell, text_of
from .texts import Context
from .wordings import key


def read_year_group(cell: Cell, context: Context) -> str:
    """E1 E2 N1 N2 R 1–6 X; "nursery" where only the date of birth can tell which."""
    text = re.sub(r"\.0+$", "", text_of(cell))
    if key(text) in wordings.BLANK and not text.startswith("-"):
        return ""
    if "?" not in text and (code := _year_group(text) or _year_group_in_parts(text)):
        return code
    if text.strip("-– ") == "":
        return ""
    raise Unusable("unknown year group")


_YEAR = re.compile(
    r"^(?:(?:nc|national curriculum|curriculum) ?)?(?:year|yr|y|ncy|nc)? ?0?(\d|[a-z]+)"
    r"(?:(?<=\d) ?[a-z ]*)?$"
)


def _year_group(text: str) -> str | None:
    """The year group that the words name, or "nursery", or None."""
    words = key(re.sub(r"(^|\s)[-–](?=[12]$)", r"\1minus ", text))
    words = re.sub(r" (?:am|pm|ft|pt|full time|part time)$", "", words)
    words = re.sub(r"^(?:year|yr|y) ?(?=n\d?$|nursery|r$|rec|minus)", "", words)
    if words in wordings.NURSERY:
        return "nursery"
    if code := wordings.YEAR_GROUPS.get(words):
        return code
    if not (match := _YEAR.match(words)):
        return None
    digit = wordings.NUMBER_WORDS.get(match[1], match[1])
    has_word = not words[0].isdigit() or words in {match[1], f"0{match[1]}"}
    return digit if has_word and digit in {"1", "2", "3", "4", "5", "6"} else None


def _year_group_in_parts(text: str) -> str | None:
    """The one year group of “Year 3 (Y3)”, “Nursery (N2)”, “Reception - Acorns”."""
    parts = [part for part in re.split(r"\s*[–—:,()\[\]]\s*|\s+-\s+", text) if part.strip()]
    read = [_year_group(part) for part in parts]
    if not read or read[0] is None:
        return None
    if any(code is None and re.search(r"\d", part) for part, code in zip(parts, read, strict=True)):
        return None
    codes = {code for code in read if code}
    if "nursery" in codes and codes & {"N1", "N2"}:
        codes.discard("nursery")
    return codes.pop() if len(codes) == 1 else None
