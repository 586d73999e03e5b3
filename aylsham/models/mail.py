"""E-mails that the product sends, and in a demonstration what they would have said."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.models import UUIDModel


class OutgoingMailQuerySet(models.QuerySet):
    def shown_to(self, user, schools):
        """The person's own e-mails, and those that speak only of these schools."""
        about = Q(school_ids__contained_by=[s.pk for s in schools], school_ids__len__gt=0)
        return self.filter(about | Q(recipient=user) | Q(to_address=user.email))


class OutgoingMail(UUIDModel):
    """One e-mail to one person. Ids, codes, dates and counts: its words come from the template."""

    kind = models.CharField(max_length=40)
    recipient = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: For somebody who has no account yet.
    to_address = models.EmailField(blank=True)
    #: The schools that it speaks of: who may see that it was sent.
    school_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    context = models.JSONField(default=dict, blank=True)
    #: A secret address, or the whole text of a sign-in e-mail; emptied when it has been sent.
    subject = models.CharField(max_length=200, blank=True)
    secret = models.TextField(blank=True)
    job = models.OneToOneField("aylsham.Job", on_delete=models.PROTECT, related_name="mail")
    created_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient=None) & ~Q(to_address="")
                | Q(recipient__isnull=False, to_address=""),
                name="aylsham_outgoingmail_one_recipient",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(secret=""), name="aylsham_outgoingmail_secret_gone"
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at"], name="aylsham_outgoingmail_newest"),
            models.Index(fields=["recipient", "-created_at"], name="aylsham_outgoingmail_to"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class StoredMessage(UUIDModel):
    """What would have been sent: written in demonstrations instead of sending anything."""

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="stored")
    message_id = models.CharField(max_length=200)
    to_address = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    stored_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-stored_at"]
        indexes = [models.Index(fields=["mail"], name="aylsham_storedmessage_mail")]

    def __str__(self) -> str:
        return self.message_id
