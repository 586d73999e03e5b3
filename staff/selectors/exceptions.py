"""Who gives what without its training, and why: said of a provision, or noted in a week's plan."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School, User
from provision.models import Provision
from staff.models import GivenUntrained, PlanDemand, StaffMember, WeekPlan
from staff.selectors.requirements import (
    Requirements,
    Standings,
    names_of,
    requirements,
    standings,
)
from staff.selectors.weeks.reading import SUPPORT, demand_words


@dataclass(frozen=True)
class Noted:
    """An exception of a plan that people go by, or went by."""

    plan: WeekPlan
    demand: PlanDemand
    member: StaffMember
    why: str
    #: Who noted it, and when; of older ones, who published the plan.
    by: UUID | None
    on: dt.date


def noted_in_plans(school: School, provision: UUID | None = None) -> list[Noted]:
    """The newest first; one statement where no plan has any, three otherwise."""
    plans = WeekPlan.objects.filter(school=school, published_at__isnull=False).exclude(changes=[])
    rows = [
        (plan, each)
        for plan in plans.order_by("-starts_on", "-pk")
        for each in plan.changes
        if each["kind"] == "exception"
    ]
    if not rows:
        return []
    demands = PlanDemand.objects.filter(school=school, pk__in={each["demand"] for _, each in rows})
    if provision is not None:
        demands = demands.filter(provision=provision)
    by_key = {
        str(row.pk): row
        for row in demands.select_related(
            "provision__shared_item", "provision__own_item", "promise", "need"
        )
    }
    members = StaffMember.objects.filter(school=school, pk__in={each["adult"] for _, each in rows})
    people = {str(row.pk): row for row in members.select_related("user")}
    return [
        _noted(plan, each, by_key[each["demand"]], people[each["adult"]])
        for plan, each in rows
        if each["demand"] in by_key and each["adult"] in people
    ]


def _noted(plan: WeekPlan, change: Mapping, demand: PlanDemand, member: StaffMember) -> Noted:
    by, on = change.get("said_by"), change.get("said_on")
    return Noted(
        plan,
        demand,
        member,
        change["note"],
        UUID(by) if by else plan.published_by_id,
        dt.date.fromisoformat(on) if on else plan.published_at.date(),
    )


def allowed_pairs(school: School) -> dict[tuple[UUID, UUID], str]:
    """What an adult may give without the training, by what it is for and the adult: and why.

    Whoever said so once is not asked again, whether of the provision or in a plan.
    """
    members = dict(
        StaffMember.objects.filter(school=school, user__isnull=False).values_list("user_id", "pk")
    )
    given = GivenUntrained.objects.filter(school=school).order_by("said_on", "pk")
    noted = noted_in_plans(school)
    found = {(each.demand.source_key, each.member.pk): each.why for each in reversed(noted)}
    return found | {
        (row.provision_id, members[row.user_id]): row.why for row in given if row.user_id in members
    }


@dataclass(frozen=True)
class ExceptionLine:
    """One exception as the page of trainings shows it."""

    name: str
    what: str
    #: The trainings that were missing.
    topics: tuple[str, ...]
    why: str
    by: str
    on: dt.date
    #: Until when what it is for goes on; None: no end is known.
    until: dt.date | None
    #: The provision of which it was said, or the plan in which it was noted.
    provision: Provision | None = None
    plan: WeekPlan | None = None
    #: Why it holds no more; empty while it does.
    over: str = ""


def exception_lines(access: Access) -> list[ExceptionLine]:
    """All of a school, those that hold first, then the newest; at most twelve statements."""
    school = access.school
    readable = Provision.objects.filter(school=school).readable_by(access)
    given = GivenUntrained.objects.filter(school=school, provision__in=readable.values("pk"))
    given = list(given.select_related("provision", "user", "said_by"))
    noted = noted_in_plans(school)
    if not given and not noted:
        return []
    words = demand_words(access, [each.demand for each in noted])
    by = dict(User.objects.filter(pk__in={n.by for n in noted}).values_list("pk", "name"))
    asked = requirements(school)
    of_plans = [(each, _topics_of(each.demand, asked)) for each in noted]
    keys = {key for row in given for key in row.missing}
    keys |= {topic for _, topics in of_plans for topic in topics}
    facts = _Facts(standings(school, keys, access.today), names_of(keys), access.today)
    lines = [facts.of_provision(row) for row in given]
    lines += [
        facts.of_plan(each, topics, words[each.demand.pk].what, by.get(each.by, ""))
        for each, topics in of_plans
        if words[each.demand.pk].what != SUPPORT
    ]
    return sorted(lines, key=lambda x: (bool(x.over), -x.on.toordinal(), x.name))


def _topics_of(demand: PlanDemand, asked: Requirements) -> tuple[UUID, ...]:
    if demand.need:
        return (demand.need.topic_id,) if demand.need.topic_id else ()
    row = demand.provision
    return tuple(topic.pk for topic in asked.of(row.shared_item, row.own_item)) if row else ()


@dataclass(frozen=True)
class _Facts:
    held: Standings
    names: Mapping[UUID, str]
    today: dt.date

    def of_provision(self, row: GivenUntrained) -> ExceptionLine:
        until = row.provision.ends_on
        return ExceptionLine(
            row.user.name,
            row.provision.name,
            self._named(row.missing),
            row.why,
            row.said_by.name if row.said_by else "",
            row.said_on,
            until,
            provision=row.provision,
            over=self._over(row.user_id, row.missing, until),
        )

    def of_plan(self, each: Noted, topics: Collection[UUID], what: str, by: str) -> ExceptionLine:
        ends = [day for day in (each.demand.source.ends_on, each.plan.ends_on) if day]
        until = min(ends, default=None)
        return ExceptionLine(
            each.member.name,
            what,
            self._named(topics),
            each.why,
            by,
            each.on,
            until,
            plan=each.plan,
            over=self._over(each.member.user_id or each.member.pk, topics, until),
        )

    def _named(self, topics: Iterable[UUID]) -> tuple[str, ...]:
        return tuple(sorted(self.names.get(key, "") for key in topics))

    def _over(self, person: UUID, topics: Collection[UUID], until: dt.date | None) -> str:
        if until and until < self.today:
            return "ended"
        if topics and not any(self.held.of(person, key)[0].is_gap for key in topics):
            return "trained since"
        return ""
