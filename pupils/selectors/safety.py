"""What keeps a child safe, cut to what the asker may see; and who has read the plans."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.codes import (
    SAFETY_PLAN_SECTIONS,
    SENSITIVE_PLANS,
    AlertKind,
    PlanReaders,
    ReadSubject,
    SafetyPlanKind,
)
from pupils.models import (
    Adjustment,
    ClassAdult,
    Equipment,
    MedicalAlert,
    Medicine,
    PlanAdult,
    Pupil,
    PupilAdult,
    ReadReceipt,
    SafetyPlan,
    SafetyPlanVersion,
)
from pupils.selectors.readers import works_with


@dataclass(frozen=True)
class Alert:
    """A medical alert: what it is and what to do."""

    what: str
    action: str
    is_emergency: bool


@dataclass(frozen=True)
class PlanLine:
    """A safety plan in a list."""

    id: UUID
    pupil_id: UUID
    label: str
    owner: str
    version: int
    agreed_on: dt.date | None
    review_on: dt.date
    is_late: bool
    has_draft: bool
    #: The asker works with the child and has not read the version in force.
    is_unread: bool


@dataclass(frozen=True)
class Safety:
    """The page of one child."""

    alerts: list[MedicalAlert]
    medicines: list[Medicine]
    plans: list[PlanLine]
    adjustments: list[Adjustment]
    equipment: list[Equipment]


@dataclass(frozen=True)
class Reader:
    """An adult who must read a plan, and when they did."""

    user_id: UUID
    name: str
    read_at: dt.datetime | None


@dataclass(frozen=True)
class PlanPage:
    """One plan as adults follow it."""

    plan: SafetyPlan
    label: str
    in_force: SafetyPlanVersion | None
    sections: list[tuple[str, str]]
    draft: list[tuple[str, str]]
    adults: list[PlanAdult]
    readers: list[Reader]
    is_unread: bool

    @property
    def unread(self) -> list[Reader]:
        """Who has still to read the version in force."""
        return [reader for reader in self.readers if reader.read_at is None]


def alerts_of(
    schools: Iterable[School], pupil_ids: Iterable[UUID], *, today: dt.date
) -> dict[UUID, list[Alert]]:
    """Live alerts by child, what could be an emergency first; one statement."""
    found: dict[UUID, list[Alert]] = defaultdict(list)
    rows = MedicalAlert.objects.live(today).filter(
        school__in=list(schools), pupil__in=list(pupil_ids)
    )
    for row in rows.order_by("kind", "starts_on", "id"):
        found[row.pupil_id].append(Alert(row.what, row.action, row.kind == AlertKind.EMERGENCY))
    return found


def safety_of(access: Access, pupil: Pupil) -> Safety:
    """What is in force for a child; at most six statements."""
    own = {"school_id": pupil.school_id, "pupil": pupil}
    today = access.today
    alerts = MedicalAlert.objects.live(today).filter(**own).order_by("kind", "starts_on", "id")
    if not access.can(Permission.VIEW_NEEDS):
        return Safety(list(alerts), [], [], [], [])
    return Safety(
        alerts=list(alerts),
        medicines=list(Medicine.objects.live(today).filter(**own).order_by("name", "id")),
        plans=plan_lines(access, SafetyPlan.objects.filter(**own)),
        adjustments=list(Adjustment.objects.live(today).filter(**own).order_by("place", "id")),
        equipment=list(Equipment.objects.live(today).filter(**own).order_by("name", "id")),
    )


def plans_for(access: Access, plans):
    """The plans that the asker may see: some only as a named adult, or with sensitive text."""
    named = PlanAdult.objects.filter(
        school_id=OuterRef("school_id"), plan=OuterRef("pk"), user=access.user
    )
    sensitive = [
        s.pk for s in access.schools if Permission.VIEW_SENSITIVE in access.permissions_at(s)
    ]
    open_to_all = ~Q(kind__in=SENSITIVE_PLANS)
    return plans.filter(
        open_to_all
        | Q(school__in=sensitive)
        | Q(owner=access.user)
        | Q(pk__in=Subquery(named.values("plan")))
    )


def plan_lines(access: Access, plans) -> list[PlanLine]:
    """Plans in force or being written that the asker may see; one statement."""
    mine = _receipts_of(access.user)
    now = SafetyPlanVersion.objects.filter(
        school_id=OuterRef("school_id"), plan=OuterRef("pk"), number=OuterRef("version")
    )
    rows = (
        plans_for(access, plans.live(access.today))
        .select_related("owner")
        .annotate(
            is_asked=_is_asked(access),
            read_version=Subquery(mine.values("version")[:1]),
            agreed_on=Subquery(now.values("agreed_on")),
            agreed_text=Subquery(now.values("sections")),
        )
        .order_by("kind")
    )
    return [
        PlanLine(
            id=row.pk,
            pupil_id=row.pupil_id,
            label=SafetyPlanKind(row.kind).label,
            owner=row.owner.name,
            version=row.version,
            agreed_on=row.agreed_on,
            review_on=row.review_on,
            is_late=row.review_on < access.today,
            has_draft=bool(row.draft) and row.draft != row.agreed_text,
            is_unread=row.is_asked and (row.read_version or 0) < row.must_read_from,
        )
        for row in rows
    ]


def find_plan(access: Access, pupil: Pupil, pk: UUID) -> SafetyPlan | None:
    """A plan of this child that the asker may see."""
    rows = SafetyPlan.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    plan = plans_for(access, rows).select_related("owner").first()
    if plan:
        plan.pupil, plan.school = pupil, pupil.school
    return plan


def plan_page(access: Access, plan: SafetyPlan) -> PlanPage:
    """The version in force, the draft, the named adults and who has read it; five statements."""
    now = SafetyPlanVersion.objects.filter(
        school_id=plan.school_id, plan=plan, number=plan.version
    ).first()
    adults = list(
        PlanAdult.objects.filter(school_id=plan.school_id, plan=plan)
        .select_related("user")
        .order_by("user__name")
    )
    readers = readers_of(plan, adults, today=access.today)
    me = next((reader for reader in readers if reader.user_id == access.user.pk), None)
    text = now.sections if now else {}
    return PlanPage(
        plan=plan,
        label=SafetyPlanKind(plan.kind).label,
        in_force=now,
        sections=sections_in_order(plan.kind, text),
        draft=sections_in_order(plan.kind, plan.draft) if plan.draft != text else [],
        adults=adults,
        readers=readers,
        is_unread=bool(now and me and me.read_at is None),
    )


def plan_text(plan: SafetyPlan) -> list[tuple[str, str]]:
    """What is to be agreed: the draft, or the version in force where nothing else is written."""
    if plan.draft:
        return sections_in_order(plan.kind, plan.draft)
    now = SafetyPlanVersion.objects.filter(
        school_id=plan.school_id, plan=plan, number=plan.version
    ).first()
    return sections_in_order(plan.kind, now.sections) if now else []


def readers_of(plan: SafetyPlan, adults: list[PlanAdult], *, today: dt.date) -> list[Reader]:
    """Everybody who must read a plan, by name; nobody before a version is agreed."""
    if not plan.version:
        return []
    people = {adult.user_id: adult.user.name for adult in adults}
    if plan.readers == PlanReaders.EVERYBODY:
        people |= _working_with(plan, today)
    read = dict(
        ReadReceipt.objects.filter(
            school_id=plan.school_id,
            subject=ReadSubject.SAFETY_PLAN,
            subject_id=plan.pk,
            version__gte=plan.must_read_from,
        )
        .order_by("-read_at")
        .values_list("user_id", "read_at")
    )
    found = [Reader(key, name, read.get(key)) for key, name in people.items()]
    return sorted(found, key=lambda reader: reader.name)


def adult_of(plan: SafetyPlan, pk: UUID) -> PlanAdult | None:
    """One named adult of a plan."""
    rows = PlanAdult.objects.filter(school_id=plan.school_id, plan=plan, pk=pk)
    return rows.select_related("user", "plan").first()


def _working_with(plan: SafetyPlan, today: dt.date) -> dict[UUID, str]:
    """Adults of the child's class and of the child, now: cover and students among them."""
    live = Q(ends_on=None) | Q(ends_on__gte=today)
    shared = {"school_id": plan.school_id, "starts_on__lte": today, "user__is_active": True}
    group_id = plan.pupil.class_group_id
    of_class = ClassAdult.objects.filter(live, class_group_id=group_id, **shared)
    of_child = PupilAdult.objects.filter(live, pupil_id=plan.pupil_id, **shared)
    names = ("user_id", "user__name")
    return dict(of_class.values_list(*names).union(of_child.values_list(*names)))


def _is_asked(access: Access) -> ExpressionWrapper:
    """Whether the asker must read the plan of an outer query: named, or near the child."""
    named = PlanAdult.objects.filter(
        plan=OuterRef("pk"), school_id=OuterRef("school_id"), user=access.user
    )
    is_near = Q(readers=PlanReaders.EVERYBODY) & works_with(access.user, access.today)
    return ExpressionWrapper(
        Q(version__gt=0) & (Q(Exists(named)) | is_near), output_field=BooleanField()
    )


def _receipts_of(user):
    """The newest receipt of a person for the plan of an outer query."""
    return ReadReceipt.objects.filter(
        school_id=OuterRef("school_id"),
        subject=ReadSubject.SAFETY_PLAN,
        subject_id=OuterRef("pk"),
        user=user,
    ).order_by("-version")


def sections_in_order(kind: str, text: dict[str, str]) -> list[tuple[str, str]]:
    sections = SAFETY_PLAN_SECTIONS[SafetyPlanKind(kind)]
    return [(section.label, text[section.key]) for section in sections if section.key in text]
