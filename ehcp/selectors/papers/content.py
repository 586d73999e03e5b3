"""A paper of a review as plain data: what is shown, checked, set on paper and kept."""

import hashlib
import json
from typing import Any

from aylsham import clock
from ehcp.paper_codes import PaperKind
from ehcp.selectors.papers.page import PaperPage, ShownPart


def content_of(page: PaperPage) -> dict[str, Any]:
    """The paper as plain data: what is shown, checked, set and kept."""
    review, plan = page.paper.review, page.paper.review.plan
    return {
        "title": PaperKind(page.paper.kind).label,
        "kind": page.paper.kind,
        "number": page.paper.number,
        "school": page.paper.school.name,
        "council": plan.local_authority,
        "order": page.order.name,
        "meeting_on": review.meeting_on.isoformat(),
        "is_held": review.is_held,
        "review": review.get_kind_display(),
        "checked_by": page.paper.checked_by.name if page.paper.checked_by else "",
        "checked_on": page.paper.checked_on.isoformat() if page.paper.checked_on else "",
        "parts": [_as_data(part) for part in page.readable],
    }


def _as_data(part: ShownPart) -> dict[str, Any]:
    row = part.row
    assert row is not None  # of the readable ones
    said = row.text.strip()
    return {
        "key": part.kind.key,
        "number": part.place.number,
        "heading": part.place.heading,
        "lines": [
            {"text": line.text, "source": line.source, "is_under": line.is_under}
            for line in part.kept
        ],
        "text": said,
        "text_by": (row.written_by.name if row.written_by else "somebody there") if said else "",
        "text_on": clock.shown(row.written_at).date().isoformat()
        if said and row.written_at
        else "",
        "empty": "" if part.kept or said else part.kind.empty,
    }


def digest_of(content: dict[str, Any]) -> str:
    """A mark of the words, whoever checked them."""
    words = {key: value for key, value in content.items() if not key.startswith("checked")}
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:16]
