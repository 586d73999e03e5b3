"""Rate a description blind: the rating goes home, the words go away."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.codes import ModeratedState
from pupils.models import BlindLook, ModeratedNeed
from pupils.rules.moderation import needs_second_look
from pupils.services.moderation.crossing import (
    between,
    known_here,
    put_down,
    rebuild_at,
    school_to_ask,
)


@transaction.atomic
def rate_blind(*, look: BlindLook, level: int, why: str, today: dt.date, by: User) -> BlindLook:
    """Rate what another school describes; two levels or more apart, a further person is asked.

    Returns the look as its own school keeps it: the level without the words.
    """
    try:
        with between(look) as (need, found):
            _require_open(need, found, by)
            found.level, found.rated_on, found.rated_by = level, today, by
            found.seen = found.impact = found.helps = ""
            found.save()
            asked = _bring_home(need, found, why, today)
            _tell(need.school, "rated", found, pupil_ids=[need.pupil_id])
    except ModeratedNeed.DoesNotExist:
        raise TransitionNotAllowed("The other school has taken it back.") from None
    _tell(found.school, "rated_here", found, by=by)
    rebuild_at(need.school, found.school, asked)
    return found


def _tell(school: School, step: str, look: BlindLook, **more) -> None:
    """Written down at both schools; the log of the child's school names the system."""
    detail = {"step": step, "round": str(look.round_id)}
    record_event(Action.MODERATE_LEVELS, school=school, detail=detail, **{"by": None} | more)


def _require_open(need: ModeratedNeed, look: BlindLook, by: User) -> None:
    if look.level is not None:
        raise TransitionNotAllowed("Somebody has rated it already.")
    if by.pk in look.not_for or by.pk in known_here(need):
        raise TransitionNotAllowed("You work at the child's school too: somebody else rates it.")


def _bring_home(need: ModeratedNeed, look: BlindLook, why: str, today: dt.date) -> School | None:
    """Write the rating into the need; the school that is asked for a second look."""
    if look.is_second:
        need.second_level, need.second_on, need.second_why = look.level, today, why
        need.state = ModeratedState.RATED
        need.save()
        return None
    need.blind_level, need.blind_on, need.blind_why = look.level, today, why
    need.state = ModeratedState.RATED
    asked = None
    if needs_second_look(need.own_level, look.level or 0):
        asked = school_to_ask(need, today, after=look)
    if asked:
        second = put_down(need, asked, is_second=True, nor=look.rated_by_id)
        need.second_look, need.state = second.pk, ModeratedState.SECOND
    need.save()
    return asked
