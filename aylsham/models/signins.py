"""Who signed in, from where, and who tried to."""

from django.db import models

from aylsham.audit.fields import ClockTimestamp


class SignInKind(models.TextChoices):
    """What happened at the door."""

    SIGNED_IN = "in", "signed in"
    SIGNED_OUT = "out", "signed out"
    FAILED = "failed", "gave a wrong password or address"
    WRONG_PIN = "wrong_pin", "typed a wrong PIN"
    PASSWORD_CHANGED = "password", "changed the password"
    PASSWORD_RESET = "reset", "set a new password by e-mail"
    FACTOR_ADDED = "factor_added", "added a second factor"
    FACTOR_REMOVED = "factor_removed", "removed a second factor"
    CODES_RENEWED = "codes", "made new recovery codes"


class SignInEvent(models.Model):
    """One thing that happened at the door, before any school was known."""

    append_only = True

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=ClockTimestamp(), editable=False)
    kind = models.CharField(max_length=16, choices=SignInKind)
    #: A plain id: the log outlives the account. None when nobody has that address.
    user_id = models.UUIDField(null=True)
    #: password, mfa, pin, socialaccount: as far as it was known at that moment.
    method = models.CharField(max_length=20, blank=True)
    #: A keyed hash of what was typed as an address: people type their password there.
    address_hash = models.CharField(max_length=64, blank=True)
    ip = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["user_id", "at"], name="aylsham_signinevent_user"),
            models.Index(fields=["at"], name="aylsham_signinevent_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
