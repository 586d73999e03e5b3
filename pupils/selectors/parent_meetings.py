"""When the parents of children on SEN support were met."""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from pupils.family_codes import TalkOutcome
from pupils.models import Talk


def met_days(chosen: Q) -> dict[UUID, list[dt.date]]:
    """By child: the days on which the parents were met, or were offered a meeting and declined."""
    talks = Talk.objects.filter(chosen, is_parent_meeting=True)
    found: dict[UUID, list[dt.date]] = defaultdict(list)
    for pupil_id, on in talks.exclude(outcome=TalkOutcome.NO_ANSWER).values_list("pupil_id", "on"):
        found[pupil_id].append(on)
    return found
