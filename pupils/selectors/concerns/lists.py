"""Concerns of a school, and those about which somebody is asked."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.concern_codes import StepKind
from pupils.models import Concern, ConcernAnswer, ConcernStep, Pupil
from pupils.models.roll import tell_apart
from pupils.rules import concerns as rules
from pupils.selectors.concerns.one import has_run_out, state_of
from pupils.words import year_words


@dataclass(frozen=True)
class ConcernLine:
    """A concern in the SENDCo's list."""

    id: UUID
    pupil_id: UUID
    name: str
    place: str
    area: str
    raised_on: dt.date
    asked: int
    answered: int
    state: str
    #: The day by which to decide or to look again.
    by: dt.date | None
    is_late: bool


@dataclass(frozen=True)
class ConcernList:
    """Open concerns, by what they wait for."""

    untriaged: tuple[ConcernLine, ...]
    monitoring: tuple[ConcernLine, ...]
    others: tuple[ConcernLine, ...]

    @property
    def by_state(self) -> list[tuple[str, ConcernLine]]:
        """Every line with what it waits for."""
        parts = (
            ("A decision", self.untriaged),
            ("Monitored", self.monitoring),
            ("Something is being done", self.others),
        )
        return [(words, line) for words, lines in parts for line in lines]

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child on the page."""
        return [x.pupil_id for x in (*self.untriaged, *self.monitoring, *self.others)]


@dataclass(frozen=True)
class AskedOfMe:
    """A concern about which the asker has still to say what they see."""

    school: School
    pupil_id: UUID
    concern_id: UUID
    name: str
    answer_by: dt.date


def concern_list(access: Access) -> ConcernList:
    """Open concerns of children in reach, the oldest first; one statement."""
    steps = ConcernStep.objects.filter(school_id=OuterRef("school_id"), concern=OuterRef("pk"))
    rows = (
        Concern.objects.open()
        .filter(school__in=access.schools, pupil__in=Pupil.objects.visible_to(access))
        .select_related("pupil__class_group", "school")
        .annotate(
            asked=Count("answers"),
            answered=Count("answers", filter=Q(answers__answered_on__isnull=False)),
            last_step_on=Subquery(steps.order_by("-on").values("on")[:1]),
        )
        .order_by("raised_on", "id")
    )
    rows = list(rows)
    tell_apart(row.pupil for row in rows)
    untriaged, monitoring, others = [], [], []
    for row in rows:
        line = _line(row, access.today)
        if not row.step or has_run_out(row):
            untriaged.append(line)
        elif row.step == StepKind.MONITORING:
            monitoring.append(line)
        else:
            others.append(line)
    monitoring.sort(key=lambda x: x.by or access.today)
    return ConcernList(tuple(untriaged), tuple(monitoring), tuple(others))


def asked_of_me(access: Access) -> list[AskedOfMe]:
    """Concerns about which the asker has not yet said what they see; one statement."""
    schools = {s.pk: s for s in access.schools if access.can(Permission.RAISE_CONCERNS, s)}
    rows = ConcernAnswer.objects.filter(
        school__in=schools,
        user=access.user,
        answered_on=None,
        concern__step="",
        concern__closed_on=None,
        concern__pupil__in=Pupil.objects.visible_to(access),
    ).select_related("concern__pupil")
    return [
        AskedOfMe(
            schools[row.school_id],
            row.concern.pupil_id,
            row.concern_id,
            row.concern.pupil.full_name,
            row.answer_by,
        )
        for row in rows
    ]


def _line(row: Concern, today: dt.date) -> ConcernLine:
    by = row.review_on
    if not row.step or has_run_out(row):
        by = rules.decide_by(row.last_step_on or row.raised_on, row.school.live_from)
    group = row.pupil.class_group
    return ConcernLine(
        id=row.pk,
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place=group.name if group else year_words(row.pupil.year_group),
        area=row.get_area_display(),
        raised_on=row.raised_on,
        asked=row.asked,
        answered=row.answered,
        state=state_of(row),
        by=by,
        is_late=by is not None and by < today,
    )
