"""Papers about a child that are set as a PDF by a worker, for the person who asked."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.paper_codes import FitKind, PaperKind


class PrintedPaper(SchoolOwned):
    """A timeline or minutes as one PDF; kept for a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: Ids of the other children whom it is about: a meeting of a class.
    other_ids = models.JSONField(default=list)
    kind = models.CharField(max_length=10, choices=PaperKind)
    #: What whoever opens it must still be allowed.
    permission = models.CharField(max_length=30)
    #: The day of the meeting, or on which it was asked for: part of the file's name.
    of_on = models.DateField()
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    #: What it is set from, as the asker may see it; emptied once it is set.
    html = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)
    #: SHA-256 of the file, and of the contents of each page.
    digest = models.CharField(max_length=64, blank=True)
    page_digests = models.JSONField(default=list, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_printedpaper_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(pdf=None, digest="") | (Q(pdf__isnull=False, html="") & ~Q(digest="")),
                name="pupils_printedpaper_set_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "asked_at"], name="pupils_printedpaper_at"),
            models.Index(fields=["school", "pupil"], name="pupils_printedpaper_of"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def file_name(self) -> str:
        """Without the ending, and without a name."""
        return f"{self.kind}-{self.of_on:%Y-%m-%d}"


class PrintFit(SchoolOwned):
    """Whether a print of a child fits one side, as a worker measured it by setting it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=FitKind)
    #: SHA-256 of what was measured: another wording is measured anew.
    mark = models.CharField(max_length=64)
    #: [[box, words to leave out]]; empty when it fits.
    too_long = models.JSONField(default=list)
    measured_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_printfit_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "kind"], name="pupils_printfit_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
