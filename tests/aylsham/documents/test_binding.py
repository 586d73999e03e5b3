"""Binding: pages of files in the right place and the right way up, with hashes, split by size."""

import hashlib
import io

import pypdf
import pypdfium2
import pytest
from pypdf.generic import NameObject

from aylsham.documents.binding import BROKEN, LOCKED, Paper, bind, look_into
from aylsham.documents.drawing import page_digests
from tests.documents.making import action, pdf, pdf_with, picture, word

PAGE = (
    '<section style="break-before: page" id="f{paper}p{page}"><p>Strip</p>'
    '<svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="9" height="9">'
    "<title>{words}</title><rect width='1' height='1' fill='white'/></svg></section>"
)


def html(*papers: Paper) -> str:
    """A first page of ours, then every page of the files."""
    leaves = "".join(
        PAGE.format(paper=n, page=at, words=page.words or "A scan")
        for n, paper in enumerate(papers)
        for at, page in enumerate(paper.pages)
    )
    head = "<html lang='en-GB'><head><title>Bundle</title></head>"
    return f"<!doctype html>{head}<body><h1>Ours</h1>{leaves}</body></html>"


def reader(part) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(part.pdf))


def turned(degrees: int) -> bytes:
    def turn(writer):
        writer.pages[0].rotate(degrees)

    return pdf_with(turn, "Turned")


class TestLooking:
    def test_pages_and_words_are_read(self):
        paper = look_into(pdf("Working memory", pages=3), "pdf")
        assert [page.words for page in paper.pages] == ["Working memory"] * 3
        assert not paper.problem

    @pytest.mark.parametrize(
        ("degrees", "is_wide"), [(0, False), (90, True), (180, False), (270, True)]
    )
    def test_how_a_page_lies_is_as_a_person_sees_it(self, degrees, is_wide):
        assert look_into(turned(degrees), "pdf").pages[0].is_wide == is_wide

    def test_a_picture_is_one_page(self):
        paper = look_into(picture(size=(300, 200)), "jpg")
        assert [(page.is_wide, page.words) for page in paper.pages] == [(True, "")]

    def test_locked_broken_and_other_files_say_why(self):
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
        writer.encrypt("secret")
        out = io.BytesIO()
        writer.write(out)
        assert look_into(out.getvalue(), "pdf").problem == LOCKED
        assert look_into(pdf()[:90], "pdf").problem == BROKEN
        assert look_into(b"", "pdf").problem == BROKEN
        assert look_into(word(), "docx").problem

    def test_nothing_but_pages_goes_on(self):
        def add(writer):
            writer._root_object[NameObject("/OpenAction")] = action("JavaScript", JS="app.alert(1)")
            writer.add_attachment("hidden.txt", b"hidden words")

        paper = look_into(pdf_with(add), "pdf")
        bound = bind(html(paper), [paper]).parts[0].pdf
        assert b"JavaScript" not in bound
        root = pypdf.PdfReader(io.BytesIO(bound)).trailer["/Root"]
        assert "/OpenAction" not in root
        assert not pypdf.PdfReader(io.BytesIO(bound)).attachments


class TestBinding:
    @pytest.mark.parametrize("degrees", [0, 90, 180, 270])
    def test_a_page_is_drawn_inside_its_sheet(self, degrees):
        paper = look_into(turned(degrees), "pdf")
        bound = bind(html(paper), [paper])
        page = pypdfium2.PdfDocument(bound.parts[0].pdf)[1]
        text = page.get_textpage()
        assert text.count_rects(*text.search("Turned").get_next()) > 0
        left, bottom, right, top = text.get_rect(0)
        assert 0 <= left < right <= page.get_width()
        assert 0 <= bottom < top <= page.get_height()

    def test_each_page_has_its_hash_and_another_word_changes_that_one_alone(self):
        one, other = look_into(pdf("One", pages=2), "pdf"), look_into(pdf("Other", pages=2), "pdf")
        third = look_into(pdf("Third", pages=2), "pdf")
        first = bind(html(one, other), [one, other]).parts[0]
        second = bind(html(one, third), [one, third]).parts[0]
        same = [a == b for a, b in zip(first.digests, second.digests, strict=True)]
        assert same == [True, True, True, False, False]

    def test_what_is_bound_twice_has_the_same_hashes(self):
        paper = look_into(pdf("One", pages=2), "pdf")
        first, second = (bind(html(paper), [paper]).parts[0] for _ in range(2))
        assert first.digests == second.digests

    def test_an_altered_page_no_longer_has_its_hash(self):
        paper = look_into(pdf("One", pages=2), "pdf")
        part = bind(html(paper), [paper]).parts[0]
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(part.pdf))
        writer.pages[1].merge_page(writer.pages[0])
        out = io.BytesIO()
        writer.write(out)
        now = page_digests(out.getvalue())
        assert [a == b for a, b in zip(part.digests, now, strict=True)] == [True, False, True]
        assert hashlib.sha256(part.pdf).hexdigest() != hashlib.sha256(out.getvalue()).hexdigest()

    def test_anchors_tell_on_which_page_each_stands(self):
        paper = look_into(pdf(pages=2), "pdf")
        assert bind(html(paper), [paper]).starts == {"f0p0": 2, "f0p1": 3}

    def test_our_pages_alone_are_a_bundle_too(self):
        bound = bind(html(), [])
        assert bound.pages == 1
        assert "Ours" in reader(bound.parts[0]).pages[0].extract_text()
