"""Somebody who has reports in hand and wants to know what they hide: linear inequalities of their own.

Written from what is printed (`Report.as_json`) and from what anybody knows of registers, without a
look at what the product takes for linked. Every printed number is an equation, every hidden one a
variable of none or more; a count is worked out when all solutions put it between one and four.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ortools.linear_solver import pywraplp

from pupils.codes import NEED_TYPES, AreaOfNeed, StatusReason

#: More than any school has of anything.
MOST = 100_000
OUTCOMES = ("in_time", "late", "open")
#: Of how children came and went: each is somebody with SEN support or with a plan.
FLOWS = ("on", "off", "joined", "left")
#: What is said of how children are supported: of whom it is all.
SUPPORTED = (
    ("K", ("plan:in_date", "plan:late", "plan:none")),
    ("register", ("met:enough", "met:fewer", "met:new")),
    ("register", ("passport:read", "passport:unread", "passport:none")),
    ("out:all", ("out:sen", "out:other")),
    ("part:all", ("part:sen", "part:other")),
)


@dataclass
class Reader:
    """What has been read so far."""

    solver: pywraplp.Solver = field(default_factory=lambda: pywraplp.Solver.CreateSolver("GLOP"))
    cells: dict[str, pywraplp.Variable] = field(default_factory=dict)
    printed: dict[str, int] = field(default_factory=dict)

    def cell(self, name: str) -> pywraplp.Variable:
        if name not in self.cells:
            self.cells[name] = self.solver.NumVar(0, MOST, name)
        return self.cells[name]

    def add(self, whole: str, parts: Iterable[str]) -> None:
        """A whole is the sum of its parts."""
        self.solver.Add(self.cell(whole) == sum(self.cell(part) for part in parts))

    def cover(self, wholes: Iterable[str], parts: Iterable[str]) -> None:
        """Several counts together are at least these parts of them."""
        whole, part = (sum(self.cell(name) for name in names) for names in (wholes, parts))
        self.solver.Add(whole >= part)

    def read(self, name: str, value: int | None) -> None:
        """A printed count."""
        if value is not None:
            self.cell(name).SetBounds(value, value)
            self.printed[name] = value

    def at_least(self, name: str, value: int) -> None:
        cell = self.cell(name)
        cell.SetBounds(max(cell.lb(), value), cell.ub())

    def knows(self, name: str) -> tuple[int, int] | None:
        """The interval of a count where it lies between one and four; None where it need not."""
        most = self._end(name, is_most=True)
        if most > 4.001:
            return None
        least = self._end(name, is_most=False)
        ends = math.ceil(least - 1e-6), math.floor(most + 1e-6)
        return ends if ends[0] >= 1 else None

    def _end(self, name: str, *, is_most: bool) -> float:
        objective = self.solver.Objective()
        objective.Clear()
        objective.SetCoefficient(self.cell(name), 1)
        objective.SetOptimizationDirection(is_most)
        if self.solver.Solve() != pywraplp.Solver.OPTIMAL:
            raise AssertionError("What was printed contradicts itself.")
        return objective.Value()


def read_report(reader: Reader, report: Mapping, at: str) -> None:
    """A report on a term into the equations; `at` names the term."""
    reader.read(f"{at} roll", report["roll"])
    reader.read(f"{at} register", report["register"])
    for code, line in zip("KE", report["levels"], strict=True):
        reader.read(f"{at} {code}", line["count"])
    _levels(reader, at)
    _groups(reader, report, at)
    _changes(reader, report["changes"], at)
    _promises(reader, report, at)
    _support(reader, report["support"], at)
    _compared(reader, report["groups"], at)


def _support(reader: Reader, support: Mapping[str, int | None], at: str) -> None:
    """How children are supported: each whole with its parts, and who is away from class."""
    for name, count in support.items():
        reader.read(f"{at} {name}", count)
    for whole, parts in SUPPORTED:
        if parts[0] in support:
            reader.add(f"{at} {whole}", [f"{at} {part}" for part in parts])
    for kind in ("out", "part"):
        if f"{kind}:sen" in support:
            reader.cover((f"{at} register",), (f"{at} {kind}:sen",))
            reader.cover((f"{at} neither",), (f"{at} {kind}:other",))


def _compared(reader: Reader, groups: Iterable[Mapping], at: str) -> None:
    """Groups of children: each child is in one of each way of looking."""
    for way, labels in ways_of(groups).items():
        names = [f"{at} {way}: {label}" for label in labels]
        reader.add(f"{at} register", names)
        reader.add(f"{at} roll", [f"{name} roll" for name in names])
        for name in names:
            reader.add(f"{name} roll", (name, f"{name} neither"))
    for line in groups:
        name = f"{at} {line['way']}: {line['label']}"
        reader.read(name, line["count"])
        reader.read(f"{name} roll", line["base"])


def ways_of(groups: Iterable[Mapping]) -> dict[str, list[str]]:
    """The groups of each way of looking."""
    found: dict[str, list[str]] = {}
    for line in groups:
        found.setdefault(line["way"], []).append(line["label"])
    return found


def read_groups_since(reader: Reader, before: str, at: str, ways: Mapping[str, list[str]]) -> None:
    """Who of a group was on the register in an earlier report that has groups, and is now."""
    for way, labels in ways.items():
        for label in labels:
            now, then = f"{at} {way}: {label}", f"{before} {way}: {label}"
            reader.add(then, (f"{now} still", f"{now} gone"))
            reader.add(now, (f"{now} still", f"{now} come"))
        for end, flows in (("come", ("on", "joined")), ("gone", ("off", "left"))):
            reader.cover([f"{at} {x}" for x in flows], [f"{at} {way}: {x} {end}" for x in labels])


def _levels(reader: Reader, at: str) -> None:
    reader.add(f"{at} roll", (f"{at} register", f"{at} neither"))
    reader.add(f"{at} register", (f"{at} K", f"{at} E"))


def _groups(reader: Reader, report: Mapping, at: str) -> None:
    """Years on their rolls, and needs in their areas."""
    years = [line["label"] for line in report["years"]]
    for line in report["years"]:
        name = f"{at} {line['label']}"
        reader.read(name, line["count"])
        reader.read(f"{name} roll", line["base"])
        reader.add(f"{name} roll", (name, f"{name} neither"))
    if years:
        reader.add(f"{at} register", [f"{at} {year}" for year in years])
    for line in (*report["areas"], *report["needs"]):
        reader.read(f"{at} {line['label']}", line["count"])
    areas = [f"{at} {area.label}" for area in AreaOfNeed]
    reader.add(f"{at} register", [*areas, f"{at} Not recorded"])
    for area in AreaOfNeed:
        needs = [need.label for need in NEED_TYPES.values() if need.area is area]
        reader.add(f"{at} {area.label}", [f"{at} {need}" for need in needs])


def _changes(reader: Reader, changes: Mapping, at: str) -> None:
    for name in (*FLOWS, "up", "down"):
        reader.read(f"{at} {name}", changes[name])
    for way in ("on", "off"):
        for line in changes[f"reasons_{way}"]:
            reader.read(f"{at} {way}: {line['label']}", line["count"])
    for way in ("on", "off"):
        reader.add(f"{at} {way}", [f"{at} {way}: {each.label}" for each in StatusReason])
    for flow in FLOWS:
        reader.add(f"{at} {flow}", [f"{at} {flow} with {code}" for code in "KE"])
    for code, came in (("K", "down"), ("E", "up")):
        here = [f"{at} {flow} with {code}" for flow in ("on", "joined")]
        reader.add(f"{at} {code}", [f"{at} still {code}", f"{at} {came}", *here])


def read_two_terms(
    reader: Reader, before: str, at: str, years: Iterable[tuple[str, str]] = ()
) -> None:
    """Who was on the register at the end of the term before, and where they are now.

    `years` are the year groups of both reports, each then and now: in September all go up.
    """
    years = tuple(years)
    if years:
        reader.cover((f"{at} on", f"{at} joined"), [f"{at} {now} come" for _, now in years])
        reader.cover((f"{at} off", f"{at} left"), [f"{at} {then} gone" for then, _ in years])
    for code, went in (("K", "up"), ("E", "down")):
        gone = [f"{at} {flow} with {code}" for flow in ("off", "left")]
        reader.add(f"{before} {code}", [f"{at} still {code}", f"{at} {went}", *gone])
    for then, now in years:
        reader.add(f"{before} {then}", (f"{at} {now} still", f"{at} {then} gone"))
        reader.add(f"{at} {now}", (f"{at} {now} still", f"{at} {now} come"))


def read_trend(reader: Reader, report: Mapping, terms: Mapping[str, str]) -> None:
    """The terms before, in the same report; `terms` gives their names by label."""
    points = report["trend"]["points"]
    if report["trend"]["is_whole"]:
        for point in points:
            at = terms[point["label"]]
            for name, key in (("register", "register"), ("K", "support"), ("E", "plans")):
                reader.read(f"{at} {name}", point[key])
            _levels(reader, at)
        return
    now, before = terms[points[-1]["label"]], ""
    for point in points[:-1]:
        name = f"{now} since {point['label']}"
        reader.read(name, point["register"])
        reader.add(name, [n for n in (before, f"{name} new") if n])
        before = name
    reader.add(f"{now} register", [n for n in (before, f"{now} came last") if n])


def _promises(reader: Reader, report: Mapping, at: str) -> None:
    promises = report["promises"]
    for side in ("ours", "councils", "assessments", "by_council"):
        for line in promises[side]:
            name = f"{at} due {line['code'] or line['label']}"
            for part in (*OUTCOMES, "all", "unknown"):
                reader.read(f"{name}: {part}", line[part])
            reader.add(f"{name}: all", [f"{name}: {part}" for part in OUTCOMES])
    for code, councils in _by_council(promises).items():
        for part in ("all", *OUTCOMES, "unknown"):
            named = [f"{at} due {line['label']}: {part}" for line in councils]
            reader.add(f"{at} due {code}: {part}", [*named, f"{at} due {code} elsewhere: {part}"])
    _coming(reader, report["coming"], at)


def _by_council(promises: Mapping) -> dict[str, list[Mapping]]:
    """The lines of single councils, by the duty whose line they are a part of."""
    found = {"decision": list(promises["by_council"])}
    for line in promises["assessments"]:
        if line["code"]:
            stage = line["label"].removeprefix("Needs assessment: ")
            found[line["code"]] = [
                each
                for each in promises["assessments"]
                if not each["code"] and each["label"].endswith(f": {stage}")
            ]
    return {code: lines for code, lines in found.items() if lines}


def _coming(reader: Reader, coming: Mapping, at: str) -> None:
    name = f"{at} coming"
    for part in ("all", "held", "waiting"):
        reader.read(f"{name} {part}", coming[part])
    reader.add(f"{name} all", (f"{name} held", f"{name} waiting"))
    reader.add(f"{at} E", (f"{name} all", f"{at} not coming"))
    if coming["is_any"]:
        reader.at_least(f"{name} all", 1)
    if coming["is_any_waiting"]:
        reader.at_least(f"{name} waiting", 1)


def worked_out(reader: Reader, truth: Mapping[str, int]) -> Iterator[str]:
    """Counts of one to four that are not printed and follow from what is."""
    for name, value in truth.items():
        is_hidden = name in reader.cells and name not in reader.printed
        if 1 <= value <= 4 and is_hidden and reader.knows(name):
            yield name
