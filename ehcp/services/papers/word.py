"""A paper of a review as a Word file: a council may copy from it, a colleague read it aloud."""

import io
from datetime import date
from typing import Any

from aylsham.datewords import full_day_words


def paper_word(content: dict[str, Any], *, is_draft: bool = False) -> bytes:
    """The words of a paper, each line with its source."""
    from docx import Document  # takes a third of a second: only when somebody asks for it

    paper = Document()
    paper.core_properties.author = content["school"]
    paper.core_properties.title = content["title"]
    paper.core_properties.language = "en-GB"
    paper.add_heading(content["title"], level=1)
    for line in facts_of(content):
        paper.add_paragraph(line)
    if is_draft:
        paper.add_paragraph("Draft: not sent")
    for part in content["parts"]:
        paper.add_heading(f"{part['number']}. {part['heading']}", level=2)
        _part(paper, part)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def facts_of(content: dict[str, Any]) -> list[str]:
    """What stands under the title."""
    meeting = "Meeting on" if content["is_held"] else "For the meeting on"
    lines = [
        f"{content['school']} to {content['council']} and everybody invited",
        f"{content['review']}. {meeting} {_day(content['meeting_on'])}.",
    ]
    if content["number"] > 1:
        lines.append(f"Version {content['number']}: it takes the place of the one before.")
    if content["checked_by"]:
        lines.append(f"Checked by {content['checked_by']}, {_day(content['checked_on'])}.")
    return lines


def own_source(part: dict[str, Any]) -> str:
    """Who wrote last in the own words of a part, and when: several may have."""
    said = f"Written by the school, last by {part['text_by']}"
    return f"{said}, {_day(part['text_on'])}" if part["text_on"] else said


def one_source(part: dict[str, Any]) -> str:
    """Where all lines of a part come from, said once over several; empty where they differ."""
    sources = {line["source"] for line in part["lines"]}
    return sources.pop() if len(sources) == 1 and len(part["lines"]) > 1 else ""


def _part(paper, part: dict[str, Any]) -> None:
    if source := one_source(part):
        paper.add_paragraph().add_run(f"All from: {source}").italic = True
    above = ""
    for line in part["lines"]:
        style = "List Bullet 2" if line["is_under"] else "List Bullet"
        # What stands under a line mostly comes from where that came from.
        is_said = source or (line["is_under"] and line["source"] == above)
        above = above if line["is_under"] else line["source"]
        _said(paper.add_paragraph(style=style), line["text"], "" if is_said else line["source"])
    if part["text"]:
        *first, last = part["text"].splitlines()
        for words in first:
            paper.add_paragraph(words)
        _said(paper.add_paragraph(), last, own_source(part))
    if part["empty"]:
        paper.add_paragraph(part["empty"])


def _said(paragraph, words: str, source: str) -> None:
    paragraph.add_run(words)
    if source:
        paragraph.add_run(f" [{source}]").italic = True


def _day(iso: str) -> str:
    return full_day_words(date.fromisoformat(iso))
