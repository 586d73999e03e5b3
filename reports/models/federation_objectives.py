"""What a federation wants reached in each of its schools: worded once, carried by each school."""

from django.db import models
from django.utils import timezone

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned


@track_history
class FederationObjective(FederationOwned):
    """An objective of the federation's improvement plan; about no child and no single school.

    Each school has its own `Objective` of it, with its own steps, looks and colour.
    """

    seen_by_each_school = True

    what = models.CharField("what we want to reach", max_length=300)
    basis = models.CharField("what it rests on", max_length=600)
    sign = models.CharField("how we will know", max_length=300)
    lead = models.CharField("who answers for it in the federation", max_length=150)
    first_look_on = models.DateField("first look in each school")
    ends_on = models.DateField("to be reached by")
    #: Empty while it holds.
    given_up_why = models.CharField("why it was given up", max_length=300, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["ends_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "what"],
                condition=models.Q(given_up_why=""),
                name="reports_federationobjective_once",
            ),
            models.CheckConstraint(
                condition=models.Q(first_look_on__lte=models.F("ends_on")),
                name="reports_federationobjective_looked_at_before_end",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def holds(self) -> bool:
        """Whether schools still work towards it."""
        return not self.given_up_why
