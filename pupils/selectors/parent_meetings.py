"""When the parents of children on SEN support were met."""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.db.models import Q

from pupils.family_codes import TalkOutcome
from pupils.models import Meeting, Talk


def met_days(chosen: Q) -> dict[UUID, list[dt.date]]:
    """By child: the days on which the parents were met, or were offered a meeting and declined.

    From the contact log and from meetings that were held, in one statement; a day counts once.
    """
    talks = Talk.objects.filter(chosen, is_parent_meeting=True)
    talks = talks.exclude(outcome=TalkOutcome.NO_ANSWER).order_by()
    meetings = Meeting.objects.filter(chosen, is_parent_meeting=True).order_by()
    found: dict[UUID, list[dt.date]] = defaultdict(list)
    days = talks.values_list("pupil_id", "on").union(meetings.values_list("pupil_id", "on"))
    for pupil_id, on in days.order_by():
        found[pupil_id].append(on)
    return found
