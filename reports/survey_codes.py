"""Code sets of surveys."""

import datetime as dt

from django.db import models

from pupils.codes import SenStatus
from reports.surveys.statements import Asked


class AskedCode(models.TextChoices):
    """Whom a round asks."""

    FAMILIES = Asked.FAMILIES.value, Asked.FAMILIES.label
    PUPILS = Asked.PUPILS.value, Asked.PUPILS.label


class Group(models.TextChoices):
    """The kind of support of the child of whoever answers."""

    SUPPORT = SenStatus.SUPPORT.value, "SEN support"
    PLAN = SenStatus.PLAN.value, "EHC plan"


class WordsState(models.TextChoices):
    """What was decided about somebody's words; empty: nothing yet."""

    QUOTED = "quoted", "Quote it in reports"
    OUT = "out", "It names somebody: leave it out"
    READ = "read", "Read, not quoted"


#: Links, and who was asked, are kept so long after the last day; then nobody knows who was asked.
LINKS_KEPT = dt.timedelta(days=30)
#: Words of one answer.
LONGEST_WORDS = 1000
