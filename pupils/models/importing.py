"""A file from the office: what it said, what it changed, and how to take that back."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import DifferenceState, ImportKind, ImportState

#: How long an import can be taken back.
UNDO_FOR = dt.timedelta(hours=24)


class FileImportQuerySet(models.QuerySet):
    def waiting(self):
        """Imports that somebody has still to decide."""
        return self.filter(state=ImportState.READY)


class FileImport(SchoolOwned):
    """One uploaded file, from the upload to the undo."""

    kind = models.CharField(max_length=5, choices=ImportKind)
    state = models.CharField(max_length=9, choices=ImportState, default=ImportState.READING)
    file_name = models.CharField(max_length=200)
    #: The file itself; emptied when the import can no longer be changed or taken back.
    content = models.BinaryField(null=True)
    digest = models.CharField(max_length=64)
    sheet_name = models.CharField(max_length=100, blank=True)
    #: heading → field, as a person said; {} until somebody says.
    mapping = models.JSONField(default=dict, blank=True)
    #: [row, heading, what a person typed instead]
    corrections = models.JSONField(default=list, blank=True)
    left_out = ArrayField(models.PositiveIntegerField(), default=list, blank=True)
    #: What a person decided about doubtful matches, differences and leavers.
    decisions = models.JSONField(default=dict, blank=True)
    #: What the page shows: made when the file is read, and again when a fix is typed.
    preview = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    counts = models.JSONField(default=dict, blank=True)
    #: The children whose records it changed.
    pupil_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    refusal = models.TextField(blank=True)
    #: Read from the watched folder at night, with nobody there to ask.
    is_unattended = models.BooleanField(default=False)
    #: Why it waits for a person though nobody was there.
    held_because = models.TextField(blank=True)
    made_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = FileImportQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-made_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=["done", "undone"], done_at__isnull=False)
                | Q(~Q(state__in=["done", "undone"]), done_at=None),
                name="pupils_fileimport_done_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state="undone", undone_at__isnull=False)
                | Q(~Q(state="undone"), undone_at=None),
                name="pupils_fileimport_undone_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""),
                name="pupils_fileimport_refusal_has_words",
            ),
        ]
        indexes = [models.Index(fields=["school", "-made_at"], name="pupils_fileimport_made")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def undo_until(self) -> dt.datetime | None:
        """The last moment at which it can be taken back."""
        return self.done_at + UNDO_FOR if self.done_at else None

    def can_be_undone(self, now: dt.datetime) -> bool:
        """Done, and not longer ago than a day."""
        return self.state == ImportState.DONE and now <= self.undo_until


class ImportedChange(SchoolOwned):
    """One row that an import made or changed: the values before and after."""

    file_import = school_key(FileImport, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()
    model = models.CharField(max_length=60)
    row_id = models.UUIDField()
    #: None for a row that the import made.
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("file_import", name="pupils_importedchange_same_school"),
            models.UniqueConstraint(
                fields=["school", "file_import", "number"], name="pupils_importedchange_number_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row_id}"


class ColumnMeaning(SchoolOwned):
    """What a person once said a column of this school's files means."""

    kind = models.CharField(max_length=5, choices=ImportKind)
    #: The heading without case, spaces and punctuation.
    heading = models.CharField(max_length=200)
    #: Empty: the column is not to be read.
    field = models.CharField(max_length=40, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "kind", "heading"], name="pupils_columnmeaning_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.field or 'not read'}"


class RollDifference(SchoolOwned):
    """What a roll says otherwise than what was entered here; ours stays until somebody decides."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="differences")
    field = models.CharField(max_length=40)
    label = models.CharField(max_length=80)
    ours = models.CharField(max_length=200, blank=True)
    theirs = models.CharField(max_length=200, blank=True)
    #: Who may read the two values: a permission, or empty.
    permission = models.CharField(max_length=40, blank=True)
    #: What the roll said in that field, as its part writes it; emptied when it is settled.
    stated = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=6, choices=DifferenceState, default=DifferenceState.OPEN)
    first_seen_on = models.DateField()
    last_seen_on = models.DateField()
    #: When the office put it right in its own system, or somebody took over the roll's word.
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["first_seen_on", "field"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_rolldifference_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "field"],
                condition=Q(settled_on=None),
                name="pupils_rolldifference_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.pupil_id}"
