"""A council's form filled in, as a Word file that people can edit and paste from."""

import datetime as dt
import io
from typing import Any

from aylsham.datewords import full_day_words
from reports.council_forms.mapping import FilledField, FilledForm


def form_word(filled: FilledForm, *, school: str, today: dt.date) -> bytes:
    """Headings, a heading for each box with its answer below; marked for screen readers by style."""
    paper = _paper(school, filled.form.title)
    paper.add_heading(filled.form.title, level=1)
    paper.add_paragraph(
        f"{filled.form.council}, version {filled.form.version}. {school}, {full_day_words(today)}."
    )
    if filled.form.route:
        paper.add_paragraph(filled.form.route)
    for part in filled.parts:
        paper.add_heading(part.title, level=2)
        for field in part.fields:
            _field(paper, field)
    section = paper.sections[0]
    section.footer.paragraphs[0].text = f"{school} · {filled.form.title} · Confidential"
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _field(paper: Any, field: FilledField) -> None:
    paper.add_heading(field.field.label, level=3)
    for line in (field.text or "Not filled in yet.").splitlines():
        if line.strip():
            paper.add_paragraph(line)
    if field.over:
        over = f"Too long for this box by {field.over} characters of {field.field.most}."
        paper.add_paragraph().add_run(over).italic = True


def _paper(author: str, title: str) -> Any:
    """An empty A4 paper in British English."""
    from docx import Document  # takes a third of a second: only when somebody asks for it
    from docx.oxml.ns import qn
    from docx.shared import Mm

    paper = Document()
    paper.core_properties.author, paper.core_properties.title = author, title
    paper.core_properties.language = "en-GB"
    for lang in paper.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    return paper
