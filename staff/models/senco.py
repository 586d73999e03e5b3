"""Who is SENCO of a school, since when."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from staff.codes import SencoQualification


@track_history
class SencoPost(SchoolOwned):
    """A person is the SENCO of a school from a day on, and qualifies by the third anniversary."""

    user = models.ForeignKey(
        "aylsham.User", verbose_name="person", on_delete=models.PROTECT, related_name="+"
    )
    became_senco_on = models.DateField("day of becoming SENCO")
    #: At any school, for more than twelve months before: then no date runs (reg 49(4)).
    was_senco_before = models.BooleanField("SENCO for a year before", default=False)
    course_started_on = models.DateField("first day of the course", null=True, blank=True)
    qualification = models.CharField(max_length=8, choices=SencoQualification, blank=True)
    qualified_on = models.DateField("day of qualifying", null=True, blank=True)
    #: The last day as SENCO here.
    ends_on = models.DateField("last day", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-became_senco_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "user"],
                condition=Q(ends_on=None),
                name="staff_sencopost_one_open",
            ),
            models.CheckConstraint(
                condition=Q(qualification="", qualified_on=None)
                | Q(~Q(qualification=""), qualified_on__isnull=False),
                name="staff_sencopost_qualified_pair",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("became_senco_on")),
                name="staff_sencopost_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
