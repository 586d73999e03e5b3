"""Things of different kinds on one axis of time, as SVG: pure, good in black and white.

Each lane stands by itself: values are joined within a lane and never between two.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from aylsham.charts import INK, LINE, MUTED, Drawing, line_through, svg_of, text_at

#: Wider than other drawings: two school years want room.
WIDTH = 920
LEFT, RIGHT, TOP = 150, 24, 26
POINTS_HEIGHT, ROW, GAP = 54, 22, 12
#: A stretch with its words above it.
STRETCH, BAR = 28, 8
#: So many letters fit a line of the drawing beside the labels.
LETTERS, LETTER = 52, 7.2


@dataclass(frozen=True)
class Stretch:
    """Something that ran from a day to a day (None: it still does)."""

    starts_on: dt.date
    ends_on: dt.date | None
    words: str


@dataclass(frozen=True)
class Moment:
    """Something of one day; with a value where the lane has a scale."""

    on: dt.date
    words: str
    value: float | None = None


@dataclass(frozen=True)
class Lane:
    """One kind of thing: stretches, moments without a scale, or values between two bounds."""

    name: str
    stretches: tuple[Stretch, ...] = ()
    moments: tuple[Moment, ...] = ()
    bounds: tuple[float, float] | None = None

    @property
    def rows(self) -> Iterator[tuple[dt.date, str, str, str]]:
        """(first day, days in words, lane, what) for the table."""
        for each in self.stretches:
            end = f"{each.ends_on:%-d %b %Y}" if each.ends_on else "now"
            yield each.starts_on, f"{each.starts_on:%-d %b %Y} to {end}", self.name, each.words
        for moment in self.moments:
            yield moment.on, f"{moment.on:%-d %b %Y}", self.name, moment.words

    @property
    def height(self) -> int:
        """How much room it takes: words stand above each stretch, never on its edge."""
        if self.bounds:
            return POINTS_HEIGHT
        return STRETCH * len(self.stretches) or ROW


def on_one_axis(
    title: str, first: dt.date, last: dt.date, lanes: Sequence[Lane], *, key: str = "lanes"
) -> Drawing:
    """Lanes from top to bottom between two days, with every thing as a row of the table."""
    x = _Axis(first, last)
    parts, y = [], TOP
    for lane in lanes:
        parts.append(text_at(0, y + 15, lane.name, bold=True))
        parts += _values(lane, x, y) if lane.bounds else _plain(lane, x, y)
        y += lane.height + GAP
        parts.append(f'<path d="M0 {y - GAP / 2}H{WIDTH}" stroke="{LINE}"/>')
    parts = [*_months(x, y), *parts]
    rows = tuple(row[1:] for row in sorted(row for lane in lanes for row in lane.rows))
    words = "; ".join(f"{lane}: {what}, {days}" for days, lane, what in rows)
    return Drawing(
        title,
        svg_of(title, words, (), key, parts, y + 8, WIDTH),
        ("When", "What", "In words"),
        rows,
        on_paper=svg_of(f"{title}. {words}", "", (), key, parts, y + 8, WIDTH),
    )


class _Axis:
    """From days to places."""

    def __init__(self, first: dt.date, last: dt.date):
        self.first, self.last = first, last
        self.step = (WIDTH - LEFT - RIGHT) / max((last - first).days, 1)

    def __call__(self, day: dt.date) -> float:
        inside = min(max(day, self.first), self.last)
        return LEFT + (inside - self.first).days * self.step


def _months(x: _Axis, bottom: int) -> Iterator[str]:
    """A line at the beginning of each term's month, with its name."""
    for year in range(x.first.year, x.last.year + 1):
        for month in (1, 4, 9):
            day = dt.date(year, month, 1)
            if x.first <= day <= x.last:
                yield f'<path d="M{x(day):.1f} {TOP - 6}V{bottom}" stroke="{LINE}"/>'
                yield text_at(x(day), 14, f"{day:%b %Y}", anchor="middle", colour=MUTED)


def _values(lane: Lane, x: _Axis, y: int) -> Iterator[str]:
    low, high = lane.bounds or (0, 1)
    room = POINTS_HEIGHT - 18
    points = [
        (x(each.on), y + 12 + room * (1 - (each.value - low) / ((high - low) or 1)))
        for each in sorted(lane.moments, key=lambda each: each.on)
        if each.value is not None
    ]
    yield line_through(points, 0)
    if lane.moments:
        last = max(lane.moments, key=lambda each: each.on)
        at, height = points[-1]
        is_late = at > WIDTH - 160
        yield text_at(
            at - 8 if is_late else at + 8,
            height - 6,
            last.words,
            anchor="end" if is_late else "start",
        )


def _plain(lane: Lane, x: _Axis, y: int) -> Iterator[str]:
    for number, each in enumerate(lane.stretches):
        top = y + number * STRETCH
        left, right = x(each.starts_on), x(each.ends_on or x.last)
        yield _label(each.words, left, top + 14)
        yield (
            f'<rect x="{left:.1f}" y="{top + 18}" width="{max(right - left, 3):.1f}" '
            f'height="{BAR}" fill="#e6eaec" stroke="{INK}"/>'
        )
    for moment in lane.moments:
        at = x(moment.on)
        yield (
            f'<path d="M{at:.1f} {y + 4}l6 7-6 7-6-7z" fill="{INK}">'
            f"<title>{escape(moment.words)}</title></path>"
        )


def _label(words: str, left: float, y: float) -> str:
    """Words above a stretch, moved to the left where they would run off the paper."""
    shown = words if len(words) <= LETTERS else f"{words[: LETTERS - 1].rstrip()}…"
    room = WIDTH - 6 - len(shown) * LETTER
    return text_at(max(min(left, room), LEFT), y, shown)
