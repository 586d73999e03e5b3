"""Kinds of papers that a worker sets."""

from django.db import models


class PaperKind(models.TextChoices):
    """What is printed."""

    TIMELINE = "timeline", "Timeline"
    MINUTES = "minutes", "Minutes of a meeting"
    AGREEMENT = "agreement", "Sheet to sign"
