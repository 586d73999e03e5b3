"""What keeps count of what is owed: plans of before, make-ups, spare time, what parents are told."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.models.promises import Promise
from provision.models.provisions import Provision
from provision.provision_codes import StaffRole

WEEKDAYS = [(0, "Monday"), (1, "Tuesday"), (2, "Wednesday"), (3, "Thursday"), (4, "Friday")]


class EarlierShape(SchoolOwned):
    """How often and how long a provision was given until a day, before somebody changed it."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="earlier_shapes")
    until = models.DateField()
    sessions_a_week = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()

    class Meta(SchoolOwned.Meta):
        ordering = ["until"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_shape_provision_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "until"], name="provision_shape_uniq"
            ),
            models.CheckConstraint(
                condition=Q(sessions_a_week__gt=0, minutes__gt=0), name="provision_shape_sound"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MakeUp(SchoolOwned):
    """A session that is planned to make up what a child is owed; it is logged like any other."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="make_ups")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="make_ups")
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    staff = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    planned_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_makeup_provision_same_school"),
            SameSchool("pupil", name="provision_makeup_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "pupil", "on"], name="provision_makeup_uniq"
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="provision_makeup_minutes"),
        ]
        indexes = [
            models.Index(fields=["school", "on"], name="provision_makeup_day"),
            models.Index(fields=["school", "pupil"], name="provision_makeup_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class SpareTime(SchoolOwned):
    """Minutes on a day of the week in which an adult could give a session that is owed."""

    staff = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("works as", max_length=9, choices=StaffRole, default=StaffRole.LSA)
    weekday = models.PositiveSmallIntegerField("day of the week", choices=WEEKDAYS)
    minutes = models.PositiveSmallIntegerField("minutes free")

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "staff", "weekday"], name="provision_sparetime_uniq"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, weekday__lte=4), name="provision_sparetime_sound"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ReleasedDelivery(SchoolOwned):
    """Minutes of one promise that the head has released to the child's parents."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="released_delivery")
    promise = school_key(Promise, on_delete=models.CASCADE, related_name="released")
    first = models.DateField()
    last = models.DateField()
    promised = models.PositiveIntegerField()
    planned = models.PositiveIntegerField()
    delivered = models.PositiveIntegerField()
    owed = models.PositiveIntegerField()
    #: The sentence that explains the figures, written by the rules.
    why = models.CharField(max_length=600)
    released_on = models.DateField()
    released_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-released_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="provision_released_pupil_same_school"),
            SameSchool("promise", name="provision_released_promise_same_school"),
            models.UniqueConstraint(
                fields=["school", "promise", "first", "last"], name="provision_released_uniq"
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first"), released_on__gte=F("last")),
                name="provision_released_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_released_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
