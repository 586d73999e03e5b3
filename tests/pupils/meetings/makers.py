"""Meetings and invitations as services make them."""

import datetime as dt
import re
from uuid import uuid4

from pupils.models import Meeting, MeetingInvitee
from pupils.services.meetings.inviting import Guest
from pupils.services.meetings.planning import plan_class_meeting, plan_meeting
from tests.factories import TODAY

NEXT_WEEK = TODAY + dt.timedelta(days=8)


def planned(child, by, *guests: Guest, **more) -> Meeting:
    """A team around the child in eight days, led by whoever plans it."""
    facts = {
        "key": uuid4(),
        "kind": "team",
        "on": NEXT_WEEK,
        "starts_at": dt.time(15, 30),
        "length": 60,
        "place": "Rainbow room",
        "chair": by,
        "guests": [Guest(user=by), *guests],
    }
    return plan_meeting(pupil=child, by=by, **facts | more)


def planned_for_class(pupils, by, *guests: Guest, **more) -> Meeting:
    """A pupil progress meeting in eight days about children of the first one's class."""
    facts = {
        "key": uuid4(),
        "on": NEXT_WEEK,
        "starts_at": dt.time(15, 30),
        "length": 60,
        "place": "Rainbow room",
        "chair": by,
        "guests": [Guest(user=by), *guests],
    }
    group = pupils[0].class_group
    return plan_class_meeting(class_group=group, pupils=pupils, by=by, **facts | more)


def invited(meeting: Meeting, name: str) -> MeetingInvitee:
    """The invited person of that name."""
    return MeetingInvitee.objects.get(school=meeting.school, meeting=meeting, name=name)


def secret_in(message) -> str:
    """The secret part of the address in an invitation."""
    return re.search(r"/contribute/meeting/([\w-]+)/", message.body).group(1)
