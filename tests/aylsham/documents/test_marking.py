"""Marked copies: words across every page, read past by a screen reader, tags kept."""

import io

import pikepdf
import pypdf
import pytest

from aylsham.documents.marking import mark_pdf
from aylsham.documents.rendering import PdfProblem, write_pdf
from tests.documents.making import pdf, picture
from tests.tags import elements

WORDS = {
    "across": "Copy for Dr <Ada> Moss",
    "foot": "Copy for Dr Moss, Council",
    "label": "A report",
}


def marked(data: bytes, extension: str = "pdf") -> bytes:
    return mark_pdf(data, extension, **WORDS)


def text_of(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_every_page_says_for_whom_and_the_tags_stay():
    plain = write_pdf(
        "<html lang='en'><title>Report</title><h1>Report</h1><p>Reads well</p>"
        "<p style='break-before: page'>Second page</p></html>"
    )
    data = marked(plain)
    pages = text_of(data)
    assert len(pages) == 2
    for page in pages:
        assert "Copy for Dr <Ada> Moss" in page.replace("\n", " ")
        assert "Copy for Dr Moss, Council" in page.replace("\n", " ")
    assert "Reads well" in pages[0]
    with pikepdf.open(io.BytesIO(plain)) as before, pikepdf.open(io.BytesIO(data)) as after:
        kinds = [[str(e.S) for e in elements(each)] for each in (before, after)]
        assert kinds[0] == kinds[1] != []
        assert after.Root.MarkInfo.Marked
        assert str(after.Root.Lang) == "en"
        for page in after.pages:
            # An artifact: nobody has to listen to it on each page.
            assert b"/Artifact" in page.Contents[-1].read_bytes()
            fonts = page.Resources.XObject["/AylshamMark"].Resources.Font
            assert all("/FontFile" in str(dict(_descriptor(f)).keys()) for f in fonts.values())


def _descriptor(font):
    found = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return found.FontDescriptor


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_marked_the_right_way_up(turn):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Words")))
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    data = marked(out.getvalue())
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[0]
    seen = page.render(scale=1).to_pil().convert("L")
    # The line at the foot of what a person sees is darker than what stands at the head.
    width, height = seen.size
    size = min(width / 595.276, height / 841.89)
    foot = int((height - 841.89 * size) / 2)
    strip = seen.crop((0, height - foot - int(22 * size), width, height - foot))
    assert min(strip.tobytes()) < 160


def test_a_picture_becomes_a_tagged_page():
    data = marked(picture(), "jpg")
    with pikepdf.open(io.BytesIO(data)) as made:
        figures = [e for e in elements(made) if str(e.S) == "/Figure"]
        assert [str(e.Alt) for e in figures] == ["A report"]
    assert "Copy for" in text_of(data)[0]


def test_locked_and_broken_files_are_refused_in_words():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Words")))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(PdfProblem, match="password"):
        marked(out.getvalue())
    with pytest.raises(PdfProblem):
        marked(b"%PDF-1.7 nothing")
