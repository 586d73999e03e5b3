"""Secret addresses, read before a school is known, and the one-time codes of what they lead to."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models.functions import Now

from aylsham import clock
from aylsham.secrets import hash_of
from aylsham.tenancy.models import UUIDModel


class SecretAddressQuerySet(models.QuerySet):
    """Secret addresses of one kind."""

    def works(self) -> Self:
        """Those that nobody has revoked and whose last day has not passed."""
        return self.filter(revoked_at=None, expires_on__gte=clock.today())

    def leading_to(self, row: models.Model) -> Self:
        """All addresses of a row, also those that no longer work."""
        return self.filter(**self.model.key_of(row))

    def live(self, secret: str) -> Any | None:
        """The address of this secret if it still works; one statement."""
        rows = self.works().filter(token_hash=hash_of(secret))
        return rows.select_related("school").first()


class SecretAddress(UUIDModel):
    """A secret address that leads to one row; it carries its school, and no word of a case."""

    #: The column that names the row by its plain id: no key, as the row is behind the wall.
    leads_to: ClassVar[str]

    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    #: Its last day.
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())

    objects = SecretAddressQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def key_of(cls, row: models.Model) -> dict[str, Any]:
        """The columns of an address that say which row it leads to."""
        return {"school_id": row.school_id, cls.leads_to: row.pk}


class OpenedByCode(models.Model):
    """A row that somebody outside opens by a one-time code: its keyed hash, and how it was tried."""

    code_hash = models.CharField(max_length=64, blank=True)
    code_sent_at = models.DateTimeField(null=True, blank=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def forget_codes(self) -> None:
        """Begin anew, unlocked, for a new address; not saved yet."""
        self.code_hash, self.code_sent_at, self.locked_at = "", None, None
        self.codes_sent = self.wrong_codes = 0


class SecretLink(SecretAddress):
    """A secret address of a request to agree, or of papers shared outside."""

    class Leads(models.TextChoices):
        AGREEMENT = "agreement", "A request to agree"
        SHARE = "share", "Papers for a professional outside"

    leads_to = "row_id"

    leads = models.CharField(max_length=9, choices=Leads)
    row_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["school", "row_id"], name="pupils_secretlink_row")]
