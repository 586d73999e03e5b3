"""Codes of the roll, and of the facts that bring money or care."""

from django.db import models


class Sex(models.TextChoices):
    FEMALE = "F", "Female"
    MALE = "M", "Male"


class EnrolmentStatus(models.TextChoices):
    """Enrolment status as the census has it."""

    CURRENT = "C", "Current (single registration)"
    MAIN = "M", "Current main (dual registration)"
    SUBSIDIARY = "S", "Current subsidiary (dual registration)"
    GUEST = "G", "Guest"


class FactKind(models.TextChoices):
    """Dated facts that bring money or care about a child, apart from SEN."""

    FREE_MEALS = "fsm", "Free school meals"
    PUPIL_PREMIUM = "pp", "Pupil premium"
    EARLY_YEARS_PREMIUM = "eypp", "Early years pupil premium"
    SERVICE_CHILD = "service", "Service child"
    YOUNG_CARER = "young_carer", "Young carer"
    TRAVELLER = "traveller", "Gypsy, Roma or Traveller"
    KINSHIP_CARE = "kinship", "Kinship care"


#: Why a fact holds, where that matters: kind → (code as rolls give it, words).
FACT_BASES: dict[FactKind, tuple[tuple[str, str], ...]] = {
    FactKind.FREE_MEALS: (
        ("targeted", "Targeted: low income"),
        ("expanded", "Expanded: Universal Credit"),
        ("universal_infant", "Universal: Reception to Year 2"),
    ),
    FactKind.PUPIL_PREMIUM: (("ever_6", "Free meals in the last six years (Ever 6)"),),
    FactKind.YOUNG_CARER: (("P", "Identified by parents"), ("S", "Identified by the school")),
}

#: Facts that stand in the care compartment.
CARE_FACTS = frozenset({FactKind.KINSHIP_CARE})

#: Facts that count as pupil premium of any kind in lists and reports.
PREMIUM_FACTS = frozenset(
    {FactKind.PUPIL_PREMIUM, FactKind.EARLY_YEARS_PREMIUM, FactKind.SERVICE_CHILD}
)


class Source(models.TextChoices):
    """Where a fact was entered; a roll never overwrites what was entered here."""

    HERE = "here", "Entered here"
    ROLL = "roll", "From the roll"
    PLANS = "plans", "From the EHC plan tracker"


class ImportKind(models.TextChoices):
    """What an uploaded file is."""

    ROLL = "roll", "Roll"
    PLANS = "plans", "EHC plan tracker"
    MARKS = "marks", "Attainment and behaviour by term"
    MAP = "map", "Provision map"
    WEEKS = "weeks", "Weeks of attendance of children in care"
    SUMS = "sums", "Sums of pupil premium plus"


class ImportState(models.TextChoices):
    """How far an uploaded file is."""

    READING = "reading", "Being read"
    READY = "ready", "Waiting for you"
    DONE = "done", "Done"
    UNDONE = "undone", "Taken back"
    DISCARDED = "discarded", "Discarded"
    REFUSED = "refused", "Refused"


class DifferenceState(models.TextChoices):
    """What was decided where a roll says otherwise than this system."""

    OPEN = "open", "Ours is kept until somebody decides"
    OURS = "ours", "Keep ours; the office changes its system"
    THEIRS = "theirs", "Theirs was taken over"
