"""Kinds of papers that a worker sets."""

from django.db import models


class FitKind(models.TextChoices):
    """A print of which is known whether it fits one side."""

    PASSPORT = "passport", "Passport"
    WHOLE = "whole", "Passport with sensitive lines"
    MOVE = "move", "Transition passport"


class PaperKind(models.TextChoices):
    """What is printed."""

    TIMELINE = "timeline", "Timeline"
    MINUTES = "minutes", "Minutes of a meeting"
    AGREEMENT = "agreement", "Sheet to sign"
    CYCLE = "cycle", "Plan and target card"
    MAP = "map", "Provision map"
    SUPPORT = "support", "Support plan"
    TOP_UP = "top_up", "Costed case for a top-up"
    TICKS = "ticks", "Tick sheet of sessions"
    BASE = "base", "Week of a provision base"
    SECTION_F = "section_f", "What an EHC plan promised and what was given"
    PREMIUM = "premium", "Pupil premium plus of a child"
    PEP = "pep", "Personal education plan"
    CARRIED = "carried", "Sheet for a new record"
    CARE = "care", "Time line of a child’s care"
    STUDY = "study", "Case study"
