"""How a document of a batch stands."""

from django.db import models


class DocumentState(models.TextChoices):
    """One child's document, from being asked for to lying there."""

    WAITING = "waiting", "Waiting"
    SET = "set", "Set"
    TOO_LONG = "too_long", "Too long for one side"
    NOTHING = "nothing", "Nothing to print"
    FAILED = "failed", "Could not be set"


#: What "try again" takes up: a text that was shortened, one that has come, one that failed.
TRIED_AGAIN = (DocumentState.TOO_LONG, DocumentState.NOTHING, DocumentState.FAILED)
