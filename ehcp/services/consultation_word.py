"""The reply to a consultation as a Word file, for a council that wants to copy from it."""

import io
from datetime import date
from typing import Any

from aylsham.datewords import full_day_words


def reply_word(content: dict[str, Any]) -> bytes:
    """The words of a reply, as they stand or as they were sent."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    paper = Document()
    paper.core_properties.author = content["school"]
    paper.core_properties.title = "Reply to a consultation"
    for line in (content["school"], *content["head"]):
        paper.add_paragraph(line)
    paper.add_heading("Reply to your consultation about naming our school", level=1)
    for label, value in facts_of(content):
        paper.add_paragraph(f"{label}: {value}")
    for heading, words in sections_of(content):
        paper.add_heading(heading, level=2)
        for line in words.splitlines():
            paper.add_paragraph(line)
    _figures(paper, content["facts"])
    if content["signed_by"]:
        paper.add_paragraph(f"{content['signed_by']}, head teacher, {_day(content['signed_on'])}")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def facts_of(content: dict[str, Any]) -> list[tuple[str, str]]:
    """What the reply is about: label and value, without what is empty."""
    pairs = (
        ("To", ", ".join(filter(None, (content["to"], content["council"])))),
        ("Your reference", content["reference"]),
        ("Child", f"{content['child']}, to join {content['year']}"),
        ("Your consultation reached us on", _day(content["received_on"])),
        ("Our answer", content["answer"]),
    )
    return [(label, value) for label, value in pairs if value]


def sections_of(content: dict[str, Any]) -> list[tuple[str, str]]:
    """Headings and words of the reply, without what is empty."""
    grounds = [
        (f"{each['label']} ({each['citation']})", each["words"]) for each in content["grounds"]
    ]
    pairs = (
        *grounds,
        ("Steps that we looked at", content["steps"]),
        ("Rooms and premises", content["premises"]),
        ("What else you should know", content["comments"]),
    )
    return [(heading, words) for heading, words in pairs if words]


def _figures(paper, facts: dict[str, Any]) -> None:
    if not facts:
        return
    paper.add_heading(f"The school on {_day(facts['on'])}", level=2)
    heads = ("", "Children", "SEN support", "EHC plan")
    table = paper.add_table(rows=1, cols=len(heads))
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.text = words
    for line in facts["lines"]:
        values = (line["label"], line["children"], line["support"], line["plan"])
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = str(value)
    for sentence in sentences_of(facts):
        paper.add_paragraph(sentence)


def sentences_of(facts: dict[str, Any]) -> list[str]:
    """What the figures say besides the table; replies of before know the owed hours alone."""
    owed = f"Adults owe the children of these classes {facts['hours']} hours a week"
    said = [f"{owed}, and all children of the school {facts['hours_school']}."]
    if "given" in facts:
        said.append(
            f"Extra help that runs now takes {facts['given']} hours of adults a week in these "
            f"classes, and {facts['given_school']} in the whole school."
        )
    for key, whose in (("needs", "in these classes"), ("needs_school", "in the whole school")):
        if needs := facts.get(key):
            listed = "; ".join(f"{label}, {number}" for label, number in needs)
            said.append(f"Children with needs {whose} (a child may count twice): {listed}.")
    return said


def _day(iso: str) -> str:
    return full_day_words(date.fromisoformat(iso))
