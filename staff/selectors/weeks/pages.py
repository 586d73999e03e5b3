"""The pages of the week: every plan, one plan, what time is needed for."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.jobs.codes import OPEN_STATES
from aylsham.models import Job
from aylsham.together import Together
from staff.codes import WEEK_JOB, DemandRank, WeekPlanState
from staff.models import (
    Contract,
    PlanDemand,
    PlanSession,
    StaffMember,
    TimeNeed,
    TrainingTopic,
    WeekPlan,
)
from staff.planning.codes import RANK_WORDS, SOFT_WORDS, Rank, Soft
from staff.selectors.weeks.changes import uncovered_minutes
from staff.selectors.weeks.instances import Week, monday_of, week_of_plan
from staff.selectors.weeks.reading import DemandWords, demand_words

LEGAL = (DemandRank.SECTION_F, DemandRank.STATUTORY)


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list."""

    plan: WeekPlan
    state: str
    words: str
    sessions: int


@dataclass(frozen=True)
class WeeksPage:
    """Every plan, and how much time is needed beside provision."""

    lines: tuple[PlanLine, ...]
    earlier: tuple[PlanLine, ...]
    needs: int

    @property
    def in_force(self) -> PlanLine | None:
        return next((line for line in self.lines if line.state == "on_track"), None)

    @property
    def may_compare(self) -> bool:
        """Whether two plans can be laid side by side."""
        return len(self.lines) + len(self.earlier) > 1


@dataclass(frozen=True)
class RankLine:
    """How much of what is owed with one weight is covered."""

    rank: str
    words: str
    wanted: int
    missing: int
    #: No plan leaves fewer minutes of it.
    is_proved: bool

    @property
    def covered(self) -> int:
        return self.wanted - self.missing

    @property
    def is_law(self) -> bool:
        return self.rank in LEGAL


@dataclass(frozen=True)
class Uncovered:
    """What a plan does not cover, or not wholly."""

    words: DemandWords
    missing: int
    ways: tuple[str, ...]

    @property
    def minutes(self) -> int:
        return self.missing * self.words.demand.minutes


@dataclass(frozen=True)
class PlanPage:
    """One plan: what it covers, what not, who could not be planned."""

    plan: WeekPlan
    ranks: tuple[RankLine, ...]
    uncovered: tuple[Uncovered, ...]
    #: What wishes cost, the dearest first: (words, cost).
    wishes: tuple[tuple[str, int], ...]
    left_out: tuple
    left: tuple[tuple[str, str], ...]
    sessions: int
    job: Job | None
    pupil_ids: tuple[UUID, ...]

    @property
    def is_draft(self) -> bool:
        return self.plan.state == WeekPlanState.DRAFT

    @property
    def missing_by_law(self) -> int:
        return sum(line.missing for line in self.ranks if line.is_law)


def weeks_page(access: Access) -> WeeksPage:
    """Plans by what they are; two statements."""
    rows = (
        WeekPlan.objects.filter(school=access.school)
        .defer("answer")
        .annotate(number=Count("sessions"))
        .order_by("-starts_on", "name", "pk")
    )
    lines = [_line(row, access) for row in rows]
    now = [line for line in lines if line.state != "closed"]
    order = ("on_track", "due_soon", "waiting")
    return WeeksPage(
        tuple(sorted(now, key=lambda line: order.index(line.state))),
        tuple(line for line in lines if line.state == "closed"),
        TimeNeed.objects.filter(school=access.school).on(access.today).count(),
    )


def _line(plan: WeekPlan, access: Access) -> PlanLine:
    if plan.state == WeekPlanState.DRAFT:
        state, words = "waiting", "Draft"
    elif plan.state == WeekPlanState.ENDED or (plan.ends_on and plan.ends_on < access.today):
        state, words = "closed", "Over"
    elif plan.starts_on > access.today:
        state, words = "due_soon", "Published, not begun"
    else:
        state, words = "on_track", "People go by it"
    return PlanLine(plan, state, words, plan.number)


def plan_of(access: Access, pk: UUID) -> WeekPlan | None:
    """One plan."""
    rows = WeekPlan.objects.filter(school=access.school, pk=pk)
    return rows.select_related("school", "based_on", "published_by").first()


def plans_to_begin_with(access: Access) -> QuerySet[WeekPlan]:
    """What a new draft can begin with, the newest first."""
    return WeekPlan.objects.filter(school=access.school).defer("answer")


def _of_plan(school: UUID, federation: UUID, plan: UUID) -> list[QuerySet]:
    """What it has to cover, what its sessions cover, and names of adults and topics."""
    own = {"school_id": school, "plan_id": plan}
    topics = TrainingTopic.objects.filter(federation_id=federation)
    return [
        PlanDemand.objects.filter(**own).select_related("provision", "promise", "need"),
        PlanSession.objects.filter(**own).values_list("demand_id", flat=True),
        StaffMember.objects.filter(school_id=school).values_list("pk", "name"),
        topics.values_list("pk", "name"),
    ]


_OF_PLAN = Together(_of_plan, school=UUID, federation=UUID, plan=UUID)


def plan_page(access: Access, plan: WeekPlan) -> PlanPage:
    """A plan with everything that the SENDCo decides by."""
    school = access.school
    of = {"school": school.pk, "federation": school.federation_id, "plan": plan.pk}
    demands, covered, people, trainings = _OF_PLAN.rows(**of)
    words = demand_words(access, demands)
    given, members, topics = Counter(covered), dict(people), dict(trainings)
    rates = _rates(access, plan)
    week = week_of_plan(plan, monday_of(plan)) if plan.state == WeekPlanState.DRAFT else None
    ranks, whats = list(DemandRank), {str(pk): each.what for pk, each in words.items()}
    uncovered = [
        Uncovered(
            words[each.pk],
            each.sessions - given[each.pk],
            tuple(_way(way, members, topics, whats) + _cost(way, rates) for way in each.remedies),
        )
        for each in sorted(demands, key=lambda each: ranks.index(DemandRank(each.rank)))
        if given[each.pk] < each.sessions
    ]
    return PlanPage(
        plan=plan,
        ranks=tuple(_ranks(plan, demands)),
        uncovered=tuple(uncovered),
        wishes=tuple(_wishes(plan)),
        left_out=tuple(week.left_out) if week else (),
        left=tuple(_left(week, words)),
        sessions=given.total(),
        job=_job(plan),
        pupil_ids=tuple({pupil.pk for each in words.values() for pupil in each.pupils}),
    )


def _ranks(plan: WeekPlan, demands: list[PlanDemand]) -> list[RankLine]:
    missing = uncovered_minutes(plan)
    bounds = (plan.answer or {}).get("bounds", {})
    found = []
    for rank in DemandRank:
        wanted = sum(d.sessions * d.minutes for d in demands if d.rank == rank)
        if wanted:
            lacks = missing.get(rank, wanted)
            is_proved = lacks > 0 and bounds.get(rank) == lacks
            found.append(RankLine(rank, RANK_WORDS[Rank(rank)], wanted, lacks, is_proved))
    return found


def _way(way: dict, names: dict[UUID, str], topics: dict[UUID, str], whats: dict[str, str]) -> str:
    """A remedy in the words of today: names are read again, never kept with the plan."""
    who = names.get(_uuid(way["adult"]), "somebody who is no longer here")
    if way["kind"] == "hours" and way["minutes"]:
        return f"{way['minutes']} minutes a week more of {who}"
    return {
        "window": "allow another time for it",
        "regroup": f"teach it together with {whats.get(way['name'], 'a group like it')}",
        "handover": f"plan a handover to {who}",
        "training": f"train {who} in {topics.get(_uuid(way['name']), 'what it asks for')}",
        "hours": f"let {who} work at other times",
    }[way["kind"]]


def _rates(access: Access, plan: WeekPlan) -> dict[UUID | None, int]:
    """Pence an hour for each member; nobody's for who does not keep rates."""
    if not access.can(Permission.KEEP_RATES):
        return {}
    rows = Contract.objects.filter(school=access.school, pence_an_hour__isnull=False)
    return dict(rows.on(monday_of(plan)).values_list("member_id", "pence_an_hour"))


def _cost(way: dict, rates: dict[UUID | None, int]) -> str:
    """` (£7.06 a week)`, where it is known and the asker may know it."""
    rate = rates.get(_uuid(way["adult"])) if way["kind"] == "hours" and way["minutes"] else None
    return f" (£{way['minutes'] * rate / 6000:.2f} a week)" if rate else ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _wishes(plan: WeekPlan) -> list[tuple[str, int]]:
    costs = (plan.answer or {}).get("costs", {})
    return [(SOFT_WORDS[Soft(name)], cost) for name, cost in sorted(costs.items(), key=_dearest)]


def _dearest(each: tuple[str, int]) -> int:
    return -each[1]


def _left(week: Week | None, words: dict[UUID, DemandWords]) -> list[tuple[str, str]]:
    return [(words[each.demand.pk].what, each.why) for each in week.left] if week else []


def _job(plan: WeekPlan) -> Job | None:
    rows = Job.objects.filter(kind=WEEK_JOB, school=plan.school_id, arguments__plan=str(plan.pk))
    return rows.filter(state__in=OPEN_STATES).first()
