"""Bar and line charts as SVG: pure functions, the same drawing on a page and in a PDF.

Every series has a pattern of its own beside its colour, every value its figure, and every
drawing the same figures as rows for a table beside it. Nothing uses a style attribute.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import cast

from django.utils.safestring import SafeString, mark_safe

INK, MUTED, LINE = "#1b2430", "#4f5b66", "#d5dbdf"
COLOURS = ("#0f4c45", "#0a5c99", "#8a5a00", "#4a2b82", "#4f5b66")
#: One pattern for each series: solid, stripes, dots on white, cross-hatching, lines on white.
#: Light and dark grounds take turns, so that bars differ in black and white too.
PATTERNS = (
    "",
    '<path d="M0 6L6 0M-1 1l2-2M5 7l2-2" stroke="{ink}" stroke-width="1.8"/>',
    '<circle cx="3" cy="3" r="1.2" fill="{ink}"/>',
    '<path d="M0 3h6M3 0v6" stroke="{ink}" stroke-width="1.2"/>',
    '<path d="M0 3h6" stroke="{ink}" stroke-width="1.2"/>',
)
_ON_WHITE = {2, 4}
DASHES = ("", "7 4", "2 4", "10 4 2 4", "4 2")
#: A PDF does not hand the page's font on to a drawing.
FONT = "Atkinson Hyperlegible Next, sans-serif"
WIDTH, ROW, GAP = 720, 22, 14
#: Room for labels beside bars: as much as the longest needs, within these bounds.
LABEL_ROOM, LETTER = (90, 290), 8

Value = float | int | None


@dataclass(frozen=True)
class Series:
    """Values under one name, in the order of the chart's labels; None is not shown."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Drawing:
    """A chart, and the same figures as a table."""

    title: str
    svg: SafeString
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: The same drawing for paper, whose only alternative text is the title: it says the figures.
    on_paper: SafeString = field(default_factory=SafeString)


def bar_chart(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    unit: str = "",
    hidden: str = "not shown",
    key: str = "bars",
) -> Drawing:
    """Bars from left to right, one group for each label. `key` keeps two charts of a page apart."""
    top, left = _legend_height(series), _label_room(labels)
    group = ROW * len(series) + GAP
    height = top + group * len(labels)
    longest = max([v for s in series for v in s.values if v is not None] or [1]) or 1
    room = WIDTH - left - 90
    parts = [_legend(series, key, left)]
    for i, label in enumerate(labels):
        y = top + i * group
        middle = y + ROW * len(series) / 2 + 5
        parts.append(text_at(left - 10, middle, label, anchor="end"))
        for j, one in enumerate(series):
            value, at = one.values[i], y + j * ROW
            width = round((value or 0) / longest * room, 1)
            parts.append(_bar(left, at + 2, width, ROW - 4, j, key))
            words = hidden if value is None else _figure(value, unit)
            parts.append(text_at(left + width + 6, at + ROW / 2 + 5, words, bold=True))
    parts.append(f'<path d="M{left} {top}v{height - top - GAP}" stroke="{MUTED}"/>')
    return _drawing(title, labels, series, unit, hidden, key, parts, height)


def line_chart(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    unit: str = "",
    hidden: str = "not shown",
    key: str = "lines",
) -> Drawing:
    """Lines over time from zero, each with its own dash, marks and a figure at its end."""
    top, bottom, left, plot = _legend_height(series) + 12, 30, 46, 220
    height, right = top + plot + bottom, WIDTH - 70
    longest = _round_up(max([v for s in series for v in s.values if v is not None] or [1]) or 1)
    step = (right - left) / max(len(labels) - 1, 1)
    parts = [_legend(series, key, left, lines=True)]
    for share in (0, 0.5, 1):
        y = top + plot * (1 - share)
        parts.append(f'<path d="M{left} {y}H{right}" stroke="{LINE}"/>')
        parts.append(
            text_at(left - 8, y + 5, _figure(longest * share, unit), anchor="end", colour=MUTED)
        )
    for i, label in enumerate(labels):
        parts.append(text_at(left + i * step, height - 8, label, anchor="middle", colour=MUTED))
    for j, one in enumerate(series):
        points = [
            None if v is None else (left + i * step, top + plot * (1 - v / longest))
            for i, v in enumerate(one.values)
        ]
        parts.append(line_through(points, j))
        last = max((i for i, p in enumerate(points) if p), default=None)
        if last is not None:
            x, y = cast(tuple[float, float], points[last])
            parts.append(text_at(x + 10, y + 5, _figure(one.values[last], unit), bold=True))
    return _drawing(title, labels, series, unit, hidden, key, parts, height)


def sparkline(title: str, values: Sequence[Value]) -> SafeString:
    """A small line without axes for a table's cell; the title says in words what it shows."""
    longest = max([v for v in values if v is not None] or [1]) or 1
    step = 88 / max(len(values) - 1, 1)
    points = [
        None if v is None else (4 + i * step, 20 - 16 * v / longest) for i, v in enumerate(values)
    ]
    return _safe(
        f'<svg class="ay-spark" viewBox="0 0 96 24" role="img"><title>{escape(title)}</title>'
        f"{line_through(points, 0)}</svg>"
    )


def _drawing(title, labels, series, unit, hidden, key, parts, height) -> Drawing:
    heads = ("", *(s.name for s in series))
    rows = tuple(
        (label, *(hidden if s.values[i] is None else _figure(s.values[i], unit) for s in series))
        for i, label in enumerate(labels)
    )
    words = "; ".join(
        f"{row[0]}: " + ", ".join(f"{h} {c}" for h, c in zip(heads[1:], row[1:], strict=True))
        for row in rows
    )
    return Drawing(
        title,
        svg_of(title, words, series, key, parts, height),
        heads,
        rows,
        on_paper=svg_of(f"{title}. {words}", "", series, key, parts, height),
    )


def svg_of(title, words, series, key, parts, height, width=WIDTH) -> SafeString:
    """The parts as one drawing with its title and its words for whoever cannot see it."""
    return _safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{key}-title {key}-words" font-family="{FONT}" font-size="14">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-words">{escape(words)}</desc>'
        f"<defs>{_patterns(key, len(series))}</defs>{''.join(parts)}</svg>"
    )


def _patterns(key: str, count: int) -> str:
    return "".join(_pattern(f"{key}-{i}", i % 5) for i in range(count))


def _pattern(name: str, place: int) -> str:
    ground, ink = COLOURS[place], "#fff"
    if place in _ON_WHITE:
        ground, ink = ink, ground
    return (
        f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{ground}"/>{PATTERNS[place].format(ink=ink)}</pattern>'
    )


def _bar(x, y, width, height, place: int, key: str) -> str:
    colour = COLOURS[place % 5]
    fill = f"url(#{key}-{place})" if PATTERNS[place % 5] else colour
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{colour}"/>'
    )


def line_through(points, place: int) -> str:
    """Points (None: a gap) joined in the dash of their place, each with its mark."""
    colour, dash = COLOURS[place % 5], DASHES[place % 5]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    pieces = "".join(
        f'<path d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" stroke="{colour}" stroke-width="2.5"{dashes}/>'
        for a, b in pairwise(points)
        if a and b
    )
    return pieces + "".join(mark_at(x, y, place) for x, y in filter(None, points))


def mark_at(x: float, y: float, place: int) -> str:
    """The mark of a place: a circle, a square, a triangle."""
    colour = COLOURS[place % 5]
    shapes = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>',
        f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colour}"/>',
        f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" fill="{colour}"/>',
    )
    return shapes[place % 3]


def _legend_height(series: Sequence[Series]) -> int:
    return 30 if len(series) > 1 else 4


def _label_room(labels: Sequence[str]) -> int:
    least, most = LABEL_ROOM
    longest = max((len(label) for label in labels), default=0)
    return round(min(most, max(least, longest * LETTER + 16)))


def _legend(series: Sequence[Series], key: str, left: int, lines: bool = False) -> str:
    if len(series) < 2:
        return ""
    parts, x = [], left
    for i, one in enumerate(series):
        sign = line_through([(x, 12), (x + 24, 12)], i) if lines else _bar(x, 4, 24, 14, i, key)
        parts.append(sign + text_at(x + 32, 17, one.name))
        x += 52 + 8 * len(one.name)
    return "".join(parts)


def text_at(x, y, words, *, anchor: str = "start", colour: str = INK, bold: bool = False) -> str:
    """Words in a drawing, escaped."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{escape(str(words))}</text>"
    )


def _figure(value: Value, unit: str) -> str:
    words = f"{value:,.1f}".removesuffix(".0") if value is not None else ""
    return f"£{words}" if unit == "£" else f"{words}{unit}"


def _round_up(value: float) -> float:
    size = 10 ** (len(str(int(value))) - 1)
    return next(step * size for step in (1, 2, 4, 5, 6, 8, 10) if step * size >= value)


def _safe(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308 (every word in it is escaped above)
