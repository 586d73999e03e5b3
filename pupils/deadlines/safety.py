"""What safety plans, medicines, equipment, suspensions and part-time timetables make due."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from aylsham.access.permissions import Permission as P
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence
from pupils.codes import SENSITIVE_PLANS, SafetyPlanKind
from pupils.models import (
    Adjustment,
    AlternativeProvision,
    Equipment,
    Medicine,
    PartTimeTimetable,
    PlanAdult,
    SafetyPlan,
    SafetyPlanVersion,
    Suspension,
)

KINDS = {"safety": "Health and safety", "absence": "Suspensions and timetables"}
TABLES = (
    SafetyPlan,
    Medicine,
    Adjustment,
    Equipment,
    PartTimeTimetable,
    AlternativeProvision,
    Suspension,
)
#: A suspension of so many sessions (half days) or fewer needs no teaching elsewhere.
FIVE_DAYS = 10


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Everything that these records make due, of every child or of some."""
    of = _Rows(school, pupil_ids)
    for plan in of.plans():
        yield from _plan_review(plan, calendar)
    for adult in of.adults():
        yield _own(
            adult.pk,
            adult.plan.pupil_id,
            adult.training_ends_on,
            calendar,
            "Renew the training of an adult named in a plan",
            action=_open_plan(adult.plan),
        )
    for model, field, title, kind, page in _DAYS:
        for row in of.rows(model).exclude(**{field: None}):
            yield _own(
                row.pk,
                row.pupil_id,
                getattr(row, field),
                calendar,
                title,
                kind=kind,
                action=_open(page, row),
            )
    for row in of.rows(PartTimeTimetable).filter(council_told_on=None):
        yield _own(
            f"{row.pk}:council",
            row.pupil_id,
            row.starts_on,
            calendar,
            "Tell the council of the part-time timetable",
            kind="absence",
            action=_open("child_absence", row),
        )
    for row in of.suspensions():
        yield from _suspension(row, calendar)


#: Days that people set: whose, which, what is then to be done, its kind, where it is done.
_DAYS = (
    (Medicine, "expires_on", "Replace a medicine before its last day", "safety", "child_safety"),
    (Adjustment, "review_on", "Look at an adjustment again", "safety", "child_safety"),
    (Equipment, "service_on", "Have equipment serviced or checked", "safety", "child_safety"),
    (
        PartTimeTimetable,
        "review_on",
        "Look at the part-time timetable again",
        "absence",
        "child_absence",
    ),
    (
        AlternativeProvision,
        "review_on",
        "Look at the learning elsewhere again",
        "absence",
        "child_absence",
    ),
)


class _Rows:
    """The live rows of a school, of every child or of some."""

    def __init__(self, school: School, pupil_ids: frozenset[UUID] | None) -> None:
        self.school = school
        self.own = {} if pupil_ids is None else {"pupil_id__in": pupil_ids}

    def rows(self, model):
        return model.objects.filter(school=self.school, ended_on=None, **self.own)

    def plans(self):
        now = SafetyPlanVersion.objects.filter(
            school_id=OuterRef("school_id"), plan=OuterRef("pk"), number=OuterRef("version")
        )
        return self.rows(SafetyPlan).annotate(agreed_on=Subquery(now.values("agreed_on")))

    def adults(self):
        own = {f"plan__{name}": value for name, value in self.own.items()}
        live = PlanAdult.objects.filter(
            school=self.school, plan__ended_on=None, training_ends_on__isnull=False, **own
        )
        return live.select_related("plan")

    def suspensions(self):
        return Suspension.objects.filter(school=self.school, **self.own)


def _plan_review(plan: SafetyPlan, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    """The day that somebody set; a healthcare plan at the latest after a year."""
    action = _open_plan(plan)
    if plan.kind == SafetyPlanKind.HEALTHCARE and plan.agreed_on:
        result = REGISTRY.calculate(
            "pupil.healthcare_plan", {"agreed_on": plan.agreed_on}, calendar=calendar
        )
        if result["review_by"].value <= plan.review_on:
            yield deadline_from(
                result,
                "review_by",
                key=f"{plan.pk}",
                kind="safety",
                pupil_id=plan.pupil_id,
                permission=P.VIEW_NEEDS,
                action=action,
            )
            return
    title = f"Look again at the {SafetyPlanKind(plan.kind).label.lower()}"
    permission = P.VIEW_SENSITIVE if plan.kind in SENSITIVE_PLANS else P.VIEW_NEEDS
    yield _own(
        plan.pk,
        plan.pupil_id,
        plan.review_on,
        calendar,
        title,
        action=action,
        permission=permission,
    )


def _suspension(row: Suspension, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    facts = {"starts_on": row.starts_on, "calendar": calendar}
    result = REGISTRY.calculate("pupil.suspension", facts, calendar=calendar)
    shared: dict[str, Any] = {
        "kind": "absence",
        "pupil_id": row.pupil_id,
        "permission": P.VIEW_NEEDS,
        "action": _open("child_absence", row),
    }
    if not (row.parents_told_on and row.council_told_on):
        yield deadline_from(result, "tell_by", key=f"{row.pk}:tell", **shared)
    is_long = row.is_permanent or row.sessions > FIVE_DAYS
    if is_long and "teach_by" in result.values:
        owed_by = Owes.LOCAL_AUTHORITY if row.is_permanent else Owes.SCHOOL
        yield deadline_from(
            result,
            "teach_by",
            key=f"{row.pk}:teach",
            owed_by=owed_by,
            lapses_on=row.ended_on,
            **shared,
        )


def _open(page: str, row) -> Action:
    return Action("Open", page, (str(row.pupil_id),))


def _open_plan(plan: SafetyPlan) -> Action:
    return Action("Open the plan", "safety_plan", (str(plan.pupil_id), str(plan.pk)))


def _own(
    key: Any,
    pupil_id: UUID,
    day: dt.date,
    calendar: SchoolCalendar,
    title: str,
    *,
    kind: str = "safety",
    action: Action,
    permission: P = P.VIEW_NEEDS,
) -> DeadlineFact:
    """A day that the school set itself."""
    return DeadlineFact(
        key=str(key),
        kind=kind,
        title=title,
        due_on=day,
        do_by=calendar.do_by(day),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="school.own_day",
        rule_version="1",
        citation="The school's own day",
        confidence=Confidence.WORKING,
        how="the day that somebody set in the record",
        pupil_id=pupil_id,
        permission=permission,
        action=action,
    )
