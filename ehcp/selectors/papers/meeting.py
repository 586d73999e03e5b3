"""What the notes of a review meeting say for its report."""

from collections.abc import Callable, Mapping

from ehcp.models import AnnualReview
from ehcp.selectors.papers.lines import FilledLine

#: By key of a part (`paper_codes.PARTS` with `of_meeting`), its lines.
type MeetingParts = Mapping[str, tuple[FilledLine, ...]]
type ReadsMeeting = Callable[[AnnualReview], MeetingParts]


def meeting_parts(review: AnnualReview) -> MeetingParts:
    """Who came, changes, differences of opinion, actions and the recommendation, as noted.

    The keys are `present`, `agreed`, `differences`, `actions` and `recommendation`.
    """
    return {}
