"""A week of attendance of the children whom the school watches over."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from aylsham.access.current import Access
from aylsham.dates import DAY
from aylsham.models import School
from lac.models import WeekAttendance
from lac.selectors.signs import watched
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.words import year_words


@dataclass(frozen=True)
class WeekLine:
    """A child with what is recorded of the week."""

    pupil: Pupil
    place: str
    row: WeekAttendance | None


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - (day.isoweekday() - 1) * DAY


def weeks_of(school: School, week_on: dt.date) -> list[WeekAttendance]:
    """What is recorded of a week."""
    return list(WeekAttendance.objects.filter(school=school, week_on=week_on))


def mark_of_weeks(rows: Iterable[WeekAttendance]) -> str:
    """A short mark of what the rows say, which a form carries."""
    said = sorted((str(row.pupil_id), row.possible, row.attended) for row in rows)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def week_lines(access: Access, school: School, week_on: dt.date) -> list[WeekLine]:
    """Every child in reach whom the school watches over, in the order of the roll; two statements."""
    rows = {row.pupil_id: row for row in weeks_of(school, week_on)}
    children = watched([school], access.today) & Pupil.objects.visible_to(access)
    pupils = list(children.annotate(class_name=F("class_group__name")).in_register_order())
    return [
        WeekLine(
            pupil,
            ", ".join(filter(None, [year_words(pupil.year_group), pupil.class_name])),
            rows.get(pupil.pk),
        )
        for pupil in tell_apart(pupils)
    ]
