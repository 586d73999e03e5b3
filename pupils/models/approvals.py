"""A second, named person looks at what leaves the school before it does."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.sharing_codes import Answered, ShareKind, WhenAsked


@track_history
class ApprovalRule(SchoolOwned):
    """When a school asks for a second look at one kind of thing; without a row, the usual."""

    kind = models.CharField(max_length=8, choices=ShareKind)
    asked = models.CharField("a second person approves", max_length=9, choices=WhenAsked)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "kind"], name="pupils_approvalrule_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.asked}"


class Approval(SchoolOwned):
    """One look at one version: who asked whom, what was said, and of exactly what."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="approvals")
    kind = models.CharField(max_length=8, choices=ShareKind)
    #: The letter, bundle, transfer, share or paper on a page: a row of this school.
    subject_id = models.UUIDField()
    #: SHA-256 of what would be sent, in hex: another version asks again.
    digest = models.CharField(max_length=64)
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    approver = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField("by")
    note = models.CharField("to look at", max_length=300, blank=True)
    answer = models.CharField(max_length=9, choices=Answered, default=Answered.OPEN)
    answered_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField("what has to change", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_approval_pupil_same_school"),
            models.CheckConstraint(
                condition=~Q(asked_by=F("approver")), name="pupils_approval_second_person"
            ),
            models.CheckConstraint(
                condition=Q(answer=Answered.OPEN, answered_at=None)
                | (~Q(answer=Answered.OPEN) & Q(answered_at__isnull=False)),
                name="pupils_approval_answered_pair",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answered.SENT_BACK) | ~Q(why=""),
                name="pupils_approval_sent_back_has_why",
            ),
            models.UniqueConstraint(
                fields=["school", "kind", "subject_id"],
                condition=Q(answer=Answered.OPEN),
                name="pupils_approval_one_open",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_approval_pupil"),
            models.Index(fields=["school", "kind", "subject_id"], name="pupils_approval_of"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether the approver has still to answer."""
        return self.answer == Answered.OPEN
