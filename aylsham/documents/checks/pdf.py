"""PDF files: nothing in them may run, open another file or carry one."""

import io
import re
import zlib
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from aylsham.documents.checks.places import stuck, without_place
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import refuse_programs, refuse_test_virus

MOST_OBJECTS = 200_000
MOST_PAGES = 2000
MOST_STREAM = 100_000_000
MOST_STREAMS = 400_000_000
#: Bytes behind the last %%EOF: blanks, and what some scanners sign with.
MOST_TAIL = 1024
#: Names that stand for something that runs, calls or carries.
_KEYS = {
    "/JavaScript": "a program",
    "/JS": "a program",
    "/EmbeddedFiles": "another file",
    "/EmbeddedFile": "another file",
    "/RichMedia": "a film or a program",
    "/XFA": "a form that only Adobe's own program opens",
}
_ACTIONS = {
    "/JavaScript": "a program",
    "/Launch": "a command that starts a program",
    "/ImportData": "a command that fetches data",
    "/SubmitForm": "a command that sends data away",
    "/GoToR": "a command that opens another file",
    "/GoToE": "a command that opens another file",
    "/Rendition": "a film or a program",
    "/Movie": "a film or a program",
    "/RichMediaExecute": "a film or a program",
}
_TYPES = {"/EmbeddedFile": "another file", "/Filespec": "another file"}
_SUBTYPES = {
    "/FileAttachment": "another file",
    "/RichMedia": "a film or a program",
    "/Screen": "a film",
}
#: Looked for in the plain bytes too: an object that no table lists is found by lenient readers.
_RAW = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?=[\s/<>(\[\]])")
_HEX = re.compile(rb"#([0-9a-fA-F]{2})")
_BROKEN = (
    "This PDF is damaged, or no PDF at all. Open it and print it to PDF again, or scan it anew."
)


def check_pdf(data: bytes) -> bytes:
    """The file, without the places where its photos were taken.

    FileRefused for a program, an attachment, a password, a bomb, a second file or damage.
    """
    if not data.startswith(b"%PDF-"):
        raise FileRefused(_BROKEN)
    _check_tail(data)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileRefused("This PDF has a password. Print it to PDF without one.")
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise FileRefused(_BROKEN)
        photos = _check_objects(reader)
    except FileRefused:
        raise
    except (PyPdfError, ArithmeticError, AttributeError, IndexError, KeyError, RecursionError):
        raise FileRefused(_BROKEN) from None
    except (TypeError, ValueError, NotImplementedError, AssertionError, OSError, zlib.error):
        raise FileRefused(_BROKEN) from None
    plain = _HEX.sub(lambda m: bytes([int(m[1], 16)]), data)
    if found := _RAW.search(plain):
        raise _holds(_KEYS.get(f"/{found[1].decode()}", "a command that starts a program"))
    return _without_places(data, photos)


def _without_places(data: bytes, photos: list[bytes]) -> bytes:
    """Photos of the same length where they stood: every table of the file stays true."""
    for photo in photos:
        clean = without_place(photo) if photo in data else photo
        stuck(clean)
        if clean != photo:
            data = data.replace(photo, clean)
    return data


def _check_tail(data: bytes) -> None:
    end = data.rfind(b"%%EOF")
    tail = data[end + 5 :] if end >= 0 else b""
    if len(tail.strip(b"\0 \r\n\t\f")) > MOST_TAIL:
        raise FileRefused("Something hangs behind the end of this PDF. Print it to PDF again.")


def _check_objects(reader: pypdf.PdfReader) -> list[bytes]:
    """Photos that come along; FileRefused for what may not."""
    left, photos = MOST_STREAMS, []
    _check_value(reader.trailer)
    for each in _objects(reader):
        _check_value(each)
        if isinstance(each, StreamObject):
            unpacked = _check_stream(each, left)
            left -= len(unpacked)
            if b"GPSL" in unpacked or unpacked.startswith((b"\xff\xd8\xff", b"\0\0\0\x0cjP")):
                photos.append(unpacked)
    return photos


def _objects(reader: pypdf.PdfReader) -> Iterator:
    ids = {i for table in reader.xref.values() for i in table} | set(reader.xref_objStm)
    if len(ids) > MOST_OBJECTS:
        raise FileRefused(_BROKEN)
    for number in sorted(ids):
        for generation in (0, *(g for g in reader.xref if g and number in reader.xref[g])):
            reference = IndirectObject(number, generation, reader)
            try:
                found = reader.get_object(reference)
            except PyPdfError:
                continue  # a number that leads nowhere, as repaired files have
            if found is not None:
                yield found


def _check_value(value, depth: int = 0) -> None:
    """Everything inside one object; what it points at is looked at by itself."""
    if depth > 60:
        raise FileRefused(_BROKEN)
    if isinstance(value, ArrayObject):
        for each in list.__iter__(value):
            _check_value(each, depth + 1)
    if not isinstance(value, DictionaryObject):
        return
    for key, each in dict.items(value):
        if key in _KEYS:
            raise _holds(_KEYS[key])
        if isinstance(each, NameObject):
            _check_name(key, each, value)
        else:
            _check_value(each, depth + 1)


def _check_name(key: str, name: str, value: DictionaryObject) -> None:
    if key == "/S" and name in _ACTIONS:
        raise _holds(_ACTIONS[name])
    if key == "/Type" and name in _TYPES and dict.get(value, "/FS") != "/URL":
        raise _holds(_TYPES[name])
    if key == "/Subtype" and name in _SUBTYPES:
        raise _holds(_SUBTYPES[name])


def _check_stream(stream: StreamObject, left: int) -> bytes:
    """The stream once unpacked; FileRefused for a bomb, a program or a test virus."""
    data = stream._data
    filters = stream.get("/Filter")
    names = [filters] if isinstance(filters, NameObject) else list(filters or ())
    for name in names:
        if name not in ("/FlateDecode", "/Fl"):
            break
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(data, min(MOST_STREAM, max(left, 0)) + 1)
        if unpacker.unconsumed_tail:
            raise FileRefused("This PDF swells to many times its size when it is opened.")
    refuse_test_virus(data)
    if not names or names[0] in ("/FlateDecode", "/Fl"):
        refuse_programs(data[:16]) if data[:2] != b"#!" else None
    return data


def _holds(what: str) -> FileRefused:
    return FileRefused(f"This PDF holds {what}. Print it to PDF, which leaves that out.")


def words_of_pdf(data: bytes) -> str:
    """The text of its pages, as far as it has any."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    return "\n".join(page.extract_text() for page in reader.pages)
