"""Code sets about training: what it is needed for, how it is held, how it was."""

from django.db import models


class TrainingDuty(models.TextChoices):
    """A duty that somebody must be trained for before they do it."""

    FIRST_AID = "first_aid", "First aid"
    MEDICINE = "medicine", "Medicines and medical needs"
    MOVING = "moving", "Moving and handling"
    INTIMATE = "intimate", "Intimate care"
    BEHAVIOUR = "behaviour", "Behaviour plans and safe holding"


class SessionKind(models.TextChoices):
    """How a training is held."""

    INSET = "inset", "INSET day"
    TWILIGHT = "twilight", "Twilight"
    COURSE = "course", "Course"
    VISIT = "visit", "Visit to another school"
    ONLINE = "online", "E-learning"


class SessionState(models.TextChoices):
    """Where a planned training stands."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CALLED_OFF = "off", "Called off"


class Useful(models.TextChoices):
    """Whether a training helps with one's own work."""

    YES = "yes", "Yes, I can use it"
    PARTLY = "partly", "Partly"
    NO = "no", "Not for my work"
