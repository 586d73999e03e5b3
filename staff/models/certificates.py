"""The paper of a training, as a file."""

from django.db import models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.models.training import TrainingRecord


class TrainingCertificate(SchoolOwned):
    """One file of a training: it goes with the training, and a newer one takes its place.

    The bytes lie outside the database, named by their digest. Without a history table: a
    certificate that was replaced or taken out is gone.
    """

    record = school_key(TrainingRecord, on_delete=models.CASCADE, related_name="certificates")
    #: SHA-256 of what is kept, in hex.
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    media_type = models.CharField(max_length=100)
    extension = models.CharField(max_length=5)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("record", name="staff_trainingcertificate_record_same_school"),
            models.UniqueConstraint(
                fields=["school", "record"], name="staff_trainingcertificate_one"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
