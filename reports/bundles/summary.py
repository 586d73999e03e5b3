"""The two pages that stand first: what a reader with five minutes must know. No database."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports.bundles.evidence import Evidence

#: (letters of a quotation, lines of a list), the roomiest first: the first that fits two pages.
SIZES = ((420, 8), (260, 6), (160, 5), (90, 4), (60, 3))


@dataclass(frozen=True)
class Quote:
    """The beginning of a text, and the item in which it stands whole."""

    title: str
    words: str
    number: int


@dataclass(frozen=True)
class Summary:
    """What stands on the first two pages."""

    size: int
    needs: tuple[tuple[str, str], ...]
    cycles: str
    results: tuple[tuple[str, int], ...]
    costs: str
    costs_number: int
    advice: tuple[Quote, ...]
    more_advice: int
    views: tuple[Quote, ...]
    numbers: tuple[tuple[str, int], ...]


def summary_of(items: Sequence[tuple[int, Evidence]], *, size: int, left_out: int) -> Summary:
    """The summary of numbered evidence in one of SIZES."""
    letters, lines = SIZES[size]
    of: dict[str, list[tuple[int, Evidence]]] = {}
    for number, each in items:
        of.setdefault(each.kind, []).append((number, each))
    advice = [_advice(n, each, letters) for n, each in reversed(of.get("advice", []))]
    views = [_view(n, each, letters) for n, each in reversed(of.get("views", [])) if _said(each)]
    costs = [(n, each) for n, each in of.get("provision", []) if each.blocks]
    cycles = [each for _, each in of.get("cycles", [])]
    return Summary(
        size=size,
        needs=_needs([each for _, each in of.get("needs", [])], letters, lines),
        cycles=_some(len(cycles), "assess-plan-do-review cycle") if cycles else "",
        results=_results(cycles),
        costs=costs[-1][1].blocks[0].text if costs else "",
        costs_number=costs[-1][0] if costs else 0,
        advice=tuple(advice[:lines]),
        more_advice=max(0, len(advice) - lines),
        views=tuple(views[:lines]),
        numbers=(
            (f"{_item(len(items))} in this bundle", len(items)),
            (f"{_item(left_out)} left out", left_out),
        ),
    )


def _needs(found: list[Evidence], letters: int, lines: int) -> tuple[tuple[str, str], ...]:
    blocks = [block for each in found if each.key == "needs" for block in each.blocks]
    return tuple((b.heading, cut(b.text, letters)) for b in blocks if not b.rows)[:lines]


def _results(cycles: list[Evidence]) -> tuple[tuple[str, int], ...]:
    """How the targets of all cycles went, the most frequent first."""
    rows = [row for each in cycles for block in each.blocks for row in block.rows]
    counted = Counter(
        row[3].split(",")[0] for row in rows if row[3] and not row[3].startswith("now")
    )
    return tuple(counted.most_common(6))


def _said(each: Evidence) -> str:
    """The words with which it begins; empty for a file, which is looked at."""
    return each.blocks[0].text if each.blocks else ""


def _item(number: int) -> str:
    return "Item" if number == 1 else "Items"


def _advice(number: int, each: Evidence, letters: int) -> Quote:
    return Quote(f"{each.title} ({each.source})", cut(_said(each), letters // 2), number)


def _view(number: int, each: Evidence, letters: int) -> Quote:
    return Quote(each.title, cut(_said(each), letters), number)


def cut(text: str, letters: int) -> str:
    """The beginning of a text, at a word's end; a line that ends without a stop gets one."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    stopped = [line if line[-1] in ".!?:;,”" else f"{line}." for line in lines[:-1]]
    plain = " ".join([*stopped, *lines[-1:]])
    if len(plain) <= letters:
        return plain
    return plain[:letters].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _some(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
