"""Who did what: rows that can be added and read, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.audit.codes import Action, Kind
from aylsham.audit.fields import ClockTimestamp, transaction_number
from aylsham.tenancy.models import SchoolOwned


class AuditEventQuerySet(models.QuerySet):
    def of_kind(self, kind: Kind):
        """Events of one kind of action."""
        return self.filter(action__in=Action.of_kind(kind))

    def about_one(self, pupil_id):
        """Events about this child alone; an index knows the first child of every event."""
        return self.filter(pupil_ids__0=pupil_id, pupil_ids__len=1)

    def in_lists(self, pupil_id):
        """Events whose page showed this child among others: a scan, so give it dates."""
        return self.filter(pupil_ids__contains=[pupil_id], pupil_ids__len__gt=1)


class AuditEvent(SchoolOwned):
    """One thing that somebody did at one school: a read, a change, a refusal.

    Plain ids instead of foreign keys: a key would lock the rows it points at on every page view,
    and the log outlives what it speaks of.
    """

    append_only = True

    #: Stands before `id`: PostgreSQL fills columns in order, and `verify` relies on a number
    #: being drawn after its transaction has begun.
    xid = models.BigIntegerField(db_default=transaction_number(), editable=False)
    id = models.BigAutoField(primary_key=True)
    school = models.ForeignKey(
        "aylsham.School",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        db_index=False,
        db_constraint=False,
    )
    at = models.DateTimeField(db_default=ClockTimestamp(), editable=False)
    #: None: the system itself.
    actor_id = models.UUIDField(null=True)
    #: As they were then.
    actor_name = models.CharField(max_length=150)
    actor_roles = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=40)
    #: The record it was done to: "pupils.need" and its key.
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    #: Every child that was shown or concerned.
    pupil_ids = ArrayField(models.UUIDField(), default=list)
    #: Ids, field names and counts; never case text, never a name.
    detail = models.JSONField(default=dict)
    #: The request or job; history rows carry the same.
    request_id = models.UUIDField(null=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["school", "at"], name="aylsham_auditevent_at"),
            models.Index(fields=["school", "xid"], name="aylsham_auditevent_xid"),
            models.Index(fields=["school", "actor_id", "at"], name="aylsham_auditevent_actor"),
            # Not GIN: operators on arrays are not leak-proof, so row security would ignore it.
            models.Index(F("school"), F("pupil_ids__0"), F("at"), name="aylsham_auditevent_pupil"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.pk}"


class AuditSeal(SchoolOwned):
    """A seal over a school's new events: each one holds the hash of the one before."""

    append_only = True

    id = models.BigAutoField(primary_key=True)
    number = models.PositiveIntegerField()
    #: Exactly the events it covers; a late transaction's events wait for a later seal.
    ids = ArrayField(models.BigIntegerField())
    count = models.PositiveIntegerField()
    last_id = models.BigIntegerField()
    #: Eight bytes of each event's hash, in the order of ids: they tell which one was touched.
    digests = models.BinaryField()
    previous_hash = models.BinaryField()
    hash = models.BinaryField()
    sealed_at = models.DateTimeField()
    #: Transactions below this one were over, and all their events are sealed.
    over_below = models.BigIntegerField()
    #: Transactions above this number began later.
    begun_up_to = models.BigIntegerField()
    #: Event numbers up to this one had been drawn.
    drawn_up_to = models.BigIntegerField()
    #: Server, database and table: a restored copy has another one.
    origin = models.CharField(max_length=60)
    #: Events above this number were written since the last restore.
    restored_up_to = models.BigIntegerField(default=0)
    is_restore = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "number"], name="aylsham_auditseal_number_uniq"
            ),
            models.CheckConstraint(
                condition=Q(count__gt=0) | Q(is_restore=True), name="aylsham_auditseal_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"Seal {self.number}"
