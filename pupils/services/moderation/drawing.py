"""Draw a sample of rated needs over the schools of a federation."""

import datetime as dt
import secrets
from collections.abc import Sequence

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Federation, School, User
from pupils.codes import NEED_TYPES, OVER
from pupils.models import ModeratedNeed, ModerationRound, Need, Pupil
from pupils.rules.moderation import Candidate, draw

#: What chance chooses from: short enough to be read out, long enough not to be steered.
SEEDS = 1_000_000_000


@transaction.atomic
def draw_round(
    *,
    federation: Federation,
    schools: Sequence[School],
    per_school: int,
    approve_by: dt.date,
    rate_by: dt.date,
    settle_by: dt.date,
    today: dt.date,
    by: User | None,
    area: str = "",
    seed: int | None = None,
) -> ModerationRound:
    """Draw so many rated needs at each school, each of another child, spread over the areas.

    The seed is recorded: with it the same ratings give the same sample.
    """
    if not today <= approve_by <= rate_by <= settle_by:
        raise TransitionNotAllowed(
            "The days must follow one another: described, rated, settled, none before today."
        )
    drawn = ModerationRound.objects.create(
        federation=federation,
        drawn_on=today,
        drawn_by=by,
        per_school=per_school,
        area=area,
        seed=secrets.randbelow(SEEDS) if seed is None else seed,
        approve_by=approve_by,
        rate_by=rate_by,
        settle_by=settle_by,
    )
    found = {school: _draw_at(drawn, school) for school in schools}
    if not any(found.values()):
        raise TransitionNotAllowed(
            "No need with a level is there to draw. Levels are rated on “Why on the SEND register”."
        )
    _record(drawn, found, by)
    for school, rows in found.items():
        if rows:
            rebuild_deadlines(school)
    return drawn


def _draw_at(drawn: ModerationRound, school: School) -> list[ModeratedNeed]:
    busy = ModeratedNeed.objects.filter(school=school).exclude(state__in=OVER)
    on_roll = Pupil.objects.filter(school=school, closed_on=None).on_roll(drawn.drawn_on)
    rows = Need.objects.filter(
        school=school, ended_on=None, level__isnull=False, pupil__in=on_roll
    ).exclude(pupil__in=busy.values("pupil"))
    needs = {need.pk: need for need in rows if drawn.area in ("", _area(need))}
    candidates = [Candidate(need.pk, need.pupil_id, _area(need)) for need in needs.values()]
    keys = draw(candidates, drawn.per_school, drawn.seed)
    return [
        ModeratedNeed.objects.create(
            school=school,
            round=drawn,
            pupil_id=needs[key].pupil_id,
            need=needs[key],
            place=place,
            area=_area(needs[key]),
            own_level=needs[key].level,
        )
        for place, key in enumerate(keys)
    ]


def _area(need: Need) -> str:
    return NEED_TYPES[need.need_type].area.value


def _record(drawn: ModerationRound, found: dict[School, list[ModeratedNeed]], by) -> None:
    record_events(
        Action.MODERATE_LEVELS,
        by=by,
        pupil_ids_by_school={s: sorted(row.pupil_id for row in rows) for s, rows in found.items()},
        detail={"step": "drawn", "round": str(drawn.pk), "seed": drawn.seed},
    )
