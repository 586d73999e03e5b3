"""What provision cost until a day, worked out at night for pages over many schools.

Nobody edits it: it is what the live page would say, kept, and can be worked out again at any time.
"""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.models.provisions import Provision


class SpentUntil(SchoolOwned):
    """Until which day, that day counted, a school's provision was worked out; one row a school."""

    until = models.DateField()
    worked_out_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="provision_spentuntil_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SpentPart(SchoolOwned):
    """Pence of one child's part of a provision until the day of its school."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="spent_parts")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="spent_parts")
    #: Planned until that day: within + unlogged + missed.
    so_far = models.PositiveIntegerField()
    within = models.PositiveIntegerField()
    #: Delivered above the plan.
    extra = models.PositiveIntegerField()
    unlogged = models.PositiveIntegerField()
    #: {code of the reason, empty for cut short: pence}.
    missed = models.JSONField(default=dict)
    #: Delivered of the provision as a whole, to prove that its parts add up; and how many they are.
    of_whole = models.PositiveIntegerField()
    children = models.PositiveSmallIntegerField()
    #: Given all the same while this child was away; and of the whole by the adult's minutes, to
    #: prove it a second way. Empty where it was worked out before there was one.
    away = models.IntegerField(null=True)
    of_adults = models.PositiveIntegerField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_spent_provision_same_school"),
            SameSchool("pupil", name="provision_spent_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "pupil"], name="provision_spent_uniq"
            ),
            models.CheckConstraint(
                condition=Q(so_far__gte=F("within") + F("unlogged")), name="provision_spent_sound"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_spent_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
