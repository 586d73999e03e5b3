"""What the child's own record makes due."""

from aylsham.deadlines.registry import register_provider
from pupils.deadlines import (
    agencies,
    arrangements,
    breaches,
    concerns,
    disagreements,
    family,
    meetings,
    moving,
    passports,
    requests,
    safeguarding,
    safety,
    transfers,
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("agencies", agencies.deadlines, kinds=agencies.KINDS)
    register_provider("breaches", breaches.deadlines, kinds=breaches.KINDS)
    register_provider("arrangements", arrangements.deadlines, kinds=arrangements.KINDS)
    register_provider("concerns", concerns.deadlines, kinds=concerns.KINDS)
    register_provider("disagreements", disagreements.deadlines, kinds=disagreements.KINDS)
    register_provider("family", family.deadlines, kinds=family.KINDS)
    register_provider("meetings", meetings.deadlines, kinds=meetings.KINDS)
    register_provider("moving", moving.deadlines, kinds=moving.KINDS)
    register_provider("passports", passports.deadlines, kinds=passports.KINDS)
    register_provider("requests", requests.deadlines, kinds=requests.KINDS)
    register_provider("safeguarding", safeguarding.deadlines, kinds=safeguarding.KINDS)
    register_provider("safety", safety.deadlines, kinds=safety.KINDS)
    register_provider("transfers", transfers.deadlines, kinds=transfers.KINDS)
