"""Which adult and child work well together, and which cannot."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import PairingKind


@track_history
class Pairing(SchoolOwned):
    """An adult and a child, preferred or not possible; the reason is sensitive."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="pairings")
    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="pairings")
    kind = models.CharField(max_length=9, choices=PairingKind)
    reason = models.CharField("reason", max_length=200)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["kind", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="staff_pairing_pupil_same_school"),
            SameSchool("member", name="staff_pairing_member_same_school"),
            models.UniqueConstraint(
                fields=["school", "member", "pupil"], name="staff_pairing_uniq"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="staff_pairing_has_reason"),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="staff_pairing_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
