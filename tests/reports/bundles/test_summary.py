"""The summary of a bundle quotes words, never a file, and reads as sentences."""

import datetime as dt

from reports.bundles.evidence import Block, Evidence, File
from reports.bundles.summary import cut, summary_of

ON = dt.date(2026, 11, 23)


def views(*blocks: Block, file: File | None = None) -> Evidence:
    return Evidence("views:1", "views", "Parents' views", ON, "Ms Reed", blocks, file)


def test_views_that_are_a_file_are_not_quoted():
    paper = views(file=File("ab" * 32, "docx", "We are worried."))
    said = views(Block("What I like", "Trains"))
    found = summary_of([(1, paper), (2, said)], size=0, left_out=0)
    assert [(each.words, each.number) for each in found.views] == [("Trains", 2)]


def test_lines_of_a_need_become_sentences():
    assert cut("Follows one step\nStarts late.\n\n  Asks again ", 99) == (
        "Follows one step. Starts late. Asks again"
    )
    assert cut("One word more", 8) == "One …"
    assert cut(" \n ", 9) == ""


def test_one_item_is_one_item():
    found = summary_of([(1, views(Block("", "Trains")))], size=0, left_out=1)
    assert found.numbers == (("Item in this bundle", 1), ("Item left out", 1))
