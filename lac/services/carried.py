"""After an adoption: the old record is set apart, and nothing says which record is the new one."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from lac.codes import CareKind, LeftCareThrough
from lac.models import CarePeriod
from pupils.models import Pupil
from pupils.services.setting_apart import set_apart


@transaction.atomic
def set_apart_after_adoption(*, pupil: Pupil, last_day: dt.date, by: User) -> Pupil:
    """Close the old record of a child who was adopted, for everybody but the few."""
    require_adopted(pupil)
    return set_apart(pupil=pupil, last_day=last_day, by=by)


def require_adopted(pupil: Pupil) -> None:
    """Refuse what only a child does who left care through adoption."""
    if not was_adopted(pupil):
        raise TransitionNotAllowed("Record first that the child left care through adoption.")


def was_adopted(pupil: Pupil) -> bool:
    """Whether the record says that care ended through adoption."""
    rows = CarePeriod.objects.live(clock.today()).filter(
        school_id=pupil.school_id, pupil=pupil, kind=CareKind.PREVIOUSLY
    )
    return rows.filter(left_care_through=LeftCareThrough.ADOPTION).exists()
