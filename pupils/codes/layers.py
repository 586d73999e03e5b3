"""The layers of support as the white paper of 23 February 2026 proposes them; no law knows them."""

from django.db import models

#: Stands beside every layer: the consultation closed in May 2026, no Act has made it law.
PROPOSED = "proposed 2026"
#: What a form over a child's layer must have seen as it is now.
LAYER_FIELDS = ("layer", "starts_on", "reason")


class Layer(models.TextChoices):
    """How far support goes beyond what every child gets ("Every child achieving and thriving")."""

    UNIVERSAL = "universal", "Universal"
    TARGETED = "targeted", "Targeted"
    TARGETED_PLUS = "plus", "Targeted plus"
    SPECIALIST = "specialist", "Specialist"
