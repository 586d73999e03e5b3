"""What the child's own record makes due."""

from aylsham.deadlines.registry import register_provider
from pupils.deadlines import (
    breaches,
    concerns,
    disagreements,
    family,
    passports,
    requests,
    safeguarding,
    safety,
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("breaches", breaches.deadlines, kinds=breaches.KINDS)
    register_provider("concerns", concerns.deadlines, kinds=concerns.KINDS)
    register_provider("disagreements", disagreements.deadlines, kinds=disagreements.KINDS)
    register_provider("family", family.deadlines, kinds=family.KINDS)
    register_provider("passports", passports.deadlines, kinds=passports.KINDS)
    register_provider("requests", requests.deadlines, kinds=requests.KINDS)
    register_provider("safeguarding", safeguarding.deadlines, kinds=safeguarding.KINDS)
    register_provider("safety", safety.deadlines, kinds=safety.KINDS)
