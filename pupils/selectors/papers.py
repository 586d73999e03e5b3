"""Papers that a worker set for somebody."""

from uuid import UUID

from aylsham.access.current import Access
from pupils.models import PrintedPaper, PrintFit, Pupil
from pupils.paper_codes import FitKind


def paper_of(access: Access, pupil: Pupil, pk: UUID) -> PrintedPaper | None:
    """A paper about the child that the asker asked for, all of whose children they may see."""
    rows = PrintedPaper.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    row = rows.filter(asked_by=access.user).first()
    if row and row.other_ids:
        seen = Pupil.objects.visible_to(access).filter(pk__in=row.other_ids).count()
        return row if seen == len(row.other_ids) else None
    return row


def fit_of(pupil: Pupil, kind: FitKind, mark: str) -> PrintFit | None:
    """Whether this very wording fits one side, if it was measured; one statement."""
    rows = PrintFit.objects.filter(school_id=pupil.school_id, pupil=pupil, kind=kind)
    return rows.filter(mark=mark).first()


def manifest_of(paper: PrintedPaper) -> str:
    """The digests as a text file that `sha256sum` and a person can read."""
    name = f"{paper.file_name}.pdf"
    lines = [
        f"{paper.digest}  {name}",
        "",
        f"# {len(paper.page_digests)} pages. Below: SHA-256 of each page's contents as a PDF",
        "# reader has them (the page's content stream, uncompressed), in the order of the pages.",
        *(f"{digest}  page {n}" for n, digest in enumerate(paper.page_digests, 1)),
    ]
    return "\n".join(lines) + "\n"
