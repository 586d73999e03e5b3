"""What is owed to a child, how much, and by whose word."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from provision.provision_codes import LegalWeight, PromiseSource


class PromiseQuerySet(SensitiveQuerySet):
    def live(self, on):
        """Owed on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


@track_history
class Promise(SchoolOwned):
    """What a child is owed: sessions a week of so many minutes, or hours a week."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="promises")
    text = models.CharField("what is owed", max_length=500)
    source = models.CharField("by whose word", max_length=7, choices=PromiseSource)
    weight = models.CharField("how it binds", max_length=7, choices=LegalWeight)
    #: Where the words stand: "F3", "target 2".
    reference = models.CharField("where it stands", max_length=60, blank=True)
    sessions_a_week = models.PositiveSmallIntegerField("sessions a week", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("minutes a session", null=True, blank=True)
    hours_a_week = models.DecimalField(
        "hours a week", max_digits=4, decimal_places=2, null=True, blank=True
    )
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)
    sensitivity = sensitivity_field()
    #: What wrote it, where a plan of another floor keeps it: its own name for the line.
    origin = models.CharField(max_length=80, blank=True, editable=False)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = PromiseQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="provision_promise_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(sessions_a_week__gt=0, minutes__gt=0, hours_a_week=None)
                | Q(sessions_a_week=None, minutes=None, hours_a_week__gt=0),
                name="provision_promise_one_amount",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="provision_promise_dates_in_order",
            ),
            models.UniqueConstraint(
                fields=["school", "pupil", "origin"],
                condition=~Q(origin=""),
                name="provision_promise_origin_uniq",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_promise_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def minutes_a_week(self) -> int:
        """How much is owed, in whole minutes."""
        if self.hours_a_week is not None:
            return int(self.hours_a_week * 60)
        return self.sessions_a_week * self.minutes
