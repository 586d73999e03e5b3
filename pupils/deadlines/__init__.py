"""What the child's own record makes due."""

from aylsham.deadlines.registry import register_provider
from pupils.deadlines import concerns, family, moving, passports, safety, transfers


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("concerns", concerns.deadlines, kinds=concerns.KINDS)
    register_provider("family", family.deadlines, kinds=family.KINDS)
    register_provider("moving", moving.deadlines, kinds=moving.KINDS)
    register_provider("passports", passports.deadlines, kinds=passports.KINDS)
    register_provider("transfers", transfers.deadlines, kinds=transfers.KINDS)
    register_provider("safety", safety.deadlines, kinds=safety.KINDS)
