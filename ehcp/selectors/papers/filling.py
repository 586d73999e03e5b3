"""A paper of a review, filled from the record part by part: it copies what was written once."""

from collections.abc import Iterator, Mapping

from aylsham.access.current import Access
from aylsham.together import Reads, read
from ehcp.models import AnnualReview
from ehcp.paper_codes import PartKind, parts_of
from ehcp.selectors.papers import child_lines, plan_lines, progress_lines
from ehcp.selectors.papers.child_lines import Fill
from ehcp.selectors.papers.lines import FilledLine, without_sealed
from ehcp.selectors.papers.meeting import meeting_parts
from ehcp.selectors.papers.record import Filling, filling_read
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
    """Every part of a kind of paper that the asker may read, by key; seven statements."""
    return read(paper_read(access, review, kind))


def paper_read(
    access: Access, review: AnnualReview, kind: str
) -> Reads[dict[str, tuple[FilledLine, ...]]]:
    """The same, to go with other reads."""
    of = yield from filling_read(access, review)
    noted = meeting_parts(of.meeting)
    return {
        part.key: noted.get(part.key, ()) if part.of_meeting else _filled(of, part)
        for part in parts_of(kind)
        if access.can(part.permission, access.school)
    }


def _filled(of: Filling, part: PartKind) -> tuple[FilledLine, ...]:
    lines: Iterator[FilledLine] = FILL[part.key](of)
    return without_sealed(list(lines))
