"""Code sets of what a council asks of a school: INDES, element 3, papers."""

from django.db import models

from aylsham.access.permissions import Permission


class PanelOutcome(models.TextChoices):
    """What a panel decided about a child's INDES record."""

    ADVICE = "advice", "Advice"
    FUNDING = "funding", "Funding"
    ADVISER = "adviser", "An adviser comes"
    NOTHING = "nothing", "Nothing further"


class FundingPart(models.TextChoices):
    """Which part of element 3 a letter gives."""

    FORMULA = "formula", "By formula"
    COHORT = "cohort", "For the cohort"


class Sure(models.TextChoices):
    """How sure a figure is."""

    COUNCIL = "V", "In a letter of the council"
    SECOND = "S", "Seen elsewhere"
    GUESS = "M", "Our own working: not confirmed"


class CouncilPaperKind(models.TextChoices):
    """What is printed about a school for a council, governors, leaders or whoever inspects it."""

    MAP = "map", "Graduated provision map"
    IPSEF = "ipsef", "Self-evaluation"
    FOLDER = "folder", "Inspection folder"
    TRAINING = "cpd", "Training plan"
    BRIEF = "brief", "Brief for leaders"
    SLIPS = "slips", "Slips of a survey"


#: What whoever opens a paper must be allowed.
PAPER_PERMISSIONS = {
    CouncilPaperKind.MAP: Permission.VIEW_COSTS,
    CouncilPaperKind.IPSEF: Permission.VIEW_NEEDS,
    CouncilPaperKind.FOLDER: Permission.PREPARE_REPORTS,
    CouncilPaperKind.TRAINING: Permission.KEEP_TRAINING,
    CouncilPaperKind.BRIEF: Permission.PREPARE_REPORTS,
    CouncilPaperKind.SLIPS: Permission.PREPARE_REPORTS,
}
