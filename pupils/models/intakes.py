"""Existing passports dropped as Word and PDF files: what they said, what was taken in."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import IntakeFileState, IntakeState
from pupils.models.importing import UNDO_FOR


class PassportIntake(SchoolOwned):
    """One drop of existing passports, from the upload to the undo."""

    state = models.CharField(max_length=9, choices=IntakeState, default=IntakeState.READING)
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-made_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="pupils_passportintake_undone_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[IntakeState.DONE, IntakeState.UNDONE])
                | Q(done_at__isnull=False),
                name="pupils_passportintake_done_at",
            ),
        ]
        indexes = [models.Index(fields=["school", "-made_at"], name="pupils_passportintake_made")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def undo_until(self):
        """The last moment at which it can be taken back; None before it is taken in."""
        return self.done_at + UNDO_FOR if self.done_at else None

    def can_be_undone(self, now) -> bool:
        """Taken in, and not longer ago than a day."""
        return self.state == IntakeState.DONE and now <= self.undo_until


class IntakeFile(SchoolOwned):
    """One file of a drop: whose it is, what it says, what a person decided, what was written."""

    intake = school_key(PassportIntake, on_delete=models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    #: The file itself; emptied when it is on the child's record or no longer wanted.
    content = models.BinaryField(null=True)
    state = models.CharField(max_length=7, choices=IntakeFileState, default=IntakeFileState.WAITING)
    refusal = models.TextField(blank=True)
    pupil = school_key(
        "pupils.Pupil", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    #: Whether a person said whose it is.
    is_chosen = models.BooleanField(default=False)
    #: Ids of children who may be meant, and why nobody is sure.
    candidates = models.JSONField(default=list)
    doubt = models.CharField(max_length=200, blank=True)
    #: {"boxes": {part: text}, "helps": [text], "unplaced": text, "elsewhere": [heading]}
    found = models.JSONField(default=dict)
    #: {part: "ours" | "theirs" | "both"}, "helps": "strategies" | "text", "unplaced": part or "".
    choices = models.JSONField(default=dict)
    #: What was written, for taking it back.
    written = models.JSONField(default=dict)
    document = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("intake", name="pupils_intakefile_intake_same_school"),
            SameSchool("pupil", name="pupils_intakefile_pupil_same_school"),
            SameSchool("document", name="pupils_intakefile_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "intake", "number"], name="pupils_intakefile_number_uniq"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "digest"], name="pupils_intakefile_digest"),
            models.Index(fields=["school", "pupil"], name="pupils_intakefile_pupil"),
            models.Index(fields=["school", "document"], name="pupils_intakefile_document"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
