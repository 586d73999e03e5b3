"""A bundle handed over by a link without an account: expiring, revocable, opened by a code."""

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import AuditEvent, User
from aylsham.secrets import new_secret
from pupils.models import Disclosure, RecordsLink
from pupils.rules.asking import FETCHED_WITHIN, MOST_FETCHED, STAYS_OPEN_DAYS
from pupils.selectors.approvals import bundle_leaving
from pupils.services.approvals import require_approved
from pupils.services.one_time_codes import issue_code, use_code
from pupils.services.outgoing import send_outside
from pupils.services.pace import require_pace
from pupils.services.recording import lock, lock_pupil
from pupils.services.requests.cases import record, require_checks
from pupils.services.requests.sharing import as_outgoing, require_may_be_sent

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
    revoke_records_links(bundle)
    secret, token_hash = new_secret()
    until = clock.today() + STAYS_OPEN_DAYS * DAY
    RecordsLink.objects.create(
        school_id=bundle.school_id, disclosure_id=bundle.pk, token_hash=token_hash, expires_on=until
    )
    bundle.link_email, bundle.link_until = email, until
    bundle.code_hash, bundle.code_sent_at, bundle.locked_at = "", None, None
    bundle.codes_sent = bundle.wrong_codes = 0
    bundle.save()
    send_outside(
        as_outgoing(case, email),
        LINK_MAIL,
        context={"school": pupil.school_id, "until": until},
        secret=secret,
        by=by,
    )
    record(case, pupil, by, "link sent")


def revoke_records_links(bundle: Disclosure) -> None:
    """Make every address of a bundle useless."""
    links = RecordsLink.objects.filter(school_id=bundle.school_id, disclosure_id=bundle.pk)
    links.filter(revoked_at=None).update(revoked_at=timezone.now())


@transaction.atomic
def send_records_code(*, bundle: Disclosure) -> None:
    """Send a one-time code to the named address; not again within a minute."""
    bundle = lock(bundle)
    code = issue_code(bundle)
    if code is None:
        return
    record(bundle.case, bundle.case.pupil, None, "code sent")
    out = as_outgoing(bundle.case, bundle.link_email)
    send_outside(out, CODE_MAIL, context={"school": bundle.school_id}, secret=code)


@transaction.atomic
def check_records_code(*, bundle: Disclosure, code: str) -> bool:
    """Whether this is the code that was sent; it works once, and five wrong ones end the link."""
    bundle = lock(bundle)
    if use_code(bundle, code):
        _record(bundle, Action.OPEN_LINK)
        return True
    record(bundle.case, bundle.case.pupil, None, "wrong code")
    if bundle.locked_at:
        revoke_records_links(bundle)
        record(bundle.case, bundle.case.pupil, None, "link locked")
    return False


@transaction.atomic
def fetch_bundle(*, bundle: Disclosure) -> bytes:
    """The bundle for the person who has given the code; the log keeps when.

    TooFast when it was fetched again and again a moment ago.
    """
    bundle = lock(bundle)
    require_pace(_fetched_at(bundle))
    bundle.fetched_at = bundle.fetched_at or clock.moment()
    bundle.save(update_fields=["fetched_at"])
    _record(bundle, Action.TAKE_BUNDLE)
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


def _record(bundle: Disclosure, action: Action) -> None:
    record_event(
        action, school=bundle.school, by=None, pupil_ids=[bundle.case.pupil_id], subject=bundle
    )
