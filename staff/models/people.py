"""Who works with children at a school, with or without an account."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from staff.codes import JobRole


class StaffMemberQuerySet(models.QuerySet):
    def here_on(self, day):
        """Whoever has not left by a day."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=day))


@track_history
class StaffMember(SchoolOwned):
    """Somebody who works with children at the school; the account may come later."""

    name = models.CharField("name", max_length=150)
    user = models.ForeignKey(
        "aylsham.User",
        verbose_name="account",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    role = models.CharField("role at work", max_length=10, choices=JobRole)
    line_manager = models.ForeignKey(
        "aylsham.User",
        verbose_name="line manager",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    #: The last day at the school.
    left_on = models.DateField("last day", null=True, blank=True)

    objects = StaffMemberQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        verbose_name = "member of staff"
        ordering = ["name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "user"],
                condition=Q(user__isnull=False, left_on=None),
                name="staff_staffmember_one_account",
            ),
        ]
        indexes = [models.Index(fields=["school", "name"], name="staff_staffmember_name")]

    def __str__(self) -> str:
        return str(self.pk)
