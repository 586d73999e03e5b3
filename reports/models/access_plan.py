"""What a school does so that disabled children can take part: actions, and the yearly looks at them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from reports.access_codes import TO_DO, ActionState, Strand


class AccessActionQuerySet(models.QuerySet):
    def to_do(self):
        """Neither done nor given up."""
        return self.filter(state__in=TO_DO)


@track_history
class AccessAction(SchoolOwned):
    """One action of the accessibility plan; about no child by name."""

    strand = models.CharField("part of the plan", max_length=12, choices=Strand)
    what = models.CharField("what we do", max_length=300)
    barrier = models.CharField("the barrier it takes away, and for whom", max_length=300)
    who = models.CharField("who does it", max_length=150)
    due_on = models.DateField("by when", null=True, blank=True)
    cost_pence = models.PositiveIntegerField("what it costs", null=True, blank=True)
    sign = models.CharField("how we will know", max_length=300)
    state = models.CharField(max_length=8, choices=ActionState, default=ActionState.NOT_BEGUN)
    done_on = models.DateField("done on", null=True, blank=True)
    given_up_why = models.CharField("why it was given up", max_length=300, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    objects = AccessActionQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["strand", models.F("due_on").asc(nulls_last=True), "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on=None)),
                name="reports_accessaction_done_has_day",
            ),
            models.CheckConstraint(
                condition=(Q(state="given_up") & ~Q(given_up_why=""))
                | (~Q(state="given_up") & Q(given_up_why="")),
                name="reports_accessaction_given_up_says_why",
            ),
            models.UniqueConstraint(
                fields=["school", "strand", "what"],
                condition=Q(state__in=TO_DO),
                name="reports_accessaction_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_to_do(self) -> bool:
        return self.state in TO_DO


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
