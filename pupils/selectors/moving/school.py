"""Who moves next, and what is still open: over the children that the asker sees."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from aylsham.access.current import Access
from pupils.models import AgreedAction, MovePlan, MoveQuestion, Pupil, StatusPeriod
from pupils.moving_codes import KIND_OF_YEAR, MoveKind
from pupils.rules.moving import next_september
from pupils.selectors.moving.plans import checklist
from pupils.words import year_words


@dataclass(frozen=True)
class MoveLine:
    """One child with an open plan."""

    plan: MovePlan
    pupil: Pupil
    place: str
    open_steps: int
    late_steps: int
    next_step: AgreedAction | None
    open_questions: int


@dataclass(frozen=True)
class Unplanned:
    """A child on the register who changes phase in September and has no plan."""

    pupil: Pupil
    place: str
    kind: str


@dataclass(frozen=True)
class SchoolMoves:
    """Plans, the next move first, and the children who should have one."""

    lines: tuple[MoveLine, ...]
    unplanned: tuple[Unplanned, ...]
    september: dt.date

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child shown, for the log."""
        return [line.pupil.pk for line in (*self.lines, *self.unplanned)]


def school_moves(access: Access, *, kind: str = "") -> SchoolMoves:
    """The list of a school; five statements however long it is."""
    school, today = access.school, access.today
    seen = Pupil.objects.visible_to(access).filter(school=school)
    plans = MovePlan.objects.open().filter(school=school, pupil__in=seen)
    plans = plans.filter(kind=kind) if kind else plans
    found = list(
        plans.select_related("pupil__class_group", "lead", "receiver").order_by(
            "moves_on", "pupil__last_name", "pupil__first_name", "pk"
        )
    )
    ids = [plan.pk for plan in found]
    steps: dict[UUID, list[AgreedAction]] = defaultdict(list)
    for step in checklist(ids, school.pk).open().select_related("owner"):
        steps[step.source_id].append(step)
    asked = dict(
        MoveQuestion.objects.filter(school=school, plan__in=ids, answered_on=None)
        .order_by()
        .values_list("plan")
        .annotate(Count("pk"))
    )
    return SchoolMoves(
        lines=tuple(_line(plan, steps[plan.pk], asked.get(plan.pk, 0), today) for plan in found),
        unplanned=tuple(_unplanned(seen, school, kind, today)),
        september=next_september(today),
    )


def _line(plan: MovePlan, steps: list[AgreedAction], asked: int, today: dt.date) -> MoveLine:
    return MoveLine(
        plan=plan,
        pupil=plan.pupil,
        place=_place(plan.pupil),
        open_steps=len(steps),
        late_steps=sum(step.due_on < today for step in steps),
        next_step=steps[0] if steps else None,
        open_questions=asked,
    )


def _unplanned(seen, school, kind: str, today: dt.date):
    years = [year for year, each in KIND_OF_YEAR.items() if kind in ("", each)]
    on_register = StatusPeriod.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), school=school, starts_on__lte=today
    )
    planned = MovePlan.objects.open().filter(school=school)
    pupils = (
        seen.filter(year_group__in=years, pk__in=on_register.values("pupil"))
        .exclude(pk__in=planned.values("pupil"))
        .on_roll(today)
        .select_related("class_group")
        .order_by("-year_group", "last_name", "first_name", "pk")
    )
    for pupil in pupils:
        yield Unplanned(pupil, _place(pupil), MoveKind(KIND_OF_YEAR[pupil.year_group]).label)


def _place(pupil: Pupil) -> str:
    places = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
    return ", ".join(filter(None, places))
