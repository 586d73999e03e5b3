"""The worked cases that the rules have to reproduce, as tests use them."""

from datetime import date
from pathlib import Path

from aylsham.timescales.cases import load_cases

DATA = Path(__file__).parent / "data"
CASES, CALENDARS = load_cases(DATA / "date_cases.json")
NORFOLK = CALENDARS["norfolk_2025_26"]


def day(text: str | None) -> date | None:
    """A date from a table: `2026-11-23`, or `23 Nov 2026`; nothing stays nothing."""
    from aylsham.timescales.facts import read_day

    return read_day(text) if text else None
