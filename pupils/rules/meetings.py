"""The clocks of meetings and early help: pure, no Django."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from aylsham.dates import DAY

CODE, HELP_CODE, VERSION = "ours.meeting", "ours.early_help", "1"
CITATION = "Agreed by us"
HELP_CITATION = "Working Together to Safeguard Children 2023, chapter 3, on early help"
#: Minutes are written up within a week of the meeting.
WRITE_UP = timedelta(days=7)
#: Views in advance are wanted a day before; what was said in the six weeks before counts.
VIEWS_BEFORE = DAY
VIEWS_SINCE = timedelta(days=42)
LONGEST_TITLE = 150
MOST_ITEMS = 30
_LINE = re.compile(
    r"(?P<title>.*?)(?:(?:\s*[,;|]\s*|\s+)(?P<length>\d{1,3})\s*(?:min(?:ute)?s?)?)?\s*", re.S
)


def write_up_by(held_on: date) -> date:
    """The last day for the minutes of a meeting."""
    return held_on + WRITE_UP


def views_by(meeting_on: date, today: date) -> date:
    """The day by which views in advance are wanted; today for a meeting that is too near."""
    return max(meeting_on - VIEWS_BEFORE, today)


def ends_at(starts_at: time, length: int) -> time:
    """When a meeting of so many minutes is over."""
    return (datetime.combine(date.min, starts_at) + timedelta(minutes=length)).time()


def agenda_of(text: str) -> list[tuple[str, int | None]]:
    """(item, minutes) of each line: “What is going well, 10”; ValueError says what is too long."""
    found = [_item(line.strip(" \t-•*")) for line in text.splitlines() if line.strip(" \t-•*")]
    if len(found) > MOST_ITEMS:
        raise ValueError(f"At most {MOST_ITEMS} items. A meeting cannot do more.")
    return found


def agenda_text(items: Iterable[tuple[str, int | None]]) -> str:
    """The lines that `agenda_of` reads."""
    return "\n".join(f"{title}, {length}" if length else title for title, length in items)


def _item(line: str) -> tuple[str, int | None]:
    found = _LINE.fullmatch(line)
    title = found["title"] if found else line
    length = int(found["length"]) if found and found["length"] else None
    if len(title) > LONGEST_TITLE:
        raise ValueError(f"“{title[:40]}…” is too long: at most {LONGEST_TITLE} letters.")
    return title, length
