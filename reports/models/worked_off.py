"""What is worked off in the plans of a school: begun, done on a day, or given up with a reason."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.models import SchoolOwned
from reports.access_codes import TO_DO, ActionState


class WorkedOffQuerySet(models.QuerySet):
    def to_do(self):
        """Neither done nor given up."""
        return self.filter(state__in=TO_DO)


class WorkedOff(SchoolOwned):
    """A row with a state; the day on which it was done, or why it was given up."""

    state = models.CharField(max_length=8, choices=ActionState, default=ActionState.NOT_BEGUN)
    done_on = models.DateField("done on", null=True, blank=True)
    given_up_why = models.CharField("why it was given up", max_length=300, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    objects = WorkedOffQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        abstract = True
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on=None)),
                name="%(app_label)s_%(class)s_done_has_day",
            ),
            models.CheckConstraint(
                condition=(Q(state="given_up") & ~Q(given_up_why=""))
                | (~Q(state="given_up") & Q(given_up_why="")),
                name="%(app_label)s_%(class)s_given_up_says_why",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_to_do(self) -> bool:
        return self.state in TO_DO
