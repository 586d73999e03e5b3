"""Plans of a week: what is to be covered, and who is with whom at what time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, IntegerField, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import WEEKDAYS, DemandRank, WeekPlanState
from staff.models.school_days import Room


class MinuteRange(Func):
    """The minutes of a day from one to before another, as a range."""

    function = "int4range"
    output_field = IntegerField()


class WeekPlanQuerySet(models.QuerySet):
    def in_force(self, day):
        """The plan that people go by on a day."""
        return self.filter(
            Q(ends_on=None) | Q(ends_on__gte=day), state=WeekPlanState.PUBLISHED, starts_on__lte=day
        )


@track_history
class WeekPlan(SchoolOwned):
    """A week of people's time: a draft (a scenario beside others) or what people go by."""

    name = models.CharField("what you call it", max_length=60)
    state = models.CharField(max_length=9, choices=WeekPlanState, default=WeekPlanState.DRAFT)
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)
    #: What it was begun from; the planner then changes little of that.
    based_on = school_key(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    #: {name of the wish: 0–100}; what is missing is as usual.
    weights = models.JSONField(default=dict, blank=True)
    #: What a scenario takes for granted: [{kind, …}, …] as `staff.rules.scenarios` describes.
    changes = models.JSONField(default=list, blank=True)
    #: What the planner answered, without names: {status, unmet, bounds, cost, bound, seconds, …}.
    answer = models.JSONField(null=True, blank=True, editable=False)
    planned_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: When it was published with something uncovered that is owed by law: what is done about it.
    note = models.CharField("what is done meanwhile", max_length=300, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = WeekPlanQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("based_on", name="staff_weekplan_based_on_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="staff_weekplan_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state=WeekPlanState.DRAFT, published_at=None)
                | (~Q(state=WeekPlanState.DRAFT) & Q(published_at__isnull=False)),
                name="staff_weekplan_published_at",
            ),
            ExclusionConstraint(
                name="staff_weekplan_one_in_force",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(state=WeekPlanState.PUBLISHED),
            ),
        ]
        indexes = [models.Index(fields=["school", "state"], name="staff_weekplan_state")]

    def __str__(self) -> str:
        return self.name


@track_history
class PlanDemand(SchoolOwned):
    """What a plan has to cover: so many sessions a week of a provision, a promise or a time need.

    Kept with the plan, so that a plan can be read as it was made though its source changed.
    """

    plan = school_key(WeekPlan, on_delete=models.CASCADE, related_name="demands")
    provision = school_key(
        "provision.Provision", on_delete=models.CASCADE, null=True, related_name="plan_demands"
    )
    #: Only where no provision keeps it.
    promise = school_key(
        "provision.Promise", on_delete=models.CASCADE, null=True, related_name="plan_demands"
    )
    need = school_key(
        "staff.TimeNeed", on_delete=models.CASCADE, null=True, related_name="plan_demands"
    )
    #: Where a provision took a promise over while people went by the plan: that promise. On days
    #: before and after the provision's own the sessions are still for it.
    taken_over = school_key(
        "provision.Promise", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    #: Which of the adults who are needed at once, from 1.
    adult_number = models.PositiveSmallIntegerField(default=1)
    rank = models.CharField(max_length=13, choices=DemandRank)
    sessions = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    #: [{kind, member, minutes, pence, covers}, …] as the planner named them, the cheapest first.
    remedies = models.JSONField(default=list, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="staff_plandemand_plan_same_school"),
            SameSchool("provision", name="staff_plandemand_provision_same_school"),
            SameSchool("promise", name="staff_plandemand_promise_same_school"),
            SameSchool("need", name="staff_plandemand_need_same_school"),
            SameSchool("taken_over", name="staff_plandemand_taken_same_school"),
            models.CheckConstraint(
                condition=Q(taken_over=None) | Q(provision__isnull=False),
                name="staff_plandemand_taken_over",
            ),
            models.CheckConstraint(
                condition=Q(provision__isnull=False, promise=None, need=None)
                | Q(provision=None, promise__isnull=False, need=None)
                | Q(provision=None, promise=None, need__isnull=False),
                name="staff_plandemand_one_source",
            ),
            models.CheckConstraint(
                condition=Q(sessions__gt=0, minutes__gt=0, adult_number__gte=1),
                name="staff_plandemand_amount",
            ),
            models.UniqueConstraint(
                fields=["school", "plan", "provision", "promise", "need", "adult_number"],
                nulls_distinct=False,
                name="staff_plandemand_uniq",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def source(self):
        """What is to be covered: the provision, the promise or the time need."""
        return self.provision or self.promise or self.need

    @property
    def source_key(self):
        """Its key, the same in every plan."""
        return self.provision_id or self.promise_id or self.need_id

    @property
    def key(self):
        """Which demand it is, the same in every plan."""
        return self.source_key, self.adult_number


@track_history
class PlanSession(SchoolOwned):
    """One session of a planned week: an adult who gives it, when and where."""

    plan = school_key(WeekPlan, on_delete=models.CASCADE, related_name="sessions")
    demand = school_key(PlanDemand, on_delete=models.CASCADE, related_name="planned")
    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="planned")
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS)
    #: Minutes after midnight.
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    room = school_key(Room, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    #: It stays where it is when the week is planned again.
    is_locked = models.BooleanField(default=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["weekday", "starts", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="staff_plansession_plan_same_school"),
            SameSchool("demand", name="staff_plansession_demand_same_school"),
            SameSchool("member", name="staff_plansession_member_same_school"),
            SameSchool("room", name="staff_plansession_room_same_school"),
            models.CheckConstraint(
                condition=Q(weekday__lte=4, ends__gt=F("starts"), ends__lte=24 * 60),
                name="staff_plansession_times",
            ),
            ExclusionConstraint(
                name="staff_plansession_adult_once",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("plan", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (MinuteRange("starts", "ends"), RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]
        indexes = [
            models.Index(fields=["school", "plan", "weekday"], name="staff_plansession_day"),
            models.Index(fields=["school", "member"], name="staff_plansession_member"),
            models.Index(fields=["school", "demand"], name="staff_plansession_demand"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
