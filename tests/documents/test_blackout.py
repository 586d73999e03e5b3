"""Blacking out leaves nothing behind: searched for in bytes, streams, text and metadata."""

import contextlib
import io
import shutil
import subprocess
import zlib

import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from aylsham.documents.blackout import BLACK, BlackedFile, black_out_text, draw, joined
from tests.documents.making import pdf, pdf_with

SECRET = "quarkle"


def everything_in(data: bytes) -> list[bytes]:
    """The bytes of a PDF, its streams unpacked, its metadata and what a reader reads in it."""
    found = [data]
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, 60):
        try:
            thing = reader.get_object(number)
        except Exception:
            continue
        found.append(str(thing).encode())
        if hasattr(thing, "get_data"):
            raw = thing._data if isinstance(thing._data, bytes) else b""
            found.append(raw)
            with contextlib.suppress(zlib.error):
                found.append(zlib.decompress(raw))
    found.append(str(reader.metadata).encode())
    found.append(" ".join(page.extract_text() for page in reader.pages).encode())
    found.append(str(reader.attachments).encode())
    if shutil.which("pdftotext"):
        for program in (["pdftotext", "-", "-"], ["pdfinfo", "-"]):
            told = subprocess.run(program, input=data, capture_output=True, check=True)
            found.append(told.stdout)
    return found


def holds(data: bytes, word: str) -> bool:
    """Whether the word stands anywhere in it, in any of the ways in which a PDF writes text."""
    ways = [word.encode(), word.encode("utf-16-be"), word.encode().hex().encode()]
    return any(way.lower() in part.lower() for part in everything_in(data) for way in ways)


def hidden_everywhere(writer: pypdf.PdfWriter) -> None:
    """The word in metadata, an attachment, a comment and an outline, besides the page."""
    writer.add_metadata({"/Title": SECRET, "/Author": SECRET})
    writer.add_attachment("note.txt", SECRET.encode())
    writer.add_outline_item(title=SECRET, page_number=0)
    from pypdf.annotations import Text

    writer.add_annotation(0, Text(rect=(0, 0, 1, 1), text=SECRET))


def saved_twice() -> bytes:
    """A PDF whose first state, with the word, lies before the second."""
    first = pdf(f"Hello {SECRET}")
    writer = pypdf.PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Subject": SECRET})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def turned(degrees: int) -> bytes:
    def change(writer):
        page = writer.pages[0]
        page[NameObject("/Rotate")] = pypdf.generic.NumberObject(degrees)

    return pdf_with(change, f"Hello {SECRET}")


def cut() -> bytes:
    def change(writer):
        box = ArrayObject(map(FloatObject, (40, 300, 400, 800)))
        writer.pages[0][NameObject("/CropBox")] = box

    return pdf_with(change, f"Hello {SECRET}")


class TestFiles:
    @pytest.mark.parametrize(
        "data",
        [pdf(f"Hello {SECRET}"), pdf_with(hidden_everywhere, f"Hello {SECRET}"), saved_twice()],
        ids=["plain", "hidden", "saved_twice"],
    )
    def test_a_word_is_nowhere_afterwards(self, data):
        assert holds(data, SECRET)
        drawn = draw([BlackedFile(data, "pdf", "Item 1", words=(SECRET,))])
        assert drawn.missing == ((),)
        whole = joined([drawn.pdf], title="Records")
        assert not holds(whole, SECRET)
        assert not holds(drawn.pdf, SECRET)
        assert pypdf.PdfReader(io.BytesIO(whole)).metadata == {"/Title": "Records"}

    @pytest.mark.parametrize(
        "data",
        [pdf(f"Hello {SECRET}"), turned(90), turned(180), turned(270), cut()],
        ids=["upright", "90", "180", "270", "cut"],
    )
    def test_the_box_lies_on_the_word(self, data):
        """All ink of the word is in a box, and what stands beside it is not."""
        plain = picture(draw([BlackedFile(data, "pdf", "")]).pdf)
        black = picture(draw([BlackedFile(data, "pdf", "", words=(SECRET,))]).pdf)
        whole = picture(draw([BlackedFile(data, "pdf", "", words=(f"Hello {SECRET}",))]).pdf)
        changed = box_of_change(plain, black)
        assert changed is not None
        # With both words gone one solid bar is left; with one gone, a bar and the other word.
        assert solid(whole, box_of_change(plain, whole)) > 0.9
        assert solid(black, changed) > 0.9
        ink = box_of_ink(plain)
        assert box_of_ink(black) != changed
        assert covers(box_of_change(plain, whole), ink)

    def test_a_word_that_is_not_there_is_named(self):
        drawn = draw([BlackedFile(pdf("Hello"), "pdf", "Item 1", words=(SECRET, "Hello"))])
        assert drawn.missing == ((SECRET,),)

    def test_pages_are_left_out_and_numbered_on(self):
        files = [
            BlackedFile(pdf("One", pages=3), "pdf", "Item 1", left_out=(2,)),
            BlackedFile(pdf("Two", pages=1), "pdf", "Item 2"),
        ]
        drawn = draw(files, first_page=7)
        assert drawn.pages == (2, 1)
        assert len(pypdf.PdfReader(io.BytesIO(drawn.pdf)).pages) == 3

    def test_a_picture_with_a_box(self):
        into = io.BytesIO()
        Image.new("RGB", (200, 200), "white").save(into, "PNG")
        drawn = draw([BlackedFile(into.getvalue(), "png", "", boxes=((1, 0, 0, 50, 50),))])
        page = picture(drawn.pdf)
        box = box_of_ink(page)
        assert solid(page, box) > 0.9

    def test_a_broken_file_is_said_so(self):
        from aylsham.documents.rendering import PdfProblem

        with pytest.raises(PdfProblem):
            draw([BlackedFile(b"%PDF-1.4 nothing", "pdf", "Item 1")])


class TestText:
    def test_in_any_case_and_over_a_line(self):
        text, missing = black_out_text("Ann  Moss said.\nann\nmoss left", ["Ann Moss"])
        assert text == f"{BLACK} said.\n{BLACK} left"
        assert missing == []

    def test_the_longest_first(self):
        text, missing = black_out_text("Ann Moss and Ann", ["Ann", "Ann Moss"])
        assert text == f"{BLACK} and {BLACK}"
        assert missing == []

    def test_the_bar_tells_no_length(self):
        long, _ = black_out_text("Christopher came", ["Christopher"])
        short, _ = black_out_text("Al came", ["Al"])
        assert long == short

    def test_signs_are_not_patterns(self):
        text, missing = black_out_text("a.c and abc", ["a.c"])
        assert text == f"{BLACK} and abc"
        assert missing == []


def picture(data: bytes) -> Image.Image:
    """The first page in grey, without the line at its foot."""
    page = pypdfium2.PdfDocument(data)[0].render(scale=150 / 72).to_pil().convert("L")
    return page.crop((0, 0, page.width, page.height - 60))


def box_of_ink(page: Image.Image):
    return page.point(lambda dot: 255 if dot < 128 else 0).getbbox()


def box_of_change(before: Image.Image, after: Image.Image):
    from PIL import ImageChops

    return ImageChops.difference(before, after).point(lambda d: 255 if d > 100 else 0).getbbox()


def solid(page: Image.Image, box) -> float:
    """The share of black in a box."""
    part = page.crop(box).point(lambda dot: 1 if dot < 100 else 0)
    return sum(part.get_flattened_data()) / (part.width * part.height)


def covers(outer, inner) -> bool:
    return all(outer[n] <= inner[n] + 2 for n in (0, 1)) and all(
        outer[n] >= inner[n] - 2 for n in (2, 3)
    )


def test_a_form_field_is_given_as_a_picture_and_not_as_a_value():
    def change(writer):
        writer._root_object[NameObject("/Secret")] = TextStringObject(SECRET)

    data = pdf_with(change, "Nothing")
    assert holds(data, SECRET)
    assert not holds(draw([BlackedFile(data, "pdf", "Item 1")]).pdf, SECRET)
