"""The review calendar of a school: its rules, who comes on which days, and what is proposed."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.calendar_codes import HALF_DAYS, WEEKDAYS, WEIGHT_CHOICES, AttenderKind, Comes
from ehcp.codes import ReviewKind
from ehcp.models.plans import AnnualReview, EhcPlan


def _at_most(default: int, most: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        default=default, validators=[MinValueValidator(1), MaxValueValidator(most)]
    )


def _weight(default: int) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(default=default, choices=WEIGHT_CHOICES)


def usual_slots() -> list[str]:
    return ["09:30", "11:00", "13:30", "14:45"]


class ReviewCalendar(SchoolOwned):
    """What a school's calendar of reviews keeps to, and how the last planning went."""

    most_a_day = _at_most(2, 8)
    most_a_week = _at_most(3, 30)
    rooms = _at_most(1, 10)
    slots = ArrayField(models.CharField(max_length=5), default=usual_slots)
    minutes = _at_most(60, 180)
    #: How many weeks before its legal day a meeting may be held at the earliest.
    weeks_ahead = _at_most(10, 40)
    #: How many weeks the papers need before they can go out.
    weeks_to_prepare = _at_most(2, 12)
    slack_weeks = _at_most(3, 12)
    #: No half-term or holiday between the papers and the meeting.
    papers_in_term = models.BooleanField(default=True)
    even = _weight(15)
    slack = _weight(15)
    siblings = _weight(30)
    wishes = _weight(30)
    hoped = _weight(15)
    joined = _weight(30)
    travel = _weight(15)
    stable = _weight(30)
    #: Grows with every change, so that a planning of before writes nothing.
    version = models.PositiveIntegerField(default=0)
    planned_at = models.DateTimeField(null=True, blank=True)
    #: Figures of the last planning: cost, bound, gap, seconds, the plan by the earliest deadline.
    figures = models.JSONField(default=dict, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="ehcp_calendar_one_a_school"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CalendarPerson(SchoolOwned):
    """Somebody who comes to reviews here, and when they can."""

    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=12, choices=AttenderKind)
    comes_to = models.CharField(max_length=11, choices=Comes, default=Comes.ALL)
    #: Without them no meeting; otherwise they are hoped for.
    is_needed = models.BooleanField(default=False)
    half_days = ArrayField(
        models.CharField(max_length=3, choices=HALF_DAYS), default=list, blank=True
    )
    #: Only on these days, if any are named; and never on those on which they are away.
    dates = ArrayField(models.DateField(), default=list, blank=True)
    away = ArrayField(models.DateField(), default=list, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "kind", "name"], name="ehcp_calendar_person_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CalendarAttendance(SchoolOwned):
    """A person comes to the reviews of one plan."""

    person = school_key(CalendarPerson, on_delete=models.CASCADE, related_name="attendances")
    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="attendances")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("person", name="ehcp_attendance_person_same_school"),
            SameSchool("plan", name="ehcp_attendance_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "person", "plan"], name="ehcp_attendance_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ProposedReview(SchoolOwned):
    """The next review of a plan as the calendar proposes it, until it is accepted and held."""

    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=14, choices=ReviewKind, default=ReviewKind.ANNUAL)
    #: The first day that fits, and the last: that of the law, or later where it cannot be kept.
    earliest_on = models.DateField()
    latest_on = models.DateField()
    legal_on = models.DateField()
    #: None: there is no day, and `conflict` says why.
    meeting_on = models.DateField("day of the meeting", null=True, blank=True)
    starts_at = models.TimeField("time of the meeting", null=True, blank=True)
    is_locked = models.BooleanField("locked", default=False)
    wish_weekdays = ArrayField(
        models.PositiveSmallIntegerField(choices=WEEKDAYS), default=list, blank=True
    )
    wish_not_on = ArrayField(models.DateField(), default=list, blank=True)
    #: {why, relax: [words]}; other reviews stand in it as {plan's id}, never by a name.
    conflict = models.JSONField(default=dict, blank=True)
    #: The meeting that was planned from it.
    review = school_key(
        AnnualReview, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals"
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="ehcp_proposed_plan_same_school"),
            SameSchool("review", name="ehcp_proposed_review_same_school"),
            models.UniqueConstraint(fields=["school", "plan"], name="ehcp_proposed_one_a_plan"),
            models.CheckConstraint(
                condition=Q(earliest_on__lte=F("latest_on")), name="ehcp_proposed_window"
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(meeting_on__isnull=False),
                name="ehcp_proposed_time_has_day",
            ),
            models.CheckConstraint(
                condition=Q(is_locked=False) | Q(meeting_on__isnull=False),
                name="ehcp_proposed_lock_has_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
