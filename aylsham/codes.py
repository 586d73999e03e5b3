"""Code sets of the ground floor."""

from itertools import pairwise

from django.db import models


class Phase(models.TextChoices):
    """Kinds of school, as the law counts phases (SEND Regulations 2014, reg 2)."""

    NURSERY = "nursery", "Nursery"
    INFANT = "infant", "Infant"
    JUNIOR = "junior", "Junior"
    PRIMARY = "primary", "Primary"
    FIRST = "first", "First"
    MIDDLE = "middle", "Middle"


#: Beginnings of addresses that belong to no school, so that no school can be called so.
RESERVED_SLUGS = [
    "accounts", "calendar", "class-can-see", "components", "contribute", "dates", "demo",
    "devices", "favicon.ico", "federation", "healthz", "help", "invitations", "jobs", "lock",
    "locked", "me", "my", "pin", "readyz", "roles", "search", "static", "supply",
    "switch",
]  # fmt: skip

#: Year groups in the order in which children pass through them.
YEAR_GROUPS: tuple[tuple[str, str], ...] = (
    ("E1", "Early years 1"),
    ("E2", "Early years 2"),
    ("N1", "Nursery 1"),
    ("N2", "Nursery 2"),
    ("R", "Reception"),
    ("1", "Year 1"),
    ("2", "Year 2"),
    ("3", "Year 3"),
    ("4", "Year 4"),
    ("5", "Year 5"),
    ("6", "Year 6"),
    ("7", "Year 7"),
    ("8", "Year 8"),
    ("X", "Not in a year group"),
)
YEAR_GROUP_LABELS = dict(YEAR_GROUPS)
YEAR_GROUP_ORDER = {code: place for place, (code, _) in enumerate(YEAR_GROUPS)}
#: The year group in which a child is a year later.
YEAR_GROUP_AFTER = {code: after for (code, _), (after, _) in pairwise(YEAR_GROUPS[:-1])}


class ClosureKind(models.TextChoices):
    """Why a school has no session on a day inside its terms."""

    HALF_TERM = "half_term", "Half-term"
    INSET = "inset", "INSET day"
    CLOSURE = "closure", "Closure"


class TermName(models.TextChoices):
    AUTUMN = "autumn", "Autumn"
    SPRING = "spring", "Spring"
    SUMMER = "summer", "Summer"


class Sensitivity(models.IntegerChoices):
    """Who may read a text about a child; the higher, the fewer. `access.sensitivity` opens each."""

    EVERYONE = 1, "Everyone who teaches the child"
    SENSITIVE = 2, "Sensitive: only those who may read sensitive text"
    SAFEGUARDING = 3, "Safeguarding: only those who see child protection flags"
