"""Code sets of the inclusion strategy, and its seven principles as data."""

import json
from pathlib import Path

from django.db import models

from pupils.codes import AreaOfNeed

DATA = Path(__file__).parent / "data" / "inclusion_principles.json"
#: Code → name of each principle, in the Department's order.
PRINCIPLES: dict[str, str] = {
    each["code"]: each["name"]
    for each in json.loads(DATA.read_text(encoding="utf-8"))["principles"]
}
EARLY_SUPPORT, ADAPTIVE_TEACHING = "early", "teaching"
#: Words of the statement of intent, at most.
MOST_INTENT_WORDS = 500
#: A kind of need or an intervention is named from so many children.
ENOUGH_CHILDREN = 5


class Reach(models.TextChoices):
    """For whom an activity is."""

    UNIVERSAL = "U", "Universal: for every child"
    TARGETED = "T", "Targeted: for some children"


#: What a barrier of an area of need is, in words for parents; the school changes them.
BARRIER_WORDS: dict[str, str] = {
    AreaOfNeed.COMMUNICATION: "Some children find it hard to understand what is said, to say what "
    "they mean, or to be with others.",
    AreaOfNeed.COGNITION: "Some children learn at another pace, or find reading, writing or "
    "numbers hard.",
    AreaOfNeed.SEMH: "Some children find it hard to settle, to manage strong feelings or to feel "
    "safe at school.",
    AreaOfNeed.SENSORY: "Some children see, hear, feel or move in a way that our rooms and lessons "
    "do not always fit.",
}


def year_words(year: int) -> str:
    """An academic year: `2026–27`."""
    return f"{year}–{(year + 1) % 100:02d}"
