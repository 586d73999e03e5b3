"""The one-page brief for a meeting of the leaders, and what came of it."""

from django.db import models
from django.utils import timezone

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned


@track_history
class LeadersBrief(SchoolOwned):
    """What one meeting of the leaders reads about SEND, is asked, and decided; names no child."""

    held_on = models.DateField("day of the meeting")
    #: What the record said: (heading, words), as read at `read_at`.
    facts = models.JSONField(default=list)
    read_at = models.DateTimeField(default=timezone.now)
    words = models.TextField("what has changed", blank=True)
    asks = models.TextField("what we ask the meeting to decide", blank=True)
    decided = models.TextField("what was decided", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "held_on"], name="reports_leadersbrief_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)
