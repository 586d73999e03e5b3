"""A statutory document as a Word file."""

import io

from aylsham.datewords import full_day_words
from reports.publications.kind import Table
from reports.selectors.publications import Paper


def publication_word(paper: Paper) -> bytes:
    """The words of a document, as its page shows them."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    document = Document()
    document.core_properties.author = paper.school
    document.core_properties.title = paper.title
    document.core_properties.language = "en-GB"
    document.add_heading(paper.title, level=1)
    document.add_paragraph(f"{paper.school}. As of {full_day_words(paper.publication.read_on)}.")
    if not paper.publication.is_published:
        document.add_paragraph(f"{paper.publication.get_state_display()}.")
    for what, words in paper.cover:
        document.add_paragraph(f"{what}: {words}")
    for part in paper.shown:
        document.add_heading(part.heading.title, level=2)
        for sentence in part.said:
            document.add_paragraph(sentence)
        for table in part.tables:
            _add_table(document, table)
        for line in filter(None, part.words.splitlines()):
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document, table: Table) -> None:
    """A table with its title above; its first row is repeated on every page."""
    from docx.oxml import OxmlElement

    document.add_heading(table.title, level=3)
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cells, texts in ((made.rows[0].cells, table.columns), *((None, row) for row in table.rows)):
        for cell, text in zip(cells or made.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()
