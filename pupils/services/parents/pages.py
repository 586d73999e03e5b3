"""A parent's page: sent, sent again for a new time, widened, stopped by us or by itself."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from pupils.models import (
    Contact,
    ParentPage,
    ParentPageLink,
    ParentPageNote,
    Pupil,
    SharedPaper,
)
from pupils.parent_codes import PageScope, PageStep, PageStop
from pupils.parent_parts import keys_of
from pupils.rules.parents import expires_on
from pupils.selectors.parents.pages import A_PAGE, is_at_address, page_of
from pupils.selectors.parents.stages import stages_of
from pupils.services.approvals import withdraw_questions
from pupils.services.outgoing import Outgoing, refusal_of, send_outside
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.secret_addresses import (
    new_address,
    require_not_just_sent,
    revoke_addresses,
)
from pupils.sharing_codes import ShareKind

PAGE_MAIL, BOOK_MAIL = "parent_page", "book_meeting"
ON_CUTS = "A page says where the child is and when, so this person has none. Tell them yourself."


def as_outgoing(page: ParentPage) -> Outgoing:
    """A page as the sharing rules see it, at its making, at every sending and every opening."""
    return Outgoing(
        email=page.email,
        thing=A_PAGE,
        school=page.school,
        pupil_ids=[page.pupil_id],
        contact=page.contact,
        on_cuts=ON_CUTS,
    )


def is_barred(page: ParentPage) -> bool:
    """Whether this person may not have the page any more: an order may have come since."""
    return bool(refusal_of(as_outgoing(page)))


@transaction.atomic
def send_page(
    *,
    contact: Contact,
    by: User,
    scope: PageScope = PageScope.WHOLE,
    is_booking: bool = False,
) -> ParentPage:
    """Make a contact's page, or begin a new time of it, and send a new secret address.

    Every earlier address is dead at once. A page that shows everything stays so, also when it is
    sent again for booking a meeting. `is_booking`: the letter asks to book a time.
    """
    pupil = lock_pupil(contact.pupil)
    today = clock.today()
    _require_here(pupil, contact, today)
    page = page_of(contact)
    if page and not is_at_address(page):
        _stop(page, PageStop.RULES, by)
        page = None
    step = PageStep.RENEWED if page else PageStep.SENT
    page = lock(page) if page else _new_page(pupil, contact, scope, by)
    page.contact, page.pupil, page.school = contact, pupil, pupil.school
    if scope == PageScope.WHOLE and page.scope != scope:
        page.scope, page.told = scope, keys_of(stages_of(pupil, contact, today=today))
        note(page, PageStep.SCOPE, by=by)
    elif step == PageStep.RENEWED and not is_booking:
        require_not_just_sent(ParentPageLink, page, but_first=False)
    revoke_addresses(ParentPageLink, page)
    page.sent_on, page.expires_on = today, expires_on(today)
    page.forget_codes()
    page.save()
    send_link(page, BOOK_MAIL if is_booking else PAGE_MAIL, {"until": page.expires_on}, by=by)
    note(page, step, by=by)
    _record(page, by, step)
    return page


def _require_here(pupil: Pupil, contact: Contact, today: dt.date) -> None:
    if not contact.email.strip():
        raise TransitionNotAllowed(
            "There is no e-mail address. Write it down under Contacts first."
        )
    if not Pupil.objects.on_roll(today).filter(school_id=pupil.school_id, pk=pupil.pk).exists():
        raise TransitionNotAllowed("The child is not on roll here, so nobody is sent a page.")


def _new_page(pupil: Pupil, contact: Contact, scope: PageScope, by: User) -> ParentPage:
    today = clock.today()
    told = keys_of(stages_of(pupil, contact, today=today)) if scope == PageScope.WHOLE else []
    return ParentPage.objects.create(
        school=pupil.school,
        pupil=pupil,
        contact=contact,
        email=contact.email.strip(),
        scope=scope,
        made_on=today,
        made_by=by,
        sent_on=today,
        expires_on=expires_on(today),
        told=told,
    )


def send_link(page: ParentPage, kind: str, about: dict, *, by: User | None) -> None:
    """E-mail a further secret address of a (locked) page; refused when the rules say so."""
    send_outside(
        as_outgoing(page),
        kind,
        context={"school": page.school_id} | about,
        secret=new_address(ParentPageLink, page, until=page.expires_on),
        by=by,
    )


@transaction.atomic
def stop_page(*, page: ParentPage, by: User) -> ParentPage:
    """The page shows nothing any more; a second press changes nothing."""
    pupil = lock_pupil(page.pupil)
    page = lock(page)
    page.pupil, page.school = pupil, pupil.school
    if page.is_live:
        _stop(page, PageStop.BY_US, by)
        _record(page, by, PageStep.STOPPED)
    return page


def stop_page_of(contact: Contact, *, by: User) -> None:
    """Stop the page of a (locked) child's contact, who is about to be taken off the record."""
    if page := page_of(contact):
        page = lock(page)
        page.pupil, page.school = contact.pupil, contact.pupil.school
        _stop(page, PageStop.BY_US, by)
        _record(page, by, PageStep.STOPPED)


def stop_by_itself(page: ParentPage, why: PageStop) -> None:
    """Stop a (locked) page because of what the rules or the roll say now."""
    _stop(page, why, None)
    _record(page, None, PageStep.STOPPED)


def _stop(page: ParentPage, why: PageStop, by: User | None) -> None:
    revoke_addresses(ParentPageLink, page)
    page.stopped_on, page.stopped_why, page.stopped_by = clock.today(), why, by
    page.code_hash = ""
    page.save(update_fields=["stopped_on", "stopped_why", "stopped_by", "code_hash"])
    papers = SharedPaper.objects.filter(school_id=page.school_id, page=page, ended_on=None)
    ids = papers.values_list("pk", flat=True)
    withdraw_questions(pupil=page.pupil, kind=ShareKind.PAGE, ids=ids, by=by)
    note(page, PageStep.STOPPED, by=by)


def stop_barred(*, school: School, today: dt.date) -> int:
    """Stop the pages of a school whose children have left or whose readers may not read; how many.

    They are closed to their readers already, since each opening asks; this says so to the school.
    """
    stopped = 0
    pages = ParentPage.objects.filter(school=school, stopped_on=None)
    here = set(Pupil.objects.on_roll(today).filter(school=school).values_list("pk", flat=True))
    for page in pages.select_related("contact", "pupil").order_by("pk"):
        page.school = page.pupil.school = school
        is_gone = page.pupil_id not in here or page.pupil.closed_on is not None
        if is_gone or not is_at_address(page) or is_barred(page):
            stopped += _stop_one(page, PageStop.GONE if is_gone else PageStop.RULES)
    return stopped


@transaction.atomic
def _stop_one(page: ParentPage, why: PageStop) -> bool:
    locked = lock(page)
    locked.pupil, locked.school = page.pupil, page.school
    if locked.is_live:
        stop_by_itself(locked, why)
    return locked.stopped_why == why


def note(page: ParentPage, step: PageStep, *, by: User | None = None) -> None:
    """Write down what happened to a page; it can never be changed."""
    ParentPageNote.objects.create(
        school_id=page.school_id, page=page, step=step, email=page.email, by=by
    )


def _record(page: ParentPage, by: User | None, step: PageStep) -> None:
    record_change(
        Action.SEND_PARENT_PAGE, pupil=page.pupil, by=by, subject=page, detail={"step": str(step)}
    )
