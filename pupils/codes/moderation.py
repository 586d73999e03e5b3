"""Steps of looking at levels of need blind, from one school to another."""

from django.db import models


class ModeratedState(models.TextChoices):
    """How far one need of a sample is."""

    DRAWN = "drawn", "To be described"
    SENT = "sent", "Being rated at another school"
    SECOND = "second", "Being rated a second time"
    RATED = "rated", "To settle"
    SETTLED = "settled", "Settled"
    LEFT_OUT = "left_out", "Left out"


#: States in which another school has the words.
AWAY = (ModeratedState.SENT, ModeratedState.SECOND)
#: States in which there is nothing more to do.
OVER = (ModeratedState.SETTLED, ModeratedState.LEFT_OUT)
