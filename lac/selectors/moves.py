"""What was passed on about a child in care, and where the child's safeguarding file went."""

from dataclasses import dataclass

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.models import Deadline
from aylsham.together import read_rows
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
    own = {"school_id": pupil.school_id, "pupil": pupil}
    due: QuerySet = Deadline.objects.readable_by(access).live(access.today)
    due, shared, files, away = read_rows(
        due.filter(pupil_id=pupil.pk, provider="lac_watch", kind__in=KINDS).order_by("due_on"),
        InformationShared.objects.filter(**own),
        SafeguardingFile.objects.filter(**own),
        CarePlacement.objects.live(access.today).filter(**own, is_out_of_area=True),
    )
    return MovesPage(
        due=due_lines(due, access.today),
        shared=[SharedLine(row, _words(row)) for row in shared],
        files=files,
        away=away[0] if away else None,
    )


def _words(row: InformationShared) -> str:
    said = [str(SharedWhat(code).label) for code in row.what if code != SharedWhat.OTHER]
    return "; ".join(said)
