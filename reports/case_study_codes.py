"""Code sets of case studies."""

from django.db import models


class StudyState(models.TextChoices):
    """How far a case study is."""

    DRAFT = "draft", "Being written"
    APPROVED = "approved", "Approved"
    TAKEN_BACK = "back", "Taken back"


#: Which state of the pages each is: a key of `aylsham.components.STATES`.
STUDY_SHOWN = {
    StudyState.DRAFT: "due_soon",
    StudyState.APPROVED: "on_track",
    StudyState.TAKEN_BACK: "closed",
}
#: The parts of a study in their order: the field that holds the words, and the heading.
PARTS = (
    ("start", "Where it began"),
    ("noticed", "What we noticed"),
    ("given", "What we promised and gave"),
    ("reached", "Targets"),
    ("changed", "What changed"),
    ("voice", "What the child and the family say"),
    ("ahead", "What comes next"),
)
FIELDS = tuple(name for name, _ in PARTS)
