"""Statutory reviews of the care plan, as far as a school hears of them."""

from django.db import models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.models.periods import CarePeriod


@track_history
class CareReview(SchoolOwned):
    """A review of the care plan that the council held in a time in care."""

    period = school_key(CarePeriod, on_delete=models.CASCADE, related_name="reviews")
    held_on = models.DateField()
    #: Few may read it: only those who may open the whole of care.
    decisions = models.TextField("what it means for school", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("period", name="lac_carereview_period_same_school"),
            models.UniqueConstraint(
                fields=["school", "period", "held_on"], name="lac_carereview_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
