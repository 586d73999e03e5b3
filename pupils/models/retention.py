"""What is decided about a record at the end of its time, and what proves that it was deleted."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.retention_codes import RetentionKind


class RetentionDecisionQuerySet(models.QuerySet):
    def live(self):
        """Neither taken back nor replaced by a later one."""
        return self.filter(ended_on=None)

    def to_confirm(self):
        """Proposals that nobody has confirmed or sent back."""
        return self.live().filter(kind=RetentionKind.DELETE, confirmed_at=None)

    def binned(self):
        """Confirmed deletions: the record lies in the bin."""
        return self.live().filter(kind=RetentionKind.DELETE, confirmed_at__isnull=False)


class EndDecision(SchoolOwned):
    """What becomes of something at the end of its time: who says so, why, who confirmed it."""

    kind = models.CharField("decision", max_length=6, choices=RetentionKind)
    reason = models.CharField(max_length=300)
    #: The last day of what is kept longer.
    until = models.DateField("keep until", null=True, blank=True)
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    #: Of a deletion: from then on it lies in the bin.
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RetentionDecisionQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        abstract = True
        ordering = ["proposed_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind=RetentionKind.KEEP, until__isnull=False)
                | (~Q(kind=RetentionKind.KEEP) & Q(until=None)),
                name="%(app_label)s_%(class)s_keep_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="%(app_label)s_%(class)s_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(
                    kind=RetentionKind.DELETE,
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                ),
                name="%(app_label)s_%(class)s_confirmed_pair",
            ),
            # Nobody deletes a child's record alone.
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("proposed_by")),
                name="%(app_label)s_%(class)s_two_people",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None)
                | Q(ended_on__isnull=False, ended_by__isnull=False),
                name="%(app_label)s_%(class)s_ended_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RetentionDecision(EndDecision):
    """A record is kept longer, held, or to be deleted.

    No history rows: it is never edited, and its words go with the record.
    """

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="retention_decisions")

    class Meta(EndDecision.Meta):
        constraints = [
            *EndDecision.Meta.constraints,
            SameSchool("pupil", name="pupils_retentiondecision_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ended_on=None),
                name="pupils_retentiondecision_one_live",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_retentiondecision_of"),
        ]


class DeletionCertificate(SchoolOwned):
    """The proof that a record was deleted: kinds and numbers, rule, people; nothing of the child."""

    number = models.PositiveIntegerField()
    #: The decision as a plain id: it went with the record.
    decision_id = models.UUIDField(editable=False)
    #: Made from the UPN with a key of ours: whoever has the UPN can ask for this certificate.
    reference = models.CharField(max_length=19)
    rule_code = models.CharField(max_length=60)
    rule_version = models.CharField(max_length=20)
    citation = models.CharField(max_length=300)
    #: The year in which the period ended: the day would tell the date of birth.
    ended_in = models.PositiveSmallIntegerField("period ended in")
    #: Rows by kind: [[kind, rows, rows of their history]].
    counts = models.JSONField(default=list)
    files = models.PositiveIntegerField(default=0)
    #: Digests of files that still lie on the disk.
    files_left = models.JSONField(default=list, blank=True)
    proposed_on = models.DateField()
    proposed_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    rows_deleted_at = models.DateTimeField()
    #: When the last file was gone and the certificate was written.
    issued_at = models.DateTimeField(null=True, blank=True)
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "number"], name="pupils_deletioncertificate_number_uniq"
            ),
            models.UniqueConstraint(
                fields=["school", "decision_id"], name="pupils_deletioncertificate_once"
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None, pdf=None)
                | Q(issued_at__isnull=False, pdf__isnull=False, files_left=[]),
                name="pupils_deletioncertificate_issued_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "reference"], name="pupils_deletioncertificate_ref"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
