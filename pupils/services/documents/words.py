"""The words of a document, kept for the search."""

from django.db import transaction

from pupils.codes import WordsState
from pupils.models import DocumentVersion, DocumentWords


@transaction.atomic
def keep_words(*, version: DocumentVersion, text: str | None) -> None:
    """Keep what was read from a version; None: it could not be read. Only the newest is found."""
    version = DocumentVersion.objects.select_for_update().get(
        school_id=version.school_id, pk=version.pk
    )
    if text is None:
        version.words_state = WordsState.FAILED
    else:
        version.words_state = WordsState.READ if text else WordsState.NONE
    version.save(update_fields=["words_state"])
    newest = DocumentVersion.objects.filter(
        school_id=version.school_id, document_id=version.document_id
    ).first()
    if newest == version:
        DocumentWords.objects.filter(
            school_id=version.school_id, document_id=version.document_id
        ).update(text=text or "")
