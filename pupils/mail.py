"""E-mails about children's records and to invited people: no child's name, a link instead."""

import datetime as dt

from django.urls import reverse

from aylsham.access.permissions import Permission
from aylsham.mail.registry import Attachment, mail_kind
from aylsham.models import OutgoingMail, School
from pupils.meeting_codes import KIND_FOR_GUESTS, MeetingKind
from pupils.meetings_calendar import MEDIA_TYPE, Entry, calendar_bytes
from pupils.services import safeguarding
from pupils.services.agreements import asking as agreements
from pupils.services.bookings.booking import BOOKED_MAIL
from pupils.services.contributions.asking import ASKED_MAIL, CODE_MAIL, REMINDER_MAIL
from pupils.services.emergencies import MAIL
from pupils.services.meetings.inviting import CALLED_OFF_MAIL, INVITED_MAIL
from pupils.services.parents import reading
from pupils.services.parents.news import NEWS_MAIL
from pupils.services.parents.pages import BOOK_MAIL, PAGE_MAIL
from pupils.services.requests import links
from pupils.services.shares import sharing as shares
from pupils.services.transfers.sending import RECORD_MAIL


@mail_kind(
    MAIL, title="A record was opened in an emergency", template="pupils/mail/emergency_opened.txt"
)
def emergency_opened(mail: OutgoingMail) -> dict:
    """Which school and when; who and whose record stand behind the link."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "opened_at": dt.datetime.fromisoformat(mail.context["opened_at"]),
    }


@mail_kind(
    safeguarding.MAIL,
    title="Something was handed over to the safeguarding lead",
    template="pupils/mail/handed_over.txt",
    read_with=Permission.RECEIVE_HAND_OVERS,
)
def handed_over(mail: OutgoingMail) -> dict:
    """At which school; what and about whom stand behind the link."""
    school = School.objects.get(pk=mail.context["school"])
    return {"school": school, "hand_over": mail.context["hand_over"]}


@mail_kind(
    links.LINK_MAIL,
    title="Hands over records",
    template="pupils/mail/records_link.txt",
    read_with=Permission.ANSWER_REQUESTS,
)
def records_link(mail: OutgoingMail) -> dict:
    """Which school, and until when the address works."""
    school = School.objects.get(pk=mail.context["school"])
    return {"school": school, "until": dt.date.fromisoformat(mail.context["until"])}


@mail_kind(
    ASKED_MAIL,
    title="Asks for views or advice",
    template="pupils/mail/views_asked.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def views_asked(mail: OutgoingMail) -> dict:
    """Which school asks, for what sort of answer, by when."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "kind": mail.context["kind"],
        "due_on": dt.date.fromisoformat(mail.context["due"]),
    }


@mail_kind(
    agreements.ASKED_MAIL,
    title="Asks somebody to agree",
    template="pupils/mail/agreement_asked.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def agreement_asked(mail: OutgoingMail) -> dict:
    """Which school asks, by when; to what and about whom stand behind the address."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "due_on": dt.date.fromisoformat(mail.context["due"]),
    }


@mail_kind(
    agreements.REMINDER_MAIL,
    title="Reminds somebody who was asked to agree",
    template="pupils/mail/agreement_reminder.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def agreement_reminder(mail: OutgoingMail) -> dict:
    """Everything that one address has still to answer."""
    days = [dt.date.fromisoformat(day) for day in mail.context["due"]]
    # Sent already: the addresses are forgotten.
    secrets = mail.secret.split() or [""] * len(days)
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "requests": [
            {"due_on": day, "secret": secret} for day, secret in zip(days, secrets, strict=True)
        ],
    }


@mail_kind(
    shares.SHARED_MAIL,
    title="Shares papers with a professional",
    template="pupils/mail/papers_shared.txt",
    read_with=Permission.SHARE_OUTSIDE,
)
def papers_shared(mail: OutgoingMail) -> dict:
    """Which school, and until when the address works."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "until": dt.date.fromisoformat(mail.context["until"]),
    }


@mail_kind(
    RECORD_MAIL,
    title="A record can be fetched",
    template="pupils/mail/record_sent.txt",
    read_with=Permission.MOVE_RECORDS,
)
def record_sent(mail: OutgoingMail) -> dict:
    """Which school sends a record, and until when it can be fetched."""
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "until": dt.date.fromisoformat(mail.context["until"]),
    }


@mail_kind(
    REMINDER_MAIL,
    title="Reminds of a request",
    template="pupils/mail/views_reminder.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def views_reminder(mail: OutgoingMail) -> dict:
    """Everything that one school still waits for from one address."""
    asked = mail.context["requests"]
    # Sent already: the addresses are forgotten.
    secrets = mail.secret.split() or [""] * len(asked)
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "requests": [
            {"due_on": dt.date.fromisoformat(each["due"]), "secret": secret}
            for each, secret in zip(asked, secrets, strict=True)
        ],
    }


def meeting_entry(mail: OutgoingMail) -> Attachment:
    """The meeting for the person's calendar: the school's name, day and time, no child.

    The place stands behind the address alone: it could be the family's home.
    """
    said = mail.context
    school = School.objects.get(pk=said["school"])
    is_called_off = mail.kind == CALLED_OFF_MAIL
    entry = Entry(
        meeting_id=said["meeting"],
        title=f"Meeting, {school.name}",
        on=dt.date.fromisoformat(said["on"]),
        starts_at=dt.time.fromisoformat(said["starts_at"]),
        length=said["length"],
        place=school.name,
        path=reverse("meeting_reply", args=[mail.secret]) if mail.secret else "",
        number=int(mail.created_at.timestamp()) // 60,
        is_called_off=is_called_off,
    )
    return Attachment(entry.file_name, calendar_bytes(entry), MEDIA_TYPE)


@mail_kind(
    INVITED_MAIL,
    title="Invites to a meeting",
    template="pupils/mail/meeting_invited.txt",
    read_with=Permission.ASK_FOR_VIEWS,
    attach=meeting_entry,
)
def meeting_invited(mail: OutgoingMail) -> dict:
    """Which school, what sort of meeting, when; whom it is about stands nowhere."""
    return _meeting(mail) | {
        "starts_at": dt.time.fromisoformat(mail.context["starts_at"]),
        "asks": mail.context["asks"],
    }


@mail_kind(
    CALLED_OFF_MAIL,
    title="Calls a meeting off",
    template="pupils/mail/meeting_called_off.txt",
    attach=meeting_entry,
)
def meeting_called_off(mail: OutgoingMail) -> dict:
    """Which school, what sort of meeting, which day."""
    return _meeting(mail)


def _meeting(mail: OutgoingMail) -> dict:
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "kind": KIND_FOR_GUESTS[MeetingKind(mail.context["kind"])],
        "on": dt.date.fromisoformat(mail.context["on"]),
    }


@mail_kind(
    BOOKED_MAIL,
    title="Confirms a booked time",
    template="pupils/mail/meeting_booked.txt",
    attach=meeting_entry,
)
def meeting_booked(mail: OutgoingMail) -> dict:
    """Which school, which day and time, until when it can be changed."""
    return _meeting(mail) | {
        "starts_at": dt.time.fromisoformat(mail.context["starts_at"]),
        "book_by": dt.date.fromisoformat(mail.context["book_by"]),
    }


@mail_kind(
    PAGE_MAIL,
    title="A parent's page",
    template="pupils/mail/parent_page.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def parent_page(mail: OutgoingMail) -> dict:
    """Which school, and until when the page can be read."""
    return _page(mail)


@mail_kind(
    BOOK_MAIL,
    title="Asks to book a meeting",
    template="pupils/mail/book_meeting.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def book_meeting(mail: OutgoingMail) -> dict:
    """Which school, and until when the page can be read."""
    return _page(mail)


@mail_kind(
    NEWS_MAIL,
    title="Says that something has moved",
    template="pupils/mail/stage_moved.txt",
    read_with=Permission.ASK_FOR_VIEWS,
)
def stage_moved(mail: OutgoingMail) -> dict:
    """Which school; what has moved stands behind the address alone."""
    return _page(mail)


def _page(mail: OutgoingMail) -> dict:
    return {
        "school": School.objects.get(pk=mail.context["school"]),
        "until": dt.date.fromisoformat(mail.context["until"]),
    }


#: Codes for links: the same words for each; who may read that one was sent differs.
_CODES = (
    (links.CODE_MAIL, "A code for records", Permission.ANSWER_REQUESTS),
    (CODE_MAIL, "A code for a link", Permission.ASK_FOR_VIEWS),
    (agreements.CODE_MAIL, "A code for a link", Permission.ASK_FOR_VIEWS),
    (shares.CODE_MAIL, "A code for shared papers", Permission.SHARE_OUTSIDE),
    (reading.CODE_MAIL, "A code for a parent's page", Permission.ASK_FOR_VIEWS),
)


def _code(mail: OutgoingMail) -> dict:
    """Which school; the code comes with the e-mail itself."""
    return {"school": School.objects.get(pk=mail.context["school"])}


for _kind, _title, _permission in _CODES:
    mail_kind(_kind, title=_title, template="pupils/mail/views_code.txt", read_with=_permission)(
        _code
    )
