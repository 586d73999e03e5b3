"""Passports as schools have them: Word with headings, tables, text boxes; PDF; scans."""

import io
import zipfile

import docx
import pypdf
from PIL import Image

from aylsham.documents.rendering import write_pdf
from tests.documents.making import written

ZOE = {
    "What people like and admire about me": ["I am kind.", "I know all about trains."],
    "What is important to me": ["My family", "My dog Biscuit"],
    "How best to support me": ["Tell me before things change."],
    "Things I find hard": ["Loud halls and the bell"],
    "Strategies that help me": ["A seat by the door", "Ear defenders in assembly"],
    "Please do": ["Use my name first"],
    "Please don't": ["Ask me to look at you"],
    "My targets": ["Read a whole book"],
    "Who helps me?": ["Mrs Hall"],
}
#: The same in the boxes of the product.
BOXES = {
    "admire": "I am kind.\nI know all about trains.",
    "matters": "My family\nMy dog Biscuit",
    "support": "Tell me before things change.",
    "hard": "Loud halls and the bell",
    "do": "Use my name first",
    "dont": "Ask me to look at you",
    "aims": "Read a whole book",
    "who": "Mrs Hall",
}
HELPS = ["A seat by the door", "Ear defenders in assembly"]
ABOUT = "Name: Zoë Burton   Class: Oak   Date of birth: 14/03/2018"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document) -> bytes:
    """The bytes of a Word file in the making."""
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def word(sections=ZOE, about: str = ABOUT) -> bytes:
    """Headings in Word's own styles, lists in its list style."""
    document = docx.Document()
    document.add_heading("One Page Profile", 0)
    document.add_paragraph(about)
    for title, lines in sections.items():
        document.add_heading(title, 1)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    return saved(document)


def bold(sections=ZOE) -> bytes:
    """Headings as bold lines, bullets typed by hand."""
    document = docx.Document()
    document.add_paragraph(ABOUT)
    for title, lines in sections.items():
        document.add_paragraph().add_run(title).bold = True
        for line in lines:
            document.add_paragraph(f"• {line}")
    return saved(document)


def table_below(sections=ZOE) -> bytes:
    """Two columns: a row of headings, below it a row of what they say."""
    document = docx.Document()
    document.add_paragraph(ABOUT)
    pairs = list(sections.items())
    table = document.add_table(rows=0, cols=2)
    for first in range(0, len(pairs), 2):
        two = [*pairs[first : first + 2], ("", [])][:2]
        for cell, (title, _) in zip(table.add_row().cells, two, strict=True):
            cell.text = title
        for cell, (_, lines) in zip(table.add_row().cells, two, strict=True):
            cell.text = "\n".join(lines)
    return saved(document)


def table_beside(sections=ZOE) -> bytes:
    """A label on the left, what it says on the right; name and class in rows of their own."""
    document = docx.Document()
    facts = {"Name": ["Zoë Burton"], "DOB": ["14/03/2018"], "Class": ["Oak"]}
    table = document.add_table(rows=0, cols=2)
    for title, lines in (facts | sections).items():
        left, right = table.add_row().cells
        left.text, right.text = title, "\n".join(lines)
    return saved(document)


def table_cells(sections=ZOE) -> bytes:
    """A cell for each box, its heading in bold on the first line."""
    document = docx.Document()
    document.add_paragraph(ABOUT)
    pairs = list(sections.items())
    table = document.add_table(rows=(len(pairs) + 1) // 2, cols=2)
    for number, (title, lines) in enumerate(pairs):
        cell = table.cell(number // 2, number % 2)
        cell.paragraphs[0].add_run(title).bold = True
        for line in lines:
            cell.add_paragraph(line)
    return saved(document)


def text_boxes(sections=ZOE) -> bytes:
    """Each box in a text box, which newer Word writes twice."""
    boxes = "".join(_box(title, lines) for title, lines in sections.items())
    document = docx.Document()
    document.add_paragraph(ABOUT)
    parts = dict(_parts(saved(document)))
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("<w:sectPr", f"{boxes}<w:sectPr", 1).encode()
    return zipped(parts)


def _box(title: str, lines: list[str]) -> str:
    said = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{title}</w:t></w:r></w:p>" + "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines
    )
    inside = f"<w:txbxContent>{said}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        f'<w:p {W}><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">'
        f'<w:drawing><wps:wsp xmlns:wps="{wps}"><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>'
        f'</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def _parts(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return into.getvalue()


def _html(body: str, style: str = "") -> bytes:
    return write_pdf(
        f'<html lang="en"><title>Passport</title><style>h2{{font-size:14pt}}{style}</style>{body}</html>'
    )


def pdf(sections=ZOE, about: str = ABOUT) -> bytes:
    """As Word writes it: one column, headings bold."""
    return _html(f"<p>{about}</p>" + "".join(_section(*pair) for pair in sections.items()))


def pdf_columns(sections=ZOE) -> bytes:
    """Two columns beside each other."""
    parts = [_section(*pair) for pair in sections.items()]
    half = (len(parts) + 1) // 2
    style = ".c{float:left;width:45%;margin-right:4%}"
    columns = "".join(
        f'<div class="c">{"".join(some)}</div>' for some in (parts[:half], parts[half:])
    )
    return _html(f"<p>{ABOUT}</p>{columns}", style)


def pdf_table(sections=ZOE) -> bytes:
    """A table of three columns, its headings in a row above what they say."""
    pairs = list(sections.items())
    rows = []
    for first in range(0, len(pairs), 3):
        three = pairs[first : first + 3]
        rows.append("".join(f"<th>{title}</th>" for title, _ in three))
        rows.append("".join(f"<td>{'<br>'.join(lines)}</td>" for _, lines in three))
    style = "th,td{width:33%;text-align:left;vertical-align:top;padding:4pt}table{width:100%}"
    return _html(f"<p>{ABOUT}</p><table><tr>{'</tr><tr>'.join(rows)}</tr></table>", style)


def _section(title: str, lines: list[str]) -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<h2>{title}</h2><ul>{items}</ul>"


def scan() -> bytes:
    """A page that is a picture: what a scanner makes."""
    picture = io.BytesIO()
    Image.new("L", (600, 800), 230).save(picture, "PDF")
    reader = pypdf.PdfReader(io.BytesIO(picture.getvalue()))
    writer = pypdf.PdfWriter()
    writer.add_page(reader.pages[0])
    return written(writer)
