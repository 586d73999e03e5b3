"""Exceptions to who sees which child: assignments, named grants, emergencies."""

from django.contrib.auth.models import Permission as DjangoPermission
from django.db import models
from django.db.models import F, Q
from guardian.models import UserObjectPermissionBase

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key


class PupilAdult(SchoolOwned):
    """An adult who supports a named child, from a day to a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="adults")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_pupiladult_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_pupiladult_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_pupiladult_pupil"),
            models.Index(fields=["school", "user"], name="pupils_pupiladult_user"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PupilGrant(UserObjectPermissionBase, SchoolOwned):
    """A named person may open a named child's record until a day, for a reason."""

    content_object = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="grants")
    permission = models.ForeignKey(DjangoPermission, on_delete=models.PROTECT)
    reason = models.TextField()
    granted_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        unique_together = []
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("content_object", name="pupils_pupilgrant_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="pupils_pupilgrant_dates_in_order"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="pupils_pupilgrant_has_reason"),
        ]
        indexes = [
            models.Index(fields=["school", "content_object"], name="pupils_pupilgrant_pupil"),
            models.Index(fields=["school", "user"], name="pupils_pupilgrant_user"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class EmergencyAccess(SchoolOwned):
    """Break-glass: 60 minutes with one child's record, for a reason, told to the head at once."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="emergencies")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_note = models.TextField(blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_emergency_pupil_same_school"),
            models.CheckConstraint(condition=~Q(reason=""), name="pupils_emergency_has_reason"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opened_at")), name="pupils_emergency_times_in_order"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None, reviewed_at=None)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="pupils_emergency_reviewed_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_emergency_pupil"),
            models.Index(fields=["school", "user"], name="pupils_emergency_user"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
