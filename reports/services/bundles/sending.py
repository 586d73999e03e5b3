"""A bundle that went: noted with the day, to whom and how; from then on it stays as it is."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.services.approvals import require_approved
from reports.models import EvidenceBundle
from reports.selectors.bundles.leaving import evidence_leaving
from reports.services.bundles.preparing import lock_unsent, record_bundle


@transaction.atomic
def record_sent(
    *, bundle: EvidenceBundle, sent_on: dt.date, sent_how: str, sent_to: str, seen: str, by: User
) -> EvidenceBundle:
    """Note that the files went; `seen` is the hash of what the person looked at."""
    bundle = lock_unsent(bundle)
    if not bundle.is_made:
        raise TransitionNotAllowed("Make the bundle first.")
    if mark_of(bundle) != seen:
        raise TransitionNotAllowed("It was made anew since you opened this page. Look at it again.")
    if not _made_on(bundle) <= sent_on <= clock.today():
        raise TransitionNotAllowed("Say the day on which it went: after it was made.")
    require_approved(evidence_leaving(bundle, bundle.pupil))
    bundle.sent_on, bundle.sent_how = sent_on, sent_how
    bundle.sent_to, bundle.sent_by = sent_to, by
    bundle.save(update_fields=["sent_on", "sent_how", "sent_to", "sent_by"])
    record_bundle(bundle, by, "sent", to=sent_to, how=sent_how, pages=bundle.pages)
    return bundle


def mark_of(bundle: EvidenceBundle) -> str:
    """A mark of exactly these files."""
    return "-".join(part["sha256"][:16] for part in bundle.manifest.get("parts", ()))


def _made_on(bundle: EvidenceBundle) -> dt.date:
    assert bundle.made_at is not None
    return clock.shown(bundle.made_at).date()
