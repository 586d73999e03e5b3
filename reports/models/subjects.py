"""Who leads which subject."""

from django.db import models

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from reports.subject_codes import Subject


@track_history
class SubjectLead(SchoolOwned):
    """That somebody leads a subject; their role says what that lets them see."""

    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=10, choices=Subject)

    class Meta(SchoolOwned.Meta):
        ordering = ["subject", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "subject", "user"], name="reports_subjectlead_once"
            ),
        ]

    def __str__(self) -> str:
        return self.subject
