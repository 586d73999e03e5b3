"""Code sets about EHC plans."""

from django.db import models


class ReviewKind(models.TextChoices):
    """Kinds of review (Children and Families Act 2014 s.44, SEND Regulations 2014 regs 18-20)."""

    ANNUAL = "annual", "Annual review"
    PHASE_TRANSFER = "phase_transfer", "Phase-transfer review"
    EARLY = "early", "Early review"
    INTERIM = "interim", "Interim meeting (does not count as a review)"


class Decision(models.TextChoices):
    """What the local authority decides after a review (reg 20(10))."""

    MAINTAIN = "maintain", "Keep the plan as it is"
    AMEND = "amend", "Amend the plan"
    CEASE = "cease", "Cease the plan"
    UNKNOWN = "unknown", "Decided, the letter does not say here"


class PlanEnd(models.TextChoices):
    CEASED = "ceased", "The local authority ceased it"
    MOVED = "moved", "The child moved"
    CORRECTION = "correction", "Entered by mistake"
