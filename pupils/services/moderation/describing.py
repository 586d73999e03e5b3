"""What may be said of a child at another school: approved by a person, or the child left out."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.codes import AWAY, ModeratedState
from pupils.models import ModeratedNeed
from pupils.rules.anonymous import still_named
from pupils.selectors.moderation.naming import names_about
from pupils.services.moderation.crossing import (
    put_down,
    rebuild_at,
    school_to_ask,
    take_back,
)
from pupils.services.recording import lock, lock_pupil, record_change

#: The words that leave the school.
WORDS = ("seen", "impact", "helps")


@transaction.atomic
def approve_description(
    *, moderated: ModeratedNeed, seen: str, impact: str, helps: str, today: dt.date, by: User
) -> ModeratedNeed:
    """Send the approved words to a school where somebody rates who does not know the child's."""
    row = _locked(moderated, ModeratedState.DRAWN)
    if not seen.strip():
        raise TransitionNotAllowed("Say at least what is seen.")
    names = names_about(row.pupil)
    if left := still_named("\n".join((seen, impact, helps)), names):
        raise TransitionNotAllowed(f"These names still stand in it: {', '.join(left)}.")
    row.seen, row.impact, row.helps = seen, impact, helps
    row.approved_on, row.approved_by = today, by
    asked = school_to_ask(row, today)
    if asked is None:
        raise TransitionNotAllowed(
            "Nobody can rate it blind: at the other schools everybody who rates works here too."
        )
    row.first_look = put_down(row, asked, is_second=False).pk
    row.state = ModeratedState.SENT
    row.save()
    _tell(row, by, "approved", asked)
    return row


@transaction.atomic
def take_description_back(*, moderated: ModeratedNeed, by: User) -> ModeratedNeed:
    """Take the words back from the other school before anybody there has rated them."""
    row = _locked(moderated, *AWAY)
    is_second = row.state == ModeratedState.SECOND
    look = row.second_look if is_second else row.first_look
    asked = take_back(row, look) if look else None
    if asked is None:
        raise TransitionNotAllowed("Somebody has rated it meanwhile.")
    if is_second:
        row.second_look, row.state = None, ModeratedState.RATED
    else:
        row.first_look, row.state = None, ModeratedState.DRAWN
        row.approved_on = row.approved_by = None
    row.save()
    _tell(row, by, "taken_back", asked)
    return row


@transaction.atomic
def leave_out(*, moderated: ModeratedNeed, why: str, by: User) -> ModeratedNeed:
    """Leave a child out of the round whom no description could hide, with the reason."""
    row = _locked(moderated, ModeratedState.DRAWN)
    row.state, row.left_out_why = ModeratedState.LEFT_OUT, why
    row.save(update_fields=["state", "left_out_why"])
    _tell(row, by, "left_out")
    return row


def _locked(moderated: ModeratedNeed, *states: str) -> ModeratedNeed:
    lock_pupil(moderated.pupil)
    row = lock(moderated)
    if row.state not in states:
        raise TransitionNotAllowed(f"It stands at “{row.get_state_display()}” by now. Look again.")
    return row


def _tell(row: ModeratedNeed, by: User, step: str, other: School | None = None) -> None:
    detail = {"step": step, "round": str(row.round_id)}
    record_change(
        Action.MODERATE_LEVELS,
        pupil=row.pupil,
        by=by,
        subject=row,
        detail=detail,
        moves_dates=False,
    )
    rebuild_at(row.pupil.school, other)
