"""A parent reads their page, opens a paper and writes to the SENDCo: no account, by code.

Nothing here trusts the browser: the secret address names the page, the one-time code proves who
reads the mailbox, and the rules have been asked by whoever opened the door.
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.dates import DAY
from aylsham.models import User
from aylsham.school_calendar import CalendarTooShort
from pupils.family_codes import Channel, TalkOutcome
from pupils.models import ParentPage, ParentPageLink, ParentPageNote, SharedPaper, Talk
from pupils.parent_codes import PageStep
from pupils.rules.asking import MOST_FETCHED
from pupils.rules.parents import ANSWER_SCHOOL_DAYS, MOST_MESSAGES_A_DAY, may_write
from pupils.selectors.adults import adults_at
from pupils.selectors.approvals import papers_leaving
from pupils.services.actions import NewAction, Owner
from pupils.services.approvals import require_approved
from pupils.services.pace import require_pace
from pupils.services.parents.pages import as_outgoing, note
from pupils.services.recording import lock
from pupils.services.secret_addresses import OVER, Door
from pupils.services.talks import log_talk

CODE_MAIL = "parent_page_code"


def require_open(page: ParentPage) -> None:
    """Refuse when the (locked) page is stopped, locked or over."""
    if not page.is_live or page.locked_at or clock.today() > page.expires_on:
        raise TransitionNotAllowed(OVER)


DOOR = Door(
    links=ParentPageLink,
    code_mail=CODE_MAIL,
    as_outgoing=as_outgoing,
    require_open=require_open,
    note=note,
    steps=PageStep,
)


def note_read(page: ParentPage) -> None:
    """Write down that the person has read the page."""
    ParentPage.objects.filter(school_id=page.school_id, pk=page.pk).update(
        last_read_at=timezone.now()
    )
    _record(page, page)


@transaction.atomic
def open_paper(*, page: ParentPage, paper: SharedPaper) -> None:
    """Write down that the person opens a paper; TransitionNotAllowed while it waits for a look.

    TooFast when a lot was opened a moment ago.
    """
    lock(page)
    opened = ParentPageNote.objects.filter(school_id=page.school_id, page=page, step=PageStep.PAPER)
    require_pace(opened.order_by("-id").values_list("at", flat=True)[:MOST_FETCHED])
    paper.page = page
    require_approved(papers_leaving([paper], page.pupil)[0])
    note(page, PageStep.PAPER)
    _record(page, paper)


def _record(page: ParentPage, subject) -> None:
    record_event(
        Action.READ_PARENT_PAGE,
        school=page.school,
        by=None,
        pupil_ids=[page.pupil_id],
        subject=subject,
        detail={"contact": str(page.contact_id)},
    )


@transaction.atomic
def write_to_school(*, page: ParentPage, key: UUID, text: str) -> Talk:
    """A parent's message: an entry of the contact log, and an action for the SENDCo to answer it.

    Few people may read it until somebody has; `key` comes with the form, so that pressing twice
    leaves one.
    """
    locked = lock(page)
    require_open(locked)
    known = Talk.objects.filter(school_id=page.school_id, pupil=page.pupil, pk=key).first()
    if known:
        return known
    notes = ParentPageNote.objects.filter(school_id=page.school_id, page=page, step=PageStep.WROTE)
    if not may_write(timezone.now(), notes.values_list("at", flat=True)):
        raise TransitionNotAllowed(
            f"That is {MOST_MESSAGES_A_DAY} messages in one day. Please ring the school."
        )
    today = clock.today()
    talk = log_talk(
        pupil=page.pupil,
        key=key,
        by=None,
        on=today,
        how=Channel.PAGE,
        outcome=TalkOutcome.HELD,
        contact=page.contact,
        who=page.contact.name,
        agreed=text,
        sensitivity=Sensitivity.SENSITIVE,
        is_parent_meeting=False,
        services=[],
        actions=[NewAction("Answer a parent's message", Owner(user=_answers(page)), _due(page))],
    )
    note(locked, PageStep.WROTE)
    return talk


def _answers(page: ParentPage) -> User:
    """The SENDCo who sent the page if there still, or else another, or whoever sent it."""
    sendcos = [a.user for a in adults_at(page.school, today=clock.today(), roles=[Role.SENDCO])]
    if not sendcos or page.made_by_id in {user.pk for user in sendcos}:
        return page.made_by
    return sendcos[0]


def _due(page: ParentPage):
    today = clock.today()
    try:
        return calendar_of(page.school).school_days_after(today, ANSWER_SCHOOL_DAYS)
    except CalendarTooShort:
        return today + 7 * DAY
