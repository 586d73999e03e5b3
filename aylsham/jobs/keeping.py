"""How long finished work and sent e-mails are remembered."""

import datetime as dt

from django.db import transaction
from django.db.models.functions import Now

from aylsham.models import DigestPart, Job, OutgoingMail

#: Long enough to ask "was it sent last term?".
WORK_KEPT = dt.timedelta(days=92)
#: Longer than any break, so that no part of a digest can be due again.
PARTS_KEPT = dt.timedelta(days=400)


@transaction.atomic
def forget_old_work() -> int:
    """Delete work and e-mails that were over three months ago; how many rows went."""
    mails, _ = OutgoingMail.objects.filter(job__ended_at__lt=Now() - WORK_KEPT).delete()
    jobs, _ = Job.objects.filter(ended_at__lt=Now() - WORK_KEPT).delete()
    parts, _ = DigestPart.objects.filter(made_at__lt=Now() - PARTS_KEPT).delete()
    return mails + jobs + parts
