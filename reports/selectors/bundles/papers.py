"""Documents of the record as evidence: the newest file of each."""

from collections.abc import Iterable, Iterator

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from aylsham.access.current import Access
from pupils.codes import DOCUMENT_TYPES
from pupils.models import DocumentVersion, DocumentWords
from pupils.selectors.documents import DocumentLine, documents_of
from pupils.selectors.identity import Child
from reports.bundle_codes import CARE, SENSITIVE
from reports.bundles.evidence import Evidence, File, kind_of_document


def documents(access: Access, child: Child) -> Iterator[Evidence]:
    """What the asker may read, as files; three statements."""
    lines = documents_of(access, child.pupil)
    files = _files(child, [line.id for line in lines])
    for line in lines:
        if line.id in files:
            kind = kind_of_document(line.kind, is_advice=line.is_advice)
            yield _evidence(line, kind, files[line.id])


def titles(lines: Iterable[DocumentLine]) -> Iterator[Evidence]:
    """Documents without their files, for whoever only names them."""
    for line in lines:
        kind = kind_of_document(line.kind, is_advice=line.is_advice)
        yield _evidence(line, kind, None)


def _evidence(line: DocumentLine, kind: str, file: File | None) -> Evidence:
    flags = (*((SENSITIVE,) if line.is_sensitive else ()), *((CARE,) if line.is_care else ()))
    source = ", ".join(filter(None, [line.writer, line.source])) or DOCUMENT_TYPES[line.kind].label
    return Evidence(f"document:{line.id}", kind, line.title, line.of_on, source, (), file, flags)


def _files(child: Child, ids: list) -> dict:
    school = child.pupil.school_id
    newest = (
        DocumentVersion.objects.filter(school_id=school, document__in=ids)
        .annotate(
            place=Window(RowNumber(), partition_by=[F("document_id")], order_by=F("number").desc())
        )
        .filter(place=1)
    )
    words = dict(
        DocumentWords.objects.filter(school_id=school, document__in=ids).values_list(
            "document_id", "text"
        )
    )
    return {
        row.document_id: File(row.digest, row.extension, words.get(row.document_id) or "")
        for row in newest
    }
