"""The layer of support that is proposed for a child, beside the SEN status and never instead of it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import Layer


@track_history
class LayerPeriod(SchoolOwned):
    """A stretch of days in one layer as the white paper of 2026 proposes them; no law knows it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="layer_periods")
    layer = models.CharField(max_length=10, choices=Layer)
    starts_on = models.DateField()
    reason = models.TextField("why this layer")
    evidence = models.CharField("where the evidence is", max_length=200, blank=True)
    set_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ends_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_layerperiod_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ends_on=None),
                name="pupils_layerperiod_one_open",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_layerperiod_dates_in_order",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="pupils_layerperiod_says_why"),
            ExclusionConstraint(
                name="pupils_layerperiod_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_layerperiod_pupil")]

    def __str__(self) -> str:
        return f"{self.get_layer_display()} from {self.starts_on}"
