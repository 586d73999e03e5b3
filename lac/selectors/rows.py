"""Single rows of a child's care, for forms and services."""

from uuid import UUID

from aylsham.access.current import Access
from aylsham.tenancy.models import SchoolOwned
from lac.access import Knows, known_by_role
from lac.models import (
    CareDeclaration,
    CarePeriod,
    CarePlacement,
    CareReview,
)
from pupils.models import Pupil


def row_of[Row: SchoolOwned](
    access: Access, model: type[Row], pupil: Pupil, pk: UUID
) -> Row | None:
    """One row of this child for whoever may read the whole of its care."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    rows = model._default_manager.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    row = rows.first()
    return _of(row, pupil)


def review_of(access: Access, pupil: Pupil, pk: UUID) -> CareReview | None:
    """One review of this child's care plan."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    rows = CareReview.objects.filter(school_id=pupil.school_id, period__pupil=pupil, pk=pk)
    row = rows.select_related("period").first()
    if row:
        _of(row.period, pupil)
    return row


def declaration_of(period: CarePeriod) -> CareDeclaration | None:
    """What was declared of a time in care."""
    return CareDeclaration.objects.filter(school_id=period.school_id, period=period).first()


def has_open_placement(pupil: Pupil) -> bool:
    """Whether the child lives somewhere that has not ended: the next placement follows it."""
    rows = CarePlacement.objects.filter(school_id=pupil.school_id, pupil=pupil, ends_on=None)
    return rows.exists()


def live_period(pupil: Pupil, today) -> CarePeriod | None:
    """The time in care, or after it, that holds on a day."""
    rows = CarePeriod.objects.live(today).filter(school_id=pupil.school_id, pupil=pupil)
    return _of(rows.order_by("-known_since").first(), pupil)


def _of(row, pupil: Pupil):
    """The row with the child at hand, so that nobody asks for it again."""
    if row is not None:
        row.pupil = pupil
    return row
