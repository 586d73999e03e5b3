"""What is due: a projection that rules compute and nobody edits."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.models import SchoolOwned


class Owes(models.TextChoices):
    """Who has to do it."""

    SCHOOL = "school", "Us"
    LOCAL_AUTHORITY = "la", "Local authority"
    HEALTH = "health", "Health"
    PARENT = "parent", "Parents"


class Weight(models.IntegerChoices):
    """How binding a date is; the heavier comes first."""

    LAW = 3, "Law"
    GUIDANCE = 2, "Guidance"
    OURS = 1, "Our own"


class Deadline(SchoolOwned):
    """One thing to be done by one day, as the rules compute it from facts."""

    #: Which provider computes it, and which of its rows this is: unique together in a school.
    provider = models.CharField(max_length=30)
    key = models.CharField(max_length=120)
    #: The child as a plain id: the table stands below the floor that knows children.
    pupil_id = models.UUIDField(null=True, blank=True)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    do_by = models.DateField()
    owed_by = models.CharField(max_length=6, choices=Owes)
    weight = models.PositiveSmallIntegerField(choices=Weight)
    rule_code = models.CharField(max_length=60)
    rule_version = models.CharField(max_length=20)
    citation = models.CharField(max_length=300)
    #: The facts it was computed from: {name: ISO date or code}; never text about a child.
    facts = models.JSONField(default=dict)
    #: Named routes to the page that moves it on: {"url_name": str, "args": [id]}, or {}.
    action = models.JSONField(default=dict)
    #: A state that a rule, not the calendar, gives ("on_track", "confirm"); empty otherwise.
    standing = models.CharField(max_length=12, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["do_by", "-weight", "due_on", "key"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "provider", "key"], name="aylsham_deadline_key_uniq"
            ),
            models.CheckConstraint(
                condition=Q(do_by__lte=F("due_on")), name="aylsham_deadline_do_by_first"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "do_by"], name="aylsham_deadline_do_by"),
            models.Index(fields=["school", "pupil_id"], name="aylsham_deadline_pupil"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_code} {self.due_on}"
