"""Measurements against an aim line as SVG: pure, the same drawing on a page and on paper.

The aim line is dashed, measurements are joined dots, a change of teaching is an upright line with
its letter: nothing in it needs colour.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from aylsham.charts import INK, LINE, MUTED, WIDTH, Drawing, line_through, svg_of, text_at
from aylsham.datewords import full_day_words

TOP, PLOT, FOOT, LEFT, RIGHT = 26, 150, 34, 44, 18


@dataclass(frozen=True)
class Aiming:
    """What is drawn: points in any order, the corners of the aim line, changes with their words."""

    points: Sequence[tuple[dt.date, float]]
    start: tuple[dt.date, float]
    goal: tuple[dt.date, float]
    changes: Sequence[tuple[dt.date, str]] = ()
    unit: str = ""


def letter_of(number: int) -> str:
    """What marks the first, second … change on the drawing: A to Z, then numbers."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def aim_chart(title: str, given: Aiming, *, key: str) -> Drawing:
    """The drawing, with every measurement as a table beside it."""
    points = sorted(given.points)
    x, y, top = _scales(given, points)
    parts = [*_axes(given, y, top), *_aim(given, x, y), *_changes(given, x)]
    parts.append(line_through([(x(on), y(value)) for on, value in points], 0))
    rows = tuple((full_day_words(on), _number(value)) for on, value in points)
    words = "; ".join(f"{day}: {value}" for day, value in rows)
    height = TOP + PLOT + FOOT
    aim = f"Aim: {_number(given.start[1])} to {_number(given.goal[1])} by {full_day_words(given.goal[0])}"
    return Drawing(
        title,
        svg_of(title, f"{aim}. {words}", (), key, parts, height),
        ("Day", given.unit or "Value"),
        rows,
        on_paper=svg_of(f"{title}. {aim}. {words}", "", (), key, parts, height),
    )


def _scales(given: Aiming, points):
    days = [day for day, _ in (*points, given.start, given.goal, *given.changes)]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    values = [value for _, value in (*points, given.start, given.goal)]
    top = max(*values, 1)
    wide = WIDTH - LEFT - RIGHT

    def x(day: dt.date) -> float:
        return LEFT + wide * (day - first).days / span

    def y(value: float) -> float:
        return TOP + PLOT * (1 - value / top)

    return x, y, top


def _axes(given: Aiming, y, top: float) -> list[str]:
    right = WIDTH - RIGHT
    parts = []
    for part in (0, 0.5, 1):
        at = y(top * part)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{right}" stroke="{LINE}"/>')
        parts.append(text_at(LEFT - 8, at + 4, _number(top * part), anchor="end", colour=MUTED))
    return parts


def _aim(given: Aiming, x, y) -> list[str]:
    (start, low), (by, high) = given.start, given.goal
    foot = TOP + PLOT + 22
    return [
        (
            f'<path d="M{x(start):.1f} {y(low):.1f}L{x(by):.1f} {y(high):.1f}" '
            f'stroke="{INK}" stroke-width="1.5" stroke-dasharray="6 4"/>'
        ),
        text_at(x(start), foot, full_day_words(start), colour=MUTED),
        text_at(x(by), foot, f"goal {_number(high)} by {full_day_words(by)}", anchor="end"),
    ]


def _changes(given: Aiming, x) -> list[str]:
    parts = []
    for number, (day, _) in enumerate(given.changes):
        at = x(day)
        parts.append(f'<path d="M{at:.1f} {TOP - 6}V{TOP + PLOT}" stroke="{INK}"/>')
        parts.append(text_at(at, TOP - 10, letter_of(number), anchor="middle", bold=True))
    return parts


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
