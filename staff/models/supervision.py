"""Supervision between somebody and their line manager, for the two alone.

Deliberately without a history table: a copy would be one more place that others could read. The
log says that something was kept, never of whom, when or what.
"""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import LineKind, LineSide


class BetweenTwoQuerySet(models.QuerySet):
    def for_either(self, user_id):
        """Rows that this person may see: their own, or of somebody whom they manage now.

        Of what an earlier manager wrote, the present one sees nothing.
        """
        own = Q(member__user=user_id)
        manages = Q(manager=user_id, member__line_manager=user_id)
        return self.filter(own | manages)


class Supervision(SchoolOwned):
    """A day on which the two meet; nothing is kept of what was said."""

    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="supervisions")
    manager = models.ForeignKey(
        "aylsham.User", verbose_name="manager", on_delete=models.PROTECT, related_name="+"
    )
    planned_on = models.DateField("day")
    is_held = models.BooleanField("took place", default=False)

    objects = BetweenTwoQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-planned_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("member", name="staff_supervision_member_same_school"),
            models.UniqueConstraint(
                fields=["school", "member", "planned_on"], name="staff_supervision_day_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class LineAction(SchoolOwned):
    """An action that the two agreed, or an objective for practice."""

    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="line_actions")
    #: The manager who may see it: the one it was agreed with, or a later one it was shown to.
    manager = models.ForeignKey(
        "aylsham.User", verbose_name="manager", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=9, choices=LineKind)
    text = models.CharField("what you agreed", max_length=300)
    side = models.CharField("who does it", max_length=7, choices=LineSide)
    agreed_on = models.DateField("agreed on")
    due_on = models.DateField("by when", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)

    objects = BetweenTwoQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = [F("due_on").asc(nulls_last=True), "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("member", name="staff_lineaction_member_same_school"),
            models.CheckConstraint(condition=~Q(text=""), name="staff_lineaction_says_what"),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("agreed_on")),
                name="staff_lineaction_due_after",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(done_on__gte=F("agreed_on")),
                name="staff_lineaction_done_after",
            ),
        ]
        indexes = [models.Index(fields=["school", "member"], name="staff_lineaction_member")]

    def __str__(self) -> str:
        return str(self.pk)
