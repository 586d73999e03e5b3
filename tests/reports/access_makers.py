"""Actions of the accessibility plan, for tests."""

from reports.access_codes import Strand
from reports.models import AccessAction
from reports.services.access_plan import add_action

VALUES = {
    "strand": Strand.ENVIRONMENT.value,
    "what": "Build a ramp to the library",
    "barrier": "Children who use a wheelchair cannot reach the library",
    "who": "Site manager",
    "sign": "Everybody comes in by the same door",
}


def an_action(school, **values) -> AccessAction:
    return add_action(school=school, by=None, **(VALUES | values))


def one_in_each_strand(school) -> list[AccessAction]:
    """So that the draft may go to the head."""
    return [an_action(school, strand=strand.value) for strand in Strand]
