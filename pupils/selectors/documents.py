"""Documents of a child, as far as the asker may read them: a hidden one leaves no gap."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import read_words
from aylsham.models import School
from aylsham.together import Reads, read
from pupils.access import documents_visible_to
from pupils.codes import DOCUMENT_TYPES, WordsState
from pupils.models import Document, DocumentVersion, Pupil
from pupils.rules.documents import gone_after


@dataclass(frozen=True)
class DocumentLine:
    """A document as lists show it, with its newest version."""

    id: UUID
    title: str
    kind: str
    of_on: dt.date
    is_date_known: bool
    author: str
    profession: str
    source: str
    sensitivity: int
    is_advice: bool
    filed_by: str
    versions: int
    size: int
    extension: str
    words_state: str
    binned_by: str = ""
    bin_reason: str = ""
    #: The last day on which it can be taken out of the bin.
    gone_after: dt.date | None = None
    seal_reason: str = ""

    @property
    def kind_words(self) -> str:
        """What it is."""
        return DOCUMENT_TYPES[self.kind].label

    @property
    def writer(self) -> str:
        """Author and profession; empty when nobody says who wrote it."""
        return ", ".join(filter(None, [self.author, self.profession]))

    @property
    def who(self) -> str:
        """Author and profession, or where it came from."""
        return self.writer or self.source

    @property
    def is_sensitive(self) -> bool:
        """Not for everybody who teaches the child."""
        return self.sensitivity != Sensitivity.EVERYONE

    @property
    def is_care(self) -> bool:
        """In the care compartment."""
        return DOCUMENT_TYPES[self.kind].is_care

    @property
    def sensitivity_words(self) -> str:
        """Who may read it."""
        return Sensitivity(self.sensitivity).label

    @property
    def file_words(self) -> str:
        """`PDF, 1.2 MB`."""
        return f"{self.extension.upper()}, {size_words(self.size)}"

    @property
    def words_words(self) -> str:
        """Whether the search knows its words."""
        return WordsState(self.words_state).label


def size_words(size: int) -> str:
    """A size as people say it: kB up to a thousand of them, then MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB"


def documents_of(access: Access, pupil: Pupil) -> list[DocumentLine]:
    """What stands on the record, the newest paper first; one statement."""
    return read(documents_read(access, pupil))


def documents_read(access: Access, pupil: Pupil) -> Reads[list[DocumentLine]]:
    """The same, to go with other reads."""
    (rows,) = yield [_rows(_of(Document.objects.visible_to(access), pupil))]
    return [_line(row) for row in rows]


def papers_of(access: Access, pupil: Pupil) -> list[tuple[str, UUID]]:
    """Titles on the record that the asker may read, the newest paper first; one statement."""
    rows = _of(Document.objects.visible_to(access), pupil).in_order()
    return list(rows.values_list("title", "pk"))


def binned_of(access: Access, pupil: Pupil) -> list[DocumentLine]:
    """What lies in the bin and can be taken out; one statement."""
    binned = Document.objects.filter(binned_at__isnull=False, sealed_at=None)
    return _lines(_of(documents_visible_to(binned, access), pupil))


def sealed_of(access: Access, pupil: Pupil) -> list[DocumentLine]:
    """What is sealed, for those who may unseal it; one statement."""
    return _lines(_of(_sealed(access), pupil))


def kinds_among(lines: list[DocumentLine]) -> list[tuple[str, str, int]]:
    """(code, words, how many) of the types that there are, in the order of the list of types."""
    counts = Counter(line.kind for line in lines)
    return [
        (code, kind.label, counts[code]) for code, kind in DOCUMENT_TYPES.items() if counts[code]
    ]


def advice_of(access: Access, pupil: Pupil) -> list[DocumentLine]:
    """The advice and information that Section K of a plan lists, the oldest first; one statement."""
    advice = _of(Document.objects.visible_to(access), pupil).filter(is_advice=True)
    return sorted(_lines(advice), key=lambda line: (line.of_on, str(line.id)))


def document_of(access: Access, pupil: Pupil, document_id: UUID) -> Document | None:
    """A document on the record that the asker may read; one statement."""
    return _found(Document.objects.visible_to(access), pupil, document_id)


def binned_document_of(access: Access, pupil: Pupil, document_id: UUID) -> Document | None:
    """A document in the bin that the asker may read."""
    binned = Document.objects.filter(binned_at__isnull=False, sealed_at=None)
    return _found(documents_visible_to(binned, access), pupil, document_id)


def sealed_document_of(access: Access, pupil: Pupil, document_id: UUID) -> Document | None:
    """A sealed document, for those who may unseal it."""
    return _found(_sealed(access), pupil, document_id)


def line_of(document: Document) -> DocumentLine:
    """One document as lists show it."""
    rows = Document.objects.filter(school_id=document.school_id, pk=document.pk)
    return _lines(rows)[0]


def versions_of(document: Document) -> list[DocumentVersion]:
    """Every version, the newest first; one statement."""
    rows = DocumentVersion.objects.filter(school_id=document.school_id, document=document)
    return list(rows.select_related("added_by"))


def version_of_document(document: Document, version_id: UUID) -> DocumentVersion | None:
    """One version."""
    rows = DocumentVersion.objects.filter(school_id=document.school_id, document=document)
    return rows.filter(pk=version_id).first()


def version_to_read(school: School, version_id: str) -> DocumentVersion | None:
    """A version whose words the search still waits for."""
    return DocumentVersion.objects.filter(
        school=school, pk=version_id, words_state=WordsState.WAITING
    ).first()


def text_of(version: DocumentVersion) -> str | None:
    """The words in a version's file; None when they cannot be read. Takes seconds: for a worker."""
    try:
        return read_words(keeping.read(version.school_id, version.digest), version.extension)
    except (FileRefused, OSError):
        return None


def _of(documents, pupil: Pupil):
    return documents.filter(school_id=pupil.school_id, pupil=pupil)


def _sealed(access: Access):
    schools = [s for s in access.schools if Permission.SEAL_DOCUMENTS in access.permissions_at(s)]
    return Document.objects.filter(school__in=schools, sealed_at__isnull=False)


def _found(documents, pupil: Pupil, document_id: UUID) -> Document | None:
    rows = _of(documents, pupil).filter(pk=document_id)
    document = rows.select_related("filed_by").first()
    if document:
        document.school, document.pupil = pupil.school, pupil
    return document


def _lines(documents) -> list[DocumentLine]:
    return [_line(row) for row in _rows(documents)]


def _rows(documents):
    """With the newest version of each."""
    versions = DocumentVersion.objects.filter(
        school_id=OuterRef("school_id"), document_id=OuterRef("pk")
    ).order_by("-number")
    newest = JSONObject(
        versions="number", size="size", extension="extension", words_state="words_state"
    )
    return (
        documents.annotate(newest=Subquery(versions.values(data=newest)[:1]))
        .select_related("filed_by", "binned_by")
        .in_order()
    )


def _line(row: Document) -> DocumentLine:
    names = ("title", "kind", "of_on", "is_date_known", "author", "profession", "source")
    more = ("sensitivity", "is_advice", "bin_reason", "seal_reason")
    binned_on = timezone.localdate(row.binned_at) if row.binned_at else None
    return DocumentLine(
        id=row.pk,
        **{name: getattr(row, name) for name in (*names, *more)},
        **row.newest,
        filed_by=row.filed_by.name if row.filed_by else row.source or "Aylsham",
        binned_by=row.binned_by.name if row.binned_by else "",
        gone_after=gone_after(binned_on) if binned_on else None,
    )
