"""Secret addresses of agreements and shares: read before a school is known."""

from django.db import models
from django.db.models.functions import Now

from aylsham.tenancy.models import UUIDModel


class SecretLink(UUIDModel):
    """A secret address that leads to one row; it carries its school, and no word of a case."""

    class Leads(models.TextChoices):
        AGREEMENT = "agreement", "A request to agree"
        SHARE = "share", "Papers for a professional outside"

    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="+")
    leads = models.CharField(max_length=9, choices=Leads)
    row_id = models.UUIDField()
    token_hash = models.CharField(max_length=64, unique=True)
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["school", "row_id"], name="pupils_secretlink_row")]

    def __str__(self) -> str:
        return str(self.pk)
