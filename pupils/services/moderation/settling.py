"""What a school makes of how others rated: keep its rating, or change it, with the reason."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import User
from pupils.codes import ModeratedState
from pupils.models import ModeratedNeed
from pupils.services.needs import LEVEL_FIELDS, rate_need
from pupils.services.recording import lock, lock_pupil, record_change


@transaction.atomic
def settle(
    *, moderated: ModeratedNeed, level: int, why: str, today: dt.date, by: User
) -> ModeratedNeed:
    """Keep or change the level of the need after moderation."""
    pupil = lock_pupil(moderated.pupil)
    row = lock(moderated)
    if row.state != ModeratedState.RATED:
        raise TransitionNotAllowed(f"It stands at “{row.get_state_display()}” by now. Look again.")
    need = lock(row.need)
    if need.ended_on is None and need.level != level:
        rate_need(need=need, level=level, on=today, version=version_of(need, LEVEL_FIELDS), by=by)
    row.settled_level, row.settled_on, row.settled_by = level, today, by
    row.settled_why, row.state = why, ModeratedState.SETTLED
    row.save()
    detail = {"step": "settled", "round": str(row.round_id), "kept": level == row.own_level}
    record_change(Action.MODERATE_LEVELS, pupil=pupil, by=by, subject=row, detail=detail)
    rebuild_deadlines(pupil.school)
    return row
