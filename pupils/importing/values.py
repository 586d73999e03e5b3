"""Readers of single cells: each gives the value, or raises `Unusable` with the problem."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from pupils import upn as upns

from . import wordings
from .coded import code_of, from_table, read_needs, read_sen_status
from .dates import read_date
from .faults import Unusable
from .sheets import Cell, text_of
from .wordings import key

_NOT_IN_NAMES = re.compile(r"[\d@_=<>{}|\\^~*#?!%;:]")
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


def read_name(cell: Cell, context: Context) -> str:
    """A name, or `Unusable` where it cannot be one."""
    text = text_of(cell)
    if text.lower() in wordings.BLANK_NAME:
        return ""
    if "\ufffd" in text:
        raise Unusable("damaged characters")
    text = repair(text)
    if not any(letter.isalpha() for letter in text) or _NOT_IN_NAMES.search(text):
        raise Unusable("not a name")
    return text


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
    text = text_of(cell)
    return "" if text.lower() in wordings.BLANK else text.replace(" ", "")


def read_sex(cell: Cell, context: Context) -> str:
    """M or F."""
    return from_table(cell, wordings.SEX, "unknown sex")


def read_year_group(cell: Cell, context: Context) -> str:
    """E1 E2 N1 N2 R 1–6 X; "nursery" where only the date of birth can tell which."""
    text = re.sub(r"\.0+$", "", text_of(cell))
    if "?" in text:
        raise Unusable("unknown year group")
    text = key(re.sub(r"^-(?=[12]$)", "minus ", text))
    if text in wordings.BLANK:
        return ""
    if re.sub(r" [ap]m$", "", text) in wordings.NURSERY:
        return "nursery"
    if code := wordings.YEAR_GROUPS.get(text):
        return code
    match = re.match(r"^(?:nc ?year|ncy|year|yr|y|nc)? ?0?(\d|[a-z]+)(?:(?<=\d) ?[a-z ]*)?$", text)
    if match:
        digit = wordings.NUMBER_WORDS.get(match[1], match[1])
        has_word = not text[0].isdigit() or text == match[1] or text == f"0{match[1]}"
        if digit in {"1", "2", "3", "4", "5", "6"} and has_word:
            return digit
    raise Unusable("unknown year group")


def read_yes_no(cell: Cell, context: Context) -> bool | None:
    """True, False, or None for an empty cell."""
    if isinstance(cell, bool):
        return cell
    text = text_of(cell).lower()
    if text in wordings.BLANK and text not in {"none"}:
        return None
    if "?" in text:
        raise Unusable("not yes or no")
    for words in (text, key(text), re.split(r"\s*[-–—:,(]\s*", text, maxsplit=1)[0]):
        if words in wordings.YES:
            return True
        if words in wordings.NO or words == "none":
            return False
    if text in wordings.CROSS and context.cross_means is not None:
        return context.cross_means
    raise Unusable("not yes or no")


def read_pupil_premium(cell: Cell, context: Context) -> frozenset[str] | bool | None:
    """Yes, no, or the kinds that the cell names."""
    try:
        return read_yes_no(cell, context)
    except Unusable:
        parts = re.split(r"[;,/|&+\n]", text_of(cell))
        whole = wordings.PREMIUM_KINDS.get(key(text_of(cell)))
        kinds = (
            {whole} if whole else {wordings.PREMIUM_KINDS.get(key(p)) for p in parts if p.strip()}
        )
        found = frozenset(kind for kind in kinds if kind)
        if not found or None in kinds:
            raise
        return found


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
    text = read_text(cell, context)
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
    if first and not _EMAIL.match(first):
        raise Unusable("not an e-mail address")
    return first


def read_phone(cell: Cell, context: Context) -> str:
    """A phone number; a zero that a spreadsheet ate is put back."""
    text = read_text(cell, context)
    if not text:
        return ""
    digits = re.sub(r"\D", "", text)
    if re.search(r"\dE\+?\d", text, re.I) or not 3 <= len(digits) <= 40:
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
    "former_upn": read_text,
    "admission_no": read_number,
    "full_name": read_name,
    "surname": read_name,
    "forename": read_name,
    "middle_names": read_name,
    "preferred_forename": read_name,
    "preferred_surname": read_name,
    "date_of_birth": read_day,
    "sex": read_sex,
    "year_group": read_year_group,
    "class_name": read_text,
    "joined_on": read_day,
    "left_on": read_day,
    "enrolment_status": read_text,
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
    "first_language": read_text,
    "eal": read_yes_no,
    "attendance": read_attendance,
    "contact_1_name": read_text,
    "contact_1_relationship": read_text,
    "contact_1_phone": read_phone,
    "contact_1_email": read_email,
    "contact_2_name": read_text,
    "contact_2_relationship": read_text,
    "contact_2_phone": read_phone,
    "contact_2_email": read_email,
    "school": read_text,
    "authority": read_text,
    "first_issued_on": read_day,
    "last_review_on": read_day,
    "decision_on": read_day,
    "next_review_on": read_day,
    "hours": read_hours,
    "other_provision": read_text,
    "coordinator": read_text,
}
#: a slip here is worth knowing, and no reason to leave a child out
ONLY_A_WARNING = frozenset({"not an e-mail address", "not a phone number"})
