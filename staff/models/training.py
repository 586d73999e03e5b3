"""Training that people took part in."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from staff.codes import TrainingSubject


@track_history
class TrainingRecord(SchoolOwned):
    """A training that somebody who works at the school took part in."""

    user = models.ForeignKey(
        "aylsham.User", verbose_name="person", on_delete=models.PROTECT, related_name="+"
    )
    subject = models.CharField(max_length=12, choices=TrainingSubject)
    title = models.CharField(max_length=150)
    provider = models.CharField(max_length=150, blank=True)
    taken_on = models.DateField("day")
    #: None: it does not run out.
    valid_until = models.DateField("valid until", null=True, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-taken_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("taken_on")),
                name="staff_trainingrecord_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0), name="staff_trainingrecord_hours"
            ),
        ]
        indexes = [models.Index(fields=["school", "user"], name="staff_training_user")]

    def __str__(self) -> str:
        return str(self.pk)
