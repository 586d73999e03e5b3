"""A score on the normal curve as SVG: pure, the same drawing on a page and on paper.

Nothing in it needs colour: the average range is striped, the interval is a bar with ends, the
score a triangle with its figure.
"""

from dataclasses import dataclass
from math import exp

from aylsham.charts import INK, MUTED, WIDTH, Drawing, svg_of, text_at

#: How many standard deviations are drawn on either side.
REACH = 4
TOP, PLOT, FOOT, MARGIN = 34, 92, 44, 30
_STRIPES = (
    '<pattern id="{key}-average" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M0 6L6 0M-1 1l2-2M5 7l2-2" stroke="#8a949c" stroke-width="1"/></pattern>'
)


@dataclass(frozen=True)
class OnCurve:
    """A score with its interval (None: not said) on a scale of a mean and a deviation."""

    mean: int
    deviation: int
    score: int
    low: int | None = None
    high: int | None = None
    interval: int | None = None  # per cent
    percentile: int | None = None

    @property
    def average(self) -> tuple[int, int]:
        """The average range: one standard deviation on either side."""
        return self.mean - self.deviation, self.mean + self.deviation

    @property
    def place_words(self) -> str:
        """Where the score lies against the average range."""
        lowest, highest = self.average
        if self.score < lowest:
            return f"below the average range of {lowest} to {highest}"
        if self.score > highest:
            return f"above the average range of {lowest} to {highest}"
        return f"within the average range of {lowest} to {highest}"

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The same as the drawing in words."""
        pairs = [("Standardised score", str(self.score))]
        if self.low is not None:
            pairs.append((f"{self.interval} % interval", f"{self.low} to {self.high}"))
        if self.percentile is not None:
            pairs.append(("Percentile", str(self.percentile)))
        return (*pairs, ("Place", self.place_words))


def normal_curve(title: str, given: OnCurve, *, key: str) -> Drawing:
    """The curve of children of that age, with where this score lies."""
    height = TOP + PLOT + FOOT
    base = TOP + PLOT
    x = _scale(given)
    lowest, highest = given.average
    parts = [
        f"<defs>{_STRIPES.format(key=key)}</defs>",
        f'<path d="{_area(given, x, lowest, highest, base)}" fill="url(#{key}-average)"/>',
        f'<path d="{_curve(given, x, base)}" fill="none" stroke="{INK}" stroke-width="1.5"/>',
        f'<path d="M{MARGIN} {base}H{WIDTH - MARGIN}" stroke="{MUTED}"/>',
    ]
    for step in range(-REACH, REACH + 1):
        value = given.mean + step * given.deviation
        parts.append(f'<path d="M{x(value):.1f} {base}v5" stroke="{MUTED}"/>')
        parts.append(text_at(x(value), base + 20, value, anchor="middle", colour=MUTED))
    parts.append(_legend(lowest, highest, key))
    if given.low is not None and given.high is not None:
        parts.append(_interval(x(given.low), x(given.high), base + 32))
    parts.append(_score(x(given.score), base, given.score))
    words = "; ".join(f"{head}: {said}" for head, said in given.rows)
    return Drawing(
        title,
        svg_of(title, words, (), key, parts, height),
        ("", "Result"),
        given.rows,
        on_paper=svg_of(f"{title}. {words}", "", (), key, parts, height),
    )


def _legend(lowest: int, highest: int, key: str) -> str:
    right = WIDTH - MARGIN
    words = text_at(right - 20, 22, f"average range {lowest} to {highest}", anchor="end")
    return (
        f'<rect x="{right - 14}" y="10" width="14" height="14" fill="url(#{key}-average)" '
        f'stroke="{MUTED}"/>{words}'
    )


def _scale(given: OnCurve):
    first = given.mean - REACH * given.deviation
    width = (WIDTH - 2 * MARGIN) / (2 * REACH * given.deviation)
    return lambda value: MARGIN + (value - first) * width


def _height_at(given: OnCurve, value: float) -> float:
    return PLOT * exp(-(((value - given.mean) / given.deviation) ** 2) / 2)


def _points(given: OnCurve, x, first: float, last: float, base: int) -> str:
    steps = 64
    values = [first + (last - first) * n / steps for n in range(steps + 1)]
    return "L".join(f"{x(v):.1f} {base - _height_at(given, v):.1f}" for v in values)


def _curve(given: OnCurve, x, base: int) -> str:
    reach = REACH * given.deviation
    return "M" + _points(given, x, given.mean - reach, given.mean + reach, base)


def _area(given: OnCurve, x, first: int, last: int, base: int) -> str:
    return f"M{x(first):.1f} {base}L{_points(given, x, first, last, base)}L{x(last):.1f} {base}Z"


def _interval(left: float, right: float, y: float) -> str:
    return (
        f'<path d="M{left:.1f} {y - 5}v10M{right:.1f} {y - 5}v10M{left:.1f} {y}H{right:.1f}" '
        f'stroke="{INK}" stroke-width="3"/>'
    )


def _score(at: float, base: int, score: int) -> str:
    top = TOP - 10
    return (
        f'<path d="M{at:.1f} {top}V{base}" stroke="{INK}" stroke-width="2"/>'
        f'<path d="M{at:.1f} {base}l-6 12h12z" fill="{INK}"/>'
        + text_at(at, top - 6, score, anchor="middle", bold=True)
    )
