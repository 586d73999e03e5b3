"""Reasonable adjustments of every child in reach, by the strands of the accessibility plan."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.codes import ADJUSTMENT_STRANDS, AccessStrand, AdjustmentPlace
from pupils.models import Adjustment, Pupil
from pupils.selectors.arrangements import place_of

HEADINGS = (
    *("Strand", "Where", "Child", "Year and class", "What is done differently"),
    *("What it makes possible", "Since", "Look at it again"),
)


@dataclass(frozen=True)
class AdjustmentLine:
    """One adjustment of one child."""

    pupil_id: UUID
    name: str
    place: str
    where: str
    what: str
    why: str
    since_on: dt.date
    review_on: dt.date | None
    is_late: bool


@dataclass(frozen=True)
class Strand:
    """One strand of the accessibility plan with its adjustments."""

    label: str
    lines: tuple[AdjustmentLine, ...]


def school_adjustments(access: Access) -> list[Strand]:
    """Live adjustments by strand, place and child; two statements."""
    rows = (
        Adjustment.objects.live(access.today)
        .filter(
            school=access.school,
            pupil__in=Pupil.objects.visible_to(access).on_roll(access.today),
        )
        .select_related("pupil", "pupil__class_group")
        .order_by("pupil__last_name", "pupil__first_name", "pk")
    )
    places = list(AdjustmentPlace.values)
    lines = [(row.place, _line(row, access.today)) for row in rows]
    lines.sort(key=lambda pair: places.index(pair[0]))
    return [
        Strand(
            strand.label,
            tuple(line for place, line in lines if ADJUSTMENT_STRANDS[place] == strand),
        )
        for strand in AccessStrand
    ]


def sheet_rows(strands: list[Strand]) -> list[list[object]]:
    """The list as rows of a sheet, under `HEADINGS`."""
    return [
        [strand.label, x.where, x.name, x.place, x.what, x.why, x.since_on, x.review_on]
        for strand in strands
        for x in strand.lines
    ]


def _line(row: Adjustment, today: dt.date) -> AdjustmentLine:
    return AdjustmentLine(
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place=place_of(row.pupil),
        where=AdjustmentPlace(row.place).label,
        what=row.what,
        why=row.why,
        since_on=row.starts_on,
        review_on=row.review_on,
        is_late=bool(row.review_on and row.review_on < today),
    )
