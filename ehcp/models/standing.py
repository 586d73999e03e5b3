"""What stands around a plan, dated: band and top-up, placement, a move from another council."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.models.plans import EhcPlan
from ehcp.section_codes import Placement


@track_history
class PlanTerms(SchoolOwned):
    """Funding band, top-up and placement from a day on."""

    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="terms")
    starts_on = models.DateField("from")
    band = models.CharField("funding band", max_length=40, blank=True)
    top_up_pence = models.PositiveIntegerField("top-up a year, in pence", null=True, blank=True)
    placement = models.CharField(max_length=6, choices=Placement, default=Placement.SOLE)
    #: The other school of a dual registration, or the name of the base.
    setting = models.CharField("other school, or name of the base", max_length=100, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="ehcp_terms_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "plan", "starts_on"], name="ehcp_terms_day_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PlanMove(SchoolOwned):
    """The plan came from another council (SEND Regulations 2014, reg 15)."""

    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="moves")
    from_authority = models.CharField("council it comes from", max_length=100)
    moved_on = models.DateField("day of the move")
    aware_on = models.DateField("day the old council knew", null=True, blank=True)
    transferred_on = models.DateField("day the plan was transferred", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-moved_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="ehcp_move_plan_same_school"),
            models.UniqueConstraint(fields=["school", "plan"], name="ehcp_move_one"),
            models.CheckConstraint(
                condition=Q(transferred_on=None) | Q(transferred_on__gte=F("moved_on")),
                name="ehcp_move_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
