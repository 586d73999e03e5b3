"""A look at a class: what of the ordinarily available provision is in place there."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import AreaOfNeed
from pupils.concern_codes import InClass


class ClassroomAudit(SchoolOwned):
    """One look at a class by one adult on one day; never changed, the next look follows it."""

    class_group = school_key("pupils.ClassGroup", on_delete=models.CASCADE, related_name="audits")
    on = models.DateField("looked on")
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    #: The day by which somebody looks again, when that was agreed.
    next_on = models.DateField("look again by", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("class_group", name="pupils_classroomaudit_class_same_school"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                name="pupils_classroomaudit_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "class_group", "-on"], name="pupils_classroomaudit_of")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ClassroomMark(SchoolOwned):
    """One line of the statement as it stood then, and whether it was seen."""

    audit = school_key(ClassroomAudit, on_delete=models.CASCADE, related_name="marks")
    #: Place in the list: as the form had it.
    place = models.PositiveSmallIntegerField()
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    what = models.CharField(max_length=300)
    seen = models.CharField(max_length=10, choices=InClass)
    word = models.CharField(max_length=200, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("audit", name="pupils_classroommark_audit_same_school"),
            models.UniqueConstraint(
                fields=["school", "audit", "place"], name="pupils_classroommark_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
