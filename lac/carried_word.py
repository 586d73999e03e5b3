"""The sheet for a new record as a Word file that names nobody, its properties included."""

import io
from collections.abc import Iterable, Sequence

TITLE = "What helps, and where learning stands"


def sheet_word(groups: Iterable[tuple[str, Sequence[str]]]) -> bytes:
    """Headings with their texts."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    document = Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.title = TITLE
    document.add_heading(TITLE, level=1)
    for heading, texts in groups:
        document.add_heading(heading, level=2)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
