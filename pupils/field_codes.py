"""Codes of extra fields: what a school or its federation keeps about children beside the rest."""

import datetime as dt

from django.db import models

#: What a field says of a child; None where nothing is filled in.
Filled = str | int | dt.date | bool | None


class FieldKind(models.TextChoices):
    """What stands in a field; it is chosen once, so that what was filled in stays readable."""

    TEXT = "text", "Text"
    NUMBER = "number", "Whole number"
    DAY = "day", "Date"
    YES_NO = "yes_no", "Yes or no"
    OPTION = "option", "One of a list"


#: The column of a value in which each kind stands.
COLUMN = {
    FieldKind.TEXT: "text",
    FieldKind.NUMBER: "number",
    FieldKind.DAY: "day",
    FieldKind.YES_NO: "is_yes",
    FieldKind.OPTION: "option",
}
#: Letters of a name and of an option, and of a text.
LONGEST_NAME, LONGEST_TEXT = 60, 500
#: More would be a case file of its own.
MOST_FIELDS, MOST_OPTIONS = 30, 40
#: Further out is a slip.
LARGEST_NUMBER = 1_000_000


def as_said(value: Filled) -> str:
    """A value as a page carries it along, to see whether somebody changed it."""
    return value.isoformat() if isinstance(value, dt.date) else "" if value is None else str(value)


def in_words(value: Filled) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.date):
        return f"{value:%-d %b %Y}"
    return "" if value is None else str(value)
