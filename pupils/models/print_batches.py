"""Many documents to print, asked for at once: one row for each, set one after the other."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.print_codes import DocumentState


class PrintBatch(SchoolOwned):
    """One kind of document of many children, for the person who asked; kept for a day."""

    #: What the form carried: pressed twice, there is one batch.
    key = models.UUIDField()
    kind = models.CharField(max_length=20)
    is_large = models.BooleanField("large print", default=False)
    #: Whom it is for, in words: the choice as it was made.
    whom = models.CharField(max_length=200)
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    #: The work that sets it, newest; work is forgotten sooner or later, so no key points at it.
    job_id = models.UUIDField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "key"], name="pupils_printbatch_once"),
        ]
        indexes = [models.Index(fields=["school", "asked_at"], name="pupils_printbatch_at")]

    def __str__(self) -> str:
        return str(self.pk)


class PrintedDocument(SchoolOwned):
    """One child's document of a batch: waiting, set, or why it could not be set."""

    batch = school_key("pupils.PrintBatch", on_delete=models.CASCADE, related_name="documents")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    #: Where it lies in the pile, from 1.
    place = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=DocumentState, default=DocumentState.WAITING)
    #: Why there is no document, in words; empty where there is one or none yet.
    reason = models.CharField(max_length=200, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("batch", name="pupils_printeddocument_batch_same_school"),
            SameSchool("pupil", name="pupils_printeddocument_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "batch", "pupil"], name="pupils_printeddocument_once"
            ),
            models.CheckConstraint(
                condition=Q(state="set", pdf__isnull=False) | (~Q(state="set") & Q(pdf=None)),
                name="pupils_printeddocument_set_pair",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_printeddocument_of")]

    def __str__(self) -> str:
        return str(self.pk)
