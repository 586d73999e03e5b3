"""The costed case for a top-up as a Word file, for a council that wants it in a form of its own."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from aylsham.datewords import full_day_words
from provision.rules.money import in_pounds
from provision.selectors.top_up import ChildCosts, CostLine

TITLE = "Costed case for a top-up"
HEAD = ("Provision", "How often", "Had, min", "Planned", "Planned until today", "Delivered")
#: Of the table's width, in millimetres.
WIDTHS = (40, 42, 16, 24, 26, 24)
#: So many columns from the left hold words; the others sums.
OF_WORDS = 2
EXPLAINED = (
    "Costs are minutes at the rate of the role with on-costs, shared among the children of a "
    "group; resources count in full from the first day. They add up to the penny with the "
    "school’s provision costs, without drafts and what is confidential."
)


def top_up_word(
    *, page: ChildCosts, in_short: Iterable[str], name: str, school: str, today: date
) -> bytes:
    """The same words and sums as the PDF; headings and the first row of a table are marked so."""
    paper = _paper(school, f"{school} · {TITLE} · Printed {full_day_words(today)} · Confidential")
    paper.add_heading(f"{name}: costed case for a top-up", level=1)
    when = f"as the record reads on {full_day_words(today)}"
    paper.add_paragraph(f"{school} · school year {page.year_words} · {when}")
    paper.add_heading("In short", level=2)
    for sentence in in_short:
        paper.add_paragraph(sentence)
    paper.add_heading("What it costs", level=2)
    _table(paper, HEAD, WIDTHS, [*map(_cells, page.lines), _together(page)])
    paper.add_heading("What was given", level=2)
    for line in page.lines:
        paper.add_heading(line.line.provision.name, level=3)
        paper.add_paragraph(line.words)
    if page.reviewed:
        paper.add_heading("What came of it", level=2)
        rows = [(part.line.target.text, part.result_words) for part in page.reviewed]
        _table(paper, ("Target", "How it went"), (110, 62), rows)
    paper.add_heading("How it is worked out", level=2)
    paper.add_paragraph(EXPLAINED)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _cells(line: CostLine) -> tuple[str, ...]:
    amount = line.amount
    sums = (amount.planned, amount.spent.so_far, amount.spent.delivered)
    return (line.line.provision.name, line.how, str(line.delivery.given), *map(in_pounds, sums))


def _together(page: ChildCosts) -> tuple[str, ...]:
    sums = (page.total.planned, page.total.spent.so_far, page.total.spent.delivered)
    return ("Together", "", str(page.minutes_given), *map(in_pounds, sums))


def _paper(author: str, foot: str) -> Any:
    """An empty A4 paper in British English, with a line at its foot."""
    from docx import Document  # takes a third of a second: only when somebody asks for it
    from docx.oxml.ns import qn
    from docx.shared import Mm

    paper = Document()
    paper.core_properties.author, paper.core_properties.title = author, TITLE
    paper.core_properties.language = "en-GB"
    for lang in paper.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin = section.bottom_margin = Mm(18)
    section.footer.paragraphs[0].text = foot
    return paper


def _table(
    paper: Any, head: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]
) -> None:
    """A table whose first row is its head, said again on every page; no row is torn."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = paper.add_table(rows=0, cols=len(head), style="Table Grid")
    table.autofit = False
    for number, values in enumerate([head, *rows]):
        row = table.add_row()
        marks = row._tr.get_or_add_trPr()
        marks.append(OxmlElement("w:cantSplit"))
        if number == 0:
            marks.append(OxmlElement("w:tblHeader"))
        for place, (cell, words) in enumerate(zip(row.cells, values, strict=True)):
            cell.width = Mm(widths[place])
            _write(cell, words, is_head=number == 0, is_sum=place >= OF_WORDS)
    paper.add_paragraph()


def _write(cell: Any, words: str, *, is_head: bool, is_sum: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = cell.paragraphs[0]
    paragraph.add_run(words).bold = is_head
    if is_sum:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
