"""The papers of an annual review: filled from the record, written by several, kept as sent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from ehcp.models.plans import AnnualReview
from ehcp.paper_codes import PaperKind, PaperState


class PaperQuerySet(models.QuerySet):
    def open(self):
        """Not sent yet."""
        return self.exclude(state=PaperState.SENT)


@track_history
class ReviewPaper(SchoolOwned):
    """One version of a paper of a review; what was sent is followed by a new version."""

    review = school_key(AnnualReview, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=6, choices=PaperKind)
    #: 1, 2, …: what was sent stays, and is written on as the next.
    number = models.PositiveSmallIntegerField("version")
    #: In whose order: a key of `rules.paper_order.paper_maps`, or of a version of one's own.
    order = models.CharField("order of the parts", max_length=50)
    state = models.CharField(max_length=7, choices=PaperState, default=PaperState.DRAFT)
    started_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    started_on = models.DateField("begun on")
    checked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)

    objects = PaperQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["kind", "-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("review", name="ehcp_paper_review_same_school"),
            models.UniqueConstraint(
                fields=["school", "review", "kind", "number"], name="ehcp_paper_number_uniq"
            ),
            models.UniqueConstraint(
                fields=["school", "review", "kind"],
                condition=~Q(state=PaperState.SENT),
                name="ehcp_paper_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.DRAFT, checked_on=None, checked_by=None)
                | (~Q(state=PaperState.DRAFT) & Q(checked_on__isnull=False)),
                name="ehcp_paper_checked_pair",
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.SENT, sent_on__isnull=False)
                | (~Q(state=PaperState.SENT) & Q(sent_on=None)),
                name="ehcp_paper_sent_pair",
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None) | Q(checked_on__gte=F("started_on")),
                name="ehcp_paper_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="ehcp_paper_from_1"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history(exclude=("sittings",))
class ReviewPaperPart(SchoolOwned):
    """A part of a paper: lines from the record, each with its source, and somebody's own words."""

    paper = school_key(ReviewPaper, on_delete=models.CASCADE, related_name="parts")
    #: A key of `paper_codes.PARTS`.
    key = models.CharField(max_length=20)
    #: As the kind of part says.
    sensitivity = sensitivity_field()
    #: [{"key", "text", "source", "is_under", "page"}] as the record said on `filled_on`.
    lines = models.JSONField(default=list, blank=True)
    filled_on = models.DateField("filled from the record on")
    #: Keys of lines that somebody leaves out.
    left_out = ArrayField(
        models.CharField(max_length=80), verbose_name="lines left out", default=list, blank=True
    )
    text = models.TextField("own words", blank=True)
    is_done = models.BooleanField("finished", default=False)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(null=True, blank=True)
    #: By field, the open page that it was last changed on: its next save follows on from its own.
    sittings = models.JSONField(default=dict, blank=True)
    #: Who is asked to write it, since when and by when.
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_on = models.DateField(null=True, blank=True)
    due_on = models.DateField("wanted by", null=True, blank=True)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("paper", name="ehcp_paperpart_paper_same_school"),
            models.UniqueConstraint(
                fields=["school", "paper", "key"], name="ehcp_paperpart_key_uniq"
            ),
            # A pack knows the days, and the person only if somebody there is meant.
            models.CheckConstraint(
                condition=Q(owner=None, asked_on=None, due_on=None)
                | Q(asked_on__isnull=False, due_on__gte=F("asked_on")),
                name="ehcp_paperpart_asked_whole",
            ),
            models.CheckConstraint(
                condition=Q(written_at__isnull=False) | Q(written_by=None),
                name="ehcp_paperpart_written_pair",
            ),
        ]
        indexes = [models.Index(fields=["school", "owner"], name="ehcp_paperpart_owner")]

    def __str__(self) -> str:
        return str(self.pk)


class PartWriter(SchoolOwned):
    """Somebody who has a part open for writing: seen again every few seconds, then forgotten."""

    part = school_key(ReviewPaperPart, on_delete=models.CASCADE, related_name="writers")
    user = models.ForeignKey("aylsham.User", on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("part", name="ehcp_partwriter_part_same_school"),
            models.UniqueConstraint(fields=["school", "part", "user"], name="ehcp_partwriter_uniq"),
            models.CheckConstraint(
                condition=Q(seen_at__gte=F("since")), name="ehcp_partwriter_in_order"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SentPaper(SchoolOwned):
    """A paper as it left: its words, the pages, the Word file, and their hashes."""

    append_only = True

    #: What was sent keeps its paper: only the end of the whole record takes both.
    paper = school_key(ReviewPaper, on_delete=models.PROTECT, related_name="sent")
    gone_on = models.DateField()
    #: What the pages were set from.
    content = models.JSONField()
    pdf = models.BinaryField()
    word = models.BinaryField()
    #: SHA-256, in hex.
    digest = models.CharField("hash of the PDF", max_length=64)
    word_digest = models.CharField("hash of the Word file", max_length=64)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("paper", name="ehcp_sentpaper_paper_same_school"),
            models.UniqueConstraint(fields=["school", "paper"], name="ehcp_sentpaper_one"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
