"""Secret addresses of agreements and shares: made, and made useless."""

import datetime as dt

from django.db import models
from django.utils import timezone

from aylsham.secrets import new_secret
from pupils.models import SecretLink


def new_address(row: models.Model, leads: SecretLink.Leads, *, expires_on: dt.date) -> str:
    """A further secret address of a row: 256 bits, of which only the hash is kept."""
    secret, token_hash = new_secret()
    SecretLink.objects.create(
        school_id=row.school_id,
        leads=leads,
        row_id=row.pk,
        token_hash=token_hash,
        expires_on=expires_on,
    )
    return secret


def revoke_addresses(row: models.Model) -> None:
    """Make every secret address of a row useless."""
    links = SecretLink.objects.filter(school_id=row.school_id, row_id=row.pk)
    links.filter(revoked_at=None).update(revoked_at=timezone.now())
