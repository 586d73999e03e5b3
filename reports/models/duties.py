"""That the school did what it owes as a school: when, where it stands, by whom."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from reports.codes import ABOUT_A_DAY, Duty


class DutyRecordQuerySet(models.QuerySet):
    def latest_first(self):
        """By what they are about, then by the day on which it was done."""
        return self.order_by("duty", "-about_on", "-done_on", "-pk")


@track_history
class DutyRecord(SchoolOwned):
    """One publication, return or naming; the latest of a duty counts, the others are its story."""

    duty = models.CharField(max_length=24, choices=Duty)
    #: The day it was published, sent or decided.
    done_on = models.DateField("day")
    #: What it is about: the first day of the plan, the day of the census; else None.
    about_on = models.DateField("first day", null=True, blank=True)
    web_address = models.URLField("web address", max_length=300, blank=True)
    #: Whoever did it, in words: the office, a governor's name.
    done_by = models.CharField("by whom", max_length=150)
    note = models.CharField(max_length=300, blank=True)
    #: The school looked and is not caught by it; the note says why.
    does_not_apply = models.BooleanField("not asked of this school", default=False)
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = DutyRecordQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "duty", "about_on", "done_on"],
                name="reports_dutyrecord_once",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["school", "about_on"],
                condition=Q(duty=Duty.CENSUS),
                name="reports_dutyrecord_one_census",
            ),
            models.CheckConstraint(
                condition=Q(duty__in=sorted(ABOUT_A_DAY), about_on__isnull=False)
                | Q(~Q(duty__in=sorted(ABOUT_A_DAY)), about_on=None),
                name="reports_dutyrecord_about_a_day",
            ),
            models.CheckConstraint(
                condition=Q(does_not_apply=False) | (~Q(note="") & Q(duty=Duty.INCLUSION_STRATEGY)),
                name="reports_dutyrecord_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_duty_display()} on {self.done_on}"
