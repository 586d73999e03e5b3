"""Records of previous settings: asked for, chased, received."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.moving_codes import RecordStep, SentHow


@track_history
class PreviousRecord(SchoolOwned):
    """What a previous setting holds: asked for, and received; or why nothing comes."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="previous_records")
    setting = models.CharField("previous setting", max_length=150)
    address = models.TextField("its address or e-mail", blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    chased_on = models.DateField("last chased on", null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received = models.CharField("what came", max_length=300, blank=True)
    #: Nothing comes: home educated, from abroad, destroyed.
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField("why nothing comes", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-asked_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_previousrecord_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(received_on=None, ended_on=None),
                name="pupils_previousrecord_one_open",
            ),
            models.CheckConstraint(
                condition=Q(received_on=None) | Q(received_on__gte=F("asked_on"), ended_on=None),
                name="pupils_previousrecord_received_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_why="")
                | (Q(ended_on__isnull=False) & ~Q(ended_why="")),
                name="pupils_previousrecord_ended_has_why",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_previousrecord_pupil")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether the record is still awaited."""
        return self.received_on is None and self.ended_on is None


class PreviousRecordNote(SchoolOwned):
    """What was done to get the record, and when: the log that proves asking."""

    append_only = True

    record = school_key(PreviousRecord, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=8, choices=RecordStep)
    how = models.CharField(max_length=6, choices=SentHow, blank=True)
    on = models.DateField()
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("record", name="pupils_previousrecordnote_record_same_school"),
        ]
        indexes = [models.Index(fields=["school", "record"], name="pupils_previousrecordnote_of")]

    def __str__(self) -> str:
        return f"{self.step} {self.record_id}"
