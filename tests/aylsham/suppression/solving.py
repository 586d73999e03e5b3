"""An exact solver, independent of the product: what a reader can work out from shown counts."""

from fractions import Fraction

from aylsham.suppression.counts import Counts


def bounds(counts: Counts, hidden: frozenset[str], name: str) -> tuple[int, int | None]:
    """The least and the most that a hidden count can be; None: no limit."""
    least = _extreme(counts, hidden, name, Fraction(1))
    most = _extreme(counts, hidden, name, Fraction(-1))
    return -(-least.numerator // least.denominator), None if most is None else int(-most)


def _extreme(counts, hidden, name, sign) -> Fraction | None:
    """The least of sign × count over all non-negative solutions; None if there is no least."""
    names = sorted(hidden)
    rows = []
    for each in counts.sums:
        weights = {each.whole: Fraction(1)}
        for part in each.parts:
            weights[part] = weights.get(part, Fraction(0)) - 1
        known = sum(w * counts.values[n] for n, w in weights.items() if n not in hidden)
        row = [weights.get(n, Fraction(0)) for n in names]
        if any(row):
            rows.append([*row, -Fraction(known)])
    cost = [sign if n == name else Fraction(0) for n in names]
    return _simplex(rows, cost)


def _simplex(rows, cost) -> Fraction | None:
    """Least cost with rows · x = right side and x ≥ 0, in two phases by Bland's rule."""
    rows = [[-v for v in row] if row[-1] < 0 else list(row) for row in rows]
    width, extra = len(cost), len(rows)
    table = [
        [*row[:-1], *(Fraction(i == j) for j in range(extra)), row[-1]]
        for i, row in enumerate(rows)
    ]
    base = [width + i for i in range(extra)]
    _descend(table, base, [Fraction(0)] * width + [Fraction(1)] * extra, width + extra)
    for i, column in enumerate(base):  # artificial columns at zero leave the base where they can
        if column >= width:
            swap = next((j for j in range(width) if table[i][j]), None)
            if swap is not None:
                _pivot(table, base, i, swap)
    full = [*cost, *[Fraction(0)] * extra]
    if not _descend(table, base, full, width):
        return None
    return sum((full[column] * table[i][-1] for i, column in enumerate(base)), Fraction(0))


def _descend(table, base, cost, width) -> bool:
    while True:
        enter = next((j for j in range(width) if _reduced(table, base, cost, j) < 0), None)
        if enter is None:
            return True
        ratios = [
            (row[-1] / row[enter], base[i], i) for i, row in enumerate(table) if row[enter] > 0
        ]
        if not ratios:
            return False
        _pivot(table, base, min(ratios)[2], enter)


def _reduced(table, base, cost, column) -> Fraction:
    return cost[column] - sum(cost[base[i]] * row[column] for i, row in enumerate(table))


def _pivot(table, base, at, enter) -> None:
    scale = table[at][enter]
    table[at] = [value / scale for value in table[at]]
    for i, row in enumerate(table):
        if i != at and row[enter]:
            factor = row[enter]
            table[i] = [a - factor * b for a, b in zip(row, table[at], strict=True)]
    base[at] = enter
