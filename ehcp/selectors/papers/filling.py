"""A paper of a review, filled from the record part by part: it copies what was written once."""

import datetime as dt
from collections.abc import Iterator, Mapping

from aylsham.access.current import Access
from aylsham.dates import years_corresponding
from ehcp.models import AnnualReview
from ehcp.paper_codes import PARTS, PartKind, parts_of
from ehcp.selectors.papers import child_lines, plan_lines, progress_lines
from ehcp.selectors.papers.child_lines import Fill
from ehcp.selectors.papers.lines import FilledLine, Filling, without_sealed
from ehcp.selectors.papers.meeting import meeting_parts
from pupils.family_codes import AskKind

FILL: Mapping[str, Fill] = {
    "child": child_lines.child,
    "child_views": child_lines.views(AskKind.PUPIL_VIEWS),
    "family_views": child_lines.views(AskKind.PARENT_VIEWS),
    "advice": child_lines.advice,
    "needs": child_lines.needs,
    "helps": child_lines.helps,
    "progress": progress_lines.progress,
    "learning": progress_lines.learning,
    "delivered": plan_lines.delivered,
    "provision": plan_lines.provision,
    "attendance": progress_lines.attendance,
    "health_care": plan_lines.health_care,
    "next_steps": progress_lines.next_steps,
    "changes": plan_lines.changes,
    "moving": child_lines.moving,
}


def fill_paper(
    access: Access, review: AnnualReview, kind: str
) -> dict[str, tuple[FilledLine, ...]]:
    """Every part of a kind of paper that the asker may read, by key; about 40 statements."""
    of, noted = filling_of(access, review), meeting_parts(access, review)
    return {
        part.key: noted.get(part.key, ()) if part.of_meeting else _filled(of, part)
        for part in parts_of(kind)
        if access.can(part.permission, access.school)
    }


def fill_part(access: Access, review: AnnualReview, key: str) -> tuple[FilledLine, ...]:
    """One part, as the record says now."""
    part = PARTS[key]
    if part.of_meeting:
        return meeting_parts(access, review).get(key, ())
    return _filled(filling_of(access, review), part)


def filling_of(access: Access, review: AnnualReview) -> Filling:
    """Since the last meeting that was held, or the plan; a year before at the most."""
    held = review.plan.reviews.filter(is_held=True, meeting_on__lt=review.meeting_on)
    last = held.order_by("-meeting_on").values_list("meeting_on", flat=True).first()
    earliest: dt.date = years_corresponding(review.meeting_on, -1)
    return Filling(access, review, max(last or review.plan.made_on, earliest))


def _filled(of: Filling, part: PartKind) -> tuple[FilledLine, ...]:
    lines: Iterator[FilledLine] = FILL[part.key](of)
    return without_sealed(list(lines))
