"""The class sheet for a supply teacher, behind a secret address that ends by itself."""

from django.db import models
from django.db.models.functions import Now

from pupils.models.secret_links import SecretAddress


class SupplyLink(SecretAddress):
    """A secret address of a class sheet."""

    leads_to = "class_group_id"

    class_group_id = models.UUIDField()
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    created_at = None

    class Meta:
        indexes = [
            models.Index(fields=["school", "class_group_id"], name="pupils_supplylink_class")
        ]
