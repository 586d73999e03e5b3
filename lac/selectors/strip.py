"""The strip about care on the child's page: for whoever may see it, as much as they may."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.together import read_rows
from lac.access import Knows, knows_of_care
from lac.codes import CareRole
from lac.models import CarePeriod, CarePerson, SocialWorkPeriod
from lac.selectors.care_views import MinimalLine, minimal_lines
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


def care_strip(access: Access, pupil: Pupil) -> CareStrip | None:
    """The strip, or None where there is nothing or the asker may know nothing; one statement, two
    for somebody with a view."""
    knows = knows_of_care(access, pupil)
    if knows <= Knows.MINIMAL:
        found = minimal_lines(access, [pupil.pk]) if knows else []
        return CareStrip(knows, minimal=found[0]) if found else None
    periods, social, people = read_rows(*_rows(pupil, access.today))
    now = period_line(periods[0], knows) if periods else None
    if now is None and not social:
        return None
    return CareStrip(
        knows,
        now=now,
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
