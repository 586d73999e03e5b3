"""Shared school tablets and the PINs that work on them alone."""

from django.db import models
from django.db.models import Q

from aylsham.identifiers import uuid7


class SharedDevice(models.Model):
    """A tablet that a school registered; its cookie holds a secret, stored here hashed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, related_name="devices")
    name = models.CharField(max_length=60)
    secret_hash = models.CharField(max_length=64, unique=True)
    registered_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="aylsham_device_revoked_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DevicePin(models.Model):
    """A person's PIN on one shared tablet; five wrong ones ask for the full sign-in."""

    WRONG_ALLOWED = 5

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    device = models.ForeignKey(SharedDevice, on_delete=models.CASCADE, related_name="pins")
    user = models.ForeignKey("aylsham.User", on_delete=models.CASCADE, related_name="device_pins")
    pin_hash = models.CharField(max_length=128)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["device", "user"], name="aylsham_devicepin_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_locked(self) -> bool:
        return self.wrong_tries >= self.WRONG_ALLOWED
