"""Disagreements, as pages show them: the trail with what changed from version to version."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import Deadline
from aylsham.word_comparison import Span, compare_words
from pupils.models import Disagreement, DisagreementText, Pupil


@dataclass(frozen=True)
class VersionLine:
    """An earlier version, and what the next one changed in it."""

    number: int
    written_by: str
    written_at: dt.datetime
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class EntryLine:
    """One text of the trail as it stands, with the versions before it."""

    text: DisagreementText
    earlier: tuple[VersionLine, ...]


@dataclass(frozen=True)
class Trail:
    """A disagreement from the first word to the outcome."""

    row: Disagreement
    entries: tuple[EntryLine, ...]
    due: tuple[Deadline, ...]


def disagreements(access: Access, pupil: Pupil | None = None) -> list[Disagreement]:
    """Those of the school of the page, or of one child: open ones first, the next due first."""
    rows = _rows(access)
    if pupil is not None:
        rows = rows.filter(pupil=pupil)
    far = dt.date.max
    return sorted(rows, key=lambda row: (not row.is_open, row.next_on or far))


def disagreement_of(access: Access, pupil: Pupil, pk: UUID) -> Disagreement | None:
    """One disagreement about this child."""
    return _rows(access).filter(pupil=pupil, pk=pk).first()


def trail(access: Access, row: Disagreement) -> Trail:
    """Everything about one; two statements."""
    texts = list(
        DisagreementText.objects.filter(school=row.school_id, disagreement=row).select_related(
            "written_by"
        )
    )
    due = Deadline.objects.readable_by(access).filter(
        pupil_id=row.pupil_id, key__startswith=f"disagreement:{row.pk}:"
    )
    return Trail(row, tuple(_entries(texts)), tuple(due.order_by("due_on")))


def entry_of(row: Disagreement, entry_id: UUID) -> DisagreementText | None:
    """The newest version of one text."""
    rows = DisagreementText.objects.filter(
        school=row.school_id, disagreement=row, entry_id=entry_id
    )
    found = rows.order_by("-number").first()
    if found:
        found.disagreement = row
    return found


def _rows(access: Access):
    rows = Disagreement.objects.filter(
        school=access.school, pupil__in=Pupil.objects.visible_to(access)
    )
    return rows.select_related("pupil", "pupil__school", "next_owner", "closed_by")


def _entries(texts: list[DisagreementText]) -> Iterator[EntryLine]:
    for _, rows in groupby(texts, key=lambda text: text.entry_id):
        versions = list(rows)
        earlier = [
            VersionLine(
                old.number, old.written_by.name, old.written_at, compare_words(old.text, new.text)
            )
            for old, new in pairwise(versions)
        ]
        yield EntryLine(versions[-1], tuple(reversed(earlier)))
