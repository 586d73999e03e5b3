"""The class sheet for a supply teacher, behind a secret address that ends by itself."""

from django.db import models
from django.db.models.functions import Now

from aylsham.tenancy.models import UUIDModel


class SupplyLink(UUIDModel):
    """A secret address of a class sheet; read before a school is known, so it carries its school."""

    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="+")
    class_group_id = models.UUIDField()
    token_hash = models.CharField(max_length=64, unique=True)
    #: Its last day.
    expires_on = models.DateField()
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["school", "class_group_id"], name="pupils_supplylink_class")
        ]

    def __str__(self) -> str:
        return str(self.pk)
