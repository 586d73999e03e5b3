"""Joining by invitation: there is no open sign-up."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.access.roles import Role
from aylsham.codes import YEAR_GROUPS
from aylsham.identifiers import uuid7


class InvitationQuerySet(models.QuerySet):
    def open(self, at):
        """Invitations that can still be accepted at a moment."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


class Invitation(models.Model):
    """A role offered to an e-mail address; the secret in the e-mail is stored hashed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=150)
    federation = models.ForeignKey("aylsham.Federation", on_delete=models.PROTECT)
    school = models.ForeignKey("aylsham.School", on_delete=models.PROTECT, null=True, blank=True)
    role = models.CharField(max_length=24, choices=Role)
    year_groups = ArrayField(
        models.CharField(max_length=2, choices=YEAR_GROUPS), default=list, blank=True
    )
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    role_ends_on = models.DateField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("invited_at")), name="aylsham_invitation_expires"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="aylsham_invitation_accepted_pair",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="aylsham_invitation_accepted_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
