"""Word files (and the small spreadsheets inside their charts): nothing in them may run or call."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from aylsham.documents.checks.places import without_place
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import (
    ZIP,
    has_markup,
    refuse_programs,
    refuse_test_virus,
)
from aylsham.documents.checks.unpacking import parts_of, with_parts

_MAIN = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
}
_MACROS = re.compile(r"(vbaproject|vbadata|macrosheets?|activex|customui)", re.I)
_CALLS = ("attachedtemplate", "oleobject", "frame", "subdocument", "afchunk", "externallink")
_FIELD = re.compile(r"\b(DDE|DDEAUTO|INCLUDEPICTURE\s+\"?https?|INCLUDETEXT|IMPORT)\b", re.I)
#: The pieces of text that a person would read, in order.
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a")


def check_word(data: bytes, *, kind: str = "docx", depth: int = 0) -> bytes:
    """The file, without the places where its photos were taken.

    FileRefused if it is no Word file, or holds a macro, an object, a call or another file.
    """
    kinds, changed = b"", {}
    for name, part in parts_of(data):
        refuse_test_virus(part)
        if name == "[Content_Types].xml":
            kinds = part
        clean = _check_part(name, part, depth)
        if clean != part:
            changed[name] = clean
    if _MAIN[kind] not in kinds:
        raise FileRefused("This is not a Word file, whatever its name says.")
    if b"macroEnabled" in kinds or b"vbaProject" in kinds or b"activeX" in kinds:
        raise _macros()
    return with_parts(data, changed) if changed else data


def _check_part(name: str, part: bytes, depth: int) -> bytes:
    """The part as it is kept."""
    low = name.lower()
    if _MACROS.search(low):
        raise _macros()
    if low.endswith((".xml", ".rels", ".vml")):
        _check_xml(low, part)
    elif "/embeddings/" in low:
        return _check_embedded(low, part, depth)
    elif low.startswith(("word/media/", "docprops/thumbnail")):
        _check_picture(part)
        return without_place(part)
    else:
        refuse_programs(part)
        if part.startswith((ZIP, b"%PDF-", b"\xd0\xcf\x11\xe0")) or has_markup(part[:512]):
            raise _inside()
        return without_place(part)
    return part


def _check_embedded(name: str, part: bytes, depth: int) -> bytes:
    """A chart keeps its numbers in a small spreadsheet: that one, and nothing inside it."""
    if depth or not name.endswith(".xlsx"):
        raise _inside()
    return check_word(part, kind="xlsx", depth=1)


def _check_picture(part: bytes) -> None:
    refuse_programs(part)
    is_emf = part[40:44] == b" EMF"
    is_webp = part.startswith(b"RIFF") and part[8:12] == b"WEBP"
    is_svg = has_markup(part[:4096])  # newer Word puts a drawing beside its picture
    if is_svg and re.search(
        rb"<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY", part, re.I
    ):
        raise FileRefused("A drawing in this file holds a program. Save it again without it.")
    if part and not (part.startswith(_PICTURES) or is_emf or is_webp or is_svg):
        raise _inside()


def _check_xml(name: str, part: bytes) -> None:
    for each in elements(part):
        tag = each.tag.rpartition("}")[2].lower()
        if tag == "relationship":
            _check_relationship(each)
        elif tag == "altchunk":
            raise _inside()
    if name.startswith("word/") and _FIELD.search(_fields(part)):
        raise FileRefused(
            "A field in this file fetches something when it is opened. Save it as PDF."
        )


def _check_relationship(each: Element) -> None:
    what = each.get("Type", "").rpartition("/")[2].lower()
    target = each.get("Target", "")
    is_outside = each.get("TargetMode", "").lower() == "external"
    if what == "afchunk" or "vbaproject" in what:
        raise _inside()
    is_far = re.match(r"(https?|ftp|mhtml|ms-\w+):|file:/{2,}(?!/?[a-z]:)[^/]|\\\\", target, re.I)
    if is_outside and what in _CALLS and (is_far or what != "attachedtemplate"):
        raise FileRefused("This file fetches a part of itself from elsewhere. Save it as PDF.")
    if is_outside and re.match(r"(javascript|vbscript|data|ms-msdt|search-ms):", target, re.I):
        raise FileRefused("A link in this file starts a program. Save it as PDF.")


def _fields(part: bytes) -> str:
    """Field codes, which Word cuts into pieces at will."""
    told = []
    for each in elements(part):
        tag = each.tag.rpartition("}")[2]
        if tag == "instrText":
            told.append(each.text or "")
        elif tag == "fldSimple":
            told.append(next((v for k, v in each.attrib.items() if k.endswith("instr")), ""))
        elif tag == "fldChar":
            told.append(" ")
    return "".join(told)


def elements(part: bytes) -> Iterator[Element]:
    """Every element of an XML part; FileRefused for entities, a document type or damage."""
    try:
        root = defusedxml.ElementTree.fromstring(part, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise FileRefused(
            "This Word file is damaged, or hides something. Open it in Word and save it again."
        ) from None
    return root.iter()


def words_of_word(data: bytes) -> str:
    """What a person would read in it."""
    found = []
    for name, part in parts_of(data):
        if _TEXTS.fullmatch(name):
            for each in elements(part):
                tag = each.tag.rpartition("}")[2]
                if tag == "t":
                    found.append(each.text or "")
                elif tag in ("p", "br", "tab", "tc"):
                    found.append(" ")
    return "".join(found)


def _macros() -> FileRefused:
    return FileRefused(
        "This Word file holds macros: small programs. Save it as .docx without them."
    )


def _inside() -> FileRefused:
    return FileRefused("There is another file inside this one. File that one by itself.")
