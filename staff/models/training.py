"""Training that people took part in."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from pupils.codes import NEED_TYPE_CHOICES
from staff.codes import TrainingSubject
from staff.rules.training import valid_until
from staff.training_codes import TrainingDuty


class TopicQuerySet(models.QuerySet):
    def offered_at(self, school):
        """The federation's, and what the school has added for itself."""
        mine = Q(only_at=None) | Q(only_at=school)
        return self.filter(mine, federation_id=school.federation_id)


class TrainingTopic(FederationOwned):
    """What people of a federation are trained in, in its own words: Makaton, first aid."""

    seen_by_each_school = True

    name = models.CharField(max_length=80)
    #: None: of every school of the federation.
    only_at = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = models.CharField("what it is for", max_length=300, blank=True)
    duty = models.CharField("duty", max_length=9, choices=TrainingDuty, blank=True)
    need_types = ArrayField(
        models.CharField(max_length=4, choices=NEED_TYPE_CHOICES), default=list, blank=True
    )
    provider = models.CharField("who usually gives it", max_length=150, blank=True)
    pence = models.PositiveIntegerField("usual cost, in pence", null=True, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    #: None: it does not run out.
    valid_months = models.PositiveSmallIntegerField("valid for months", null=True, blank=True)
    is_retired = models.BooleanField("no longer used", default=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "federation",
                Lower("name"),
                "only_at",
                name="staff_trainingtopic_name_uniq",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(valid_months=None) | Q(valid_months__gte=1, valid_months__lte=120),
                name="staff_trainingtopic_months",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0), name="staff_trainingtopic_hours"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class TrainingRecord(SchoolOwned):
    """A training that somebody who works at the school took part in."""

    #: None: of a member of staff without an account.
    user = models.ForeignKey(
        "aylsham.User",
        verbose_name="person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    member = school_key(
        "staff.StaffMember",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="trainings",
    )
    #: In the federation's own words; `subject` then says "something else".
    topic = models.ForeignKey(
        TrainingTopic,
        verbose_name="about",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    subject = models.CharField(max_length=12, choices=TrainingSubject)
    title = models.CharField(max_length=150)
    provider = models.CharField(max_length=150, blank=True)
    #: None: a list named the training without its day.
    taken_on = models.DateField("day", null=True, blank=True)
    #: None: it does not run out.
    valid_until = models.DateField("valid until", null=True, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    #: Who has seen the certificate, and when; the file of it is a `TrainingCertificate`.
    certificate_seen_on = models.DateField("certificate seen on", null=True, blank=True)
    certificate_seen_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = [F("taken_on").desc(nulls_last=True), "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("taken_on")),
                name="staff_trainingrecord_dates_in_order",
            ),
            SameSchool("member", name="staff_trainingrecord_member_same_school"),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(member__isnull=False),
                name="staff_trainingrecord_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0), name="staff_trainingrecord_hours"
            ),
            models.CheckConstraint(
                condition=Q(certificate_seen_on=None, certificate_seen_by=None)
                | Q(certificate_seen_on__isnull=False, certificate_seen_by__isnull=False),
                name="staff_trainingrecord_certificate_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "user"], name="staff_training_user"),
            models.Index(fields=["school", "member"], name="staff_training_member"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def ends_on(self) -> dt.date | None:
        """The last day on which it counts: as written, or as its topic says; None: no end."""
        months = self.topic.valid_months if self.topic else None
        return valid_until(self.taken_on, self.valid_until, months)

    @property
    def is_unsure(self) -> bool:
        """It runs out by its topic, but its day is not known."""
        has_months = bool(self.topic and self.topic.valid_months)
        return has_months and self.taken_on is None and self.valid_until is None
