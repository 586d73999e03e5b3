"""Code sets of the review calendar."""

from django.db import models


class AttenderKind(models.TextChoices):
    """Whose days matter for a review meeting."""

    SENDCO = "sendco", "SENDCo"
    COUNCIL = "council", "Council’s officer"
    PROFESSIONAL = "professional", "Visiting professional"
    STAFF = "staff", "Other member of staff"


class Comes(models.TextChoices):
    """Whose reviews somebody comes to."""

    ALL = "all", "Every review here"
    COORDINATED = "coordinated", "Reviews of the plans that they co-ordinate"
    NAMED = "named", "Reviews of named children"


#: Half-days of a week: weekday from 0, then morning or afternoon.
HALF_DAYS = [
    (f"{number}{half}", f"{name} {words}")
    for number, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri"))
    for half, words in (("am", "morning"), ("pm", "afternoon"))
]
WEEKDAYS = [(0, "Mondays"), (1, "Tuesdays"), (2, "Wednesdays"), (3, "Thursdays"), (4, "Fridays")]
#: How much a wish counts, in words; the number is its weight.
WEIGHT_CHOICES = [(0, "Not at all"), (5, "A little"), (15, "Some"), (30, "Much"), (60, "Very much")]
