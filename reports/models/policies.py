"""The policies of a school, the checks whether they include everybody, and what is sent round."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from reports.policy_codes import Inclusion


class PolicyQuerySet(models.QuerySet):
    def current(self):
        """Those that hold."""
        return self.filter(ended_on=None)


@track_history
class Policy(SchoolOwned):
    """One policy: who looks after it, since when it holds, when it is reviewed."""

    name = models.CharField(max_length=150)
    keeper = models.CharField("who looks after it", max_length=150)
    approved_by = models.CharField("approved by", max_length=150, blank=True)
    adopted_on = models.DateField("holds since", null=True, blank=True)
    review_on = models.DateField("next review")
    web_address = models.URLField("web address", max_length=300, blank=True)
    #: It no longer holds; None: it does.
    ended_on = models.DateField("ended on", null=True, blank=True)

    objects = PolicyQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "name"],
                condition=Q(ended_on=None),
                name="reports_policy_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PolicyCheck(SchoolOwned):
    """A check whether a policy includes everybody: what is so, and what changes."""

    policy = school_key(Policy, related_name="checks")
    held_on = models.DateField("day")
    #: What was found to be so; the rest was found lacking.
    met = ArrayField(
        models.CharField(max_length=8, choices=Inclusion), verbose_name="is so", default=list
    )
    words = models.TextField("what changes", blank=True)
    recorded_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("policy", name="reports_policycheck_policy_same_school"),
            models.UniqueConstraint(
                fields=["school", "policy", "held_on"], name="reports_policycheck_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)


@track_history
class Circular(SchoolOwned):
    """What was sent round to be read: a policy, or what the Code recommends; about no child."""

    title = models.CharField("title", max_length=150)
    words = models.TextField("what to know")
    web_address = models.URLField("web address", max_length=300, blank=True)
    policy = school_key(
        Policy, on_delete=models.PROTECT, null=True, blank=True, related_name="circulars"
    )
    roles = ArrayField(models.CharField(max_length=24, choices=Role), verbose_name="for whom")
    read_by = models.DateField("to be read by")
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Nobody is asked any more.
    closed_on = models.DateField("closed on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-sent_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("policy", name="reports_circular_policy_same_school"),
            models.UniqueConstraint(
                fields=["school", "title"],
                condition=Q(closed_on=None),
                name="reports_circular_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CircularReader(SchoolOwned):
    """That somebody is asked to read what was sent round, and when they had read it."""

    circular = school_key(Circular, related_name="readers")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField("asked on")
    read_on = models.DateField("read on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("circular", name="reports_circularreader_circular_same_school"),
            models.UniqueConstraint(
                fields=["school", "circular", "user"], name="reports_circularreader_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
