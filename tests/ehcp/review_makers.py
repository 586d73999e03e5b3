"""Review meetings in every state, made by the services."""

import datetime as dt
from uuid import uuid4

from aylsham.models import User
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from ehcp.review_codes import LawRole, Route
from ehcp.selectors.review_people import INVITEE_WITH
from ehcp.services.review_meetings import Invitation, invite_people, set_up_meeting
from pupils.models import Contact, Pupil
from pupils.services.meetings.inviting import Guest
from tests.factories import TODAY


def set_up(review: AnnualReview, by: User, **more) -> ReviewMeeting:
    """A meeting with time and place, led by whoever sets it up."""
    facts = {
        "starts_at": dt.time(9, 30),
        "length": 60,
        "place": "Rainbow room",
        "chair": by,
        "key": uuid4(),
    }
    return set_up_meeting(review=review, by=by, **facts | more)


def parent_of(pupil: Pupil, name: str = "Mia Reed", **more) -> Contact:
    """A parent with parental responsibility and an e-mail."""
    facts = {
        "relationship": "Mother",
        "has_parental_responsibility": True,
        "email": "mia@home.example",
    }
    return Contact.objects.create(school=pupil.school, pupil=pupil, name=name, **facts | more)


def outside(name: str, role: LawRole, route: Route = Route.LETTER, **more) -> Invitation:
    """Somebody from outside; by letter unless it is said otherwise."""
    email = f"{name.split()[0].lower()}@outside.example" if route == Route.EMAIL else ""
    facts = {"role": role.label, "asks_views": True, "by_mail": route == Route.EMAIL}
    return Invitation(Guest(name=name, email=email, **facts | more), role, route)


def of_parent(contact: Contact, route: Route = Route.EMAIL, **more) -> Invitation:
    """A parent of the child."""
    guest = Guest(contact=contact, asks_views=True, by_mail=route == Route.EMAIL, **more)
    return Invitation(guest, LawRole.PARENT, route)


OFFICERS = (
    outside("Olu Grant", LawRole.COUNCIL),
    outside("Hana Frost", LawRole.HEALTH, Route.EMAIL),
    outside("Sam Cole", LawRole.CARE),
)


def invited(
    row: ReviewMeeting, by: User, *invitations: Invitation, on: dt.date = TODAY
) -> ReviewMeeting:
    """Those people, told on that day."""
    return invite_people(meeting=row, invitations=invitations, invited_on=on, by=by)


def everybody(row: ReviewMeeting, by: User, on: dt.date = TODAY) -> ReviewMeeting:
    """A parent by e-mail, and everybody else whom the law names."""
    pupil = row.review.plan.pupil
    contact = Contact.objects.filter(school=pupil.school, pupil=pupil).first() or parent_of(pupil)
    return invited(row, by, of_parent(contact), *OFFICERS, on=on)


def person(row: ReviewMeeting, name: str) -> ReviewInvitee:
    """The invited person of that name."""
    rows = ReviewInvitee.objects.filter(school_id=row.school_id, meeting=row, guest__name=name)
    return rows.select_related(*INVITEE_WITH).get()
