"""Files on a child: what each is, its versions, its words for the search; the child's photo."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.access import documents_visible_to
from pupils.codes import DOCUMENT_TYPE_CHOICES, WordsState


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, access):
        """Documents on the child's record that the asker may read."""
        return documents_visible_to(self.on_record(), access)

    def on_record(self):
        """Neither in the bin nor sealed."""
        return self.filter(binned_at=None, sealed_at=None)

    def in_order(self):
        """The newest paper first, by its own date where it has one."""
        return self.order_by("-of_on", "-pk")


@track_history
class Document(SchoolOwned):
    """A paper or picture on one child; the file itself is a `DocumentVersion`."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField("type", max_length=12, choices=DOCUMENT_TYPE_CHOICES)
    title = models.CharField(max_length=150)
    #: The day on the paper; the day it was filed when nobody says.
    of_on = models.DateField("date")
    is_date_known = models.BooleanField("date on the paper", default=True)
    author = models.CharField(max_length=150, blank=True)
    profession = models.CharField(max_length=100, blank=True)
    source = models.CharField("where it came from", max_length=150, blank=True)
    sensitivity = sensitivity_field()
    #: Part of the list of advice and information (Section K of an EHC plan).
    is_advice = models.BooleanField("advice for Section K", default=False)
    filed_at = models.DateTimeField()
    #: None: filed by a link that somebody outside was sent, or by a program.
    filed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Why it is kept beyond its time: an inquiry, a claim.
    hold_reason = models.CharField("reason to keep it for longer", max_length=200, blank=True)
    binned_at = models.DateTimeField(null=True, blank=True)
    binned_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bin_reason = models.CharField(max_length=200, blank=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    sealed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seal_reason = models.CharField(max_length=200, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_document_pupil_same_school"),
            # Nobody: the retention rule.
            models.CheckConstraint(
                condition=Q(binned_at=None, binned_by=None, bin_reason="")
                | (Q(binned_at__isnull=False) & ~Q(bin_reason="")),
                name="pupils_document_bin_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(sealed_at=None, sealed_by=None, seal_reason="")
                | (Q(sealed_at__isnull=False, sealed_by__isnull=False) & ~Q(seal_reason="")),
                name="pupils_document_seal_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil", "-of_on"], name="pupils_document_pupil"),
            models.Index(
                fields=["school", "binned_at"],
                condition=Q(binned_at__isnull=False),
                name="pupils_document_binned",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # a title may name a child

    @property
    def file_name(self) -> str:
        """The name of a download without its ending: never the child's, nor what a person typed."""
        words = self.get_kind_display().lower().replace("'", "")
        clean = "".join(c if c.isalnum() else "-" for c in words).strip("-")
        while "--" in clean:
            clean = clean.replace("--", "-")
        return f"{clean}-{self.of_on:%Y-%m-%d}"


class DocumentVersion(SchoolOwned):
    """One file of a document. The bytes lie outside the database, named by their digest."""

    document = school_key(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    #: SHA-256 of what is kept, in hex.
    digest = models.CharField(max_length=64)
    #: SHA-256 of what was sent: a photo is kept without its place and camera.
    sent_digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    media_type = models.CharField(max_length=100)
    extension = models.CharField(max_length=5)
    note = models.CharField("what is new", max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    words_state = models.CharField(max_length=7, choices=WordsState, default=WordsState.WAITING)

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("document", name="pupils_documentversion_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "document", "number"], name="pupils_documentversion_number_uniq"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="pupils_documentversion_number_from_1"
            ),
        ]
        indexes = [models.Index(fields=["school", "digest"], name="pupils_docversion_digest")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class VoiceClip(SchoolOwned):
    """What makes a document a child's own voice: how long it is, and the words beside it."""

    document = school_key(Document, on_delete=models.CASCADE, related_name="clips")
    seconds = models.DecimalField(max_digits=4, decimal_places=1)
    #: Every word of the recording, as an adult heard it.
    words = models.TextField(blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("document", name="pupils_voiceclip_document_same_school"),
            models.UniqueConstraint(fields=["school", "document"], name="pupils_voiceclip_uniq"),
            models.CheckConstraint(condition=Q(seconds__gt=0), name="pupils_voiceclip_seconds"),
            # A pack knows the day, and the name only if the other school wrote it.
            models.CheckConstraint(
                condition=~Q(words="") | Q(written_by=None, written_on=None),
                name="pupils_voiceclip_written_words",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class DocumentWords(SchoolOwned):
    """The words of a document's newest version, for the search alone."""

    document = school_key(Document, on_delete=models.CASCADE, related_name="words")
    #: Title, type, author and source: found even when the file has no words.
    heading = models.TextField()
    text = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("heading", "text", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("document", name="pupils_documentwords_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "document"], name="pupils_documentwords_document_uniq"
            ),
        ]
        indexes = [
            GinIndex(
                fields=["school", "search"],
                opclasses=["uuid_ops", "tsvector_ops"],
                name="pupils_documentwords_search",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class PupilPhoto(SchoolOwned):
    """A child's photo: square, without place and camera, shown to whoever may see the child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="photos")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="bytes")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_pupilphoto_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"], name="pupils_pupilphoto_one_of_a_child"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
