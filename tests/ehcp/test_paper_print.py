"""A paper of a review on paper: where its lines come from is said once, where it can be."""

import io

import pytest
from django.template.loader import render_to_string
from docx import Document

from ehcp.services.papers.word import one_source, paper_word

LINES = [
    {"text": "B1, to change: “Old.”", "source": "Meeting of 2 March 2026", "is_under": False},
    {"text": "New words: “New.”", "source": "Meeting of 2 March 2026", "is_under": True},
]
OTHER = {"text": "Reads alone.", "source": "Cycle 1", "is_under": False}


def content(*lines) -> dict:
    part = {
        "key": "agreed", "number": "1", "heading": "Agreed", "lines": list(lines),
        "text": "", "text_by": "", "text_on": "", "empty": "",
    }  # fmt: skip
    return {
        "title": "Report of the meeting", "kind": "report", "number": 1, "school": "Oakfield",
        "council": "Norfolk", "order": "Plain", "meeting_on": "2026-03-02", "is_held": True,
        "review": "Annual review", "checked_by": "", "checked_on": "", "parts": [part],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (LINES, "Meeting of 2 March 2026"),
        (LINES[:1], ""),
        ([*LINES, OTHER], ""),
        ([], ""),
    ],
)
def test_one_source_is_that_of_several_lines(lines, source):
    assert one_source({"lines": lines}) == source


@pytest.mark.parametrize("lines", [LINES, [*LINES, OTHER]])
def test_each_source_stands_there_once_or_beside_its_line(lines):
    said = content(*lines)
    html = render_to_string("ehcp/print/review_paper.html", {"paper": said})
    word = "\n".join(p.text for p in Document(io.BytesIO(paper_word(said))).paragraphs)
    for text in (html, word):
        # What stands under a line comes from where that came from.
        assert text.count("Meeting of 2 March 2026") == 1
        assert text.index("Old.") < text.index("New.")
        assert ("Cycle 1" in text) == (lines is not LINES)


def test_what_stands_under_a_line_and_comes_from_elsewhere_says_so():
    said = content(*LINES[:1], OTHER | {"is_under": True}, OTHER)
    html = render_to_string("ehcp/print/review_paper.html", {"paper": said})
    word = "\n".join(p.text for p in Document(io.BytesIO(paper_word(said))).paragraphs)
    assert html.count("[Cycle 1]") == word.count("[Cycle 1]") == 2
