"""The sample week planned, filled greedily and drawn up by hand, beside each other.

What an absence changes: each adult is out on each of their days in turn. The planner takes its
best swaps, the greedy filler fills the week anew, and whoever drew up the week by hand gives each
gap, in order of time, to the first adult on the list who is trained and free.
"""

import json
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from staff.planning.absence import Out, replan, without
from staff.planning.codes import LEGAL
from staff.planning.comparing import figures_of
from staff.planning.costs import unmet_of
from staff.planning.diary import Diary
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance, Session
from staff.planning.reading import read_sessions
from staff.planning.solving import make_plan
from staff.planning.times import Times

DATA = Path(__file__).parents[1] / "data"
SECONDS, WORKERS = 16, 2

Sessions = Collection[Session]
#: From the week, its sessions and who is out to the sessions after that.
Mend = Callable[[Instance, Sessions, Out], Sessions]


def main() -> None:
    """Print the three beside each other."""
    instance = Instance.from_data(json.loads((DATA / "staff_week.json").read_text()))
    print(
        f"\nthe sample federation: {len(instance.adults)} adults, {len(instance.demands)} demands"
    )
    print(f"{'':44}{'planner':>9}{'greedy':>9}{'by hand':>9}")
    for words, values in compared(instance):
        print(f"{words:44}" + "".join(f"{value:9,g}" for value in values), flush=True)


def compared(instance: Instance) -> Iterator[tuple[str, list[float]]]:
    """Each figure in words with its value for the three."""
    plan = make_plan(instance, seconds=SECONDS, workers=WORKERS)
    ways: list[tuple[Sessions, Mend]] = [
        (plan.sessions, by_swaps),
        (plan_greedily(instance, Times(instance)), anew),
        (whiteboard(instance), by_the_list),
    ]
    figures = [figures_of(instance, sessions) for sessions, _ in ways]
    yield "legal minutes not covered", [each["unmet_legal_minutes"] for each in figures]
    every = [unmet_of(instance, sessions) for sessions, _ in ways]
    yield "minutes not covered in all", [sum(unmet.values()) for unmet in every]
    yield "adults for each child", [each["adults_per_child"] for each in figures]
    yield "wishes missed, weighted", [each["wishes_cost"] for each in figures]
    absent = [list(absences(instance, *way)) for way in ways]
    numbers = [[changes for changes, _ in each] for each in absent]
    yield "sessions that one absence changes", [_mean(each) for each in numbers]
    yield "  at most", [max(each) for each in numbers]
    yield "legal minutes lost in one absence", [_mean([m for _, m in each]) for each in absent]


def whiteboard(instance: Instance) -> tuple[Session, ...]:
    """The week as drawn up by hand."""
    rows = json.loads((DATA / "staff_week_whiteboard.json").read_text())["sessions"]
    return tuple(read_sessions(rows, instance.demands))


def absences(instance: Instance, sessions: Sessions, mend: Mend) -> Iterator[tuple[int, int]]:
    """For each day of each adult: sessions no longer as they were, legal minutes lost."""
    before = _legal(instance, sessions)
    for adult, weekday in sorted({(s.adult, s.span.weekday) for s in sessions}):
        after = mend(instance, sessions, Out(adult, weekday))
        yield len(set(sessions) - set(after)), _legal(instance, after) - before


def by_swaps(instance: Instance, sessions: Sessions, out: Out) -> Sessions:
    """The best swap for each gap."""
    return replan(instance, sessions, out.adult, out.weekday).sessions


def anew(instance: Instance, sessions: Sessions, out: Out) -> Sessions:
    """The whole week is filled again."""
    left = without(instance, out.adult, out.weekday)
    return plan_greedily(left, Times(left))


def by_the_list(instance: Instance, sessions: Sessions, out: Out) -> Sessions:
    """Each gap to the first who is trained and free at that time."""
    left = without(instance, out.adult, out.weekday)
    times, stays = Times(left), [session for session in sessions if not out.hits(session)]
    diary = Diary(left, stays)
    for session in sorted((s for s in sessions if out.hits(s)), key=lambda s: (s.span, s.demand)):
        able = times.free(left.demands[session.demand])
        instead = (s for s in able if s.span == session.span and diary.has_room(s))
        if found := next(instead, None):
            diary.add(found)
            stays.append(found)
    return stays


def _legal(instance: Instance, sessions: Sessions) -> int:
    unmet = unmet_of(instance, sessions)
    return sum(unmet[rank] for rank in LEGAL)


def _mean(numbers: Collection[int]) -> float:
    return round(sum(numbers) / len(numbers), 2) if numbers else 0
