"""What is watched of children in care: weeks of attendance, SDQ totals, the school's own rules."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.rules import watch as usual
from lac.watch_codes import AnsweredBy, WatchRule

#: Half days of a school week; a nursery may be open at the weekend.
MOST_SESSIONS = 14
#: The highest total of the questionnaire.
HIGHEST_TOTAL = 40


@track_history
class WeekAttendance(SchoolOwned):
    """How many half days of a week a child could attend, and did."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_weeks")
    week_on = models.DateField("week of")  # its Monday
    possible = models.PositiveSmallIntegerField("possible half days")
    attended = models.PositiveSmallIntegerField("half days attended")

    class Meta(SchoolOwned.Meta):
        ordering = ["-week_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_weekattendance_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "week_on"], name="lac_weekattendance_one"
            ),
            models.CheckConstraint(
                condition=Q(week_on__iso_week_day=1), name="lac_weekattendance_monday"
            ),
            models.CheckConstraint(
                condition=Q(possible__gte=1, possible__lte=MOST_SESSIONS, attended__gte=0)
                & Q(attended__lte=F("possible")),
                name="lac_weekattendance_counts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class SdqTotal(SchoolOwned):
    """The total of a strengths and difficulties questionnaire; the answers are kept nowhere here."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="sdq_totals")
    answered_on = models.DateField("answered on")
    answered_by = models.CharField("who answered", max_length=7, choices=AnsweredBy)
    total = models.PositiveSmallIntegerField(
        "total score", validators=[MaxValueValidator(HIGHEST_TOTAL)]
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-answered_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_sdqtotal_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "answered_on", "answered_by"], name="lac_sdqtotal_one"
            ),
            models.CheckConstraint(
                condition=Q(total__gte=0, total__lte=HIGHEST_TOTAL), name="lac_sdqtotal_range"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class WatchRules(SchoolOwned):
    """When a school wants to be told; an empty number: not watched."""

    attendance_below = models.DecimalField(
        "attendance below (%)", max_digits=4, decimal_places=1, null=True, blank=True,
        default=usual.ATTENDANCE_BELOW,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )  # fmt: skip
    attendance_weeks = models.PositiveSmallIntegerField(
        "for so many weeks running", default=usual.ATTENDANCE_WEEKS
    )
    moves = models.PositiveSmallIntegerField(
        "placement moves within twelve months", null=True, blank=True, default=usual.MOVES
    )
    sdq_total = models.PositiveSmallIntegerField(
        "SDQ total of at least", null=True, blank=True, default=usual.SDQ_TOTAL
    )
    stalled_weeks = models.PositiveSmallIntegerField(
        "school weeks without progress on a target", null=True, blank=True,
        default=usual.STALLED_WEEKS,
    )  # fmt: skip
    suspensions = models.PositiveSmallIntegerField(
        "suspensions in one term", null=True, blank=True, default=usual.SUSPENSIONS
    )
    new_worker = models.BooleanField("a new social worker", default=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="lac_watchrules_one"),
            models.CheckConstraint(
                condition=Q(attendance_weeks__gte=1)
                & (Q(attendance_below=None) | Q(attendance_below__gt=0, attendance_below__lte=100))
                & (Q(moves=None) | Q(moves__gte=1))
                & (Q(sdq_total=None) | Q(sdq_total__gte=1, sdq_total__lte=HIGHEST_TOTAL))
                & (Q(stalled_weeks=None) | Q(stalled_weeks__gte=1))
                & (Q(suspensions=None) | Q(suspensions__gte=1)),
                name="lac_watchrules_make_sense",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WatchTaskQuerySet(models.QuerySet):
    def open(self):
        """Nobody has said yet what is done about it."""
        return self.filter(closed_on=None)


@track_history
class WatchTask(SchoolOwned):
    """A rule of the school spoke up about a child: somebody looks at it and says what is done."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="watch_tasks")
    rule = models.CharField(max_length=10, choices=WatchRule)
    #: What it speaks of: a week, a move, a total. The same is said once.
    occurrence = models.CharField(max_length=60, editable=False)
    #: What the rule saw, in figures and days.
    seen = models.CharField("what was seen", max_length=300)
    raised_on = models.DateField("raised on")
    done = models.TextField("what is done about it", blank=True)
    closed_on = models.DateField("closed on", null=True, blank=True)
    closed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = WatchTaskQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-raised_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_watchtask_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "rule", "occurrence"], name="lac_watchtask_said_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, done="", closed_by=None)
                | (Q(closed_on__isnull=False) & ~Q(done="")),
                name="lac_watchtask_closed_with_words",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("raised_on")),
                name="lac_watchtask_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class WatchTold(SchoolOwned):
    """Somebody was told of what a rule saw: a colleague, or somebody outside by name."""

    task = school_key(WatchTask, on_delete=models.CASCADE, related_name="told")
    user = models.ForeignKey(
        "aylsham.User", verbose_name="colleague", on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    name = models.CharField("somebody outside", max_length=150, blank=True)
    told_on = models.DateField("told on")
    noted_at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["told_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("task", name="lac_watchtold_task_same_school"),
            models.CheckConstraint(
                condition=Q(user=None) & ~Q(name="") | Q(user__isnull=False, name=""),
                name="lac_watchtold_one_person",
            ),
        ]
        indexes = [models.Index(fields=["school", "task"], name="lac_watchtold_task")]

    def __str__(self) -> str:
        return str(self.pk)
