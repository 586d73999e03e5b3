"""What was passed on about a child in care, and where the child's safeguarding file went."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import rows_as
from aylsham.models import Deadline
from lac.models import CarePlacement, InformationShared, SafeguardingFile
from lac.selectors.lines import CareDue, due_lines
from lac.watch_codes import SharedWhat
from pupils.models import Pupil

KINDS = ("care_shared", "care_file")


@dataclass(frozen=True)
class SharedLine:
    """Something that was passed on."""

    row: InformationShared
    what: str


@dataclass(frozen=True)
class MovesPage:
    """The page of moves and what is passed on."""

    due: list[CareDue]
    shared: list[SharedLine]
    files: list[SafeguardingFile]
    #: Where the child lives out of the council's area now.
    away: CarePlacement | None


def moves_page(access: Access, pupil: Pupil) -> MovesPage:
    """Everything on it; one statement."""
    due, shared, files, away = rows_as(_queries, access, pupil=pupil.pk)
    return MovesPage(
        due=due_lines(due, access.today),
        shared=[SharedLine(row, _words(row)) for row in shared],
        files=files,
        away=away[0] if away else None,
    )


def _queries(access: Access, pupil: UUID) -> list[QuerySet]:
    own = {"school": access.school, "pupil_id": pupil}
    due = Deadline.objects.readable_by(access).live(access.today)
    return [
        due.filter(pupil_id=pupil, provider="lac_watch", kind__in=KINDS).order_by("due_on"),
        InformationShared.objects.filter(**own),
        SafeguardingFile.objects.filter(**own),
        CarePlacement.objects.live(access.today).filter(**own, is_out_of_area=True),
    ]


def _words(row: InformationShared) -> str:
    said = [str(SharedWhat(code).label) for code in row.what if code != SharedWhat.OTHER]
    return "; ".join(said)
