"""A concern that is being written: kept while one types, forgotten when nobody goes on with it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.models import ConcernDraft, Pupil
from pupils.rules import concerns as rules
from pupils.services.concerns.raising import refuse_second
from pupils.services.recording import lock_pupil

#: More than anybody types into one box in three minutes.
MOST_LETTERS = 10_000


@transaction.atomic
def begin_concern(
    *, pupil: Pupil, area: str, spoken: str, offered: Sequence[str], by: User
) -> ConcernDraft:
    """Begin a concern in one area, or go on with what the same person began there."""
    pupil = lock_pupil(pupil)
    mine = ConcernDraft.objects.filter(school_id=pupil.school_id, pupil=pupil, by=by, area=area)
    refuse_second(pupil, area)
    forget_old_drafts(school=pupil.school, today=clock.today())
    draft = mine.first() or ConcernDraft(
        school=pupil.school, pupil=pupil, by=by, area=area, offered=list(offered)
    )
    draft.words = {**draft.words, "spoken": [spoken]}
    return _kept(draft)


@transaction.atomic
def keep_concern_draft(*, draft: ConcernDraft, words: Mapping[str, Sequence[str]]) -> ConcernDraft:
    """Keep what stands in the boxes now. Raises TransitionNotAllowed when it was raised meanwhile."""
    rows = ConcernDraft.objects.select_for_update(of=("self",))
    now = rows.filter(school_id=draft.school_id, pk=draft.pk).first()
    if now is None:
        raise TransitionNotAllowed("This concern was raised or thrown away meanwhile.")
    now.words = {name: [value[:MOST_LETTERS] for value in values] for name, values in words.items()}
    return _kept(now)


@transaction.atomic
def discard_concern_draft(*, draft: ConcernDraft) -> None:
    """Throw away what was begun; doing it twice does it once."""
    ConcernDraft.objects.filter(school_id=draft.school_id, pk=draft.pk).delete()


def forget_old_drafts(*, school: School, today: dt.date) -> int:
    """Delete drafts with which nobody went on in time; how many there were."""
    return ConcernDraft.objects.filter(school=school, expires_on__lt=today).delete()[0]


def _kept(draft: ConcernDraft) -> ConcernDraft:
    draft.saved_at = clock.moment()
    draft.expires_on = rules.draft_until(clock.today())
    draft.save()
    return draft
