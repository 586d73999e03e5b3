"""What people's time is needed for beside provision, and what a week must heed of provision."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import WEEKDAYS, TimeNeedKind, WindowKind
from staff.models.school_days import Room
from staff.models.training import TrainingTopic


class TimeNeedQuerySet(models.QuerySet):
    def on(self, day):
        """What is needed on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@track_history
class TimeNeed(SchoolOwned):
    """An adult's time that no provision asks for: support in a class, lunch, intimate care."""

    name = models.CharField("what", max_length=80)
    kind = models.CharField("kind", max_length=10, choices=TimeNeedKind)
    #: Of a class, of a child, or of neither.
    class_group = school_key(
        "pupils.ClassGroup",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="time_needs",
    )
    pupil = school_key(
        "pupils.Pupil", on_delete=models.CASCADE, null=True, blank=True, related_name="time_needs"
    )
    minutes = models.PositiveSmallIntegerField("minutes each time")
    times_a_week = models.PositiveSmallIntegerField("times a week")
    #: How many adults at once.
    adults = models.PositiveSmallIntegerField("adults", default=1)
    #: On which it may be, Monday is 0; empty: on any.
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    #: Between which times it must lie; both None: at any.
    starts_at = models.TimeField("not before", null=True, blank=True)
    ends_at = models.TimeField("not after", null=True, blank=True)
    topic = models.ForeignKey(
        TrainingTopic,
        verbose_name="training it asks for",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = TimeNeedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["kind", "name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="staff_timeneed_class_same_school"),
            SameSchool("pupil", name="staff_timeneed_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(class_group=None) | Q(pupil=None), name="staff_timeneed_one_of"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, times_a_week__gt=0, adults__gt=0, adults__lte=20),
                name="staff_timeneed_amount",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="staff_timeneed_times",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="staff_timeneed_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=[0, 1, 2, 3, 4]),
                name="staff_timeneed_weekdays",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "starts_on"], name="staff_timeneed_from"),
            models.Index(fields=["school", "pupil"], name="staff_timeneed_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ProvisionPlanning(SchoolOwned):
    """How a provision is to be planned into a week: where, and whether one adult stays with it."""

    provision = school_key("provision.Provision", on_delete=models.CASCADE, related_name="planning")
    room = school_key(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    keeps_adult = models.BooleanField("the same adult each time", default=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="staff_provplanning_provision_same_school"),
            SameSchool("room", name="staff_provplanning_room_same_school"),
            models.UniqueConstraint(fields=["school", "provision"], name="staff_provplanning_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ProvisionWindow(SchoolOwned):
    """A time of the week in which alone a provision may be, or in which its teacher wishes it."""

    provision = school_key("provision.Provision", on_delete=models.CASCADE, related_name="windows")
    kind = models.CharField(max_length=4, choices=WindowKind)
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS)
    starts_at = models.TimeField("from")
    ends_at = models.TimeField("until")
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday", "starts_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="staff_window_provision_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "kind", "weekday", "starts_at"],
                name="staff_window_uniq",
            ),
            models.CheckConstraint(
                condition=Q(weekday__lte=4, ends_at__gt=F("starts_at")), name="staff_window_times"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CarefulHandover(SchoolOwned):
    """A child to whom no new adult comes without a planned handover."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="careful_handovers")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="staff_careful_pupil_same_school"),
            models.UniqueConstraint(fields=["school", "pupil"], name="staff_careful_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class Handover(SchoolOwned):
    """A day on which a child was, or will be, made known to an adult."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="handovers")
    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="handovers")
    on = models.DateField("day")
    how = models.CharField("how", max_length=200, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="staff_handover_pupil_same_school"),
            SameSchool("member", name="staff_handover_member_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "member", "on"], name="staff_handover_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
