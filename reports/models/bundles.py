"""Evidence bundles: what is asked for, what a person decided of it, what was made and sent."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from reports.bundle_codes import BundleAim, Sent


def _user(**options) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+", **options
    )


@track_history(exclude=["found", "manifest", "problem", "job_id"])
class EvidenceBundle(SchoolOwned):
    """Evidence about one child for a council or a tribunal; the record itself stays where it is."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="evidence_bundles")
    aim = models.CharField("what it is for", max_length=7, choices=BundleAim)
    council = models.CharField("who it is for", max_length=100)
    starts_on = models.DateField("from", null=True, blank=True)
    ends_on = models.DateField("until", null=True, blank=True)
    kinds = models.JSONField("what goes in", default=list)
    #: Of one file, in megabytes; 0 for none.
    most_mb = models.PositiveSmallIntegerField("largest file of the portal", default=0)
    started_by = _user()
    started_at = models.DateTimeField(db_default=Now())
    #: What the record held when it was looked through: a list of `Found.as_json`.
    found = models.JSONField(default=list, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    #: The newest background work on it; the work itself is forgotten after a while.
    job_id = models.UUIDField(null=True, blank=True)
    #: Why it could not be made.
    problem = models.TextField(blank=True)
    made_by = _user(blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    #: Files, items with their pages and hashes, what was left out and why.
    manifest = models.JSONField(default=dict, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_how = models.CharField("how it went", max_length=6, choices=Sent, blank=True)
    sent_to = models.CharField("to whom", max_length=150, blank=True)
    sent_by = _user(blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-started_at", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="reports_evidencebundle_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="reports_evidencebundle_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, made_by=None, pages=0, manifest={})
                | (Q(made_at__isnull=False, pages__gt=0) & ~Q(manifest={})),
                name="reports_evidencebundle_made_whole",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_how="", sent_to="", sent_by=None)
                | (
                    Q(sent_on__isnull=False, made_at__isnull=False)
                    & ~Q(sent_how="")
                    & ~Q(sent_to="")
                ),
                name="reports_evidencebundle_sent_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="reports_evidencebundle_pupil"),
            models.Index(fields=["school", "made_at"], name="reports_evidencebundle_made"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_made(self) -> bool:
        return self.made_at is not None

    @property
    def is_sent(self) -> bool:
        """It stays as it is."""
        return self.sent_on is not None


class BundleChoice(SchoolOwned):
    """What a person decided of one piece of evidence, in exactly one wording.

    No history rows: what is sealed must leave it without a trace.
    """

    bundle = school_key(EvidenceBundle, on_delete=models.CASCADE, related_name="choices")
    #: `Evidence.key`.
    item = models.CharField(max_length=80)
    #: SHA-256 of what was looked at: another wording is looked at anew.
    digest = models.CharField(max_length=64)
    is_in = models.BooleanField("goes in")
    reason = models.CharField(max_length=300)
    by = _user()
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("bundle", name="reports_bundlechoice_bundle_same_school"),
            models.UniqueConstraint(
                fields=["school", "bundle", "item"], name="reports_bundlechoice_item_uniq"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reports_bundlechoice_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BundlePart(SchoolOwned):
    """One file of a bundle, as large as the portal takes it."""

    bundle = school_key(EvidenceBundle, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    first_page = models.PositiveSmallIntegerField()
    last_page = models.PositiveSmallIntegerField()
    pdf = models.BinaryField()
    size = models.PositiveIntegerField(help_text="bytes")
    #: SHA-256 of the file, in hex.
    digest = models.CharField(max_length=64)

    class Meta(SchoolOwned.Meta):
        ordering = ["number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("bundle", name="reports_bundlepart_bundle_same_school"),
            models.UniqueConstraint(
                fields=["school", "bundle", "number"], name="reports_bundlepart_number_uniq"
            ),
            models.CheckConstraint(
                condition=Q(last_page__gte=F("first_page")), name="reports_bundlepart_pages"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
