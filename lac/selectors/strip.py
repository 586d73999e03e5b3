"""The strip about care on the child's page: for whoever may see it, as much as they may."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.together import Reads
from lac.access import Knows, known_by_role, knows_of_care
from lac.codes import CareRole
from lac.models import CarePeriod, CarePerson, SocialWorkPeriod
from lac.selectors.care_views import MinimalLine, minimal_lines_of, minimal_rows
from lac.selectors.lines import (
    PeriodLine,
    PersonLine,
    SocialWorkLine,
    period_line,
    person_line,
    social_work_line,
)
from pupils.models import Pupil


@dataclass(frozen=True)
class CareStrip:
    """What a child's page says of care; one of `minimal` and the rest."""

    knows: Knows
    now: PeriodLine | None = None
    social_work: tuple[SocialWorkLine, ...] = ()
    #: The social worker, for those who may read the whole.
    worker: PersonLine | None = None
    minimal: MinimalLine | None = None


def care_strip(access: Access, pupil: Pupil) -> Reads[CareStrip | None]:
    """The strip, or None where there is nothing or the asker may know nothing; read in one go."""
    if not known_by_role(access, pupil.school):
        [rows] = yield [minimal_rows(access, [pupil.pk])]
        lines = minimal_lines_of(rows)
        knows = knows_of_care(access, pupil, was_told=bool(lines))
        return CareStrip(knows, minimal=lines[0]) if lines else None
    periods, social, people = yield _rows(pupil, access.today)
    return _strip(access, pupil, periods, social, people)


def _strip(access: Access, pupil: Pupil, periods, social, people) -> CareStrip | None:
    if not (periods or social):
        return None
    knows = knows_of_care(access, pupil)
    return CareStrip(
        knows,
        now=period_line(periods[0], knows) if periods else None,
        social_work=tuple(social_work_line(row, access, pupil.school, knows) for row in social),
        worker=person_line(people[0]) if people and knows >= Knows.WHOLE else None,
    )


def _rows(pupil: Pupil, today: dt.date):
    own = {"school_id": pupil.school_id, "pupil": pupil}
    workers = CarePerson.objects.live(today).filter(**own, role=CareRole.SOCIAL_WORKER)
    return (
        CarePeriod.objects.live(today).filter(**own).order_by("-known_since"),
        SocialWorkPeriod.objects.live(today).filter(**own),
        workers,
    )
