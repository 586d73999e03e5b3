"""Code sets about specialist assessments and about attainment and behaviour by term."""

from dataclasses import dataclass

from django.db import models


class Scale(models.TextChoices):
    """How the scores of a test are standardised: mean and standard deviation."""

    STANDARD = "standard", "Standardised scores (mean 100, SD 15)"
    SCALED = "scaled", "Scaled scores (mean 10, SD 3)"
    T_SCORE = "t", "T-scores (mean 50, SD 10)"


class Confidence(models.IntegerChoices):
    """How sure it is that the true score lies in the interval."""

    SIXTY_EIGHT = 68, "68 %"
    NINETY = 90, "90 %"
    NINETY_FIVE = 95, "95 %"


@dataclass(frozen=True)
class CommonTest:
    """A test that many schools and specialists use."""

    name: str
    measures: str
    scale: str = Scale.STANDARD


#: By key; a school may word them otherwise, hide them and add its own.
COMMON_TESTS: dict[str, CommonTest] = {
    "bas3": CommonTest("British Ability Scales 3 (BAS3)", "Cognitive abilities", Scale.T_SCORE),
    "bas3-gca": CommonTest("BAS3 clusters and GCA", "Cognitive abilities"),
    "bpvs3": CommonTest("British Picture Vocabulary Scale 3 (BPVS3)", "Receptive vocabulary"),
    "celf5": CommonTest("CELF-5 UK indexes", "Language"),
    "celf5-sub": CommonTest("CELF-5 UK subtests", "Language", Scale.SCALED),
    "celfp2": CommonTest("CELF Preschool 2 UK indexes", "Language"),
    "ctopp2": CommonTest("CTOPP-2", "Phonological processing"),
    "dash2": CommonTest("DASH-2", "Speed of handwriting"),
    "screener": CommonTest("GL Dyslexia Screener", "Dyslexia screening"),
    "hast2": CommonTest("Helen Arkell Spelling Test 2 (HAST-2)", "Spelling"),
    "movement": CommonTest("Movement ABC-2", "Motor skills", Scale.SCALED),
    "ngrt": CommonTest("New Group Reading Test (NGRT)", "Reading"),
    "pira": CommonTest("PiRA", "Reading"),
    "puma": CommonTest("PUMA", "Mathematics"),
    "ravens": CommonTest("Raven’s 2", "Non-verbal reasoning"),
    "renfrew": CommonTest("Renfrew Language Scales", "Expressive language"),
    "swrt": CommonTest("Single Word Reading Test", "Word reading"),
    "towre2": CommonTest("TOWRE-2", "Word reading efficiency"),
    "trog2": CommonTest("TROG-2", "Understanding of grammar"),
    "vineland": CommonTest("Vineland-3", "Adaptive behaviour"),
    "wiat3": CommonTest("WIAT-III UK", "Reading, writing, mathematics"),
    "wiat3-t": CommonTest("WIAT-III UK-T", "Reading and spelling"),
    "wisc5": CommonTest("WISC-V UK indexes", "Cognitive abilities"),
    "wisc5-sub": CommonTest("WISC-V UK subtests", "Cognitive abilities", Scale.SCALED),
    "wrat5": CommonTest("WRAT5", "Reading, spelling, mathematics"),
    "wraml2": CommonTest("WRAML2", "Memory and learning"),
    "yarc": CommonTest("YARC", "Reading"),
}


class Subject(models.TextChoices):
    """A subject in which attainment is judged each term."""

    READING = "reading", "Reading"
    WRITING = "writing", "Writing"
    MATHS = "maths", "Mathematics"


class Attained(models.IntegerChoices):
    """Where a child stands against what is expected at that age."""

    WELL_BELOW = 1, "Well below"
    BELOW = 2, "Working towards"
    EXPECTED = 3, "Expected"
    ABOVE = 4, "Greater depth"
