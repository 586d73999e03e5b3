"""Contracts: hours, weeks, the days of the week with times, and directed tasks."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import USUAL_WEEKS, WEEKDAYS


class ContractQuerySet(models.QuerySet):
    def on(self, day):
        """Contracts that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@track_history
class Contract(SchoolOwned):
    """What somebody is contracted for, from a day until another; two never overlap."""

    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="contracts")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)
    hours_a_week = models.DecimalField("hours a week", max_digits=4, decimal_places=2)
    weeks_a_year = models.PositiveSmallIntegerField("weeks a year", default=USUAL_WEEKS)
    #: A person's own rate: only for who keeps rates.
    pence_an_hour = models.PositiveIntegerField("pence an hour", null=True, blank=True)

    objects = ContractQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("member", name="staff_contract_member_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="staff_contract_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(hours_a_week__gt=0, hours_a_week__lte=48), name="staff_contract_hours"
            ),
            models.CheckConstraint(
                condition=Q(weeks_a_year__gte=1, weeks_a_year__lte=53),
                name="staff_contract_weeks",
            ),
            ExclusionConstraint(
                name="staff_contract_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class WorkingDay(SchoolOwned):
    """A weekday of a contract; without times while nobody has said them."""

    contract = school_key(Contract, on_delete=models.CASCADE, related_name="days")
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS)
    starts_at = models.TimeField("from", null=True, blank=True)
    ends_at = models.TimeField("until", null=True, blank=True)
    break_at = models.TimeField("break at", null=True, blank=True)
    break_minutes = models.PositiveSmallIntegerField("minutes of break", default=0)

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("contract", name="staff_workingday_contract_same_school"),
            models.UniqueConstraint(
                fields=["school", "contract", "weekday"], name="staff_workingday_uniq"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=4), name="staff_workingday_weekday"),
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="staff_workingday_times",
            ),
            models.CheckConstraint(
                condition=Q(break_at=None, break_minutes=0)
                | Q(
                    break_at__isnull=False,
                    break_minutes__gt=0,
                    break_at__gte=F("starts_at"),
                    break_at__lt=F("ends_at"),
                ),
                name="staff_workingday_break",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class DirectedTask(SchoolOwned):
    """Time of a contract that is spoken for: break duty, preparing a room, a meeting."""

    contract = school_key(Contract, on_delete=models.CASCADE, related_name="tasks")
    name = models.CharField("task", max_length=60)
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS)
    starts_at = models.TimeField("from")
    ends_at = models.TimeField("until")

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday", "starts_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("contract", name="staff_directedtask_contract_same_school"),
            models.CheckConstraint(
                condition=Q(weekday__lte=4, ends_at__gt=F("starts_at")),
                name="staff_directedtask_times",
            ),
        ]
        indexes = [models.Index(fields=["school", "contract"], name="staff_directedtask_of")]

    def __str__(self) -> str:
        return str(self.pk)
