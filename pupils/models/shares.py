"""What a named professional outside may read of a child's papers, until when, and what they read."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.models.secret_links import OpenedByCode
from pupils.share_codes import ShareBasis, SharedKind, ShareStep, StopReason


@track_history(exclude=("code_hash",))
class OutsideShare(OpenedByCode, SchoolOwned):
    """Chosen papers of a child, for one named professional, for a purpose, until a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="+")
    name = models.CharField("who reads it", max_length=150)
    profession = models.CharField(max_length=100)
    organisation = models.CharField(max_length=150)
    email = models.EmailField("their e-mail")
    purpose = models.CharField("what it is for", max_length=300)
    basis = models.CharField("on what basis", max_length=7, choices=ShareBasis)
    consent_from = models.CharField("who agreed", max_length=150, blank=True)
    consent_on = models.DateField("agreed on", null=True, blank=True)
    shared_on = models.DateField()
    shared_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    ends_on = models.DateField("last day")
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stopped_why = models.CharField(
        "why it was stopped", max_length=7, choices=StopReason, blank=True
    )
    #: Where the professional writes back, once they have asked to.
    ask = school_key(
        "pupils.ContributionRequest",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-shared_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_outsideshare_pupil_same_school"),
            SameSchool("ask", name="pupils_outsideshare_ask_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("shared_on")), name="pupils_outsideshare_dates_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(basis=ShareBasis.CONSENT)
                | (Q(consent_on__isnull=False) & ~Q(consent_from="")),
                name="pupils_outsideshare_consent_has_day",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None, stopped_why="")
                | (Q(stopped_at__isnull=False) & ~Q(stopped_why="")),
                name="pupils_outsideshare_stopped_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_outsideshare_pupil"),
            models.Index(fields=["school", "ask"], name="pupils_outsideshare_ask"),
            models.Index(
                fields=["school", "ends_on"],
                condition=Q(stopped_at=None),
                name="pupils_outsideshare_live",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SharedItem(SchoolOwned):
    """One paper of a share, in exactly the version that was chosen."""

    share = school_key(OutsideShare, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=8, choices=SharedKind)
    #: What the reader is told it is: never what somebody typed, as that may name the child.
    label = models.CharField(max_length=150)
    version = school_key(
        # None later: the document was deleted for good.
        "pupils.DocumentVersion",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    #: A text of the record as it stood: [{"heading", "text"}].
    parts = models.JSONField(default=list, blank=True)
    #: Who may read it at school; a file also has what its document says now.
    sensitivity = sensitivity_field()
    #: The file may be taken as it is, without a mark.
    gives_original = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("share", name="pupils_shareditem_share_same_school"),
            SameSchool("version", name="pupils_shareditem_version_same_school"),
            models.CheckConstraint(
                condition=Q(kind=SharedKind.DOCUMENT, parts=[])
                | (Q(kind=SharedKind.PAPER, version=None, gives_original=False) & ~Q(parts=[])),
                name="pupils_shareditem_file_or_text",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None)
                | Q(stopped_at__isnull=False, stopped_by__isnull=False),
                name="pupils_shareditem_stopped_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "share"], name="pupils_shareditem_share"),
            models.Index(fields=["school", "version"], name="pupils_shareditem_version"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MarkedCopy(SchoolOwned):
    """A copy of a shared paper that names its reader and when they asked; kept for an hour."""

    item = school_key(SharedItem, on_delete=models.CASCADE, related_name="copies")
    asked_at = models.DateTimeField()
    #: None until a worker has made it.
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("item", name="pupils_markedcopy_item_same_school"),
        ]
        indexes = [
            models.Index(fields=["school", "item"], name="pupils_markedcopy_item"),
            models.Index(fields=["school", "asked_at"], name="pupils_markedcopy_at"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ShareNote(SchoolOwned):
    """What happened to a share: who read what, when, and from what."""

    append_only = True

    share = school_key(OutsideShare, on_delete=models.CASCADE, related_name="notes")
    item = school_key(
        SharedItem, on_delete=models.CASCADE, null=True, blank=True, related_name="notes"
    )
    step = models.CharField(max_length=10, choices=ShareStep)
    #: From what, in words: “Chrome on Windows, address 192.0.2.7”.
    place = models.CharField(max_length=150, blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("share", name="pupils_sharenote_share_same_school"),
            SameSchool("item", name="pupils_sharenote_item_same_school"),
        ]
        indexes = [
            models.Index(fields=["school", "share"], name="pupils_sharenote_share"),
            models.Index(fields=["school", "item"], name="pupils_sharenote_item"),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.share_id}"
