"""From the bytes of an uploaded file to a sheet. The file's name is never trusted."""

from .columns import count_known_headings
from .sheets import Sheet, Unreadable
from .text_file import read_text
from .transfer_file import read_transfer_file
from .workbook import read_workbook

MAX_BYTES = 20_000_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "This is a PDF. Export it as CSV or Excel (.xlsx) and upload that."),
    (b"\x1f\x8b", "This file is compressed. Unpack it and upload the CSV or .xlsx inside."),
    (b"7z\xbc\xaf", "This file is compressed. Unpack it and upload the CSV or .xlsx inside."),
    (b"Rar!", "This file is compressed. Unpack it and upload the CSV or .xlsx inside."),
    (b"PK\x05\x06", "This zip file is empty."),
    (b"{\\rtf", "This is a text document. Export it as CSV or Excel (.xlsx)."),
    (b"\x89PNG", "This is a picture. Export it as CSV or Excel (.xlsx) and upload that."),
    (b"\xff\xd8\xff", "This is a picture. Export it as CSV or Excel (.xlsx)."),
    (b"GIF8", "This is a picture. Export it as CSV or Excel (.xlsx) and upload that."),
)


def read_file(
    data: bytes,
    *,
    name: str = "",
    sheet_name: str | None = None,
    count_headings=count_known_headings,
) -> Sheet:
    """The sheet in the file, whatever its extension says; `Unreadable` tells what to do."""
    check_size(len(data))
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("The file is empty. Export it again and upload that.")
    for signature, sentence in _REFUSED:
        if data.startswith(signature):
            raise Unreadable(sentence)
    if data.startswith(_OLE):
        raise Unreadable(_old_workbook(data))
    if data.startswith(_ZIP):
        return read_workbook(data, sheet_name=sheet_name, count_headings=count_headings)
    if markup := _markup(data):
        if "<html" in markup or "<table" in markup or "<!doctype html" in markup:
            raise Unreadable(
                "This is a web page with the ending of a workbook. "
                "Open it in Excel, save it as .xlsx and upload that."
            )
        if "excel.sheet" in markup or "office:spreadsheet" in markup:
            raise Unreadable(
                "This is an old XML spreadsheet. Open it in Excel and save it as .xlsx."
            )
        return read_transfer_file(data, name=name)
    return read_text(data, name=name, count_headings=count_headings)


def check_size(size: int) -> None:
    """Refuse what cannot be one school's roll, before it is read into memory."""
    if size > MAX_BYTES:
        raise Unreadable(
            f"The file is {size / 1_000_000:,.0f} MB; a roll of 1,500 children is under 1 MB. "
            f"Files over {MAX_BYTES // 1_000_000} MB are refused. "
            "Export only the columns of the roll."
        )


def _old_workbook(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "The workbook has a password. Save it without one and upload it again."
    return "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx and upload that."


def _markup(data: bytes) -> str:
    """The start of the file in small letters if it is XML or HTML, else nothing."""
    start = data[:8000].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start[:2000].decode("latin-1").lower() if start.startswith(b"<") else ""
