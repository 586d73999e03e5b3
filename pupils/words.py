"""How a child's facts are said."""

import datetime as dt

from aylsham.codes import YEAR_GROUP_LABELS
from pupils.codes import NEED_TYPES, SenStatus


def age_words(born_on: dt.date, on: dt.date) -> str:
    """`8 years 3 months`, or months alone for the youngest."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month - (on.day < born_on.day)
    years, months = divmod(max(months, 0), 12)
    parts = [_count(years, "year")] if years else []
    if months or not years:
        parts.append(_count(months, "month"))
    return " ".join(parts)


def short_age(born_on: dt.date, on: dt.date) -> str:
    """`8y 3m`, for a column."""
    months = (on.year - born_on.year) * 12 + on.month - born_on.month - (on.day < born_on.day)
    years, months = divmod(max(months, 0), 12)
    return f"{years}y {months}m"


def year_words(year_group: str) -> str:
    """`Year 4`, `Reception`."""
    return YEAR_GROUP_LABELS.get(year_group, year_group)


#: Codes of languages as rolls write them; others are shown as they came.
LANGUAGES = {
    "ENG": "English",
    "ENB": "Believed to be English",
    "ARA": "Arabic",
    "BEN": "Bengali",
    "BUL": "Bulgarian",
    "GUJ": "Gujarati",
    "HIN": "Hindi",
    "LAV": "Latvian",
    "LIT": "Lithuanian",
    "OTB": "Believed to be other than English",
    "OTH": "Other than English",
    "POL": "Polish",
    "POR": "Portuguese",
    "RUM": "Romanian",
    "RUS": "Russian",
    "SOM": "Somali",
    "SPA": "Spanish",
    "TUR": "Turkish",
    "UKR": "Ukrainian",
    "URD": "Urdu",
}


def language_words(code: str) -> str:
    """`Polish` for POL; a language in words stays as it is."""
    return LANGUAGES.get(code.strip().upper(), code)


def status_words(status: str | None) -> str:
    """`SEN support`; no row means no SEN."""
    return SenStatus(status or SenStatus.NONE).label


def need_words(code: str) -> str:
    """`Moderate learning difficulty (MLD)`."""
    known = NEED_TYPES.get(code)
    return f"{known.label} ({code})" if known else code


def area_words(code: str) -> str:
    """The broad area of need that a type belongs to."""
    known = NEED_TYPES.get(code)
    return known.area.label if known else ""


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
