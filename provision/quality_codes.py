"""Code sets of the phase leader's sample."""

from django.db import models


class SampleKind(models.TextChoices):
    """What is looked at."""

    PLAN = "plan", "Plan"
    PASSPORT = "passport", "Passport"
    SESSION = "session", "Sessions"


class SampleState(models.TextChoices):
    """How far a paper of the sample is."""

    DRAWN = "drawn", "To look at"
    TOLD = "told", "With the teacher"
    ANSWERED = "answered", "Answered: look again"
    CLOSED = "closed", "Closed"
    LEFT_OUT = "left_out", "Left out"


class Mark(models.TextChoices):
    """What was found of one point."""

    GOOD = "good", "Good"
    WEAK = "weak", "Could be better"
    NONE = "none", "Does not apply"
