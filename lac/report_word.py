"""The designated teacher's report as a Word file."""

import io

from aylsham.datewords import full_day_words
from lac.selectors.year_reports import YearPaper


def year_report_word(paper: YearPaper) -> bytes:
    """The words of a report, as its page shows them."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    document = Document()
    document.core_properties.author = paper.school
    document.core_properties.title = paper.title
    document.add_heading(paper.title, level=1)
    document.add_paragraph(f"{paper.school}. As of {full_day_words(paper.report.counted_on)}.")
    if not paper.report.is_published:
        state = "Withdrawn." if paper.report.is_withdrawn else "Draft, not published."
        document.add_paragraph(state)
    for part in paper.parts:
        document.add_heading(part.title, level=2)
        for sentence in part.said:
            document.add_paragraph(sentence, style="List Bullet")
        if part.words:
            document.add_heading("In the designated teacher’s words", level=3)
            for line in filter(None, part.words.splitlines()):
                document.add_paragraph(line)
        document.add_paragraph(f"Governors may ask: {part.ask}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
