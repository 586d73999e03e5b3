"""Random primary schools of 20 to 2,000 children over four terms, as facts without names."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from aylsham.codes import TermName
from ehcp.rules.timeliness import OF_FEW, Duty, Obligation
from ehcp.selectors.assessments.timeliness import AssessmentTimeliness
from ehcp.selectors.timeliness import PlanTimeliness
from pupils.codes import NEED_TYPES, StatusReason
from reports.governor.facts import Child, SchoolFacts, Stay, Stretch, Support, TermDays
from reports.governor.terms import TermKey

YEARS = ("N2", "R", "1", "2", "3", "4", "5", "6")
TERMS = (
    TermDays(TermKey(2025, TermName.AUTUMN), dt.date(2025, 9, 3), dt.date(2025, 12, 19)),
    TermDays(TermKey(2025, TermName.SPRING), dt.date(2026, 1, 5), dt.date(2026, 3, 27)),
    TermDays(TermKey(2025, TermName.SUMMER), dt.date(2026, 4, 13), dt.date(2026, 7, 21)),
    TermDays(TermKey(2026, TermName.AUTUMN), dt.date(2026, 9, 2), dt.date(2026, 12, 18)),
)
FIRST, LAST = dt.date(2024, 9, 3), dt.date(2026, 12, 18)
LEAVING = dt.date(2026, 7, 21)
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class RandomSchool:
    """Children with the year group they had in 2025/26, and what was due of their plans."""

    slug: str
    children: tuple[Child, ...]
    plans: tuple[tuple[Child, str, int | None, tuple[Obligation, ...]], ...]
    requests: tuple[tuple[str, tuple[Obligation, ...]], ...]
    records_begin_on: dt.date

    def facts(self, place: int) -> SchoolFacts:
        """What a report on one of the terms is counted from."""
        day, before = TERMS[place].counted_on, TERMS[place - 1].counted_on
        since = dt.date(day.year - 1, day.month, day.day)
        return SchoolFacts(
            slug=self.slug,
            name=self.slug,
            phase="primary",
            terms=TERMS[: place + 1],
            before_on=before,
            records_begin_on=self.records_begin_on,
            children=tuple(_then(child, day) for child in self.children),
            plans=tuple(self._plans(since, day)),
            assessments=tuple(
                AssessmentTimeliness(council, _due(owed, since, day))
                for council, owed in self.requests
            ),
        )

    def _plans(self, since: dt.date, day: dt.date) -> Iterator[PlanTimeliness]:
        for child, council, september, owed in self.plans:
            known = _due(owed, since, day)
            met = next((o.done_on for o in known if o.duty is Duty.PHASE_MEETING), None)
            is_in_force = child.status(day) == "E"
            yield PlanTimeliness(NOBODY, NOBODY, council, september, is_in_force, met, None, known)


def random_school(seed: int) -> RandomSchool:
    """The same school for the same number."""
    return of_size(seed, round(20 * 100 ** random.Random(seed).random()))


def of_size(seed: int, size: int) -> RandomSchool:
    """One of so many children."""
    dice = random.Random(seed)
    dice.random()
    first = dice.randrange(0, 4) if size < 120 else dice.randrange(0, 2)
    years = YEARS[first : dice.randrange(first + 1, 9) if size < 120 else 8]
    share, plans = dice.uniform(0.03, 0.35), dice.uniform(0.0, 0.4)
    needs = dice.sample(sorted(NEED_TYPES), dice.randrange(2, 8))
    by_group = random.Random(-seed - 1)
    children = tuple(
        replace(
            _child(dice, years, share, plans, needs),
            groups=_groups(by_group),
            support=_support(by_group),
        )
        for _ in range(size)
    )
    councils = ["Norfolk", "Suffolk", "Essex"][: dice.choice((1, 1, 2, 3))]
    with_plans = [c for c in children if any(s.status == "E" for s in c.stretches)]
    return RandomSchool(
        f"school-{seed}",
        children,
        tuple(_plan(dice, councils, child) for child in with_plans),
        tuple(_request(dice, councils) for _ in range(dice.randrange(0, 2 + size // 60))),
        dice.choice((FIRST, FIRST, dt.date(2026, 2, 1))),
    )


def _child(dice, years, share: float, plans: float, needs: list[str]) -> Child:
    joined = FIRST if dice.random() < 0.93 else _day(dice, FIRST, LAST)
    left = None if dice.random() < 0.96 else _day(dice, joined, LAST)
    year = dice.choice(years)
    if year == "6" and (left is None or left > LEAVING) and joined <= LEAVING:
        left = LEAVING
    stretches: list[Stretch] = []
    if dice.random() < share:
        stretches = list(_stretches(dice, joined, plans))
    return Child(
        year_group=year,
        stays=(Stay(joined, left),),
        stretches=tuple(stretches),
        need=dice.choice(needs[: 1 + dice.randrange(len(needs))]) if dice.random() < 0.97 else "",
        attendance=Decimal(dice.randrange(700, 1000)) / 10 if dice.random() < 0.9 else None,
    )


#: Each way of looking with its groups and how often each occurs.
GROUPS = {
    "Pupil premium": (("Pupil premium", 25), ("No pupil premium", 75)),
    "Sex": (("Girl", 49), ("Boy", 51)),
    "Ethnicity": (("White British", 80), ("Asian", 9), ("Black", 4), ("Mixed", 5), ("Not said", 2)),
}


def _support(dice) -> Support:
    return Support(
        plan=dice.choice(("in_date", "in_date", "late", "none")),
        meetings=dice.randrange(3),
        passport=dice.choice(("read", "read", "unread", "none")),
        is_suspended=dice.random() < 0.02,
        is_part_time=dice.random() < 0.02,
    )


def _groups(dice) -> tuple[str, ...]:
    return tuple(
        f"{way}:{dice.choices([g for g, _ in each], [n for _, n in each])[0]}"
        for way, each in GROUPS.items()
    )


def _stretches(dice, joined: dt.date, plans: float) -> Iterator[Stretch]:
    starts = joined - dt.timedelta(days=dice.randrange(0, 300))
    if dice.random() < 0.25:
        starts = _day(dice, joined, LAST)
    reason = dice.choice(tuple(StatusReason)).value
    status = "E" if dice.random() < plans else "K"
    ends = _day(dice, starts, LAST) if dice.random() < 0.15 else None
    if ends is None:
        yield Stretch(status, starts, None, reason)
        return
    end_reason = dice.choice(tuple(StatusReason)).value
    yield Stretch(status, starts, ends, reason, end_reason)
    if dice.random() < 0.5:
        other = "E" if status == "K" else "K"
        yield Stretch(other, ends + dt.timedelta(days=1), None, end_reason)


def _plan(dice, councils: list[str], child: Child):
    duties = [duty for duty in Duty if duty not in OF_FEW]
    owed = tuple(_obligation(dice, duty) for duty in duties if dice.random() < 0.6)
    september = {"6": 2026, "5": 2027}.get(child.year_group)
    return child, dice.choice(councils), september, owed


def _request(dice, councils: list[str]):
    return dice.choice(councils), tuple(
        _obligation(dice, duty) for duty in OF_FEW[:-1] if dice.random() < 0.6
    )


def _obligation(dice, duty: Duty) -> Obligation:
    due = _day(dice, FIRST, LAST)
    days = dice.choice((-20, -5, -1, 0, 3, 30, 90, None))
    done = None if days is None else due + dt.timedelta(days=days)
    return Obligation(duty, due, done, dice.random() < 0.95)


def _due(owed: tuple[Obligation, ...], since: dt.date, day: dt.date) -> tuple[Obligation, ...]:
    return tuple(
        replace(each, done_on=each.done_on if each.done_on and each.done_on <= day else None)
        for each in owed
        if since < each.due_on <= day
    )


def _then(child: Child, day: dt.date) -> Child:
    """The year group on a day; who has left keeps the last one."""
    place = YEARS.index(child.year_group)
    is_later = day > LEAVING and child.is_on_roll(day)
    return replace(child, year_group=YEARS[min(7, place + is_later)])


def _day(dice, first: dt.date, last: dt.date) -> dt.date:
    return first + dt.timedelta(days=dice.randrange((last - first).days + 1))
