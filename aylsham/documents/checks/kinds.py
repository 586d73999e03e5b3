"""Which files are taken, by their ending; what else may hang on an e-mail."""

from dataclasses import dataclass

from aylsham.documents.checks.refusal import FileRefused

MEGABYTES = 50
MAX_BYTES = MEGABYTES * 1_000_000
#: Ending → media type of what is kept.
ALLOWED = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "heic": "image/jpeg",
    "heif": "image/jpeg",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
}
ACCEPT = ",".join(f".{ending}" for ending in ALLOWED)
#: Recordings of a voice, taken on a page of their own: ending → media type.
SOUNDS = {"wav": "audio/wav", "mp3": "audio/mpeg", "m4a": "audio/mp4"}
SOUNDS_IN_WORDS = "M4A (a phone's voice memo), MP3 and WAV"
IN_WORDS = "PDF, Word (.docx), photos and pictures, e-mails (.eml, .msg)"
#: Taken as part of an e-mail, never alone: logos, invitations, signatures.
ALSO_ON_EMAILS = frozenset({"gif", "ics", "vcf", "txt", "csv", "xlsx", "p7s", "asc"})

_INSTEAD = {
    "doc": "This is an old Word file. Open it in Word and save it as .docx or PDF.",
    "docm": "This Word file can hold macros. Save it as .docx, which cannot.",
    "dotx": "This is a template for Word. Save it as .docx.",
    "rtf": "Open it in Word and save it as .docx or PDF.",
    "odt": "Save it as .docx or PDF.",
    "pages": "Export it from Pages as PDF.",
    "txt": "Put the text in a Word file, or save it as PDF.",
    "xlsx": "Spreadsheets are not kept here. Print it to PDF.",
    "xls": "Spreadsheets are not kept here. Print it to PDF.",
    "pptx": "Save the slides as PDF.",
    "zip": "Unpack it, and file what is inside one by one.",
    "gif": "Save the picture as JPEG or PNG.",
    "tif": "Save the scan as PDF, or the picture as JPEG.",
    "tiff": "Save the scan as PDF, or the picture as JPEG.",
    "bmp": "Save the picture as JPEG or PNG.",
    "svg": "A drawing of this kind can hold a program. Save it as PDF or PNG.",
    "html": "A web page can hold a program. Print it to PDF.",
    "htm": "A web page can hold a program. Print it to PDF.",
    "mov": "Films and sound are not kept here.",
    "mp4": "Films and sound are not kept here.",
}


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: its bytes as they will be kept, and what they are."""

    data: bytes
    media_type: str
    extension: str


def require_allowed(extension: str) -> str:
    """The media type that goes with the ending; FileRefused for one that is not on the list."""
    if extension in ALLOWED:
        return ALLOWED[extension]
    raise FileRefused(
        _INSTEAD.get(extension) or f"This kind of file is not taken. Taken are: {IN_WORDS}."
    )
