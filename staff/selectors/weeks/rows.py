"""Everything that a week is planned by, in one statement that is drawn up once."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet

from aylsham.models import School
from aylsham.statements import among
from aylsham.together import Together
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from pupils.models import PartTimeTimetable, Pupil, PupilAdult
from staff.models import (
    CarefulHandover,
    Contract,
    DirectedTask,
    GivenUntrained,
    Handover,
    Pairing,
    Period,
    PlanDemand,
    PlanSession,
    ProtectedLesson,
    ProvisionPlanning,
    ProvisionWindow,
    Room,
    SchoolDay,
    StaffMember,
    TrainingRecord,
    WeekPlan,
    WorkingDay,
)
from staff.selectors.requirements import requirement_rows
from staff.selectors.weeks.demand import NOT_PLANNED


class WeekRows(NamedTuple):
    """The rows of each kind, in the order in which they are asked for; ids where no more is needed."""

    #: The other schools of the federation.
    others: list[UUID]
    days: list[SchoolDay]
    periods: list[Period]
    rooms: list[Room]
    lessons: list[ProtectedLesson]
    members: list[StaffMember]
    contracts: list[Contract]
    working_days: list[WorkingDay]
    tasks: list[DirectedTask]
    #: Of everybody, also of who has left: (account, member).
    accounts: list[tuple[UUID, UUID]]
    records: list[TrainingRecord]
    demands: list[PlanDemand]
    sessions: list[PlanSession]
    #: In what the plan covers: (provision, child).
    places: list[tuple[UUID, UUID]]
    pupils: list[Pupil]
    windows: list[ProvisionWindow]
    plannings: list[ProvisionPlanning]
    shared: list
    own: list
    topics: list
    #: (child, account).
    known: list[tuple[UUID, UUID]]
    careful: list[UUID]
    #: Given by those whose week is not planned here: (child, provision).
    elsewhere: list[Place]
    at_home: list[PartTimeTimetable]
    #: (member, child, kind).
    pairings: list[tuple[UUID, UUID, str]]
    #: (child, member, day).
    handovers: list[tuple[UUID, UUID, dt.date]]
    #: Given without the training: (provision, account).
    untrained: list[tuple[UUID, UUID]]
    #: What plans that people went by take for granted; and what their demands are about.
    changes: list[list[dict[str, Any]]]
    noted: list[PlanDemand]

    @property
    def first_contracts(self) -> dict[UUID, Contract]:
        """The contract of each member, the latest to begin."""
        return {row.member_id: row for row in reversed(self.contracts)}


def week_rows(week_plan: WeekPlan, monday: dt.date) -> WeekRows:
    """What a plan of the week from a Monday is made from; one statement."""
    return WeekRows(*_WEEK.rows(**places_of(week_plan, monday)))


def places_of(week_plan: WeekPlan, monday: dt.date) -> dict[str, Any]:
    """What differs from one week of a plan to another."""
    return {
        "school": week_plan.school_id,
        "federation": week_plan.school.federation_id,
        "plan": week_plan.pk,
        "monday": monday,
        "friday": monday + dt.timedelta(days=4),
        "joining": [UUID(c["child"]) for c in week_plan.changes if c["kind"] == "joins"],
    }


def week_querysets(
    *,
    school: UUID,
    federation: UUID,
    plan: UUID,
    monday: dt.date,
    friday: dt.date,
    joining: list[UUID],
) -> list[QuerySet]:
    """As `WeekRows` names them; `joining`: children whom the plan takes to join a group."""
    of_plan = {"school_id": school, "plan_id": plan}
    return [
        School.objects.filter(federation=federation)
        .exclude(pk=school)
        .values_list("pk", flat=True),
        *_of_the_day(school),
        *_of_adults(school, monday),
        *_of_demands(of_plan, monday, friday, joining),
        *requirement_rows(School(pk=school, federation_id=federation)),
        *_of_children(school, monday, friday),
        *_of_exceptions(school),
    ]


_WEEK = Together(
    lambda **places: week_querysets(**places),
    school=UUID,
    federation=UUID,
    plan=UUID,
    monday=dt.date,
    friday=dt.date,
    joining=list,
)


def _of_the_day(school: UUID) -> list[QuerySet]:
    kinds: list[Any] = [SchoolDay, Period, Room, ProtectedLesson]
    return [kind.objects.filter(school_id=school) for kind in kinds]


def _of_adults(school: UUID, monday: dt.date) -> list[QuerySet]:
    members = StaffMember.objects.filter(school_id=school)
    contracts = Contract.objects.filter(school_id=school).on(monday)
    now = {"school_id": school, "contract__in": contracts.order_by().values("pk")}
    taken = Q(taken_on=None) | Q(taken_on__lte=monday)
    records = TrainingRecord.objects.filter(taken, school_id=school, topic__isnull=False)
    return [
        members.here_on(monday),
        contracts,
        WorkingDay.objects.filter(**now),
        DirectedTask.objects.filter(**now),
        members.filter(user__isnull=False).values_list("user_id", "pk"),
        records.select_related("topic"),
    ]


def _of_demands(
    of_plan: dict[str, UUID], monday: dt.date, friday: dt.date, joining: list[UUID]
) -> list[QuerySet]:
    school = of_plan["school_id"]
    demands = PlanDemand.objects.filter(**of_plan).order_by()
    given = Place.objects.filter(
        school_id=school,
        provision__in=demands.values("provision"),
        starts_on__lte=friday,
        ends_on__gte=monday,
    )
    children = (
        Q(pk__in=given.values("pupil"))
        | Q(pk__in=demands.values("promise__pupil"))
        | Q(pk__in=demands.values("taken_over__pupil"))
        | Q(pk__in=demands.values("need__pupil"))
        | Q(among("id", joining))
    )
    sources = "provision", "promise", "taken_over", "need__class_group"
    return [
        PlanDemand.objects.filter(**of_plan)
        .select_related(*sources)
        .defer("remedies")
        .annotate(stands_for=F("provision__own_item__stands_for_id")),
        PlanSession.objects.filter(**of_plan),
        given.order_by("pupil_id").values_list("provision_id", "pupil_id"),
        Pupil.objects.filter(children, school_id=school),
        ProvisionWindow.objects.filter(school_id=school),
        ProvisionPlanning.objects.filter(school_id=school),
    ]


def _of_children(school: UUID, monday: dt.date, friday: dt.date) -> list[QuerySet]:
    adults = PupilAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=monday), school_id=school, starts_on__lte=monday
    )
    others = Provision.objects.filter(
        school_id=school, state=ProvisionState.RUNNING, staff_role__in=NOT_PLANNED
    )
    elsewhere = Place.objects.filter(
        school_id=school,
        provision__in=others.between(monday, friday).values("pk"),
        starts_on__lte=friday,
        ends_on__gte=monday,
    )
    at_home = PartTimeTimetable.objects.filter(
        school_id=school, starts_on__lte=friday, ends_on__gte=monday
    )
    return [
        adults.values_list("pupil_id", "user_id"),
        CarefulHandover.objects.filter(school_id=school).values_list("pupil_id", flat=True),
        elsewhere.select_related("provision").order_by("provision__name", "provision__pk", "pk"),
        at_home.live(monday),
        Pairing.objects.filter(school_id=school).values_list("member_id", "pupil_id", "kind"),
        Handover.objects.filter(school_id=school).values_list("pupil_id", "member_id", "on"),
    ]


def _of_exceptions(school: UUID) -> list[QuerySet]:
    plans = WeekPlan.objects.filter(school_id=school, published_at__isnull=False)
    plans = plans.filter(changes__contains=[{"kind": "exception"}]).order_by()
    noted = PlanDemand.objects.filter(school_id=school, plan__in=plans.values("pk"))
    return [
        GivenUntrained.objects.filter(school_id=school).values_list("provision_id", "user_id"),
        plans.values_list("changes", flat=True),
        noted.only("provision_id", "promise_id", "need_id"),
    ]
