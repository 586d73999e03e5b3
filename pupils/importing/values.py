"""Readers of single cells: each gives the value, or raises `Unusable` with the problem."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from unicodedata import category

from pupils import upn as upns

from . import wordings
from .coded import code_of, from_table, read_needs, read_sen_status
from .dates import read_date
from .faults import Unusable
from .sheets import Cell, text_of
from .wordings import key

_NOT_IN_NAMES = re.compile(r"[\d@_=<>{}|\\^~*#?!%;:]")
_PLACEHOLDERS = frozenset({"tbc", "tba", "unknown", "not known", "xxx", "surname", "forename"})
_EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}$")
_MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf‘-„†-…‰‹-›€™œŸžŽšŠŒ˜ˆƒ]")


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may need besides the cell."""

    today: date
    cross_means: bool | None = True
    is_fraction: bool = False


def read_text(cell: Cell, context: Context) -> str:
    """Any text, with small tokens for nothing left out."""
    text = text_of(cell)
    return "" if text.lower() in wordings.BLANK else text


def read_words(cell: Cell, context: Context) -> str:
    """Words that begin like words: what a spreadsheet would calculate is a formula."""
    text = read_text(cell, context)
    if text[:1] in _CALCULATES:
        raise Unusable("formula in a cell")
    return text


_CALCULATES = frozenset("=＝+-@")


def read_name(cell: Cell, context: Context) -> str:
    """A name, or `Unusable` where it cannot be one."""
    if isinstance(cell, bool):
        raise Unusable("not a name")
    text = text_of(cell)
    if text.lower() in wordings.BLANK_NAME:
        return ""
    if "\ufffd" in text:
        raise Unusable("damaged characters")
    if text[0] in _CALCULATES:
        raise Unusable("formula in a cell")
    text = repair(text).strip('"“”„ ')
    if not any(letter.isalpha() for letter in text) or _NOT_IN_NAMES.search(text):
        raise Unusable("not a name")
    if key(text) in _PLACEHOLDERS or any(category(letter) in _PICTURES for letter in text):
        raise Unusable("not a name")
    return text


#: emoji and other symbols, private and unassigned characters
_PICTURES = frozenset({"So", "Sm", "Cc", "Co", "Cn", "Cs"})


def read_one_name(cell: Cell, context: Context) -> str:
    """A surname or a first name alone: a comma would mean that both stand in the cell."""
    name = read_name(cell, context)
    if "," in name:
        raise Unusable("not a name")
    return name


def repair(text: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252 ("ZoÃ«" is "Zoë")."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def read_day(cell: Cell, context: Context) -> date | None:
    """A date or nothing."""
    if text_of(cell).lower() in wordings.BLANK:
        return None
    return read_date(cell, today=context.today)


def read_upn(cell: Cell, context: Context) -> str:
    """A permanent or temporary UPN whose check letter is right, or nothing."""
    text = text_of(cell)
    if text.lower() in wordings.BLANK:
        return ""
    explained = upns.explain(re.sub(r"[\s./']", "", text))
    if not explained.valid:
        raise Unusable(_upn_problem(explained))
    return explained.upn


def read_former_upn(cell: Cell, context: Context) -> str:
    """A number the child had before; a slip in it is left out and told."""
    try:
        return read_upn(cell, context)
    except Unusable:
        raise Unusable("not a former UPN") from None


def _upn_problem(explained: upns.Explanation) -> str:
    if not explained.expected_letter:
        # A first letter that no UPN has, before twelve good characters, is the slip itself.
        is_letter = re.fullmatch(r"[IOS]\d{11}[0-9A-HJ-NP-RT-Z]", explained.upn)
        return "wrong check letter" if is_letter else "not a UPN"
    if explained.upn[1:4] not in upns.LA_CODES:
        return "unknown authority in the UPN"
    return "wrong check letter"


def read_number(cell: Cell, context: Context) -> str:
    """An admission or MIS number, kept as text with its zeros."""
    return read_words(cell, context).replace(" ", "")


def read_sex(cell: Cell, context: Context) -> str:
    """M or F."""
    return from_table(cell, wordings.SEX, "unknown sex")


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


def read_yes_no(cell: Cell, context: Context) -> bool | None:
    """True, False, or None for an empty cell."""
    if isinstance(cell, bool):
        return cell
    text = re.sub(r"^([01])\.0+$", r"\1", text_of(cell).lower())
    if text in wordings.BLANK and text not in {"none"}:
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
        return "yes" if read_yes_no(cell, context) else "N"
    except Unusable:
        raise Unusable("unknown care arrangement") from None


def read_young_carer(cell: Cell, context: Context) -> str:
    """N, P (said by a parent), S (said by the school); "yes" where it does not say by whom."""
    if code := code_of(text_of(cell), wordings.YOUNG_CARER):
        return code
    answer = read_yes_no(cell, context)
    return "" if answer is None else ("yes" if answer else "N")


def read_ethnicity(cell: Cell, context: Context) -> str:
    """The ethnicity as the file has it; codes in capitals."""
    text = read_words(cell, context)
    return text.upper() if len(text) == 4 and text.isalpha() else text


def read_attendance(cell: Cell, context: Context) -> Decimal | None:
    """A percentage with one decimal."""
    text = text_of(cell)
    if text.lower() in wordings.BLANK:
        return None
    try:
        number = Decimal(text.replace("%", "").replace(",", ".").strip())
    except InvalidOperation:
        raise Unusable("not a percentage") from None
    if context.is_fraction:
        number *= 100
    if not number.is_finite() or not 0 <= number <= 100:
        raise Unusable("not a percentage")
    return number.quantize(Decimal("0.1"))


_HOURS = re.compile(
    r"^(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)?(?:\s*(?:per|a|p|/)\s*w(?:ee)?k)?\.?$", re.I
)
_HOURS_MINUTES = re.compile(
    r"^(\d+)\s*(?:h|hrs?|hours?|:)\s*(\d{1,2})\s*(?:m|mins?|minutes?)?$", re.I
)


def read_hours(cell: Cell, context: Context) -> Decimal | None:
    """Hours a week: 12.5, 12,5, "12.5 hrs", "12h 30m"."""
    text = text_of(cell)
    if text.lower() in wordings.BLANK:
        return None
    if match := _HOURS.match(text):
        hours = Decimal(match[1].replace(",", "."))
    elif match := _HOURS_MINUTES.match(text):
        hours = Decimal(match[1]) + Decimal(match[2]) / 60
    else:
        raise Unusable("not a number of hours")
    if hours > 60:
        raise Unusable("not a number of hours")
    return hours.quantize(Decimal("0.01"))


def read_email(cell: Cell, context: Context) -> str:
    """An e-mail address, the first if there are several."""
    text = read_text(cell, context)
    first = re.split(r"[;,\s]+", text.removeprefix("mailto:"))[0] if text else ""
    if first and (len(first) > 254 or not _EMAIL.match(first)):
        raise Unusable("not an e-mail address")
    return first


def read_phone(cell: Cell, context: Context) -> str:
    """A phone number; a zero that a spreadsheet ate is put back."""
    text = read_text(cell, context)
    if not text:
        return ""
    digits = re.sub(r"\D", "", text)
    if re.search(r"\dE\+?\d", text, re.I) or len(digits) < 3 or len(text) > 40:
        raise Unusable("not a phone number")
    if digits == text and len(digits) == 10 and digits[0] in "12378":
        return f"0{digits}"
    if digits == text and len(digits) == 12 and digits.startswith("44"):
        return f"+{digits}"
    return text


Reader = Callable[[Cell, Context], object]


def _without(read: Callable[[Cell], object]) -> Reader:
    return lambda cell, context: read(cell)


READERS: dict[str, Reader] = {
    "upn": read_upn,
    "former_upn": read_former_upn,
    "admission_no": read_number,
    "full_name": read_name,
    "surname": read_one_name,
    "forename": read_one_name,
    "middle_names": read_name,
    "preferred_forename": read_one_name,
    "preferred_surname": read_one_name,
    "date_of_birth": read_day,
    "sex": read_sex,
    "year_group": read_year_group,
    "class_name": read_words,
    "joined_on": read_day,
    "left_on": read_day,
    "enrolment_status": read_words,
    "sen_status": _without(read_sen_status),
    "sen_since": read_day,
    **dict.fromkeys(("needs", "need_1", "need_2", "need_3", "need_4"), _without(read_needs)),
    "pupil_premium": read_pupil_premium,
    "ever_6": read_yes_no,
    "eypp": read_yes_no,
    "free_school_meals": read_free_meals,
    "service_child": read_yes_no,
    "young_carer": read_young_carer,
    "traveller": read_yes_no,
    "kinship_care": read_yes_no,
    "in_care": read_in_care,
    "post_looked_after": read_post_looked_after,
    "ethnicity": read_ethnicity,
    "first_language": read_words,
    "eal": read_yes_no,
    "attendance": read_attendance,
    "contact_1_name": read_words,
    "contact_1_relationship": read_words,
    "contact_1_phone": read_phone,
    "contact_1_email": read_email,
    "contact_2_name": read_words,
    "contact_2_relationship": read_words,
    "contact_2_phone": read_phone,
    "contact_2_email": read_email,
    "school": read_words,
    "authority": read_words,
    "first_issued_on": read_day,
    "last_review_on": read_day,
    "decision_on": read_day,
    "next_review_on": read_day,
    "hours": read_hours,
    "other_provision": read_text,
    "coordinator": read_words,
}
#: field → how many characters the record has room for; a longer cell is a slip, never cut
LONGEST: dict[str, int] = {
    **dict.fromkeys(("full_name", "middle_names"), 200),
    **dict.fromkeys(("surname", "forename", "preferred_forename", "preferred_surname"), 100),
    "admission_no": 40,
    **dict.fromkeys(("class_name", "ethnicity", "first_language"), 60),
    **dict.fromkeys(("contact_1_name", "contact_2_name", "coordinator"), 150),
    **dict.fromkeys(("contact_1_relationship", "contact_2_relationship"), 60),
    "authority": 100,
    "school": 200,
    "other_provision": 5_000,
}
#: Codes, dates, numbers and needs: far more than the longest that is right.
LONGEST_CODE = 500

#: a slip here is worth knowing, and no reason to leave a child out
ONLY_A_WARNING = frozenset({"not an e-mail address", "not a phone number", "not a former UPN"})
