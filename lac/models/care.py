"""Care status: a compartment of its own."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.codes import CareKind, LeftCareThrough
from pupils.codes import Source


class CareQuerySet(models.QuerySet):
    def live(self, on):
        """Periods that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on)).filter(
            Q(starts_on=None) | Q(starts_on__lte=on)
        )


@track_history
class CarePeriod(SchoolOwned):
    """A child is looked after, or was; a roll says that it is so, not since when."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_periods")
    kind = models.CharField(max_length=12, choices=CareKind)
    left_care_through = models.CharField(max_length=1, choices=LeftCareThrough, blank=True)
    placing_authority = models.CharField(max_length=100, blank=True)
    #: The day the child entered care; None when only the roll says so.
    starts_on = models.DateField(null=True, blank=True)
    #: The day on which the school first knew.
    known_since = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    objects = CareQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_careperiod_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_careperiod_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind="previously") | Q(left_care_through=""),
                name="lac_careperiod_how_left_only_after",
            ),
            ExclusionConstraint(
                name="lac_careperiod_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("known_since", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_careperiod_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
