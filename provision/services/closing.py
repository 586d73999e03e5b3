"""The end of a cycle in one step: what is still to be said, closed, the next one begun."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from aylsham.changes import version_of
from aylsham.models import User
from provision.models import Cycle, CycleText
from provision.services.cycles import TEXT_FIELDS, close_cycle, start_cycle, write_text
from pupils.services.recording import lock_pupil


@transaction.atomic
def finish_cycle(
    *,
    cycle: Cycle,
    answers: Mapping[str, str],
    closed_on: dt.date,
    by: User,
    next_review_on: dt.date | None = None,
) -> Cycle | None:
    """Answer what the review still asks (section → words), close the cycle, begin the next.

    Words that somebody wrote meanwhile stay: only empty answers are filled. Without
    `next_review_on` no cycle follows; otherwise the new one is returned.
    """
    lock_pupil(cycle.pupil)
    rows = CycleText.objects.filter(school_id=cycle.school_id, cycle=cycle, section__in=answers)
    for row in rows.filter(text="").order_by("pk"):
        row.cycle = cycle
        version = version_of(row, TEXT_FIELDS)
        facts = {"text": answers[row.section], "sensitivity": row.sensitivity}
        write_text(answer=row, version=version, by=by, **facts)
    close_cycle(cycle=cycle, closed_on=closed_on, by=by)
    if next_review_on is None:
        return None
    return start_cycle(
        pupil=cycle.pupil, starts_on=closed_on, review_on=next_review_on, lead=cycle.lead, by=by
    )
