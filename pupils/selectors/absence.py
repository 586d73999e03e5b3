"""Suspensions, part-time timetables and learning elsewhere of one child."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.clock import academic_year
from pupils.models import AlternativeProvision, PartTimeTimetable, Pupil, Suspension


@dataclass(frozen=True)
class Absence:
    """The page of one child."""

    suspensions: list[Suspension]
    part_time: list[PartTimeTimetable]
    elsewhere: list[AlternativeProvision]
    #: Half-days of suspension in this academic year.
    sessions: int
    knows_notes: bool
    today: dt.date


def absence_of(access: Access, pupil: Pupil) -> Absence:
    """Everything of this kind, the latest first; four statements."""
    own = {"school_id": pupil.school_id, "pupil": pupil}
    suspensions = Suspension.objects.filter(**own)
    september = dt.date(academic_year(access.today), 9, 1)
    total = suspensions.filter(starts_on__gte=september).aggregate(n=Sum("sessions"))["n"]
    return Absence(
        suspensions=list(suspensions),
        part_time=list(PartTimeTimetable.objects.filter(**own)),
        elsewhere=list(AlternativeProvision.objects.filter(**own)),
        sessions=total or 0,
        knows_notes=access.can(Permission.VIEW_SENSITIVE),
        today=access.today,
    )
