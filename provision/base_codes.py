"""Code sets of provision bases: what kind, why a place ended, what a review decided."""

import datetime as dt
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class BaseKind:
    """A kind of base as councils or the census name it, with the days between which they do."""

    code: str
    label: str
    starts_on: dt.date = dt.date(2015, 1, 1)
    ends_on: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether a base can be called so on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


#: The school's own word for its base is its name; the kind is what others call it.
OWN_KIND = "own"
BASE_KINDS: dict[str, BaseKind] = {
    kind.code: kind
    for kind in (
        BaseKind("nurture", "Nurture group"),
        BaseKind("enhanced", "Enhanced provision"),
        # School census: `ResourcedProvisionIndicator` and `SENunitIndicator`.
        BaseKind("resource", "Resource base (resourced provision)"),
        BaseKind("unit", "SEN unit"),
        # Norfolk: registered as SEN units; SHIPs since 2024 (rule book 7.4).
        BaseKind("srb", "Specialist Resource Base (SRB)"),
        BaseKind(
            "ship",
            "Specialist Hub of Inclusive Practice (SHIP)",
            starts_on=dt.date(2024, 1, 1),
        ),
        BaseKind(OWN_KIND, "Something of our own"),
    )
}
BASE_KIND_CHOICES = [(kind.code, kind.label) for kind in BASE_KINDS.values()]


def base_kinds(on: dt.date) -> list[tuple[str, str]]:
    """(code, words) of the kinds that can be chosen on a day."""
    return [(kind.code, kind.label) for kind in BASE_KINDS.values() if kind.holds_on(on)]


class PlaceEnd(models.TextChoices):
    """Why a child is no longer in a base."""

    CLASS = "class", "Back in class full time"
    SETTING = "setting", "To another base or setting"
    LEFT = "left", "Left the school"
    FAMILY = "family", "The family asked"
    OTHER = "other", "Another reason"


class ReviewOutcome(models.TextChoices):
    """What a review of a child's place decided."""

    CONTINUE = "continue", "Continue as it is"
    STEP = "step", "Step down: more time in class"
    LEAVE = "leave", "Leave the base"
