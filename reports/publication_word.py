"""A statutory document as a Word file."""

import io

from aylsham.datewords import full_day_words
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
    for part in paper.parts:
        document.add_heading(part.heading.title, level=2)
        for sentence in part.said:
            document.add_paragraph(sentence)
        for line in filter(None, part.words.splitlines()):
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
