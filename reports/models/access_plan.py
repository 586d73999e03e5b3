"""What a school does so that disabled children can take part: actions, and the yearly looks at them."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from reports.access_codes import TO_DO, Strand
from reports.models.worked_off import WorkedOff


@track_history
class AccessAction(WorkedOff):
    """One action of the accessibility plan; about no child by name."""

    strand = models.CharField("part of the plan", max_length=12, choices=Strand)
    what = models.CharField("what we do", max_length=300)
    barrier = models.CharField("the barrier it takes away, and for whom", max_length=300)
    who = models.CharField("who does it", max_length=150)
    due_on = models.DateField("by when", null=True, blank=True)
    cost_pence = models.PositiveIntegerField("what it costs", null=True, blank=True)
    sign = models.CharField("how we will know", max_length=300)

    class Meta(WorkedOff.Meta):
        ordering = ["strand", models.F("due_on").asc(nulls_last=True), "id"]
        constraints = [
            *WorkedOff.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "strand", "what"],
                condition=Q(state__in=TO_DO),
                name="reports_accessaction_once",
            ),
        ]


@track_history
class AccessReview(SchoolOwned):
    """A look at the actions of the plan: when, and what came of it."""

    held_on = models.DateField("day")
    words = models.TextField("what came of it")
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "held_on"], name="reports_accessreview_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)
