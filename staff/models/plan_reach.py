"""Which children a published plan opened to which adults."""

from django.db import models

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.models.week_plans import WeekPlan


class PlanSupport(SchoolOwned):
    """An adult supports a child because a published plan says so; it ends with the plan."""

    plan = school_key(WeekPlan, on_delete=models.CASCADE, related_name="supports")
    support = school_key("pupils.PupilAdult", on_delete=models.CASCADE, related_name="planned_by")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="staff_plansupport_plan_same_school"),
            SameSchool("support", name="staff_plansupport_support_same_school"),
            models.UniqueConstraint(fields=["school", "support"], name="staff_plansupport_uniq"),
        ]
        indexes = [models.Index(fields=["school", "plan"], name="staff_plansupport_plan")]

    def __str__(self) -> str:
        return str(self.pk)
