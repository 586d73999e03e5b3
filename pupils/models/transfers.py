"""Records that go to another school, and records that come from one."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.models.secret_links import OpenedByCode, SecretAddress
from pupils.transfer_codes import Held, IncomingState, TransferState, TransferStep


@track_history(exclude=("code_hash",))
class RecordTransfer(OpenedByCode, SchoolOwned):
    """A child's record on its way to another school: what goes, who approved it, the receipt."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="transfers")
    to_name = models.CharField("next school", max_length=150)
    to_person = models.CharField("who receives it", max_length=150)
    to_email = models.EmailField("their e-mail", blank=True)
    #: A school of the federation, which then takes the record in.
    to_school = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: The day from which that school may look at it.
    opens_on = models.DateField(null=True, blank=True)
    #: What is held by default and goes nevertheless.
    includes = ArrayField(models.CharField(max_length=10, choices=Held), default=list, blank=True)
    include_why = models.CharField("why it goes", max_length=300, blank=True)
    state = models.CharField(max_length=9, choices=TransferState, default=TransferState.BUILDING)
    approved_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(db_default=Now())
    #: Where the pack lies, and what tells it from any other.
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0, help_text="bytes")
    check_code = models.CharField(max_length=19, blank=True)
    #: Rows by the title of their table: [[title, number]].
    counts = models.JSONField(default=list, blank=True)
    #: The last day of the link.
    expires_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    received_by = models.CharField("received by", max_length=150, blank=True)
    received_how = models.CharField("how we know", max_length=200, blank=True)
    ended_why = models.CharField("why it was returned or withdrawn", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_recordtransfer_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(state__in=["building", "ready"]),
                name="pupils_recordtransfer_one_on_its_way",
            ),
            models.CheckConstraint(
                condition=Q(includes=[]) | ~Q(include_why=""),
                name="pupils_recordtransfer_include_has_why",
            ),
            models.CheckConstraint(
                condition=Q(to_school=None, opens_on=None)
                | Q(to_school__isnull=False, opens_on__isnull=False),
                name="pupils_recordtransfer_inside_opens",
            ),
            models.CheckConstraint(
                condition=Q(to_school=None) | ~Q(to_school=F("school")),
                name="pupils_recordtransfer_elsewhere",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["ready", "received"]) | ~Q(digest=""),
                name="pupils_recordtransfer_ready_has_pack",
            ),
            models.CheckConstraint(
                condition=Q(state="received", received_on__isnull=False) & ~Q(received_by="")
                | ~Q(state="received") & Q(received_on=None, received_by=""),
                name="pupils_recordtransfer_received_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_recordtransfer_pupil"),
            models.Index(fields=["school", "digest"], name="pupils_recordtransfer_digest"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_on_its_way(self) -> bool:
        """Whether it has been approved and is neither received nor back."""
        return self.state in (TransferState.BUILDING, TransferState.READY)


class TransferNote(SchoolOwned):
    """What happened to a record on its way, and when: the transfer log."""

    append_only = True

    transfer = school_key(RecordTransfer, on_delete=models.CASCADE, related_name="notes")
    step = models.CharField(max_length=10, choices=TransferStep)
    #: Who did it elsewhere, as they named themselves, or the address that it went to.
    who = models.CharField(max_length=254, blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("transfer", name="pupils_transfernote_transfer_same_school"),
        ]
        indexes = [models.Index(fields=["school", "transfer"], name="pupils_transfernote_transfer")]

    def __str__(self) -> str:
        return f"{self.step} {self.transfer_id}"


class TransferLink(SecretAddress):
    """A secret address of a pack."""

    leads_to = "transfer_id"

    transfer_id = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["school", "transfer_id"], name="pupils_transferlink_transfer")
        ]


@track_history
class IncomingRecord(SchoolOwned):
    """A pack from another school: looked at, then taken in as rows of this school, or returned."""

    from_name = models.CharField("from", max_length=200)
    #: A school of the federation that offers it, and which of its transfers this is.
    from_school = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    transfer_id = models.UUIDField(null=True, blank=True, editable=False)
    opens_on = models.DateField("may be looked at from")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    #: The check code as it was typed, for a pack of another installation.
    code = models.CharField(max_length=19, blank=True)
    state = models.CharField(max_length=9, choices=IncomingState, default=IncomingState.WAITING)
    arrived_at = models.DateTimeField(db_default=Now())
    arrived_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: The child's row here, once the record is taken in.
    pupil = school_key(
        "pupils.Pupil",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="incoming_records",
    )
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    returned_why = models.CharField("why it was returned", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_incomingrecord_pupil_same_school"),
            # The same file brought twice is the same record.
            models.UniqueConstraint(
                fields=["school", "digest"],
                condition=Q(state__in=["waiting", "taken_in"]),
                name="pupils_incomingrecord_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "withdrawn"], decided_on=None)
                | Q(state__in=["taken_in", "returned"], decided_on__isnull=False),
                name="pupils_incomingrecord_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(returned_why=""),
                name="pupils_incomingrecord_returned_has_why",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "state"], name="pupils_incomingrecord_state"),
            models.Index(fields=["school", "pupil"], name="pupils_incomingrecord_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RecordAuthor(SchoolOwned):
    """Somebody of an earlier school who stands at a row that came with a record: as text.

    Nobody gets an account by it; the history of the record stays readable.
    """

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="authors")
    #: The row, or the one that it hung on where it could not be taken in without the person.
    table = models.CharField(max_length=60)
    row_id = models.UUIDField()
    #: The column of the row; empty for a row that hung on it.
    column = models.CharField(max_length=60, blank=True)
    did = models.CharField("what they did", max_length=100)
    name = models.CharField("who", max_length=150)
    role = models.CharField("as what", max_length=100, blank=True)
    school_name = models.CharField("at which school", max_length=200)
    #: What such a row said, in words.
    said = models.TextField("what they said", blank=True)
    sensitivity = sensitivity_field()

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_recordauthor_pupil_same_school"),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_recordauthor_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
