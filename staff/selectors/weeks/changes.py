"""Whom it concerns when a plan is published in place of the one in force."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Sum

from aylsham.access.current import Access
from aylsham.models import User
from pupils.models import ClassAdult, Pupil
from staff.codes import DemandRank
from staff.models import PlanDemand, PlanSession, StaffMember, WeekPlan
from staff.rules.week_changes import Changes, Given, changes_between
from staff.selectors.planned import Planned, plan_in_force, planned_week
from staff.selectors.weeks.instances import monday_of, state_of
from staff.selectors.weeks.promised import promised_in

LEGAL = (DemandRank.SECTION_F, DemandRank.STATUTORY)


@dataclass(frozen=True)
class ChildChange:
    """A child whose adults change."""

    pupil: Pupil
    come: tuple[str, ...]
    go: tuple[str, ...]


@dataclass(frozen=True)
class Publishing:
    """What publishing a plan would do."""

    former: WeekPlan | None
    members: tuple[StaffMember, ...]
    children: tuple[ChildChange, ...]
    #: Adults with an account, and the children that each is planned for.
    pairs: frozenset[tuple[UUID, UUID]]
    #: Minutes a week that are owed by law and not covered.
    unmet_legal: int
    #: Promises that it gives and no provision keeps.
    promised: int

    @property
    def without_account(self) -> int:
        """Adults who cannot be told here."""
        return sum(member.user_id is None for member in self.members)


def mark_of(plan: WeekPlan) -> str:
    """What a plan and the one it replaces were, in a word that a form can carry."""
    former = plan_in_force(plan.school, plan.starts_on)
    text = repr((state_of(plan), plan.starts_on, plan.ends_on, former and former.pk))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def publishing_of(plan: WeekPlan) -> Publishing:
    """Whom a plan concerns, against the one in force on its first day."""
    monday = monday_of(plan)
    former = plan_in_force(plan.school, plan.starts_on)
    after = planned_week(plan, monday)
    before = planned_week(former, monday) if former and former.pk != plan.pk else []
    changes = changes_between(_given(before), _given(after))
    members = {each.member.pk: each.member for each in (*before, *after)}
    pupils = {pupil.pk: pupil for each in (*before, *after) for pupil in each.pupils}
    return Publishing(
        former=former,
        members=tuple(sorted((members[pk] for pk in changes.adults), key=lambda m: m.name)),
        children=tuple(_child_changes(changes, pupils, members)),
        pairs=frozenset(
            (each.member.user_id, pupil.pk)
            for each in after
            if each.member.user_id
            for pupil in each.pupils
        ),
        unmet_legal=sum(uncovered_minutes(plan, LEGAL).values()),
        promised=len(promised_in(plan)),
    )


def seen_of(access: Access, found: Publishing) -> set[UUID]:
    """Which of the children whose adults change the asker sees."""
    ids = [each.pupil.pk for each in found.children]
    rows = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def uncovered_minutes(plan: WeekPlan, ranks: Iterable[str] = tuple(DemandRank)) -> dict[str, int]:
    """Minutes a week that a plan does not cover, by rank; two statements."""
    demands = PlanDemand.objects.filter(school_id=plan.school_id, plan=plan, rank__in=list(ranks))
    wanted = demands.values_list("rank").annotate(in_all=Sum(F("sessions") * F("minutes")))
    given: dict[str, int] = defaultdict(int)
    rows = PlanSession.objects.filter(school_id=plan.school_id, plan=plan)
    for rank, starts, ends in rows.values_list("demand__rank", "starts", "ends"):
        given[rank] += ends - starts
    return {rank: in_all - given[rank] for rank, in_all in wanted.order_by("rank")}


def teachers_of(school_id: UUID, classes: Iterable[UUID], day: dt.date) -> list[User]:
    """Who teaches these classes on a day."""
    rows = ClassAdult.objects.filter(
        school_id=school_id, class_group__in=list(classes), starts_on__lte=day
    ).exclude(ends_on__lt=day)
    people = {row.user_id: row.user for row in rows.select_related("user")}
    return list(people.values())


def _given(week: Iterable[Planned]) -> list[Given]:
    return [
        Given(
            each.member.pk,
            frozenset(pupil.pk for pupil in each.pupils),
            each.session.demand.source_key,
            (each.session.weekday, each.session.starts, each.session.ends),
        )
        for each in week
    ]


def _child_changes(
    changes: Changes, pupils: dict[UUID, Pupil], members: dict[UUID, StaffMember]
) -> list[ChildChange]:
    found = [
        ChildChange(
            pupils[pk],
            tuple(sorted(members[each].name for each in come)),
            tuple(sorted(members[each].name for each in go)),
        )
        for pk, (come, go) in changes.children.items()
    ]
    return sorted(found, key=lambda each: (each.pupil.first_name, each.pupil.last_name))
