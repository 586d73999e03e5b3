"""When a child on a part-time timetable is in school: as people write it, and as it is kept (pure).

Kept as [{"weekday": 0, "from": "09:00", "until": "12:00"}, …] in order; several times of a day are
several rows. DfE, "Working together to improve school attendance" (2024): the school and parents
agree in writing when the child is expected.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_LINE = re.compile(
    r"(?P<days>[a-z ,&]+?)\s*:?\s+(?P<times>\d.*)$",
    re.IGNORECASE,
)
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|to|until)\s*{_TIME}$", re.IGNORECASE)
#: From this hour on a time is of the morning, before it of the afternoon, unless it says so.
EARLIEST_HOUR = 7


@dataclass(frozen=True, order=True)
class InSchool:
    """From when until when a child is in school on a weekday (0: Monday)."""

    weekday: int
    starts_at: dt.time
    ends_at: dt.time

    @property
    def words(self) -> str:
        """`9:00 to 12:00`."""
        return f"{self.starts_at:%-H:%M} to {self.ends_at:%-H:%M}"


def read_times(text: str) -> list[InSchool]:
    """What somebody wrote, a line for a day or several: `Mon to Wed 9:00 to 12:00`.

    ValueError says which line cannot be read, or which times overlap.
    """
    found: list[InSchool] = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        found += _read_line(line)
    found.sort()
    for one, other in pairwise(found):
        if one.weekday == other.weekday and other.starts_at < one.ends_at:
            raise ValueError(f"{DAYS[one.weekday]} has two times that overlap.")
    return found


def _read_line(line: str) -> list[InSchool]:
    match = _LINE.match(line)
    if not match:
        raise ValueError(f"“{line}”: write the day, then the times, like Mon 9:00 to 12:00.")
    days = _read_days(match["days"])
    if not days:
        raise ValueError(f"“{line}”: write the days like Mon, Tue or Mon to Thu.")
    spans = [
        _read_span(each, line) for each in re.split(r"\s*(?:,|;|&|\band\b)\s*", match["times"])
    ]
    return [InSchool(day, *span) for day in days for span in spans]


def _read_days(text: str) -> list[int]:
    words = re.findall(r"[a-z]+", text.lower())
    found: list[int] = []
    is_range = False
    for word in words:
        if word in ("to", "until"):
            is_range = bool(found)
            continue
        if word == "and":
            continue
        number = next((n for n, day in enumerate(DAYS) if word.startswith(day.lower())), None)
        if number is None:
            return []
        found += range(found[-1] + 1, number) if is_range else ()
        found.append(number)
        is_range = False
    return sorted(set(found))


def _read_span(text: str, line: str) -> tuple[dt.time, dt.time]:
    match = _SPAN.match(text.strip())
    try:
        if not match:
            raise ValueError(text)
        starts, ends = _time(*match.groups()[:3]), _time(*match.groups()[3:])
    except ValueError:
        raise ValueError(f"“{line}”: write the times like 9:00 to 12:00.") from None
    if ends <= starts:
        raise ValueError(f"“{line}”: the time until is not after the time from.")
    return starts, ends


def _time(hours: str, minutes: str | None, half: str | None) -> dt.time:
    hour = int(hours)
    if half:
        hour = hour % 12 + 12 * (half.lower() == "pm")
    elif hour < EARLIEST_HOUR:
        hour += 12  # nobody means one in the morning
    return dt.time(hour, int(minutes or 0))


def written(times: Iterable[InSchool]) -> str:
    """The same as lines to be read and changed."""
    days: dict[int, list[str]] = {}
    for each in sorted(times):
        days.setdefault(each.weekday, []).append(each.words)
    return "\n".join(f"{DAYS[day]} {', '.join(words)}" for day, words in days.items())


def kept(times: Iterable[InSchool]) -> list[dict[str, Any]]:
    """As a record keeps them."""
    return [
        {
            "weekday": each.weekday,
            "from": f"{each.starts_at:%H:%M}",
            "until": f"{each.ends_at:%H:%M}",
        }
        for each in sorted(times)
    ]


def of_record(rows: Iterable[dict[str, Any]]) -> list[InSchool]:
    """From what a record keeps."""
    return [
        InSchool(
            row["weekday"], dt.time.fromisoformat(row["from"]), dt.time.fromisoformat(row["until"])
        )
        for row in rows
    ]
