"""Whose parents have not been met: the three meetings a year, child by child."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.clock import academic_year
from aylsham.models import School, Term
from pupils.codes import SenStatus
from pupils.models import Pupil, StatusPeriod
from pupils.models.roll import tell_apart
from pupils.rules.parent_meetings import next_window
from pupils.selectors.parent_meetings import met_days
from pupils.words import year_words


@dataclass(frozen=True)
class NotMet:
    """A child on SEN support and the meetings with the parents."""

    pupil_id: UUID
    name: str
    place: str
    school: School
    this_year: int
    last_on: dt.date | None
    due_on: dt.date | None
    due_name: str
    is_met: bool
    is_late: bool


def not_met(access: Access) -> list[NotMet]:
    """Every child on SEN support in reach, those who wait longest first; three statements."""
    today = access.today
    live = {school.pk: school for school in access.schools if school.live_from}
    periods = list(
        StatusPeriod.objects.filter(
            school__in=list(live),
            status=SenStatus.SUPPORT,
            ends_on=None,
            pupil__in=Pupil.objects.visible_to(access).on_roll(today),
        ).select_related("pupil", "pupil__class_group")
    )
    tell_apart(period.pupil for period in periods)
    terms: dict[UUID, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for school_id, *days in Term.objects.filter(school__in=list(live)).values_list(
        "school_id", "starts_on", "ends_on"
    ):
        terms[school_id].append(tuple(days))
    met = met_days(Q(school__in=list(live), pupil__in=[p.pupil_id for p in periods]))
    lines = [
        _line(period, live[period.school_id], terms[period.school_id], met[period.pupil_id], today)
        for period in periods
    ]
    return sorted(
        lines, key=lambda line: (line.due_on or dt.date.max, line.last_on or dt.date.min, line.name)
    )


def _line(period, school: School, terms, days: list[dt.date], today: dt.date) -> NotMet:
    starts = max(period.starts_on, school.live_from)
    window = next_window(starts, terms, [day for day in days if day >= starts])
    pupil = period.pupil
    group = pupil.class_group.name if pupil.class_group else ""
    return NotMet(
        pupil_id=pupil.pk,
        name=pupil.full_name,
        place=", ".join(filter(None, (year_words(pupil.year_group), group))),
        school=school,
        this_year=sum(academic_year(day) == academic_year(today) for day in days),
        last_on=max(days, default=None),
        due_on=window.ends_on if window else None,
        due_name=window.name if window else "",
        is_met=window is None or window.starts_on > today,
        is_late=window is not None and window.ends_on < today,
    )
