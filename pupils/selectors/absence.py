"""Suspensions, part-time timetables and learning elsewhere of one child."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.clock import academic_year
from aylsham.together import Reads, read
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
    """Everything of this kind, the latest first; one statement."""
    return read(absence_read(access, pupil))


def absence_read(access: Access, pupil: Pupil) -> Reads[Absence]:
    """The same, to go with other reads."""
    own = {"school_id": pupil.school_id, "pupil": pupil}
    suspensions, part_time, elsewhere = yield [
        Suspension.objects.filter(**own),
        PartTimeTimetable.objects.filter(**own),
        AlternativeProvision.objects.filter(**own),
    ]
    september = dt.date(academic_year(access.today), 9, 1)
    return Absence(
        suspensions=suspensions,
        part_time=part_time,
        elsewhere=elsewhere,
        sessions=sum(row.sessions or 0 for row in suspensions if row.starts_on >= september),
        knows_notes=access.can(Permission.VIEW_SENSITIVE),
        today=access.today,
    )
