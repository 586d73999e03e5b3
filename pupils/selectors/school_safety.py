"""Health and safety over all children in reach: alerts, plans due, and who has still to read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from pupils.codes import PlanReaders, ReadSubject
from pupils.models import ClassAdult, PlanAdult, Pupil, PupilAdult, ReadReceipt, SafetyPlan
from pupils.models.roll import tell_apart
from pupils.selectors.safety import Alert, PlanLine, alerts_of, plan_lines
from pupils.words import year_words

Pairs = set[tuple[UUID, UUID]]


@dataclass(frozen=True)
class AlertLine:
    """A child with alerts."""

    pupil_id: UUID
    name: str
    place: str
    alerts: list[Alert]


@dataclass(frozen=True)
class PlanOfChild:
    """A plan with its child and the adults who have still to read it."""

    plan: PlanLine
    name: str
    place: str
    unread: list[str]


@dataclass(frozen=True)
class SchoolSafety:
    """The page of a school."""

    alerts: list[AlertLine]
    plans: list[PlanOfChild]

    @property
    def pupil_ids(self) -> set[UUID]:
        """Every child on the page."""
        return {a.pupil_id for a in self.alerts} | {p.plan.pupil_id for p in self.plans}


def school_safety(access: Access) -> SchoolSafety:
    """Alerts by class, plans by the day to look again; seven statements."""
    school = access.school
    children = {
        row.pk: row
        for row in Pupil.objects.visible_to(access)
        .on_roll(access.today)
        .select_related("class_group")
        .in_register_order()
    }
    tell_apart(children.values())
    alerts = alerts_of([school], children, today=access.today)
    rows = SafetyPlan.objects.filter(school=school, pupil__in=list(children))
    plans = plan_lines(access, rows)
    unread = _unread(access, [plan.id for plan in plans])
    return SchoolSafety(
        alerts=[
            AlertLine(pk, row.full_name, _place(row), alerts[pk])
            for pk, row in children.items()
            if pk in alerts
        ],
        plans=[
            PlanOfChild(
                plan,
                children[plan.pupil_id].full_name,
                _place(children[plan.pupil_id]),
                unread.get(plan.id, []),
            )
            for plan in sorted(plans, key=lambda p: p.review_on)
        ],
    )


def _place(row: Pupil) -> str:
    words = [year_words(row.year_group), row.class_group.name if row.class_group else ""]
    return ", ".join(filter(None, words))


def _unread(access: Access, plan_ids: list[UUID]) -> dict[UUID, list[str]]:
    """Names of the adults who must read a plan and have not, by plan."""
    plans = list(
        SafetyPlan.objects.filter(
            school=access.school, pk__in=plan_ids, version__gt=0
        ).select_related("pupil")
    )
    names: dict[UUID, str] = {}
    must: Pairs = set()
    for plan_id, user_id, name in _rows(
        PlanAdult.objects.filter(school=access.school, plan__in=plans), "plan_id"
    ):
        names[user_id] = name
        must.add((plan_id, user_id))
    of_class = _by(_live(ClassAdult, access), "class_group_id", names)
    of_child = _by(_live(PupilAdult, access), "pupil_id", names)
    for plan in plans:
        if plan.readers == PlanReaders.EVERYBODY:
            near = of_class[plan.pupil.class_group_id] | of_child[plan.pupil_id]
            must |= {(plan.pk, user_id) for user_id in near}
    found: dict[UUID, list[str]] = defaultdict(list)
    for plan_id, user_id in must - _read(access, plans):
        found[plan_id].append(names[user_id])
    return {key: sorted(people) for key, people in found.items()}


def _read(access: Access, plans: list[SafetyPlan]) -> Pairs:
    from_version = {plan.pk: plan.must_read_from for plan in plans}
    rows = ReadReceipt.objects.filter(
        school=access.school, subject=ReadSubject.SAFETY_PLAN, subject_id__in=from_version
    ).values_list("subject_id", "user_id", "version")
    return {(plan, user) for plan, user, version in rows if version >= from_version[plan]}


def _live(model, access: Access):
    today: dt.date = access.today
    return model.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        school=access.school,
        starts_on__lte=today,
        user__is_active=True,
    )


def _by(rows, key: str, names: dict[UUID, str]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for group, user_id, name in _rows(rows, key):
        names[user_id] = name
        found[group].add(user_id)
    return found


def _rows(rows, key: str) -> Iterable[tuple[UUID, UUID, str]]:
    return rows.order_by().values_list(key, "user_id", "user__name")
