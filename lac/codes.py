"""Code sets about children in care."""

from django.db import models


class CareKind(models.TextChoices):
    LOOKED_AFTER = "looked_after", "Looked after"
    PREVIOUSLY = "previously", "Previously looked after"


class LeftCareThrough(models.TextChoices):
    """Census codes for arrangements after care (PostLookedAfterArrangements)."""

    ADOPTION = "A", "Adoption"
    GUARDIANSHIP = "G", "Special guardianship order"
    RESIDENCE = "R", "Residence order"
    CHILD_ARRANGEMENTS = "C", "Child arrangements order"
