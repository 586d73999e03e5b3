"""Code sets of what a plan says: its versions, its sections, how provision is given."""

from django.db import models

from aylsham.codes import Sensitivity


class VersionKind(models.TextChoices):
    """What the council sent (SEND Regulations 2014, regs 13, 14, 22)."""

    DRAFT = "draft", "Draft plan"
    AMENDED = "amended", "Amendment notice with the proposed plan"
    FINAL = "final", "Final plan"


class PlanSection(models.TextChoices):
    """Sections of a plan (SEND Regulations 2014, reg 12(1))."""

    A = "A", "Views, interests and aspirations"
    B = "B", "Special educational needs"
    C = "C", "Health needs"
    D = "D", "Social care needs"
    E = "E", "Outcomes"
    F = "F", "Special educational provision"
    G = "G", "Health provision"
    H1 = "H1", "Social care provision under section 2 of the 1970 Act"
    H2 = "H2", "Other social care provision"
    I = "I", "Placement"  # noqa: E741 (the law calls it so)
    J = "J", "Personal budget"
    K = "K", "Advice and information"


#: Sections about health, care and money: read by those who may read sensitive text.
SENSITIVE_SECTIONS = frozenset({"C", "D", "G", "H1", "H2", "J"})


def sensitivity_of(section: str) -> Sensitivity:
    """Who may read the lines of a section."""
    return Sensitivity.SENSITIVE if section in SENSITIVE_SECTIONS else Sensitivity.EVERYONE


class Arrangement(models.TextChoices):
    """With how many other children provision is given."""

    ONE = "one", "One to one"
    SMALL = "small", "In a small group"
    CLASS = "class", "In class"


class Placement(models.TextChoices):
    """How the child is placed (Section I, and the roll)."""

    SOLE = "sole", "This school only"
    BASE = "base", "This school's specialist resource base"
    MAIN = "main", "Dual registration: this school is the main one"
    SECOND = "second", "Dual registration: this school is the second one"
