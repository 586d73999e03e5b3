"""The school day: bells from a day on for some year groups, rooms, lessons nobody is taken from."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.codes import YEAR_GROUPS
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import WEEKDAYS, PeriodKind


@track_history
class SchoolDay(SchoolOwned):
    """The bells of some year groups from a day on, until a later one of the same name."""

    name = models.CharField("what you call it", max_length=40)
    year_groups = ArrayField(models.CharField(max_length=2, choices=YEAR_GROUPS))
    starts_on = models.DateField("from")

    class Meta(SchoolOwned.Meta):
        ordering = ["name", "-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "name", "starts_on"], name="staff_schoolday_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class Period(SchoolOwned):
    """One part of a school day, from bell to bell."""

    day = school_key(SchoolDay, on_delete=models.CASCADE, related_name="periods")
    name = models.CharField(max_length=30)
    kind = models.CharField(max_length=8, choices=PeriodKind)
    starts_at = models.TimeField("from")
    ends_at = models.TimeField("until")

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("day", name="staff_period_day_same_school"),
            models.UniqueConstraint(
                fields=["school", "day", "starts_at"], name="staff_period_uniq"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="staff_period_times"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class Room(SchoolOwned):
    """A room that support can be given in, and how far away it is."""

    name = models.CharField("room", max_length=60)
    capacity = models.PositiveSmallIntegerField("how many fit in")
    #: To the classrooms; 0: next door.
    walking_minutes = models.PositiveSmallIntegerField("minutes on foot from class", default=0)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "name"], name="staff_room_uniq"),
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=500, walking_minutes__lte=60),
                name="staff_room_figures",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class ProtectedLesson(SchoolOwned):
    """A lesson from which no child of the class is taken out."""

    class_group = school_key(
        "pupils.ClassGroup", on_delete=models.CASCADE, related_name="protected_lessons"
    )
    name = models.CharField("lesson", max_length=40)
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS)
    starts_at = models.TimeField("from")
    ends_at = models.TimeField("until")

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday", "starts_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="staff_protectedlesson_class_same_school"),
            models.UniqueConstraint(
                fields=["school", "class_group", "weekday", "starts_at"],
                name="staff_protectedlesson_uniq",
            ),
            models.CheckConstraint(
                condition=Q(weekday__lte=4, ends_at__gt=F("starts_at")),
                name="staff_protectedlesson_times",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
