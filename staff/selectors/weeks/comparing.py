"""Plans of the week side by side: cost, what is not covered, whom it is owed, what changes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from staff.codes import DemandRank
from staff.models import PlanDemand, PlanSession, WeekPlan
from staff.planning.codes import RANK_WORDS, Rank
from staff.planning.comparing import Row, Scenario, compare
from staff.planning.costs import adults_of
from staff.planning.moving import is_known
from staff.selectors.planned import plan_in_force
from staff.selectors.weeks.board import MARKS
from staff.selectors.weeks.instances import instance_of, monday_of, sessions_of
from staff.selectors.weeks.reading import demand_words

MOST_PLANS = 4
COST = "pence_a_week"
#: Which demand it is, whatever the plan: its provision, promise or need, and which adult.
Source = tuple[UUID, int]


@dataclass(frozen=True)
class Line:
    """One figure of each plan, as it is shown; the best of them are marked."""

    words: str
    values: tuple[str, ...]
    best: tuple[bool, ...]

    @property
    def cells(self) -> list[tuple[str, bool]]:
        return list(zip(self.values, self.best, strict=True))


@dataclass(frozen=True)
class AtRisk:
    """Something owed that one of the plans does not cover: minutes missing in each, None: not asked."""

    words: str
    who: tuple[str, ...]
    rank: str
    mark: str
    missing: tuple[int | None, ...]

    @property
    def differs(self) -> bool:
        return len(set(self.missing)) > 1


@dataclass(frozen=True)
class Comparison:
    """Two to four plans side by side."""

    plans: tuple[WeekPlan, ...]
    lines: tuple[Line, ...]
    at_risk: tuple[AtRisk, ...]
    in_force: WeekPlan | None
    pupil_ids: tuple[UUID, ...]

    @property
    def table(self) -> list[list[str]]:
        """As rows of a workbook."""
        rows = [[line.words, *line.values] for line in self.lines]
        for each in self.at_risk:
            missing = ["not asked for" if n is None else f"{n} min" for n in each.missing]
            who = f" ({', '.join(each.who)})" if each.who else ""
            rows.append([f"Not covered, {each.rank}: {each.words}{who}", *missing])
        return rows


def plans_to_compare(access: Access) -> list[WeekPlan]:
    """Every plan of the school, the newest first."""
    return list(WeekPlan.objects.filter(school=access.school).select_related("school"))


def compared(access: Access, plans: Sequence[WeekPlan]) -> Comparison:
    """The figures; what a week costs only for who keeps rates."""
    has_rates = access.can(Permission.KEEP_RATES)
    scenarios: dict[str, Scenario] = {}
    for plan in plans:
        found = instance_of(plan, monday_of(plan), with_rates=has_rates)
        known = [each for each in sessions_of(plan) if is_known(found, each)]
        scenarios[str(plan.pk)] = (found, known)
    in_force = plan_in_force(access.school, access.today)
    rows = [row for row in compare(scenarios) if has_rates or row.key != COST]
    lines = [_line(row) for row in rows]
    most = [
        max((len(adults) for adults in adults_of(*each).values()), default=0)
        for each in scenarios.values()
    ]
    lines.append(_line(Row("most_adults", "Most adults of one child", "", tuple(most))))
    lines.append(_changes(access, plans, in_force))
    at_risk, pupil_ids = _at_risk(access, plans)
    return Comparison(tuple(plans), tuple(lines), tuple(at_risk), in_force, pupil_ids)


def _line(row: Row) -> Line:
    known = [value for value in row.values if value is not None]
    # More hours used of the emptiest contract is neither better nor worse.
    is_judged = len(set(known)) > 1 and not row.key.startswith(("most_used", "least"))
    best = min(known, default=None)
    return Line(
        row.words,
        tuple(_value(value, row.unit) for value in row.values),
        tuple(is_judged and value == best for value in row.values),
    )


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return "not known"
    if unit == "p":
        return f"£{value / 100:,.2f}"
    return f"{value:g}{'%' if unit == '%' else ' min' if unit == 'min' else ''}"


def _changes(access: Access, plans: Sequence[WeekPlan], in_force: WeekPlan | None) -> Line:
    """Sessions that stand otherwise than in the week that people go by."""
    words = "Sessions that differ from the week in force"
    if in_force is None:
        return Line(words, tuple("no week in force" for _ in plans), tuple(False for _ in plans))
    now = _standing(access, in_force)
    values = [(_standing(access, plan) - now).total() for plan in plans]
    return _line(Row("changes", words, "", tuple(values)))


def _standing(access: Access, plan: WeekPlan) -> Counter:
    rows = PlanSession.objects.filter(school=access.school, plan=plan)
    return Counter(
        rows.values_list(
            "demand__provision",
            "demand__promise",
            "demand__need",
            "demand__adult_number",
            "member",
            "weekday",
            "starts",
        )
    )


def _at_risk(access: Access, plans: Sequence[WeekPlan]) -> tuple[list[AtRisk], tuple[UUID, ...]]:
    rows = PlanDemand.objects.filter(school=access.school, plan__in=plans)
    demands = list(rows.select_related("provision", "promise", "need").defer("remedies"))
    sessions = PlanSession.objects.filter(school=access.school, plan__in=plans)
    given = Counter(sessions.values_list("demand", flat=True))
    without = {plan.pk: _without(plan) for plan in plans}
    asked: dict[Source, dict[UUID, PlanDemand]] = {}
    for each in demands:
        if str(each.pk) not in without[each.plan_id]:
            asked.setdefault(each.key, {})[each.plan_id] = each
    words = demand_words(access, demands)
    found, ids = [], set()
    for by_plan in asked.values():
        missing = tuple(
            _missing(by_plan[plan.pk], given) if plan.pk in by_plan else None for plan in plans
        )
        if any(missing):
            first = next(iter(by_plan.values()))
            said = words[first.pk]
            ids |= {pupil.pk for pupil in said.pupils}
            who = tuple(pupil.full_name for pupil in said.pupils)
            rank = RANK_WORDS[Rank(first.rank)]
            found.append(
                (first.rank, AtRisk(said.what, who, rank, MARKS[DemandRank(first.rank)], missing))
            )
    ranks = list(DemandRank)
    found.sort(key=lambda each: (ranks.index(each[0]), not each[1].differs, each[1].words))
    return [each for _, each in found], tuple(ids)


def _without(plan: WeekPlan) -> set[str]:
    """What the plan takes for granted that it need not cover."""
    return {each["demand"] for each in plan.changes if each["kind"] == "without"}


def _missing(demand: PlanDemand, given: Counter) -> int:
    return max(0, demand.sessions - given[demand.pk]) * demand.minutes


def chosen_plans(plans: Iterable[WeekPlan], names: Iterable[str]) -> list[WeekPlan]:
    """Those that an address names, in its order, at most four."""
    by_key = {str(plan.pk): plan for plan in plans}
    return [by_key[name] for name in dict.fromkeys(names) if name in by_key][:MOST_PLANS]
