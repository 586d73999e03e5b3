"""Documents and assessments of a child as evidence: to choose from, and where one stands."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from aylsham.access.current import Access
from pupils.codes import EvidenceOf
from pupils.models import Assessment, Document, EvidenceLink, Pupil

#: What the form offers where somebody may not read what is linked now.
NOT_YOURS = "As it is (not yours to read)"


@dataclass(frozen=True)
class Evidence:
    """What stands behind a decision; without words for those who may not read it."""

    key: str
    label: str = ""
    document_id: UUID | None = None
    assessment_id: UUID | None = None

    @property
    def may_open(self) -> bool:
        """Whether the asker may read it."""
        return bool(self.label)


def evidence_of(access: Access, pupil: Pupil) -> dict[tuple[str, UUID], Evidence]:
    """All that stands behind decisions about a child, by what it is of; one statement."""
    documents = Document.objects.visible_to(access).filter(pk=OuterRef("document_id"))
    assessments = Assessment.objects.readable_by(access).filter(pk=OuterRef("assessment_id"))
    rows = EvidenceLink.objects.filter(school_id=pupil.school_id, pupil=pupil).annotate(
        sees_document=Exists(documents), sees_assessment=Exists(assessments)
    )
    return {
        (row.subject, row.subject_id): _evidence(row)
        for row in rows.select_related("document", "assessment__test")
    }


def evidence_for(access: Access, pupil: Pupil, of: EvidenceOf, row_id: UUID) -> Evidence | None:
    """What stands behind one decision; one statement."""
    return evidence_of(access, pupil).get((of, row_id))


def evidence_choices(access: Access, pupil: Pupil, now: Evidence | None = None) -> list:
    """What can be chosen as evidence, the newest first; two statements."""
    documents = Document.objects.visible_to(access).filter(school_id=pupil.school_id, pupil=pupil)
    assessments = Assessment.objects.readable_by(access).filter(
        school_id=pupil.school_id, pupil=pupil
    )
    groups = [
        (
            "Documents, reports and advice",
            [(f"document:{row.pk}", _of_document(row)) for row in documents.in_order()],
        ),
        (
            "Assessments",
            [
                (f"assessment:{row.pk}", _of_assessment(row))
                for row in assessments.select_related("test").order_by("-taken_on", "pk")
            ],
        ),
    ]
    kept = [(now.key, NOT_YOURS)] if now and not now.may_open else []
    return [("", "None"), *kept, *(group for group in groups if group[1])]


def _evidence(row: EvidenceLink) -> Evidence:
    if row.document:
        key = f"document:{row.document_id}"
        if row.sees_document and row.document.pupil_id == row.pupil_id:
            return Evidence(key, _of_document(row.document), document_id=row.document_id)
        return Evidence(key)
    key = f"assessment:{row.assessment_id}"
    if row.sees_assessment:
        return Evidence(key, _of_assessment(row.assessment), assessment_id=row.assessment_id)
    return Evidence(key)


def _of_document(row: Document) -> str:
    return f"{row.title}, {row.of_on:%-d %B %Y}"


def _of_assessment(row: Assessment) -> str:
    return f"{row.test.name}, {row.taken_on:%-d %B %Y}"
