"""September's question: which plans wait for an answer, and what the answers taught us."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.models import IncomingRecord, MovePlan, Pupil
from pupils.rules.moving import ASK_BACK_FROM
from pupils.transfer_codes import IncomingState


@dataclass(frozen=True)
class AskedBack:
    """A child whom the asker received, and about whom nobody has asked them yet."""

    school: School
    pupil_id: UUID
    plan_id: UUID
    name: str


@dataclass(frozen=True)
class Lessons:
    """Answers of receiving teachers: to be looked at, and those from which we have learned."""

    waiting: tuple[MovePlan, ...]
    learned: tuple[MovePlan, ...]

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child shown, for the log."""
        return [plan.pupil_id for plan in (*self.waiting, *self.learned)]


def came_with_record(plans: Sequence[MovePlan], school_id: UUID) -> dict[UUID, IncomingRecord]:
    """Plans that came with a record from another school, with that record; one statement."""
    rows = IncomingRecord.objects.filter(
        school_id=school_id,
        pupil__in=[plan.pupil_id for plan in plans],
        state=IncomingState.TAKEN_IN,
    ).select_related("school", "from_school")
    came = {row.pupil_id: row for row in rows}
    return {
        plan.pk: came[plan.pupil_id]
        for plan in plans
        if plan.pupil_id in came and plan.started_on <= came[plan.pupil_id].decided_on
    }


def asked_back(access: Access, names: dict[UUID, str]) -> list[AskedBack]:
    """Whom of these children (key → name) the asker is to say something about; one statement."""
    schools = {s.pk: s for s in access.schools if access.can(Permission.PLAN_MOVES, s)}
    plans = (
        MovePlan.objects.open()
        .filter(
            school__in=schools,
            pupil__in=list(names),
            not_known_on=None,
            moves_on__lte=access.today - ASK_BACK_FROM,
        )
        .order_by("moves_on", "pk")
    )
    return [
        AskedBack(schools[school_id], pupil_id, pk, names[pupil_id])
        for pk, school_id, pupil_id in plans.values_list("pk", "school_id", "pupil_id")
    ]


def lessons_of(access: Access) -> Lessons:
    """What receiving teachers told this school, the newest first; two statements."""
    plans = list(
        MovePlan.objects.filter(
            school=access.school,
            not_known_on__isnull=False,
            pupil__in=Pupil.objects.visible_to(access),
        )
        .select_related("pupil", "lesson_by")
        .order_by("-not_known_on", "-pk")
    )
    elsewhere = came_with_record(plans, access.school.pk)
    ours = [plan for plan in plans if plan.pk not in elsewhere]
    return Lessons(
        waiting=tuple(plan for plan in ours if not plan.lesson),
        learned=tuple(plan for plan in ours if plan.lesson),
    )


def lesson_of(access: Access, pk: UUID) -> MovePlan | None:
    """One answer from which this school can learn."""
    lessons = lessons_of(access)
    return next((p for p in (*lessons.waiting, *lessons.learned) if p.pk == pk), None)
