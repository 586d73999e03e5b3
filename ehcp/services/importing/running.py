"""The SENDCo's list of plans in one go, over one school or all schools of a federation."""

import datetime as dt

from aylsham.models import School, User
from pupils.codes import ImportKind
from pupils.services.importing.over_schools import run_over_schools
from pupils.services.importing.running import Report


def import_plans(
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
        kind=ImportKind.PLANS,
        data=data,
        name=name,
        today=today,
        by=by,
        is_written=is_written,
    )
