"""When and to whom reminders go, and what was sent."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.models import SchoolOwned, UUIDModel

EARLIEST_HOUR, USUAL_HOUR, LATEST_HOUR = 5, 7, 20


class PartKind(models.TextChoices):
    """What a part of a digest is about."""

    DAY = "day", "Today and this week"
    WEEK = "week", "This week"
    BREAK = "break", "Inside the coming break"
    HOLIDAY = "holiday", "In the holidays"


class ReminderPreference(UUIDModel):
    """How a person wants reminders. Nothing here can silence one."""

    user = models.OneToOneField(
        "aylsham.User", on_delete=models.CASCADE, related_name="reminder_preference"
    )
    hour = models.PositiveSmallIntegerField(
        default=USUAL_HOUR,
        validators=[MinValueValidator(EARLIEST_HOUR), MaxValueValidator(LATEST_HOUR)],
    )
    #: A colleague who gets them instead, where the colleague may see what is due.
    passes_to = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    passes_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hour__gte=EARLIEST_HOUR, hour__lte=LATEST_HOUR),
                name="aylsham_reminderpreference_hour",
            ),
            models.CheckConstraint(
                condition=Q(passes_until=None) | Q(passes_to__isnull=False),
                name="aylsham_reminderpreference_until_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hour}:00"


class HolidayCover(SchoolOwned):
    """Who gets a school's statutory reminders in the holidays; no row: the SENDCo."""

    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="aylsham_holidaycover_one"),
        ]

    def __str__(self) -> str:
        return str(self.user_id)


class DigestPart(UUIDModel):
    """A part of a digest that a person was sent, or that had nothing to say: never again."""

    user = models.ForeignKey("aylsham.User", on_delete=models.CASCADE, related_name="+")
    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=PartKind)
    #: The day, the Monday of the week, or the first day of the break.
    for_on = models.DateField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "school", "kind", "for_on"], name="aylsham_digestpart_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.for_on}"


class CalendarFeed(UUIDModel):
    """A secret calendar address of one person, over one school or over their federation's."""

    user = models.ForeignKey("aylsham.User", on_delete=models.CASCADE, related_name="feeds")
    federation = models.ForeignKey("aylsham.Federation", on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(db_default=Now())
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["user"], name="aylsham_calendarfeed_user")]

    def __str__(self) -> str:
        return str(self.pk)
