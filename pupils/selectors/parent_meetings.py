"""When the parents of children on SEN support were met."""

import datetime as dt
from collections import defaultdict
from itertools import chain
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.together import read_rows
from pupils.family_codes import TalkOutcome
from pupils.models import Meeting, Talk


def met_days(chosen: Q) -> dict[UUID, list[dt.date]]:
    """By child: the days on which the parents were met, or were offered a meeting and declined.

    In one statement; a day counts once.
    """
    return days_by_child(*read_rows(*meetings_with_parents(chosen)))


def meetings_with_parents(chosen: Q) -> list[QuerySet]:
    """From the contact log and from meetings that were held: the child and the day of each."""
    talks = Talk.objects.filter(chosen, is_parent_meeting=True)
    talks = talks.exclude(outcome=TalkOutcome.NO_ANSWER)
    meetings = Meeting.objects.filter(chosen, is_parent_meeting=True)
    return [each.order_by().values_list("pupil_id", "on") for each in (talks, meetings)]


def days_by_child(*rows: list[tuple[UUID, dt.date]]) -> dict[UUID, list[dt.date]]:
    """The days of each child, each once."""
    found: dict[UUID, list[dt.date]] = defaultdict(list)
    for pupil_id, on in dict.fromkeys(chain(*rows)):
        found[pupil_id].append(on)
    return found
