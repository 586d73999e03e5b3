"""What is due: a projection that rules compute and nobody edits."""

from collections import defaultdict

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.models import SchoolOwned
from aylsham.timescales.rules import Confidence


class Owes(models.TextChoices):
    """Who has to do it."""

    SCHOOL = "school", "Us"
    LOCAL_AUTHORITY = "la", "Local authority"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "care", "Social worker"
    PARENT = "parent", "Parents"
    OTHER_SCHOOL = "other", "Another school"


class Weight(models.IntegerChoices):
    """How binding a date is; the heavier comes first."""

    LAW = 3, "Law"
    GUIDANCE = 2, "Guidance"
    OURS = 1, "Our own"


class Standing(models.TextChoices):
    """How a thing stands whatever the calendar says; empty on the row when only the day counts."""

    ON_TRACK = "on_track", "On track"
    DUE_SOON = "due_soon", "Due soon"


def last_day_words(weight: int, confidence: str) -> str:
    """What a last day is called: the law's, or one that we set or worked out ourselves."""
    is_law = weight == Weight.LAW and confidence != Confidence.WORKING
    return "legal day" if is_law else "our date"


class DeadlineQuerySet(models.QuerySet):
    def readable_by(self, access):
        """Rows of the page's schools, without those of compartments closed to the asker."""
        alike: dict[frozenset, list] = defaultdict(list)
        for school in access.schools:
            alike[access.permissions_at(school)].append(school.pk)
        allowed = Q(pk=None)
        for permissions, schools in alike.items():
            codes = ["", *sorted(permissions)]
            allowed |= Q(school__in=schools, permission__in=codes)
        return self.filter(allowed)

    def live(self, on):
        """Without what has not begun or has lapsed: a day that has passed, a child who has left."""
        return self.filter(
            Q(begins_on=None) | Q(begins_on__lte=on), Q(lapses_on=None) | Q(lapses_on__gte=on)
        )


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
    #: The first day on which the row is shown; None: from the start.
    begins_on = models.DateField(null=True, blank=True)
    #: The last day on which the row is shown; None: until the facts change.
    lapses_on = models.DateField(null=True, blank=True)
    owed_by = models.CharField(max_length=6, choices=Owes)
    weight = models.PositiveSmallIntegerField(choices=Weight)
    #: The permission without which nobody may know of the row, title and count included.
    permission = models.CharField(max_length=30, blank=True)
    rule_code = models.CharField(max_length=60)
    rule_version = models.CharField(max_length=20)
    citation = models.CharField(max_length=300)
    confidence = models.CharField(max_length=10, choices=[(c.value, c.words) for c in Confidence])
    #: How the day was counted, in words.
    how = models.CharField(max_length=200, blank=True)
    #: The facts it was computed from: {what it is in words: ISO date or code}; never case text.
    facts = models.JSONField(default=dict)
    #: The one step that moves it on, or {}: {"label", "url_name", "args": [id], "permission"}.
    action = models.JSONField(default=dict)
    #: A state that a rule, not the calendar, gives.
    standing = models.CharField(max_length=12, choices=Standing, blank=True)

    objects = DeadlineQuerySet.as_manager()

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
