"""Code sets about children in care."""

from django.db import models


class CareKind(models.TextChoices):
    LOOKED_AFTER = "looked_after", "Looked after"
    PREVIOUSLY = "previously", "Previously looked after"


class LeftCareThrough(models.TextChoices):
    """Census codes for arrangements after care (PostLookedAfterArrangements)."""

    ADOPTION = "A", "Adoption"
    GUARDIANSHIP = "G", "Special guardianship order"
    RESIDENCE = "R", "Residence order"
    CHILD_ARRANGEMENTS = "C", "Child arrangements order"


class LegalStatus(models.TextChoices):
    """On what footing a council looks after a child."""

    FULL = "full", "Full care order (Children Act 1989 s.31)"
    INTERIM = "interim", "Interim care order (Children Act 1989 s.38)"
    AGREED = "agreed", "Looked after by agreement (Children Act 1989 s.20)"
    PLACEMENT = "placement", "Placement order (Adoption and Children Act 2002 s.21)"
    EMERGENCY = "emergency", "Emergency protection order (Children Act 1989 s.44)"
    POLICE = "police", "Police protection (Children Act 1989 s.46)"
    REMAND = "remand", "On remand"


class Evidence(models.TextChoices):
    """What somebody showed the school of how care ended."""

    ORDER = "order", "The court order"
    CERTIFICATE = "certificate", "The adoption certificate"
    LETTER = "letter", "A letter of the council"
    NONE = "none", "None was shown"


class CareWhere(models.TextChoices):
    """Where a child was looked after: premium money is for care in England and Wales only."""

    HERE = "here", "In England or Wales"
    ELSEWHERE = "elsewhere", "Elsewhere: state care abroad"


class SocialWorkKind(models.TextChoices):
    """Why a child has a social worker without being looked after."""

    IN_NEED = "in_need", "Child in need"
    PROTECTION = "protection", "Child protection plan"
    KINSHIP = "kinship", "Kinship or informal arrangement"
    ASSESSMENT = "assessment", "Assessment going on"


#: What those who may not see child protection read instead of the kind; the three look alike, so
#: that none of them tells by being missing.
HAS_SOCIAL_WORKER = "Has a social worker"
LOOK_ALIKE = frozenset(
    {SocialWorkKind.IN_NEED, SocialWorkKind.PROTECTION, SocialWorkKind.ASSESSMENT}
)


class CareRole(models.TextChoices):
    """What an adult from outside is to a child in care."""

    SOCIAL_WORKER = "social_worker", "Social worker"
    TEAM_MANAGER = "manager", "Team manager"
    REVIEWING_OFFICER = "reviewing", "Independent reviewing officer"
    VIRTUAL_SCHOOL = "virtual", "Virtual school"
    CARER = "carer", "Carer"
    SUPERVISING = "supervising", "Supervising social worker of the carers"
    HEALTH_NURSE = "nurse", "Nurse for children in care"


#: Roles that one person has at a time: a new one follows the one before.
ONE_AT_A_TIME = frozenset(
    {CareRole.SOCIAL_WORKER, CareRole.TEAM_MANAGER, CareRole.REVIEWING_OFFICER}
)


class PlacementKind(models.TextChoices):
    FOSTER = "foster", "Foster care"
    KINSHIP = "kinship", "Foster care with family or friends"
    HOME = "home", "Children’s home"
    PARENTS = "parents", "With parents, under a care order"
    ADOPTIVE = "adoptive", "With adopters"
    OTHER = "other", "Other"


class Matter(models.TextChoices):
    """What somebody has to say yes to for a child in care."""

    DAY_TRIPS = "day_trips", "Day trips"
    OVERNIGHT = "overnight", "Overnight trips"
    PHOTOGRAPHS = "photographs", "Photographs"
    MEDICAL = "medical", "Medical treatment"
    SMALL_THINGS = "small", "Haircut and small things"
    FORMS = "forms", "PEP and school forms"
    ONLINE = "online", "Internet and social media"
    FRIENDS = "friends", "Visits to friends"


class Decider(models.TextChoices):
    """Who may say yes."""

    CARER = "carer", "Carer"
    SOCIAL_WORKER = "worker", "Social worker"
    PARENT = "parent", "Parent"
    SCHOOL = "school", "School"
    SEVERAL = "several", "More than one, as the placement plan says"


#: How so many days of a colleague's view are worded where nobody wrote anything.
USUAL_ASK = "Your part of the PEP: how learning goes, and targets for next term"
