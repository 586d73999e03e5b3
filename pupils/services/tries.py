"""Tried it today: one tap, one line; the last tap of a person's day counts."""

import datetime as dt

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.models import User
from pupils.codes import Tried
from pupils.models import Strategy, StrategyTry
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.strategies import require_live


@transaction.atomic
def note_try(*, strategy: Strategy, answer: Tried, on: dt.date, by: User) -> None:
    """Write down how it went today; the same tap twice, or taking back nothing, changes nothing."""
    pupil = lock_pupil(strategy.pupil)
    strategy = require_live(lock(strategy))
    mine = StrategyTry.objects.filter(school=pupil.school, strategy=strategy, by=by, on=on)
    last = mine.order_by("-id").values_list("answer", flat=True).first() or Tried.UNDONE
    if last == answer:
        return
    StrategyTry.objects.create(school=pupil.school, strategy=strategy, answer=answer, by=by, on=on)
    record_change(
        Action.TRY_STRATEGY,
        pupil=pupil,
        by=by,
        subject=strategy,
        detail={"answer": answer},
        moves_dates=False,
    )
