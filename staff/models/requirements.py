"""Which programmes ask for which training, and who gives one without it, with a reason."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from staff.models.training import TrainingTopic


class SharedRequirement(FederationOwned):
    """A programme of the federation's catalogue asks for a training, at every school."""

    seen_by_each_school = True

    topic = models.ForeignKey(TrainingTopic, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(
        "provision.FederationIntervention", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "topic", "item"], name="staff_sharedrequirement_uniq"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class OwnRequirement(SchoolOwned):
    """At this school a programme asks for a training: the school's own, or the federation's."""

    topic = models.ForeignKey(TrainingTopic, on_delete=models.CASCADE, related_name="+")
    shared_item = models.ForeignKey(
        "provision.FederationIntervention",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    own_item = school_key(
        "provision.SchoolIntervention",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("own_item", name="staff_ownrequirement_item_same_school"),
            models.CheckConstraint(
                condition=Q(shared_item=None, own_item__isnull=False)
                | Q(shared_item__isnull=False, own_item=None),
                name="staff_ownrequirement_one_item",
            ),
            models.UniqueConstraint(
                fields=["school", "topic", "shared_item", "own_item"],
                name="staff_ownrequirement_uniq",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class GivenUntrained(SchoolOwned):
    """Somebody gives a provision without a training that it asks for: who said so, when, why."""

    provision = school_key("provision.Provision", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    #: Keys of the topics that were missing on that day.
    missing = ArrayField(models.UUIDField())
    why = models.CharField(max_length=300)
    said_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    said_on = models.DateField()

    class Meta(SchoolOwned.Meta):
        ordering = ["-said_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="staff_givenuntrained_provision_same_school"),
            models.CheckConstraint(
                condition=~Q(why="") & Q(missing__len__gte=1), name="staff_givenuntrained_why"
            ),
        ]
        indexes = [models.Index(fields=["school", "provision"], name="staff_givenuntrained_of")]

    def __str__(self) -> str:
        return str(self.pk)
