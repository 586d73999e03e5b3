"""A statutory document as a Word file."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from aylsham.datewords import full_day_words
from reports.publications.kind import Table
from reports.selectors.publications import Paper


class Part(Protocol):
    """A part of a document: what it is called, what it says, its tables, and somebody's words."""

    @property
    def title(self) -> str: ...

    @property
    def said(self) -> tuple[str, ...]: ...

    @property
    def tables(self) -> tuple[Table, ...]: ...

    @property
    def words(self) -> str: ...


@dataclass(frozen=True)
class _Headed:
    """A part of a document that stands under a heading of the law."""

    title: str
    said: tuple[str, ...]
    tables: tuple[Table, ...]
    words: str


def publication_word(paper: Paper) -> bytes:
    """The words of a document, as its page shows them."""
    lines = [f"{paper.school}. As of {full_day_words(paper.publication.read_on)}."]
    if not paper.publication.is_published:
        lines.append(f"{paper.publication.get_state_display()}.")
    lines += [f"{what}: {words}" for what, words in paper.cover]
    parts = [_Headed(p.heading.title, p.said, p.tables, p.words) for p in paper.shown]
    return word_file(paper.school, paper.title, lines, parts)


def word_file(author: str, title: str, lines: Iterable[str], parts: Iterable[Part]) -> bytes:
    """A Word file: title, the lines below it, and each part with its tables."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    document = Document()
    document.core_properties.author = author
    document.core_properties.title = title
    document.core_properties.language = "en-GB"
    document.add_heading(title, level=1)
    for line in lines:
        document.add_paragraph(line)
    for part in parts:
        document.add_heading(part.title, level=2)
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
