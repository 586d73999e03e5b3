"""A bundle handed over by a link without an account: expiring, revocable, opened by a code."""

from operator import attrgetter

from django.db import models, transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import AuditEvent, User
from pupils.models import Disclosure, RecordsLink
from pupils.rules.asking import FETCHED_WITHIN, MOST_FETCHED, STAYS_OPEN_DAYS
from pupils.selectors.approvals import bundle_leaving
from pupils.services.approvals import require_approved
from pupils.services.outgoing import send_outside
from pupils.services.pace import require_pace
from pupils.services.recording import lock, lock_pupil
from pupils.services.requests.cases import record, require_checks
from pupils.services.requests.sharing import as_outgoing, require_may_be_sent
from pupils.services.secret_addresses import (
    OVER,
    Door,
    is_same_address,
    new_address,
    require_not_just_sent,
    revoke_addresses,
)

LINK_MAIL = "records_link"
CODE_MAIL = "records_code"


@transaction.atomic
def send_records_link(*, bundle: Disclosure, email: str, by: User) -> None:
    """Send the address of a bundle for two weeks; every earlier one is dead at once."""
    case = bundle.case
    pupil = lock_pupil(case.pupil, when_closed=True)
    case.pupil = pupil
    bundle = lock(bundle)
    if bundle.pdf is None:
        raise TransitionNotAllowed("Make the bundle first: it is what you give.")
    require_checks(case)
    require_may_be_sent(case, bundle, email)
    require_approved(bundle_leaving(bundle, pupil))
    if is_same_address(email, bundle.link_email):
        require_not_just_sent(RecordsLink, bundle, but_first=False)
    revoke_addresses(RecordsLink, bundle)
    until = clock.today() + STAYS_OPEN_DAYS * DAY
    bundle.link_email, bundle.link_until = email, until
    bundle.forget_codes()
    bundle.save()
    send_outside(
        as_outgoing(case, email),
        LINK_MAIL,
        context={"school": pupil.school_id, "until": until},
        secret=new_address(RecordsLink, bundle, until=until),
        by=by,
    )
    record(case, pupil, by, "link sent")


def _require_open(bundle: Disclosure) -> None:
    """Refuse when the (locked) bundle was taken back, or its time is over."""
    if bundle.pdf is None or not bundle.link_until or clock.today() > bundle.link_until:
        raise TransitionNotAllowed(OVER)


class CodeStep(models.TextChoices):
    """What the log keeps of a code; that it opened the link is logged as at every door."""

    CODE_SENT = Action.SEND_RECORDS_CODE
    WRONG_CODE = Action.REFUSE_RECORDS_CODE
    LOCKED = Action.LOCK_RECORDS_LINK


def _note(bundle: Disclosure, step: CodeStep) -> None:
    ids = [bundle.case.pupil_id]
    record_event(Action(step.value), school=bundle.school, by=None, pupil_ids=ids, subject=bundle)


DOOR = Door(
    links=RecordsLink,
    code_mail=CODE_MAIL,
    as_outgoing=lambda bundle: as_outgoing(bundle.case, bundle.link_email),
    require_open=_require_open,
    note=_note,
    steps=CodeStep,
    pupil_id=attrgetter("case.pupil_id"),
)


@transaction.atomic
def fetch_bundle(*, bundle: Disclosure) -> bytes:
    """The bundle for the person who has given the code; the log keeps when.

    TooFast when it was fetched again and again a moment ago.
    """
    bundle = lock(bundle)
    require_pace(_fetched_at(bundle))
    bundle.fetched_at = bundle.fetched_at or clock.moment()
    bundle.save(update_fields=["fetched_at"])
    ids = [bundle.case.pupil_id]
    record_event(Action.TAKE_BUNDLE, school=bundle.school, by=None, pupil_ids=ids, subject=bundle)
    return bytes(bundle.pdf)


def _fetched_at(bundle: Disclosure):
    """When it was fetched last, by the log: its index knows the only child of an event."""
    events = AuditEvent.objects.about_one(bundle.case.pupil_id).filter(
        school_id=bundle.school_id,
        action=Action.TAKE_BUNDLE,
        subject_id=str(bundle.pk),
        actor_id=None,
        at__gte=timezone.now() - FETCHED_WITHIN,
    )
    return events.values_list("at", flat=True)[:MOST_FETCHED]
