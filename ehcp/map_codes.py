"""Code sets of the maps by which a school fills councils' forms."""

from django.db import models


class MapKind(models.TextChoices):
    """What a map lays out."""

    FORM = "form", "A council’s form for a needs assessment"
    PAPER = "paper", "Order of the papers of annual reviews"
