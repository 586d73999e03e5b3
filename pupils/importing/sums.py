"""Sums of pupil premium plus, child by child, as a virtual school lists them."""

from collections.abc import Iterator
from datetime import date

from .care_lists import WHO_FIELDS, Given, ListKind
from .columns import Columns
from .records import Record
from .sheets import Sheet

VIRTUAL_SCHOOL, PART, BACK = "vs", "part", "back"
#: field → (what a person calls it, headings)
SUM_FIELDS: dict[str, tuple[str, str]] = {
    **WHO_FIELDS,
    "pence": (
        "sum",
        (
            "amount; sum; value; payment; amount paid; payment amount; sum paid; net amount; net;"
            " pupil premium plus; pp plus; premium; amount gbp; amount in pounds; pounds|total;"
            " allocation; funding"
        ),
    ),
    "paid_on": (
        "date",
        (
            "date; payment date; date paid; paid on; date of payment; pay date; letter date;"
            " remittance date; date of letter; invoice date; transaction date|paid"
        ),
    ),
    "reference": (
        "reference",
        (
            "reference; ref; payment reference; payment ref; remittance; remittance number;"
            " remittance reference; transaction reference; bacs reference; invoice number; voucher;"
            " voucher number; reference number; ref no|invoice; our ref; your ref"
        ),
    ),
    "financial_year": (
        "financial year",
        "financial year; fin year; funding year; grant year; fy|year",
    ),
    "sum_kind": (
        "what it is",
        (
            "what it is; type; kind; payment type; funding type; type of payment; type of funding;"
            " kind of payment|category; term"
        ),
    ),
    "payer": ("from", "from; payer; paid by; who pays; paid from; funder"),
    "note": ("note", "note; notes; comment; comments; description; details; narrative"),
}


def _given(columns: Columns, sheet: Sheet, file_name: str) -> Given:
    """From whom, and what it is, where no column says so; said aloud, never silently."""
    values, notices = {}, []
    if not columns.of("payer"):
        values["payer"] = VIRTUAL_SCHOOL
        notices.append("No column says from whom: each sum is taken as the virtual school’s.")
    if not columns.of("sum_kind"):
        values["sum_kind"] = PART
        notices.append("No column says what the sums are: each is taken as a part of the year’s.")
    if not columns.of("reference"):
        notices.append(
            "No column gives a reference: a sum is the same if child, day, year and amount are."
        )
    return Given(values, tuple(notices))


def _missing(columns: Columns, given: Given) -> Iterator[str]:
    yield from (name for name in ("pence", "paid_on") if not columns.of(name))


def _check(record: Record, today: date) -> None:
    values = record.values
    for name in ("pence", "paid_on"):
        if not record.values.get(name) and record.heading(name):
            record.blame(name, "missing")
    if (day := record.values.get("paid_on")) and day > today:
        record.blame("paid_on", "in the future")
    for name in ("payer", "sum_kind"):
        if not values.get(name):
            record.blame(name, "missing")
    if (values.get("pence") or 0) < 0:
        values |= {"pence": -values["pence"], "sum_kind": BACK}


SUMS = ListKind(SUM_FIELDS, _missing, _check, _given)
