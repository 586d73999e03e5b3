"""A file that leaves as an attachment."""

from django.http import HttpResponse

_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def as_download(data: bytes, file_name: str) -> HttpResponse:
    """The file as an attachment, its kind by the ending; its name says no child's name."""
    response = HttpResponse(data, content_type=_KINDS[file_name.rpartition(".")[2]])
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
