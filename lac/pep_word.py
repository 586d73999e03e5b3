"""A plan as a Word file, in the order of the virtual school's own form."""

import io

from aylsham.datewords import full_day_words
from lac.selectors.pep_content import Paper, Section


def plan_word(paper: Paper) -> bytes:
    """The words of a plan, as it reads now or as it was signed."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    document = Document()
    document.core_properties.author = paper.school
    document.core_properties.title = paper.title
    document.add_heading(f"{paper.title}: {paper.term}", level=1)
    for label, value in head_of(paper):
        document.add_paragraph(f"{label}: {value}")
    for section in paper.sections:
        _section(document, section)
    if paper.signatures:
        document.add_heading("Signed", level=2)
        for label, name, on in paper.signatures:
            document.add_paragraph(f"{label}: {name}, {on}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def head_of(paper: Paper) -> list[tuple[str, str]]:
    """What stands above the parts: label and value, without what is empty."""
    pairs = (
        ("Child", paper.child),
        ("Born", paper.born_on),
        ("School", paper.school),
        ("Led by", paper.lead),
        ("Meeting", paper.meeting),
        ("Agreed with the parents to have recorded", paper.consent),
        ("Signed, with the facts of" if paper.is_signed else "As of", full_day_words(paper.on)),
    )
    return [(label, value) for label, value in pairs if value]


def _section(document, section: Section) -> None:
    document.add_heading(section.heading, level=2)
    for label, value in section.facts:
        document.add_paragraph(f"{label}: {value}")
    for each in section.said:
        document.add_heading(each.question, level=3)
        if each.source:
            document.add_paragraph(each.source).italic = True
        for line in each.text.splitlines():
            document.add_paragraph(line)
    for target in section.targets:
        for number, (label, value) in enumerate(target.items()):
            if value:
                style = "List Bullet" if number == 0 else None
                document.add_paragraph(f"{label}: {value}", style=style)
    if section.note:
        document.add_paragraph(section.note)
