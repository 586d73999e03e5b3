"""Who was let to know that a child is or was in care, and no more than that."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key


class CareViewQuerySet(models.QuerySet):
    def live(self, on):
        """Views that hold on a day."""
        return self.filter(ended_at=None, starts_on__lte=on, ends_on__gte=on)


@track_history
class CareView(SchoolOwned):
    """A named colleague sees the little that the child's teacher needs; it ends by itself."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_views")
    user = models.ForeignKey(
        "aylsham.User", verbose_name="colleague", on_delete=models.PROTECT, related_name="+"
    )
    to_write = models.CharField("what they are to write", max_length=200)
    starts_on = models.DateField("from")
    ends_on = models.DateField("last day")
    ended_at = models.DateTimeField("taken back at", null=True, blank=True)
    given_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = CareViewQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_careview_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="lac_careview_dates_in_order"
            ),
            ExclusionConstraint(
                name="lac_careview_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(ended_at=None),
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="lac_careview_pupil"),
            models.Index(fields=["school", "user"], name="lac_careview_user"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
