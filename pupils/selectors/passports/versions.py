"""Versions of a passport, and two of them compared word by word; each line cut where it is read."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.word_comparison import Mark, Span, compare_words
from pupils.codes import PassportPart
from pupils.models import PassportVersion, Pupil, Strategy
from pupils.rules.lines import HELPS, LineKey


@dataclass(frozen=True)
class VersionLine:
    """One version in the list."""

    id: UUID
    number: int
    by: str
    changed_at: dt.datetime
    is_sampled: bool
    seen_by: str
    seen_at: dt.datetime | None


@dataclass(frozen=True)
class ComparedLine:
    """One line in two versions."""

    label: str
    spans: tuple[Span, ...]

    @property
    def is_changed(self) -> bool:
        """Whether a word differs."""
        return any(span.mark is not Mark.SAME for span in self.spans)


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side in one text."""

    older: VersionLine | None
    newer: VersionLine
    lines: tuple[ComparedLine, ...]

    @property
    def changed(self) -> list[ComparedLine]:
        """Only what differs."""
        return [line for line in self.lines if line.is_changed]


def versions_of(pupil: Pupil) -> list[VersionLine]:
    """Every version, the latest first; one statement, without any text."""
    rows = _rows(pupil).defer("content").order_by("-number")
    return [_line(row) for row in rows]


def version_of_passport(pupil: Pupil, pk: UUID) -> PassportVersion | None:
    """One version of this child's passport."""
    return _rows(pupil).filter(pk=pk).select_related("passport__pupil").first()


def compare(
    access: Access, pupil: Pupil, newer: PassportVersion, older_number: int | None = None
) -> Comparison:
    """A version against an earlier one, the one before unless another is named."""
    number = older_number if older_number is not None else newer.number - 1
    older = _rows(pupil).filter(number=number).first()
    levels = readable(access.permissions_at(pupil.school))
    closed = _closed_since(pupil, levels)
    before, after = _texts(older, levels, closed), _texts(newer, levels, closed)
    keys = [*after, *(key for key in before if key not in after)]
    lines = (
        ComparedLine(line_label(key), compare_words(before.get(key, ""), after.get(key, "")))
        for key in keys
    )
    return Comparison(_line(older) if older else None, _line(newer), tuple(lines))


def _rows(pupil: Pupil):
    return PassportVersion.objects.filter(
        school_id=pupil.school_id, passport__pupil=pupil
    ).select_related("made_by", "seen_by")


def _closed_since(pupil: Pupil, levels: tuple[Sensitivity, ...]) -> set[str]:
    """Strategies that the asker may no longer read: an old version does not tell them either."""
    rows = Strategy.objects.filter(school_id=pupil.school_id, pupil=pupil)
    closed = rows.exclude(sensitivity__in=levels).values_list("pk", flat=True)
    return {str(LineKey(HELPS, row_id=pk)) for pk in closed}


def _texts(
    version: PassportVersion | None, levels: tuple[Sensitivity, ...], closed: set[str]
) -> dict[str, str]:
    return {
        said["line"]: said["text"]
        for said in (version.content if version else ())
        if said["sensitivity"] in levels and said["line"] not in closed
    }


def line_label(key: str) -> str:
    """The part to which a line of that key belongs, as people read it."""
    part = key.partition(".")[0]
    return "What helps" if part == HELPS else str(PassportPart(part).label)


def _line(row: PassportVersion) -> VersionLine:
    return VersionLine(
        id=row.pk,
        number=row.number,
        by=row.made_by.name if row.made_by else "",
        changed_at=row.changed_at,
        is_sampled=row.is_sampled,
        seen_by=row.seen_by.name if row.seen_by else "",
        seen_at=row.seen_at,
    )
