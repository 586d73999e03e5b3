"""What leaves by another door than a page: a whole school as a file, and keys of other systems."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.exits.codes import Scope
from aylsham.tenancy.models import SchoolOwned, UUIDModel


class SchoolExport(SchoolOwned):
    """A file with everything that a school keeps; the file itself lies on the disk and expires."""

    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    #: The work that makes it; the work itself is forgotten after a while.
    job_id = models.UUIDField(null=True)
    made_at = models.DateTimeField(null=True)
    #: From then on it cannot be fetched.
    expires_at = models.DateTimeField(null=True)
    rows = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    #: Uploads that a row names and the disk lacks.
    missing = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField("bytes", default=0)
    #: Over all records and uploads; and of the file itself, both SHA-256 in hex.
    checksum = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-asked_at", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(made_at=None, expires_at=None, digest="")
                | Q(made_at__isnull=False, expires_at__gt=F("made_at")) & ~Q(digest=""),
                name="aylsham_schoolexport_made_whole",
            ),
        ]
        indexes = [models.Index(fields=["school", "-asked_at"], name="aylsham_schoolexport_list")]

    def __str__(self) -> str:
        return str(self.pk)


class ApiKey(UUIDModel):
    """A key with which another system reads one school; the secret itself is not kept."""

    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="+")
    name = models.CharField("which system uses it", max_length=60)
    #: Its first letters, to tell keys apart.
    starts = models.CharField(max_length=8)
    secret_hash = models.CharField(max_length=64, unique=True)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope))
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(db_default=Now())
    #: The last day on which it works.
    ends_on = models.DateField("last day")
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="aylsham_apikey_revoked_pair",
            ),
            models.CheckConstraint(
                condition=Q(scopes__len__gt=0), name="aylsham_apikey_has_a_scope"
            ),
        ]

    def __str__(self) -> str:
        return self.name
