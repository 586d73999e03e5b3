"""What readers can work out of published tables: an attack on their JSON; pure.

Every hidden count becomes a whole number of none or more, every sum an equation, everything shown
a number (or, rounded, a band). For each hidden count the solver looks for one solution in which it
is none, or as much as the threshold. Where there is neither, the count has been given away.

It shares no code with what decides what is hidden, apart from the reading of names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: More than any count of children in a report.
_MOST = 1_000_000


@dataclass(frozen=True)
class Interval:
    """What readers know of a hidden count: the least and the most that it can be."""

    name: str
    least: int
    most: int | None

    def is_within(self, first: int, last: int) -> bool:
        """Whether it is known to lie between two numbers, both included."""
        return self.most is not None and first <= self.least and self.most <= last


def given_away(data: Mapping[str, Any]) -> list[Interval]:
    """Hidden counts of published tables (JSON) that readers know to be few and not nobody."""
    threshold = data["settings"]["threshold"]
    found = (interval(data, name) for name in hidden_of(data))
    return [each for each in found if each.is_within(1, threshold - 1)]


def hidden_of(data: Mapping[str, Any]) -> list[str]:
    """Names of the counts that are hidden, and of those that stand nowhere and follow from others."""
    hidden = {name for name, value in _printed(data) if value is None}
    return sorted(hidden | set(data.get("derived", ())))


def interval(data: Mapping[str, Any], name: str) -> Interval:
    """The least and the most that a hidden count can be, by all that is shown."""
    from ortools.sat.python import cp_model  # half a second, and only who attacks needs it

    ends = []
    for direction in (1, -1):
        model = cp_model.CpModel()
        cells = _model(model, data)
        model.minimize(direction * cells[name])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(model) != cp_model.OPTIMAL:
            raise ValueError("What is shown contradicts itself.")
        ends.append(solver.value(cells[name]))
    return Interval(name, ends[0], None if ends[1] >= _MOST else ends[1])


def _model(model, data: Mapping[str, Any]) -> dict[str, Any]:
    """A variable for each count within what is known of it, and the equations between them."""
    settings, few = data["settings"], set(data.get("few", ()))
    cells = {}
    for name, value in _printed(data):
        least, most = _band(value, name in few, bool(few), settings)
        cells[name] = model.new_int_var(least, most, name)
    for each in data.get("sums", ()):
        for name in (each["whole"], *each["parts"]):
            if name not in cells:
                cells[name] = model.new_int_var(0, _MOST, name)
        model.add(cells[each["whole"]] == sum(cells[part] for part in each["parts"]))
    for table in data.get("tables", ()):
        _add_totals(model, cells, table)
    return cells


def _band(value: int | None, is_few: bool, are_told: bool, settings) -> tuple[int, int]:
    """What a printed count, or a hidden one, tells by itself."""
    small, step = settings["threshold"], settings["round_to"]
    if value is not None:
        # Halves go up: with 5, twenty is printed for 18 to 22; with 4, for 18 to 21.
        return max(0, value - step // 2), value + (step - 1) // 2
    least = 1 if settings["shows_zero"] else 0
    if not are_told:
        return least, _MOST
    return (least, small - 1) if is_few else (small, _MOST)


def _printed(data: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
    yield from data.get("cells", {}).items()
    for table in data.get("tables", ()):
        for row, line in zip(table["rows"], table["cells"], strict=True):
            for column, value in zip(table["columns"], line, strict=True):
                yield f"{table['name']}/{row}/{column}", value


def _add_totals(model, cells, table: Mapping[str, Any]) -> None:
    """Rows and columns add up to their totals."""

    def cell(row: str, column: str):
        return cells[f"{table['name']}/{row}/{column}"]

    if total := table["total_column"]:
        for row in table["rows"]:
            parts = [cell(row, column) for column in table["columns"] if column != total]
            model.add(cell(row, total) == sum(parts))
    if total := table["total_row"]:
        for column in table["columns"]:
            parts = [cell(row, column) for row in table["rows"] if row != total]
            model.add(cell(total, column) == sum(parts))
