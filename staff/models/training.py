"""Training that people took part in."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from staff.codes import TrainingSubject


class TrainingTopic(FederationOwned):
    """What people of a federation are trained in, in its own words: Makaton, first aid."""

    seen_by_each_school = True

    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "federation", Lower("name"), name="staff_trainingtopic_name_uniq"
            )
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
        ]
        indexes = [
            models.Index(fields=["school", "user"], name="staff_training_user"),
            models.Index(fields=["school", "member"], name="staff_training_member"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
