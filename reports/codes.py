"""Statuses of what is published."""

from django.db import models


class ReportState(models.TextChoices):
    """From the wish for a governor report to its end."""

    COUNTING = "counting", "Being counted"
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    REPLACED = "replaced", "Replaced by a newer one"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: Reports that nobody but their makers has seen.
OPEN_STATES = (ReportState.COUNTING, ReportState.DRAFT)
#: Reports that were published once: readers may still have what they say.
OUT_STATES = (ReportState.PUBLISHED, ReportState.REPLACED, ReportState.WITHDRAWN)
