"""The bars that pages are held against, each with its verdict."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.measuring import Figures
from tests.benchmarks.pages import Page

#: Size of federation → figures of a page.
BySize = dict[str, Figures]


@dataclass(frozen=True)
class Verdict:
    """One line of the judgement: the worst that was measured, against the most that may be."""

    what: str
    found: float
    most: float
    unit: str = ""
    where: str = ""

    @property
    def is_met(self) -> bool:
        return self.found <= self.most

    def __str__(self) -> str:
        mark = "✓" if self.is_met else "✗"
        figures = 2 if self.unit == "×" else 0 if self.unit in ("", " B") else 1
        found, most = (f"{value:,.{figures}f}{self.unit}" for value in (self.found, self.most))
        return f"  {mark} {self.what:42}{found:>12}   at most {most:<10}{self.where}"


def judge(pages: dict[str, Page], found: dict[str, BySize]) -> Iterator[Verdict]:
    """Every bar of every page; where a bar holds for all sizes, the worst of them counts."""
    if register := found.get("register"):
        yield from _worst("register, 50 rows: median", register, "median", 15, " ms")
        yield from _worst("register, 50 rows: compressed", register, "compressed", 15_000, " B")
    if logged := found.get("log a session"):
        yield from _worst("log a session: median", logged, "median", 20, " ms")
    if compared := found.get("side by side"):
        yield from _worst("a hundred schools side by side: median", compared, "median", 150, " ms")
    for name, by_size in found.items():
        if pages[name].is_read:
            yield from _worst(f"{name}: statements", by_size, "statements", 8)
    for name, by_size in found.items():
        if pages[name].is_read:
            yield from _worst(f"{name}: times the bare SQL + 1 ms", by_size, "ratio", 5, "×")
    for name, by_size in found.items():
        if len(by_size) > 1 and not pages[name].is_slow:
            yield _growth(name, by_size)


def _worst(what: str, by_size: BySize, figure: str, most: float, unit: str = ""):
    size, figures = max(by_size.items(), key=lambda each: getattr(each[1], figure))
    yield Verdict(what, getattr(figures, figure), most, unit, size)


def _growth(name: str, by_size: BySize) -> Verdict:
    (small, first), *_, (large, last) = by_size.items()
    grown = last.median / first.median
    return Verdict(f"{name}: slower than in a small one", grown, 1.3, "×", f"{small} to {large}")
