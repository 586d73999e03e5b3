"""A list of staff in one go, over every school that it names."""

import datetime as dt

from aylsham.models import School, User
from pupils.services.importing.matching import names_school
from pupils.services.importing.over_schools import run_over_schools
from pupils.services.importing.running import Report
from staff.importing.staff_list import read_staff
from staff.services.importing.staff_list import STAFF_LIST


def import_staff(
    *,
    schools: list[School],
    data: bytes,
    name: str,
    today: dt.date,
    by: User | None,
    is_written: bool,
) -> Report:
    """Read the list for each school and, if wanted, write it: all schools or none."""
    return run_over_schools(
        schools=schools,
        kind=STAFF_LIST,
        data=data,
        name=name,
        today=today,
        by=by,
        is_written=is_written,
    )


def schools_named(data: bytes, name: str, schools: list[School]) -> list[School]:
    """Those of the schools that some row names; `Unreadable` when the file is refused."""
    parsed = read_staff(data, name=name)
    texts = {row.school for row in (*parsed.rows, *parsed.faulty) if row.school}
    return [school for school in schools if any(names_school(text, school) for text in texts)]
