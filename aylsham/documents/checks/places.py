"""Pictures inside other files: where and with what they were taken is blanked out in place.

Nothing changes its length, so that the file around a picture stays whole: tables of a PDF, an
e-mail's parts, an Outlook file's sectors.
"""

import io
import struct
import zlib

from PIL import Image

from aylsham.documents.checks.pictures import (
    ORIENTATION,
    UPRIGHT,
    is_colour,
    segments_of,
)
from aylsham.documents.checks.refusal import FileRefused

JPEG, PNG, TIFF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", (b"II*\0", b"MM\0*")
GPS = 0x8825
#: How XMP names a place, in a picture or beside it.
_XMP_PLACE = (b"GPSLatitude", b"GPSLongitude")
#: Parts of a PNG that hold notes, and one that every reader passes over.
_PNG_NOTES, _NOTHING = (b"eXIf", b"iTXt", b"tEXt", b"zTXt", b"tIME"), b"noTe"
_STUCK = FileRefused(
    "A photo in this file says where it was taken, and that cannot be taken out here. "
    "File the photo by itself, or print the file to PDF."
)


def without_place(data: bytes) -> bytes:
    """A picture that names a place, at the same length without place and camera; else the bytes.

    FileRefused for one whose place cannot be taken out.
    """
    if not names_place(data):
        return data
    blank = _blank_of(data)
    try:
        found = blank(data) if blank else data
    except (FileRefused, IndexError, struct.error):
        found = data  # damaged: nobody will see a picture, but its notes may be whole
    if names_place(found):
        raise _STUCK
    return found


def names_place(data: bytes) -> bool:
    """Whether a picture of any kind says where it was taken."""
    # A second picture behind the first has notes of its own, which no reader of one picture sees.
    if any(name in data for name in _XMP_PLACE) or data.count(b"Exif\0\0") > 1:
        return True
    if not (data.startswith((JPEG, PNG, *TIFF)) or data[8:12] == b"WEBP" or data[4:8] == b"ftyp"):
        return False
    try:
        _open_heic_too(data)
        return bool(Image.open(io.BytesIO(data)).getexif().get_ifd(GPS))
    except Exception:  # whatever a damaged picture makes of its reader
        return b"Exif\0\0" in data


def stuck(data: bytes) -> None:
    """Refuse what names a place and cannot be changed where it stands."""
    if names_place(data):
        raise _STUCK


def _open_heic_too(data: bytes) -> None:
    if data[4:8] == b"ftyp":
        import pi_heif

        pi_heif.register_heif_opener()


def _blank_of(data: bytes):
    if data.startswith(JPEG):
        return _jpeg
    if data.startswith(PNG):
        return _png
    return _webp if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else None


def _turned(data: bytes) -> int:
    try:
        found = Image.open(io.BytesIO(data)).getexif().get(ORIENTATION, 1)
    except Exception:  # as above
        return 1
    return found if found in range(1, 9) else 1


def _jpeg(data: bytes) -> bytes:
    """Every note but colours becomes zeros; the first keeps which way is up."""
    out, turned, end = bytearray(data[:2]), _turned(data), 2
    for marker, segment in segments_of(data):
        is_note = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if is_note and not is_colour(marker, segment):
            body = b""
            if turned != 1 and marker == 0xE1 and len(segment) >= len(UPRIGHT % turned) + 4:
                body, turned = UPRIGHT % turned, 1
            segment = segment[:4] + body.ljust(len(segment) - 4, b"\0")
        at = data.index(segment[:4], end)
        out += data[end:at] + segment
        end = at + len(segment)
    # Behind the end mark there may be a film, or a second picture with its own notes.
    rest = data[end:]
    return bytes(out + rest[:2].ljust(len(rest), b"\0"))


def _png(data: bytes) -> bytes:
    out, at, turned = bytearray(data[:8]), 8, _turned(data)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at : at + 12 + length]
        if kind in _PNG_NOTES:
            tiff = (UPRIGHT % turned)[6:] if kind == b"eXIf" and turned != 1 else b""
            if len(tiff) > length:
                tiff = b""
            name, body = kind if tiff else _NOTHING, tiff.ljust(length, b"\0")
            chunk = data[at : at + 4] + name + body + struct.pack(">I", zlib.crc32(name + body))
        out += chunk
        at += 12 + length
        if kind == b"IEND":
            break
    return bytes(out).ljust(len(data), b"\0")


def _webp(data: bytes) -> bytes:
    out, at, turned = bytearray(data), 12, _turned(data)
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"EXIF", b"XMP "):
            tiff = (UPRIGHT % turned)[6:] if kind == b"EXIF" and turned != 1 else b""
            tiff = tiff if len(tiff) <= length else b""
            out[at : at + 4] = kind if tiff else b"NOTE"
            out[at + 8 : at + 8 + length] = tiff.ljust(length, b"\0")
            if not tiff:
                out[20] &= ~(0x08 if kind == b"EXIF" else 0x04)
        at += 8 + length + (length & 1)
    return bytes(out)
