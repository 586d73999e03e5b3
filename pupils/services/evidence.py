"""What in the record stands behind a decision: linked with it, in its transaction."""

from uuid import UUID

from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import as_key
from aylsham.models import User
from pupils.codes import EvidenceOf
from pupils.models import Assessment, Document, EvidenceLink, Pupil

GONE = "The evidence that you chose is not on this record any more. Choose again."


def link_evidence(
    *, pupil: Pupil, of: EvidenceOf, row_id: UUID, paper: str | None, by: User | None
) -> None:
    """Say what stands behind a row of the (locked) child: "document:…" or "assessment:…".

    Empty takes a link away, None leaves it as it is.
    """
    if paper is None:
        return
    links = EvidenceLink.objects.filter(school=pupil.school, subject=of, subject_id=row_id)
    now = links.first()
    target = _target(pupil, paper) if paper else None
    if now and (target is None or target not in (now.document, now.assessment)):
        now.delete()
    elif now:
        return
    if target is None:
        return
    EvidenceLink.objects.create(
        school=pupil.school,
        pupil=pupil,
        subject=of,
        subject_id=row_id,
        document=target if isinstance(target, Document) else None,
        assessment=target if isinstance(target, Assessment) else None,
        linked_by=by,
    )


def _target(pupil: Pupil, paper: str) -> Document | Assessment:
    kind, _, key = paper.partition(":")
    own = {"school": pupil.school, "pupil": pupil, "pk": as_key(key)}
    found = None
    if kind == "document":
        found = Document.objects.on_record().filter(**own).first()
    elif kind == "assessment":
        found = Assessment.objects.filter(**own).first()
    if found is None:
        raise TransitionNotAllowed(GONE)
    return found
