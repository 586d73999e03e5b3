"""What can be decided about a record at the end of its time."""

from django.db import models


class RetentionKind(models.TextChoices):
    """What becomes of a record."""

    DELETE = "delete", "Delete it, once it is confirmed"
    KEEP = "keep", "Keep it longer, until a day"
    HOLD = "hold", "Legal hold: keep it until the hold is lifted"
