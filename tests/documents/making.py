"""Makes small files of every kind, whole or with something wrong in them."""

import email.policy
import io
import struct
import zipfile
from email.message import EmailMessage
from functools import cache

import docx
import pypdf
from PIL import Image
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from aylsham.documents.inspecting import Upload

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
PLACE = {1: "N", 2: (52.0, 47.0, 1.0), 3: "E", 4: (1.0, 15.0, 2.0)}
CAMERA = "Aylsham Camera Works"


def upload(name: str, data: bytes) -> Upload:
    """As a form would have it."""
    return Upload(name, data)


def pdf(text: str = "Words", *, pages: int = 1) -> bytes:
    """A PDF with words on its pages."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for _ in range(pages):
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 60 760 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    """The bytes of a PDF in the making."""
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def words_in(pdf: bytes) -> str:
    """The words of a PDF, page after page."""
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def pdf_with(change, text: str = "Words") -> bytes:
    """A PDF that `change(writer)` did something to."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(text)))
    change(writer)
    return written(writer)


def action(kind: str, **more) -> DictionaryObject:
    """A PDF action: `/S /kind`."""
    facts = {NameObject("/S"): NameObject(f"/{kind}")}
    return DictionaryObject(
        facts | {NameObject(f"/{k}"): TextStringObject(v) for k, v in more.items()}
    )


def pdf_object(body: bytes) -> bytes:
    """A PDF with one more object that nothing points at, in plain bytes."""
    whole = pdf()
    at = whole.index(b"xref")
    return whole[:at] + b"99 0 obj\n" + body + b"\nendobj\n" + whole[at:]


def pdf_stream(data: bytes, *, is_packed: bool = False) -> bytes:
    """A PDF with one more stream in it."""

    def add(writer: pypdf.PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(data)
        writer._root_object[NameObject("/Extra")] = writer._add_object(
            stream.flate_encode() if is_packed else stream
        )

    return pdf_with(add)


@cache
def word(text: str = "Words", **parts: bytes) -> bytes:
    """A Word file; `parts` replace or add parts, `__` for `/` and `_dot_` for `.` in their names."""
    document = docx.Document()
    document.add_paragraph(text)
    into = io.BytesIO()
    document.save(into)
    named = {k.replace("__", "/").replace("_dot_", "."): v for k, v in parts.items()}
    return with_parts(into.getvalue(), named)


def with_parts(data: bytes, parts: dict[str, bytes], *, method=zipfile.ZIP_DEFLATED) -> bytes:
    """The same zip with these parts in place of or beside its own."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", method) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return into.getvalue()


def word_kinds(text: str) -> bytes:
    """A Word file whose list of types says something else as well."""
    kinds = zipfile.ZipFile(io.BytesIO(word())).read("[Content_Types].xml").decode()
    return with_parts(
        word(), {"[Content_Types].xml": kinds.replace("</Types>", f"{text}</Types>").encode()}
    )


def word_main(content_type: str) -> bytes:
    """A Word file that says its main part is of another type."""
    kinds = zipfile.ZipFile(io.BytesIO(word())).read("[Content_Types].xml").decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_parts(word(), {"[Content_Types].xml": kinds.replace(main, content_type).encode()})


def word_body(inner: str) -> bytes:
    """A Word file with this inside its one paragraph."""
    body = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:p>{inner}</w:p></w:body></w:document>'
    )
    return with_parts(word(), {"word/document.xml": body.encode()})


def word_relation(kind: str, target: str, *, mode: str = "External") -> bytes:
    """A Word file with one more relationship."""
    old = zipfile.ZipFile(io.BytesIO(word())).read("word/_rels/document.xml.rels").decode()
    one = f'<Relationship Id="rId99" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    changed = old.replace("</Relationships>", f"{one}</Relationships>")
    return with_parts(word(), {"word/_rels/document.xml.rels": changed.encode()})


def zip_of(parts: dict[str, bytes]) -> bytes:
    """A plain zip."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return into.getvalue()


def picture(kind: str = "JPEG", size=(120, 80), mode="RGB", *, turned: int = 1, **options) -> bytes:
    """A picture: red, its left half blue, with the place and the camera in its EXIF."""
    image = Image.new(mode, size, (200, 30, 30) if mode == "RGB" else 120)
    image.paste((30, 30, 200) if mode == "RGB" else 20, (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = turned
    exif.get_ifd(0x8825).update(PLACE)
    into = io.BytesIO()
    image.save(into, kind, exif=exif.tobytes(), **options)
    return into.getvalue()


def jpeg_with_xmp() -> bytes:
    """A JPEG whose place stands in XMP, as some phones write it."""
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>52,47.0N</exif:GPSLatitude></x:xmpmeta>"
    plain = picture()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + plain[2:]


def eml(
    text: str = "Dear SENDCo", *, html: str = "", attached: tuple = (), **headers: str
) -> bytes:
    """An e-mail; `attached` are (name, bytes)."""
    message = EmailMessage()
    message["From"], message["To"] = "clinic@example.org", "sendco@example.org"
    message["Subject"], message["Date"] = "A report", "Mon, 23 Nov 2026 09:00:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes(policy=email.policy.SMTP)


def msg(text: str = "Dear SENDCo", *, attached: tuple = ()) -> bytes:
    """An Outlook file with a subject, a text and (name, bytes) attached."""
    wide = {"0037": "A report", "0C1A": "Clinic", "1000": text}
    tree: dict = {"__properties_version1.0": b"\0" * 32}
    tree |= {f"__substg1.0_{tag}001F": words.encode("utf-16-le") for tag, words in wide.items()}
    for number, (name, data) in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": b"\0" * 8,
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": data,
        }
    return compound(tree)


def compound(tree: dict) -> bytes:
    """An OLE compound file of storages (dicts) and streams (bytes); each stream fills its sectors."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries: list[list] = []  # name, type, right, child, start, size

    def keep(data: bytes) -> tuple[int, int]:
        data = data.ljust(4096, b"\0")  # shorter ones would belong into the small-stream table
        start, count = len(sectors), -(-len(data) // 512)
        for i in range(count):
            sectors.append(data[i * 512 : (i + 1) * 512].ljust(512, b"\0"))
            fat.append(start + i + 1 if i < count - 1 else 0xFFFFFFFE)
        return start, len(data)

    def add(name: str, node) -> int:
        entries.append([name, 0, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0])
        at = len(entries) - 1
        if isinstance(node, bytes):
            entries[at][1] = 2
            entries[at][4:] = keep(node)
            return at
        entries[at][1] = 1 if at else 5
        previous = 0
        for inner, value in sorted(node.items(), key=lambda kv: (len(kv[0]), kv[0].upper())):
            number = add(inner, value)
            entries[previous or at][2 if previous else 3] = number
            previous = number
        return at

    add("Root Entry", tree)
    entries[0][4] = 0xFFFFFFFE
    folder = b"".join(
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name) * 2 + 2, kind, 1, 0xFFFFFFFF, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
        for name, kind, right, child, start, size in entries
    )
    folder += b"\0" * (-len(folder) % 512)
    first = len(sectors)
    for i in range(len(folder) // 512):
        sectors.append(folder[i * 512 : (i + 1) * 512])
        fat.append(first + i + 1)
    fat[-1] = 0xFFFFFFFE
    table_at = len(sectors)
    tables = 1
    while tables * 128 < len(fat) + tables:
        tables += 1
    fat += [0xFFFFFFFD] * tables
    fat += [0xFFFFFFFF] * (tables * 128 - len(fat))
    sectors += [struct.pack("<128I", *fat[i * 128 : (i + 1) * 128]) for i in range(tables)]
    places = [table_at + i for i in range(tables)] + [0xFFFFFFFF] * (109 - tables)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, first, 0, 4096,
                        0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    return head + struct.pack("<109I", *places) + b"".join(sectors)
