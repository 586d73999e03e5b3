"""What a report says of the improvement plan: how objectives stand and what moved; pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aylsham.suppression.audience import Audience
from reports.governor.report import Report
from reports.publications.facts import listed
from reports.publications.kind import Table

#: How an objective can stand, the one that asks for most first, and in words.
STANDINGS = {
    "red": "red",
    "amber": "amber",
    "none": "not judged yet",
    "green": "green",
    "reached": "reached",
    "given_up": "given up",
}
_PLACE = {standing: place for place, standing in enumerate(STANDINGS)}
#: Of those that are judged: the higher, the better.
_GOOD = {"red": 0, "amber": 1, "green": 2, "reached": 3}
#: Objectives told one by one, and rows of a federation's table.
MOST_TOLD, MOST_ROWS = 6, 8
#: What stands in place of words in which a child may be named.
UNNAMED = "An objective whose words are not printed, since a child may be named in them"


@dataclass(frozen=True)
class Aim:
    """An objective of an improvement plan on the day of a report."""

    school: str
    #: Empty: not printed, since a child may be named in it.
    what: str
    standing: str
    #: How it stood when the term before ended; empty: it was not there.
    was: str
    steps: int
    done: int
    #: Milestones whose day is past.
    late: int
    #: The federation's own, which each of its schools carries.
    shared: str = ""


def say_aims(report: Report, aims: Sequence[Aim]) -> Iterator[str]:
    """How many stand where, what moved, and a sentence on each; to governors alone."""
    if report.audience is not Audience.GOVERNORS or not aims:
        return
    yield _how_many(aims)
    yield _moved(aims)
    late = sum(aim.late for aim in aims)
    if late:
        yield f"{_so_many(late, 'milestone')} {_is(late)} late."
    if report.is_federation:
        return
    told = sorted(aims, key=lambda aim: _PLACE[aim.standing])
    yield from map(_sentence, told[:MOST_TOLD])
    if rest := len(told) - MOST_TOLD:
        yield from [f"{_so_many(rest, 'more objective')} stand in the plan."] if rest > 0 else []


def tables_of_aims(report: Report, aims: Sequence[Aim]) -> tuple[Table, ...]:
    """Of a federation: each of its own objectives, school by school."""
    if report.audience is not Audience.GOVERNORS or not report.is_federation:
        return ()
    schools = sorted({aim.school for aim in aims})
    by_objective: dict[str, dict[str, Aim]] = {}
    for aim in aims:
        if aim.shared:
            by_objective.setdefault(aim.shared, {})[aim.school] = aim
    rows = tuple(_row(of, schools) for of in list(by_objective.values())[:MOST_ROWS])
    if not rows:
        return ()
    heads = ("Objective of the federation", *(STANDINGS[each].capitalize() for each in STANDINGS))
    return (Table("How many schools stand where", heads, rows),)


def _row(of: dict[str, Aim], schools: Iterable[str]) -> tuple[str, ...]:
    standing = Counter(aim.standing for aim in of.values())
    what = next((aim.what for aim in of.values() if aim.what), UNNAMED)
    return (what, *(str(standing[each]) for each in STANDINGS))


def _how_many(aims: Sequence[Aim]) -> str:
    standing = Counter(aim.standing for aim in aims)
    counts = [f"{standing[each]} {words}" for each, words in STANDINGS.items() if standing[each]]
    if len(aims) == 1:
        return f"The one objective for SEND in the improvement plan is {_now(aims[0])}."
    return f"Of {len(aims)} objectives for SEND in the improvement plan, {_are(counts)}."


def _are(counts: list[str]) -> str:
    first, *rest = counts
    verb = "is" if first.startswith("1 ") else "are"
    number, _, words = first.partition(" ")
    return listed([f"{number} {verb} {words}", *rest])


def _now(aim: Aim) -> str:
    return STANDINGS[aim.standing]


def _moved(aims: Sequence[Aim]) -> str:
    """What changed since the last term, in numbers."""
    moves = Counter(move for aim in aims if (move := _move(aim)))
    said = [
        f"{moves[key]} {words}"
        for key, words in (
            ("better", "got better"),
            ("worse", "got worse"),
            ("judged", "judged for the first time"),
            ("new", "new"),
            ("reached", "reached"),
            ("given_up", "given up"),
        )
        if moves[key]
    ]
    return (
        f"Since the last term ended: {listed(said)}."
        if said
        else ("None of them stands differently from when the last term ended.")
    )


def _move(aim: Aim) -> str:
    """What became of it since the term before; empty for nothing."""
    if not aim.was:
        return "new"
    if aim.standing == aim.was:
        return ""
    if aim.standing in ("reached", "given_up"):
        return aim.standing
    if aim.was not in _GOOD or aim.standing not in _GOOD:
        return "judged"
    return "better" if _GOOD[aim.standing] > _GOOD[aim.was] else "worse"


def _sentence(aim: Aim) -> str:
    what = f"“{aim.what.rstrip('.')}”" if aim.what else UNNAMED
    parts = [f"{what} is {_now(aim)}{_before(aim)}"]
    if aim.steps:
        parts.append(f"{aim.done} of {aim.steps} steps {'is' if aim.done == 1 else 'are'} done")
    if aim.late:
        parts.append(f"{_so_many(aim.late, 'milestone').lower()} {_is(aim.late)} late")
    return f"{'; '.join(parts)}."


def _before(aim: Aim) -> str:
    if not aim.was:
        return ", new this term"
    if aim.was == aim.standing:
        return ", as when the last term ended" if aim.standing != "none" else ""
    if aim.was == "none":
        return ", judged for the first time" if aim.standing in _GOOD else ""
    return f" and was {STANDINGS[aim.was]} when the last term ended"


def _so_many(number: int, what: str) -> str:
    return f"One {what}" if number == 1 else f"{number} {what}s"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
