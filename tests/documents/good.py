"""Fifty files of a school's everyday that must get in: (what it is, name, bytes)."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    RectangleObject,
)

from tests.documents.making import (
    eml,
    jpeg_with_xmp,
    msg,
    pdf,
    pdf_with,
    picture,
    with_parts,
    word,
    word_body,
    word_relation,
)

Good = tuple[str, str, bytes]
HEIC = Path(__file__).parent.parent / "data" / "photo.heic"


def good_files() -> Iterator[Good]:
    """All of them."""
    for part in (_pdfs, _words, _pictures, _emails):
        yield from part()


def _pdfs() -> Iterator[Good]:
    yield "a report", "EP report.pdf", pdf("Educational psychology report")
    yield "thirty pages", "report.PDF", pdf("Page", pages=30)
    yield "an umlaut in the name", "Bericht für Zoë.pdf", pdf()
    yield "a comma in the name", "Report, final (2).pdf", pdf()
    yield "dots in the name", "Report 12.03.2026.pdf", pdf()
    yield "a title inside", "a.pdf", pdf_with(lambda w: w.add_metadata({"/Title": "Report"}))
    yield "bookmarks", "a.pdf", pdf_with(lambda w: w.add_outline_item(title="One", page_number=0))
    yield (
        "locked against change",
        "a.pdf",
        pdf_with(lambda w: w.encrypt("", "owner", algorithm="AES-256")),
    )
    yield "an old lock", "a.pdf", pdf_with(lambda w: w.encrypt("", "owner", algorithm="RC4-128"))
    place = ArrayObject(
        [NumberObject(0), NameObject("/XYZ"), NullObject(), NullObject(), NumberObject(1)]
    )
    yield (
        "opens at a place",
        "a.pdf",
        pdf_with(lambda w: w._root_object.update({NameObject("/OpenAction"): place})),
    )
    form = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    yield (
        "a form filled in",
        "a.pdf",
        pdf_with(lambda w: w._root_object.update({NameObject("/AcroForm"): form})),
    )
    yield (
        "a link to a page",
        "a.pdf",
        pdf_with(lambda w: w.add_uri(0, "https://example.org", RectangleObject((1, 1, 9, 9)))),
    )
    yield "written anew", "a.pdf", pdf("The JavaScript club and the Launch of our garden")
    yield "a blank line at its end", "a.pdf", pdf() + b"\r\n\0\0"
    yield "compressed", "a.pdf", pdf_with(lambda w: [p.compress_content_streams() for p in w.pages])


def _words() -> Iterator[Good]:
    yield "a letter", "Letter.docx", word("Dear parents")
    yield "capitals", "LETTER.DOCX", word()
    yield "a table, a picture, a head", "a.docx", _rich()
    yield "a link", "a.docx", word_relation("hyperlink", "https://example.org")
    yield "a mail link", "a.docx", word_relation("hyperlink", "mailto:sendco@example.org")
    yield (
        "the template of a colleague's computer",
        "a.docx",
        word_relation("attachedTemplate", "file:///C:/Users/Jo/Normal.dotm"),
    )
    yield (
        "a chart's numbers",
        "a.docx",
        word(word__embeddings__Microsoft_Excel_Sheet_dot_xlsx=_sheet()),
    )
    yield (
        "a page number",
        "a.docx",
        word_body("<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"),
    )
    yield "a word that looks like a field", "a.docx", word("Buddeauto is a dog in our DDE lesson")
    yield "fonts inside", "a.docx", word(word__fonts__font1_dot_odttf=bytes(range(256)) * 30)
    yield (
        "a drawing beside its picture",
        "a.docx",
        word(
            word__media__image1_dot_svg=b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
        ),
    )
    yield "printer settings", "a.docx", word(word__printerSettings1_dot_bin=b"\1\2\3" * 99)
    yield "stored without packing", "a.docx", with_parts(word(), {}, method=zipfile.ZIP_STORED)
    yield "a long text", "a.docx", word("Words and words. " * 20_000)


def _rich() -> bytes:
    document = docx.Document()
    document.add_heading("Annual review", 1)
    document.add_table(2, 2).cell(0, 0).text = "Target"
    document.add_picture(io.BytesIO(picture()))
    document.sections[0].header.paragraphs[0].text = "Bure Valley"
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def _sheet() -> bytes:
    book, into = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = 7
    book.save(into)
    return into.getvalue()


def _pictures() -> Iterator[Good]:
    yield "a photo", "IMG_1234.jpg", picture()
    yield "a photo's other ending", "a.jpeg", picture()
    yield "capitals", "IMG_1.JPG", picture()
    yield "turned", "a.jpg", picture(turned=6)
    yield "turned and mirrored", "a.jpg", picture(turned=7)
    yield "progressive", "a.jpg", picture(progressive=True)
    yield "grey", "a.jpg", picture(mode="L")
    yield "large", "a.jpg", picture(size=(3000, 2000))
    yield "a place in XMP", "a.jpg", jpeg_with_xmp()
    yield "a motion photo", "a.jpg", picture() + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 20
    yield "a PNG", "a.png", picture("PNG")
    yield "a turned PNG", "a.png", picture("PNG", turned=8)
    yield "a grey PNG", "a.png", picture("PNG", mode="L")
    yield "a WebP", "a.webp", picture("WEBP")
    yield "a lossless WebP", "a.webp", picture("WEBP", lossless=True)
    yield "a turned WebP", "a.webp", picture("WEBP", turned=3)
    yield "an iPhone's photo", "IMG_0001.HEIC", HEIC.read_bytes()


def _emails() -> Iterator[Good]:
    yield "an e-mail", "Re_ report.eml", eml()
    yield "with a web text", "a.eml", eml(html="<p>Dear SENDCo</p><img src='cid:1'>")
    yield "with a report", "a.eml", eml(attached=(("report.pdf", pdf()),))
    yield (
        "with a letter and a photo",
        "a.eml",
        eml(attached=(("l.docx", word()), ("p.jpg", picture()))),
    )
    yield (
        "with a logo and a date",
        "a.eml",
        eml(attached=(("logo.gif", picture("GIF")), ("i.ics", b"BEGIN:VCALENDAR"))),
    )
    yield "with a spreadsheet", "a.eml", eml(attached=(("hours.xlsx", _sheet()),))
    yield "forwarded", "a.eml", eml(attached=(("first.eml", eml()),))
    yield (
        "received over many hops",
        "a.eml",
        b"Received: from a by b\r\nReceived: from b by c\r\n" + eml(),
    )
    yield "an Outlook file", "a.msg", msg()
    yield "Outlook with a report", "a.msg", msg(attached=(("report.pdf", pdf(pages=20)),))
    yield "Outlook with a letter", "a.msg", msg(attached=(("l.docx", word()),))
