"""Code sets of the objectives of a school."""

from django.db import models


class PlanKind(models.TextChoices):
    """Of which plan an objective is; the codes are headings of the page."""

    SCHOOL = "school", "School improvement plan"
    FEDERATION = "federation", "Federation improvement plan"
    EQUALITY = "equality", "Equality objectives"


class Rag(models.TextChoices):
    """How an objective stood when it was last looked at."""

    RED = "red", "Red: off track"
    AMBER = "amber", "Amber: behind"
    GREEN = "green", "Green: on track"


#: Which state of the pages each is: a key of `aylsham.components.STATES`.
RAG_SHOWN = {Rag.RED: "overdue", Rag.AMBER: "due_soon", Rag.GREEN: "on_track"}
NOT_JUDGED = "Not judged yet"
