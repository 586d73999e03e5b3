"""What goes into a bundle: items that are given, with what is blacked out in each."""

import datetime as dt
from dataclasses import dataclass

from aylsham.documents import keeping
from aylsham.documents.blackout import DRAWN
from pupils.models import Document, RecordsRequest
from pupils.request_codes import Decision


@dataclass(frozen=True)
class BundleItem:
    """An item that is given: words, or a file."""

    number: int
    part: str
    title: str
    of_on: dt.date | None
    text: str
    is_redacted: bool
    words: tuple[str, ...] = ()
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    left_out: tuple[int, ...] = ()
    data: bytes = b""
    extension: str = ""


def items_to_give(case: RecordsRequest) -> list[BundleItem]:
    """Everything decided to be given; a file that was sealed or binned since stays out."""
    rows = case.items.filter(
        school_id=case.school_id, decision__in=[Decision.DISCLOSE, Decision.REDACT]
    ).select_related("version")
    on_record = set(
        Document.objects.on_record()
        .filter(school_id=case.school_id, pupil=case.pupil_id)
        .values_list("pk", flat=True)
    )
    items = []
    for row in rows:
        if row.version is not None and row.version.document_id not in on_record:
            continue
        is_drawn = row.version is not None and row.version.extension in DRAWN
        items.append(
            BundleItem(
                number=row.number,
                part=row.part,
                title=row.title,
                of_on=row.of_on,
                text=row.text,
                is_redacted=row.decision == Decision.REDACT,
                words=tuple(row.words),
                boxes=tuple(map(tuple, row.boxes)),
                left_out=tuple(row.left_out),
                data=keeping.read(case.school_id, row.version.digest) if is_drawn else b"",
                extension=row.version.extension if is_drawn else "",
            )
        )
    return items
