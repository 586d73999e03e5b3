"""What stands in a file's bytes whatever its name says."""

import io
import re
import zipfile

from aylsham.documents.checks.refusal import FileRefused

# In two parts, so that a scanner does not stop our own source.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_EICAR_WIDE = EICAR.decode("ascii").encode("utf-16-le")
#: Beginnings of programs and archives.
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"#!",
    b"dex\n",
    b"L\x00\x00\x00\x01\x14\x02",
)
_ARCHIVES = (
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"MSCF",
    b"\x04\x22\x4d\x18",
)
_MARKUP = re.compile(rb"<\s*(!doctype|html|script|svg|iframe|body|object|\?php|\?xml)", re.I)
ZIP = b"PK\x03\x04"


def refuse_test_virus(data: bytes) -> None:
    """The file that every scanner must stop (EICAR), anywhere in these bytes."""
    if EICAR in data or _EICAR_WIDE in data:
        raise FileRefused("A virus was found in this file. It is not kept. Tell whoever sent it.")


def refuse_programs(data: bytes) -> None:
    """Programs and archives, by how they begin."""
    if data.startswith(_PROGRAMS):
        raise FileRefused("This is a program, not a document.")
    if data.startswith(_ARCHIVES):
        raise FileRefused("This file is compressed. Unpack it, and file what is inside.")


def has_markup(data: bytes) -> bool:
    """Whether a browser could take these bytes for a page with a script."""
    return bool(_MARKUP.search(data.replace(b"\x00", b"")))


def refuse_two_in_one(data: bytes, *, but: str) -> None:
    """A file that is also one of another kind (a polyglot); `but` is what it says it is."""
    if but != "pdf" and b"%PDF-" in data[:2048]:
        raise _two("a PDF")
    if but not in ("zip", "msg") and zipfile.is_zipfile(io.BytesIO(data)):
        raise _two("an archive")
    if but not in ("zip", "eml") and has_markup(data[:512]):
        raise _two("a web page")


def _two(other: str) -> FileRefused:
    return FileRefused(f"This file is two in one: it is {other} as well. Print it to PDF.")
