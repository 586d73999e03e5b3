"""Readers of single cells: each gives the value, or raises `Unusable` with the problem."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from pupils import upn as upns

from . import wordings
from .answers import (
    read_free_meals,
    read_in_care,
    read_kinship_care,
    read_post_looked_after,
    read_pupil_premium,
    read_service_child,
    read_traveller,
    read_yes_no,
    read_young_carer,
)
from .care_values import read_financial_year, read_payer, read_sum_kind
from .coded import from_table, read_needs, read_sen_status
from .dates import read_date
from .faults import Unusable
from .money import read_pence
from .register_codes import MARK_FIELDS, read_half, read_mark
from .sheets import Cell, text_of
from .term_values import read_attained, read_count, read_term
from .texts import Context, read_name, read_one_name, read_text, read_words
from .year_groups import read_year_group

_EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}$")


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
    "sen_status": read_sen_status,
    "has_plan": read_yes_no,
    "sen_since": read_day,
    **dict.fromkeys(("needs", "need_1", "need_2", "need_3", "need_4"), _without(read_needs)),
    "pupil_premium": read_pupil_premium,
    "ever_6": read_yes_no,
    "eypp": read_yes_no,
    "free_school_meals": read_free_meals,
    "service_child": read_service_child,
    "young_carer": read_young_carer,
    "traveller": read_traveller,
    "kinship_care": read_kinship_care,
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
    "term": read_term,
    **dict.fromkeys(("reading", "writing", "maths"), read_attained),
    **dict.fromkeys(("incidents", "praise"), read_count),
    "week_on": read_day,
    **dict.fromkeys(("possible", "attended", "absent", "authorised", "unauthorised"), read_count),
    "half": read_half,
    **dict.fromkeys(MARK_FIELDS, read_mark),
    "pence": read_pence,
    "paid_on": read_day,
    "reference": read_words,
    "financial_year": read_financial_year,
    "sum_kind": read_sum_kind,
    "payer": read_payer,
    "note": read_text,
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
    "reference": 60,
    "note": 300,
}
#: Codes, dates, numbers and needs: far more than the longest that is right.
LONGEST_CODE = 500

#: a slip here is worth knowing, and no reason to leave a child out
ONLY_A_WARNING = frozenset({"not an e-mail address", "not a phone number", "not a former UPN"})
