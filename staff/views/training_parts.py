"""The pages about training, one beside the other."""

from django.http import HttpRequest
from django.urls import reverse

from aylsham.components import Tab

PARTS = (
    ("training_needs", "What is needed"),
    ("training_plan", "Plan"),
    ("training", "People"),
    ("training_topics", "Catalogue"),
)


def training_parts(request: HttpRequest, current: str) -> list[Tab]:
    """All of them: whoever keeps training opens each."""
    slug = request.school.slug
    return [
        Tab(label, reverse(name, args=[slug]), is_current=name == current) for name, label in PARTS
    ]
