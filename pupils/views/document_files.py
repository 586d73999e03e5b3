"""A document as a download, for colleagues and for whoever it is shared with."""

from django.http import Http404, HttpResponse

from aylsham.documents import keeping
from pupils.models import Document, DocumentVersion


def document_file(document: Document, version: DocumentVersion) -> HttpResponse:
    """A download that no browser shows as a page of ours."""
    try:
        data = keeping.read(version.school_id, version.digest)
    except OSError:
        raise Http404 from None
    suffix = f"-version-{version.number}" if version.number > 1 else ""
    name = f"{document.file_name}{suffix}.{version.extension}"
    return file_answer(data, version.media_type, name)


def file_answer(data: bytes, media_type: str, name: str) -> HttpResponse:
    """Bytes from outside as a download; its name tells no child's name."""
    return HttpResponse(
        data,
        content_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )
