"""Time that a child is not in class by the school's decision, or is taught elsewhere."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.history import track_history
from pupils.codes import SuspensionReason
from pupils.models.dated import DatedRecord
from pupils.rules.school_times import InSchool, of_record, written


@track_history
class Suspension(DatedRecord):
    """A suspension, or a permanent exclusion: no last day then."""

    starts_on = models.DateField("first day")
    is_permanent = models.BooleanField("permanent exclusion", default=False)
    #: Half-days; a whole day is two.
    sessions = models.PositiveSmallIntegerField("sessions (half days)", null=True, blank=True)
    reason = models.CharField(max_length=2, choices=SuspensionReason)
    parents_told_on = models.DateField("parents told in writing on", null=True, blank=True)
    council_told_on = models.DateField("council told on", null=True, blank=True)
    #: Social worker and virtual school, where the child has them.
    others_told_on = models.DateField(
        "social worker and virtual school told on", null=True, blank=True
    )
    back_meeting_on = models.DateField("meeting on the way back", null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta(DatedRecord.Meta):
        constraints = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_permanent=True, ended_on=None, sessions=None)
                | Q(is_permanent=False, ended_on__isnull=False, sessions__gte=1),
                name="pupils_suspension_has_length",
            ),
        ]


@track_history
class PartTimeTimetable(DatedRecord):
    """Fewer hours than the others, agreed with the parents, for a time that ends."""

    hours_a_week = models.DecimalField("hours a week at school", max_digits=4, decimal_places=1)
    #: When, as `pupils.rules.school_times` keeps it; empty: only the hours are known.
    times = models.JSONField("when they are in school", default=list, blank=True)
    reason = models.CharField(max_length=300)
    ends_on = models.DateField("full time again from the day after")
    parents_agreed_on = models.DateField("parents agreed in writing on")
    council_told_on = models.DateField("council told on", null=True, blank=True)
    review_on = models.DateField("look at it again on")

    class Meta(DatedRecord.Meta):
        constraints = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on"), review_on__lte=F("ends_on")),
                name="pupils_parttimetimetable_ends",
            ),
        ]

    @property
    def in_school(self) -> list[InSchool]:
        """From when until when they are there on each weekday; empty where nobody has said."""
        return of_record(self.times)

    @property
    def times_words(self) -> list[str]:
        """`Mon 9:00 to 12:00`, a line for each day."""
        return written(self.in_school).splitlines()

    def holds_on(self, day: dt.date) -> bool:
        """Whether they are part-time on a day; full time again from the day after the last."""
        return self.starts_on <= day <= min(self.ends_on, self.ended_on or self.ends_on)


@track_history
class AlternativeProvision(DatedRecord):
    """Education that the school arranged elsewhere."""

    provider = models.CharField("where", max_length=120)
    purpose = models.CharField("what it is for", max_length=300)
    days = models.CharField("days and hours", max_length=120)
    checked_on = models.DateField("safeguarding and quality checked on", null=True, blank=True)
    parents_told_on = models.DateField("parents told on", null=True, blank=True)
    review_on = models.DateField("look at it again on")
