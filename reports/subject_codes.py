"""Code sets of the subject leaders."""

from django.db import models


class Subject(models.TextChoices):
    """A subject that somebody leads: the national curriculum of primary schools, and early reading."""

    READING = "reading", "Reading and phonics"
    ENGLISH = "english", "English"
    MATHS = "maths", "Mathematics"
    SCIENCE = "science", "Science"
    ART = "art", "Art and design"
    COMPUTING = "computing", "Computing"
    DESIGN = "design", "Design and technology"
    GEOGRAPHY = "geography", "Geography"
    HISTORY = "history", "History"
    LANGUAGES = "languages", "Languages"
    MUSIC = "music", "Music"
    PE = "pe", "Physical education"
    RE = "re", "Religious education"
    PSHE = "pshe", "Relationships and health"
