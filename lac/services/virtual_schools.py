"""Virtual schools and their last days: kept for all schools of a federation, about no child."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from lac.models import CutOff, VirtualSchool

FIELDS = ("council", "contact", "email", "phone", "criteria", "order")


@transaction.atomic
def keep_virtual_school(
    *,
    school: School,
    row: VirtualSchool | None,
    version: str,
    cut_offs: dict[tuple[int, str], dt.date | None],
    by: User | None,
    **facts: Any,
) -> VirtualSchool:
    """Add a virtual school or change it, with its last days by (year, term).

    `school`: on whose page it is kept; its days are worked out again at once, those of the other
    schools by the next night.
    """
    own = VirtualSchool.objects.select_for_update().filter(federation_id=school.federation_id)
    if own.filter(council__iexact=facts["council"]).exclude(pk=row.pk if row else None).exists():
        raise TransitionNotAllowed("This council’s virtual school is kept already. Change that.")
    if row is None:
        row = VirtualSchool(federation_id=school.federation_id)
    else:
        row = own.get(pk=row.pk)
        require_version(row, FIELDS, version)
    for name in FIELDS:
        setattr(row, name, facts[name])
    row.save()
    for (year, term), on in cut_offs.items():
        slot = {"virtual_school": row, "academic_year": year, "term": term}
        rows = CutOff.objects.filter(federation_id=school.federation_id, **slot)
        if on is None:
            rows.delete()
        elif not rows.update(on=on):
            CutOff.objects.create(federation_id=school.federation_id, on=on, **slot)
    record_event(Action.CHANGE_VIRTUAL_SCHOOL, school=school, by=by, subject=row)
    rebuild_deadlines(school)
    return row
