"""Whether a request can still be answered by its link."""

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from pupils.family_codes import AskState
from pupils.models import ContributionRequest


def require_open(ask: ContributionRequest) -> None:
    """Refuse when the (locked) request is answered, cancelled, locked or over."""
    if ask.state != AskState.OPEN or ask.locked_at or clock.today() > ask.expires_on:
        raise TransitionNotAllowed("This link no longer works.")
