"""What was said with the family, and what was agreed with anybody."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.models import Owes
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.family_codes import ActionSource, Channel, TalkOutcome


@track_history
class Talk(SchoolOwned):
    """An entry of the contact log: who, how, what was agreed."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="talks")
    on = models.DateField()
    how = models.CharField(max_length=9, choices=Channel)
    outcome = models.CharField(max_length=9, choices=TalkOutcome, default=TalkOutcome.HELD)
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="talks"
    )
    #: Who it was, kept should the contact be removed; and others who were there.
    who = models.CharField("who it was with", max_length=200)
    #: One of the three meetings a year (Code of Practice 6.65).
    is_parent_meeting = models.BooleanField("one of the three meetings a year", default=False)
    agreed = models.TextField("what was agreed", blank=True)
    sensitivity = sensitivity_field()
    #: Services of the Local Offer that the family was told about, by name.
    services = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    logged_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    logged_at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["-on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_talk_pupil_same_school"),
            SameSchool("contact", name="pupils_talk_contact_same_school"),
            models.CheckConstraint(
                condition=~Q(outcome=TalkOutcome.HELD) | ~Q(agreed="") | Q(is_parent_meeting=False),
                name="pupils_talk_meeting_says_what",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil", "-on"], name="pupils_talk_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_talk_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AgreedActionQuerySet(SensitiveQuerySet):
    def open(self):
        """Actions that are neither done nor withdrawn."""
        return self.filter(done_on=None, withdrawn_on=None)

    def readable_by(self, access):
        """Actions whose words the asker may read: also what they agreed or have to do themselves."""
        own = Q(owner=access.user) | Q(agreed_by=access.user)
        return super().readable_by(access) | self.filter(own)


@track_history
class AgreedAction(SchoolOwned):
    """Something that somebody agreed to do for a child by a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(max_length=300)
    #: As the talk or plan in which it was agreed.
    sensitivity = sensitivity_field()
    #: A colleague, or somebody outside: exactly one of the two.
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outside_owner = models.CharField("somebody outside", max_length=150, blank=True)
    owed_by = models.CharField(max_length=6, choices=Owes, default=Owes.SCHOOL)
    due_on = models.DateField()
    #: Where it was agreed; the id is that of a talk, meeting or piece of advice of this school.
    source = models.CharField(max_length=8, choices=ActionSource, default=ActionSource.HERE)
    source_id = models.UUIDField(null=True, blank=True)
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.TextField("what came of it", blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_why = models.CharField("why it is no longer needed", max_length=300, blank=True)

    objects = AgreedActionQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_agreedaction_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(owner=None) & ~Q(outside_owner="") & ~Q(owed_by=Owes.SCHOOL)
                | Q(owner__isnull=False, outside_owner="", owed_by=Owes.SCHOOL),
                name="pupils_agreedaction_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(withdrawn_on=None),
                name="pupils_agreedaction_done_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(done_by=None) | Q(done_on__isnull=False),
                name="pupils_agreedaction_done_pair",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_why="", withdrawn_by=None)
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
                name="pupils_agreedaction_withdrawn_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_agreedaction_pupil"),
            models.Index(
                fields=["school", "owner", "due_on"],
                condition=Q(done_on=None, withdrawn_on=None),
                name="pupils_agreedaction_owner",
            ),
            models.Index(fields=["school", "source_id"], name="pupils_agreedaction_source"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def owner_name(self) -> str:
        """Who has to do it."""
        return self.owner.name if self.owner else self.outside_owner

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.withdrawn_on is None
