"""The SEND register's codes: statuses, areas, need types and tiers, with the days they hold."""

import datetime as dt
from dataclasses import dataclass

from django.db import models


class SenStatus(models.TextChoices):
    """SEN provision as the school census has it; a child without either is N."""

    NONE = "N", "No SEN"
    SUPPORT = "K", "SEN support"
    PLAN = "E", "EHC plan"


class AreaOfNeed(models.TextChoices):
    """Broad areas of need (SEND Code of Practice 2015, 6.28-6.35)."""

    COMMUNICATION = "CI", "Communication and interaction"
    COGNITION = "CL", "Cognition and learning"
    SEMH = "SEMH", "Social, emotional and mental health"
    SENSORY = "SP", "Sensory and physical"
    OTHER = "OTH", "Not in an area"


@dataclass(frozen=True)
class NeedType:
    """A need type of the census: its code, words, area and the days between which it is sent."""

    code: str
    label: str
    area: AreaOfNeed
    starts_on: dt.date = dt.date(2015, 1, 1)
    ends_on: dt.date | None = None
    statuses: tuple[SenStatus, ...] = (SenStatus.SUPPORT, SenStatus.PLAN)


NEED_TYPES: dict[str, NeedType] = {
    n.code: n
    for n in (
        NeedType("SPLD", "Specific learning difficulty", AreaOfNeed.COGNITION),
        NeedType("MLD", "Moderate learning difficulty", AreaOfNeed.COGNITION),
        NeedType("SLD", "Severe learning difficulty", AreaOfNeed.COGNITION),
        NeedType("PMLD", "Profound and multiple learning difficulty", AreaOfNeed.COGNITION),
        NeedType("SLCN", "Speech, language and communication needs", AreaOfNeed.COMMUNICATION),
        NeedType("ASD", "Autistic spectrum disorder", AreaOfNeed.COMMUNICATION),
        NeedType("SEMH", "Social, emotional and mental health", AreaOfNeed.SEMH),
        NeedType("HI", "Hearing impairment", AreaOfNeed.SENSORY),
        NeedType("VI", "Vision impairment", AreaOfNeed.SENSORY),
        NeedType("MSI", "Multi-sensory impairment", AreaOfNeed.SENSORY),
        NeedType("PD", "Physical disability", AreaOfNeed.SENSORY),
        # No statutory area: the DfE folds it into "other"; the area here is a house reading.
        NeedType("DS", "Down syndrome", AreaOfNeed.COGNITION, starts_on=dt.date(2024, 9, 1)),
        NeedType("OTH", "Other difficulty or disability", AreaOfNeed.OTHER),
        NeedType(
            "NSA",
            "SEN support, no specialist assessment of type of need",
            AreaOfNeed.OTHER,
            statuses=(SenStatus.SUPPORT,),
        ),
    )
}

NEED_TYPE_CHOICES = [(n.code, f"{n.label} ({n.code})") for n in NEED_TYPES.values()]


class StatusReason(models.TextChoices):
    """Why a child came on the register, left it or changed level."""

    CONCERN = "concern", "A concern was assessed"
    ASSESSMENT = "assessment", "Assessment or specialist advice"
    TRANSFER = "transfer", "Came from another school with it"
    PLAN_MADE = "plan_made", "EHC plan made"
    PLAN_CEASED = "plan_ceased", "EHC plan ceased"
    PROGRESS = "progress", "Progress made, extra support no longer needed"
    PARENT = "parent", "Parents' request"
    LEFT = "left", "Left the school"
    ROLL = "roll", "As the roll says"
    CORRECTION = "correction", "Correction of a mistake"


class ToldHow(models.TextChoices):
    MEETING = "meeting", "At a meeting"
    PHONE = "phone", "By phone"
    LETTER = "letter", "By letter"
    EMAIL = "email", "By e-mail"


class Tried(models.TextChoices):
    """How something that helps went when an adult tried it."""

    WORKED = "worked", "It worked"
    DID_NOT = "did_not", "It did not"
    UNDONE = "undone", "Taken back"


class EvidenceOf(models.TextChoices):
    """What a document or an assessment of the child can stand behind."""

    STATUS = "status", "A stretch on the SEND register"
    STATUS_END = "status_end", "The end of a stretch on the SEND register"
    LAYER = "layer", "A layer"
    DIAGNOSIS = "diagnosis", "A diagnosis"


class KnownFrom(models.TextChoices):
    """Where it is known from that a child has a need."""

    TEACHER = "teacher", "What adults at school see"
    ASSESSMENT = "assessment", "An assessment at school"
    REPORT = "report", "A specialist's report"
    PARENT = "parent", "The parents"
    CHILD = "child", "The child"
    SCHOOL = "school", "The school before"


class NeedLevel(models.IntegerChoices):
    """How much a need gets in the way at school: rated by what is seen, never by a diagnosis."""

    SOME = 1, "Some: ordinary adjustments in class are enough"
    MARKED = 2, "Marked: something extra is needed on most days"
    HIGH = 3, "High: adapted work or an adult for much of the day"
    VERY_HIGH = 4, "Very high: adapted work or an adult nearly all the time"


class Setting(models.TextChoices):
    """Where and when a strategy helps."""

    EVERYWHERE = "everywhere", "Everywhere"
    CLASS = "class", "Whole class"
    TASK = "task", "Working on a task"
    MOVING = "moving", "Coming in, moving and changing"
    PLAYGROUND = "playground", "Playground and lunch"
    TESTS = "tests", "Tests"
    HOME = "home", "Home and homework"


class Tier(models.TextChoices):
    """How far support goes beyond what every child gets (SEND Code of Practice 2015, 6.37)."""

    UNIVERSAL = "U", "Universal"
    TARGETED = "T", "Targeted"
    ENHANCED = "E", "Enhanced"
