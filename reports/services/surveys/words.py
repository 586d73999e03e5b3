"""What is done with what people wrote: quoted in reports, read, or left out."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from reports.models import SurveyRound, SurveyWords
from reports.services.surveys.rounds import locked_round, record_survey


@transaction.atomic
def sort_words(*, round: SurveyRound, decided: Mapping[UUID, str], by: User | None) -> int:
    """Decide about words once the round is over; how many decisions changed."""
    found = locked_round(round)
    if not found.is_over(clock.today()):
        raise TransitionNotAllowed("Words are read once the survey is closed.")
    rows = SurveyWords.objects.filter(school=found.school_id, round=found, pk__in=decided)
    changed = [row for row in rows if row.state != decided[row.pk]]
    for row in changed:
        row.state = decided[row.pk]
    SurveyWords.objects.bulk_update(changed, ["state"])
    if changed:
        record_survey(found, by, "words")
    return len(changed)
