"""What dated records of a child have in common."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key


class DatedRecordQuerySet(models.QuerySet):
    def live(self, on):
        """Begun or not, and not over on a day."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=on))


class DatedRecord(SchoolOwned):
    """Something true of one child from a day, until a day or until somebody ends it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="%(class)ss")
    starts_on = models.DateField("from")
    ended_on = models.DateField("last day", null=True, blank=True)

    objects = DatedRecordQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        abstract = True
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="%(app_label)s_%(class)s_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="%(class)s_of_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
