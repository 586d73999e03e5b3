"""Batches of documents as pages show them, and their files: for whoever asked alone."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pypdf
from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.clock import academic_year
from aylsham.models import Job
from pupils.models import ClassGroup, PrintBatch, PrintedDocument, Pupil, StatusPeriod
from pupils.print_codes import TRIED_AGAIN, DocumentState
from pupils.print_kinds import PrintKind, print_kind

#: Batches on the page of the print centre.
SHOWN = 20
#: A key of `aylsham.components.STATES` for each state.
SHOWN_AS = {
    DocumentState.WAITING: "waiting",
    DocumentState.SET: "on_track",
    DocumentState.TOO_LONG: "due_soon",
    DocumentState.NOTHING: "closed",
    DocumentState.FAILED: "overdue",
}


@dataclass(frozen=True)
class DocumentLine:
    """One child's document; without a name where the asker may no longer see the child."""

    pupil_id: UUID
    name: str
    state: DocumentState
    reason: str
    pages: int

    @property
    def shown(self) -> str:
        return SHOWN_AS[self.state]


@dataclass(frozen=True)
class BatchPage:
    """A batch with each document, and how far it is."""

    batch: PrintBatch
    kind: PrintKind
    lines: tuple[DocumentLine, ...]
    job: Job | None

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child whom the page names."""
        return [line.pupil_id for line in self.lines if line.name]

    @property
    def counts(self) -> Counter:
        return Counter(line.state for line in self.lines)

    @property
    def ready_ids(self) -> list[UUID]:
        """The children whose document the asker may fetch."""
        return [x.pupil_id for x in self.lines if x.name and x.state == DocumentState.SET]

    @property
    def ready(self) -> int:
        """How many those are."""
        return len(self.ready_ids)

    @property
    def pages(self) -> int:
        return sum(
            line.pages for line in self.lines if line.name and line.state == DocumentState.SET
        )

    @property
    def is_open(self) -> bool:
        """Whether it is being worked on."""
        return self.job is not None and self.job.is_open

    @property
    def to_try(self) -> int:
        """What "try again" would take up."""
        again = (*TRIED_AGAIN, DocumentState.WAITING)
        return 0 if self.is_open else sum(self.counts[state] for state in again)


def batches_of(access: Access) -> list[tuple[PrintBatch, str, int]]:
    """The asker's batches at the school, the newest first, with their kind and size."""
    rows = list(_mine(access).order_by("-asked_at")[:SHOWN])
    numbers = Counter(
        PrintedDocument.objects.filter(school=access.school, batch__in=rows).values_list(
            "batch_id", flat=True
        )
    )
    found = ((row, print_kind(row.kind)) for row in rows)
    return [(row, kind.label, numbers[row.pk]) for row, kind in found if kind]


def batch_page(access: Access, pk: UUID) -> BatchPage | None:
    """A batch that the asker asked for and whose kind they may still read; four statements."""
    batch = _mine(access).filter(pk=pk).first()
    kind = print_kind(batch.kind) if batch else None
    if batch is None or kind is None or not access.can(kind.permission):
        return None
    rows = list(_documents(batch).values_list("pupil_id", "state", "reason", "pages"))
    names = _names(access, [pupil_id for pupil_id, *_ in rows])
    lines = tuple(
        DocumentLine(pk, names.get(pk, ""), DocumentState(state), reason, pages)
        for pk, state, reason, pages in rows
    )
    return BatchPage(batch, kind, lines, Job.objects.filter(pk=batch.job_id).first())


def joint_pdf(page: BatchPage) -> bytes:
    """All documents as one PDF for the printer; what a screen reader needs is in the single ones."""
    writer = pypdf.PdfWriter()
    for _, pdf in _files(page):
        writer.append(io.BytesIO(pdf), import_outline=False)
    writer.add_metadata({"/Title": f"{page.kind.label}, {page.batch.asked_at:%Y-%m-%d}"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zip_of(page: BatchPage) -> bytes:
    """Each document as a tagged PDF of its own, by its place in the pile: no name in a file name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for place, pdf in _files(page):
            files.writestr(f"{page.kind.code}-{place:03}.pdf", pdf)
    return out.getvalue()


def class_choices(access: Access) -> list[tuple[str, str]]:
    """The classes of this year with a child in the asker's reach; one statement."""
    rows = (
        ClassGroup.objects.filter(school=access.school, academic_year=academic_year(access.today))
        .filter(pk__in=_in_reach(access).order_by().values("class_group"))
        .order_by("name")
    )
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def children_to_print(
    access: Access, *, groups: list[str], years: list[str], only_register: bool
) -> list[UUID]:
    """The children of these classes or years in reach, by class and name; nobody chosen: all."""
    rows = _in_reach(access)
    if groups:
        rows = rows.filter(class_group__in=groups)
    if years:
        rows = rows.filter(year_group__in=years)
    if only_register:
        periods = StatusPeriod.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=access.today),
            school=access.school,
            starts_on__lte=access.today,
        )
        rows = rows.filter(pk__in=periods.values("pupil"))
    ordered = rows.order_by("class_group__name", "last_name", "first_name", "pk")
    return list(ordered.values_list("pk", flat=True))


def _in_reach(access: Access) -> QuerySet[Pupil]:
    return Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)


def _mine(access: Access) -> QuerySet[PrintBatch]:
    return PrintBatch.objects.filter(school=access.school, asked_by=access.user)


def _documents(batch: PrintBatch) -> QuerySet[PrintedDocument]:
    return PrintedDocument.objects.filter(school=batch.school_id, batch=batch).order_by("place")


def _names(access: Access, ids: list[UUID]) -> dict[UUID, str]:
    rows = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    return {pupil.pk: pupil.full_name for pupil in rows}


def _files(page: BatchPage) -> Iterator[tuple[int, bytes]]:
    """Place and PDF of each document of a child whom the page names, one at a time."""
    rows = _documents(page.batch).filter(state=DocumentState.SET, pupil__in=page.ready_ids)
    for place, pdf in rows.values_list("place", "pdf").iterator(chunk_size=20):
        yield place, bytes(pdf)
