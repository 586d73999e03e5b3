"""How things stand for a child, in a family's words: a concern, SEN support, referrals.

Nothing here is a surprise: a concern is shown once the parents were spoken to, SEN support once
they were told, a referral once somebody agreed to it. What is sensitive or of a compartment
(mental health, early help, social care) is left out altogether.
"""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from aylsham.codes import Sensitivity
from aylsham.models import Deadline, Owes
from aylsham.together import Reads, read
from pupils.agency_codes import (
    SENSITIVE_SERVICES,
    WAITING_STATES,
    AppointmentState,
    ReferralState,
    ServiceKind,
)
from pupils.codes import SenStatus
from pupils.concern_codes import StepKind
from pupils.handed_texts import SEALED
from pupils.models import Concern, Contact, Pupil, Referral, ReferralAppointment, StatusPeriod
from pupils.parent_parts import Reader, stages_for
from pupils.rules.parents import Stage

SENDCO = "The school’s SENDCo (the teacher who leads on extra help)"
#: Whose help with a family is the family's own affair, or a compartment's.
NOT_SHOWN = SENSITIVE_SERVICES | {ServiceKind.EARLY_HELP}
_SERVICE = {
    Owes.HEALTH: "The health service",
    Owes.LOCAL_AUTHORITY: "The council",
    Owes.SOCIAL_CARE: "The council",
}
#: Of each decision: where the concern is, and what happens next.
_CONCERN = {
    "": ("We have seen something and we are looking at it.", "We decide what to do."),
    StepKind.UNIVERSAL: (
        "The teacher is trying new ways to help in class.",
        "We look at how it goes.",
    ),
    StepKind.MONITORING: ("We are watching how it goes in class.", "We look at it again."),
    StepKind.REVIEWED: ("We are watching how it goes in class.", "We look at it again."),
    StepKind.ASSESSMENT: ("We are finding out more.", "We tell you what we have found."),
    StepKind.REFERRAL: ("We think somebody from outside can help.", "We ask them, if you agree."),
}
_REFERRAL = {
    ReferralState.SENT: ("We have asked them to help.", "They tell us if they can."),
    ReferralState.ACKNOWLEDGED: ("They have our letter.", "They tell us if they can help."),
    ReferralState.ACCEPTED: ("They will help. Your child is on their list.", "They offer a day."),
}


def reader_of(pupil: Pupil, contact: Contact, *, today: dt.date) -> Reader:
    """Whoever reads the page, with what is due for the child."""
    return read(reading(pupil, contact, today=today))


def reading(pupil: Pupil, contact: Contact, *, today: dt.date) -> Reads[Reader]:
    """The same, to go with other reads."""
    rows = Deadline.objects.filter(school_id=pupil.school_id, pupil_id=pupil.pk).live(today)
    (due,) = yield [rows.order_by("due_on", "key")]
    return Reader(pupil, contact, today, tuple(due))


def stages_of(pupil: Pupil, contact: Contact, *, today: dt.date) -> tuple[Stage, ...]:
    """Everything that is going on for a child, as this person's page shows it."""
    return read(stages_for(reader_of(pupil, contact, today=today)))


def own_stages(reader: Reader) -> Reads[list[Stage]]:
    """The stages of this floor."""
    concerns, periods, referrals, offered = yield [
        _concerns(reader),
        _support(reader),
        _referrals(reader),
        _offered(reader),
    ]
    days: dict[UUID, list[ReferralAppointment]] = defaultdict(list)
    for meeting in offered:
        days[meeting.referral_id].append(meeting)
    return [
        *(_concern(each, reader) for each in concerns if each.step in _CONCERN),
        *(_period(each, reader) for each in periods),
        *(_referral(each, days[each.pk]) for each in referrals),
    ]


def _own(reader: Reader) -> dict:
    return {"school_id": reader.pupil.school_id, "pupil_id": reader.pupil.pk}


def _concerns(reader: Reader) -> QuerySet[Concern]:
    rows = Concern.objects.open().filter(
        **_own(reader), sensitivity=Sensitivity.EVERYONE, parents_spoken_on__isnull=False
    )
    return rows.order_by("raised_on", "pk")


def _concern(concern: Concern, reader: Reader) -> Stage:
    where, then = _CONCERN[concern.step]
    due = reader.next_due("concern", ":decide") if not concern.step else None
    return Stage(
        key=f"concern:{concern.pk}:{concern.step}",
        about="How your child is doing in school",
        where=where,
        next=then,
        by=concern.review_on or (due.due_on if due else None),
        who=SENDCO,
    )


def _support(reader: Reader) -> QuerySet[StatusPeriod]:
    return StatusPeriod.objects.filter(
        **_own(reader), status=SenStatus.SUPPORT, ends_on=None, parent_told_on__isnull=False
    )


def _period(period: StatusPeriod, reader: Reader) -> Stage:
    due = reader.next_due("parent_meeting")
    return Stage(
        key=f"support:{period.pk}",
        about="Extra help in school (SEN support)",
        where=f"Your child has had extra help since {period.starts_on:%-d %B %Y}.",
        next="We meet you to talk about how it goes.",
        by=due.due_on if due else None,
        who="The school",
    )


def _referrals(reader: Reader) -> QuerySet[Referral]:
    rows = Referral.objects.filter(
        **_own(reader),
        sensitivity=Sensitivity.EVERYONE,
        state__in=WAITING_STATES,
        consent_on__isnull=False,
    )
    return rows.exclude(kind__in=NOT_SHOWN).order_by("sent_on", "pk")


def _offered(reader: Reader) -> QuerySet[ReferralAppointment]:
    return ReferralAppointment.objects.filter(
        school_id=reader.pupil.school_id,
        referral__in=_referrals(reader).order_by().values("pk"),
        state=AppointmentState.OFFERED,
        on__gte=reader.today,
    )


def _referral(referral: Referral, offered: list[ReferralAppointment]) -> Stage:
    where, then = _REFERRAL[ReferralState(referral.state)]
    by, key = None, f"referral:{referral.pk}:{referral.state}"
    if meeting := next(iter(offered), None):
        at = f" at {meeting.at:%H:%M}" if meeting.at else ""
        place = f", {meeting.place}" if meeting.place and SEALED not in meeting.place else ""
        where, then = "They have offered a day.", f"You go to see them{at}{place}."
        by, key = meeting.on, f"{key}:{meeting.pk}"
    elif referral.usual_weeks and referral.sent_on:
        then = f"{then} People often wait about {referral.usual_weeks} weeks from the day we asked."
    return Stage(
        key=key,
        about=referral.service,
        where=f"We asked them on {referral.sent_on:%-d %B %Y}. {where}",
        next=then,
        by=by,
        who=_SERVICE.get(Owes(referral.owed_by), "The service"),
    )
