"""Fonts for paper: what children write in any script of an English primary school is printed."""

import io
import json

import pypdf
import pytest
from fontTools.ttLib import TTFont

from aylsham.documents.fonts import PAPER, fonts, with_fonts, without_font
from aylsham.documents.rendering import write_pdf

PAGE = '<html lang="en-GB"><head><title>A</title></head><body><h1>A</h1><p>{}</p></body></html>'
SAID = {
    "latin-ext": "łódź çok teşekkürler știu žena ŵy",
    "cyrillic": "Мені подобається їжак",
    "greek": "Μου αρέσει",
    "vietnamese": "Tôi thích đọc",
    "arabic": "اقرأ ببطء پڑھنا ګړندی",
    "hebrew": "לאט בבקשה",
    "devanagari": "धीरे पढ़ो",
    "bengali": "ধীরে পড়ো",
    "gurmukhi": "ਹੌਲੀ ਪੜ੍ਹੋ",
    "gujarati": "ધીમે વાંચો",
    "tamil": "மெதுவாக படி",
    "symbols": "① then →",
    "symbols-2": "✓ ☐ ★",
    "emoji": "I like 🐬 ❤️ 👨‍👩‍👧 👍🏽 🇬🇧",
}


@pytest.mark.parametrize("script", SAID)
def test_every_script_has_a_font(script):
    assert without_font([SAID[script]]) == []
    assert f"own:fonts/paper/{script}.ttf" in with_fonts(PAGE.format(SAID[script]))


def test_what_no_font_has_is_named_once_and_in_order():
    assert without_font(["I like 日本 and 日", "한 🐬\u200d\ufe0f\r\n"]) == ["日", "本", "한"]


def test_english_takes_no_further_font():
    page = PAGE.format("It’s “quiet” – café, £5 … ½ naïve")
    assert with_fonts(page) == page


def test_a_character_that_is_written_as_a_number_counts_too():
    assert "emoji.ttf" in with_fonts(PAGE.format("&#128044; &#x1F42C;"))


def test_the_table_says_what_the_fonts_have():
    said = json.loads((PAPER / "covered.json").read_text())
    assert list(said) == list(fonts())
    for name in filter(None, said):
        have = set(TTFont(PAPER / f"{name}.ttf").getBestCmap())
        assert {c for first, last in said[name] for c in range(first, last + 1)} == have, name


def test_each_font_has_its_licence_beside_it():
    for licence in PAPER.glob("*OFL.txt"):
        assert "SIL Open Font License" in licence.read_text()
    assert len(list(PAPER.glob("*OFL.txt"))) == 11


def test_a_paper_in_many_scripts_embeds_them_all_and_its_words_can_be_read():
    data = write_pdf(PAGE.format("</p><p>".join(SAID.values())))
    text = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "їжак" in text and "🐬" in text
    names = {
        str(font["/BaseFont"]).partition("+")[2]
        for font in pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"].values()
        for font in [font.get_object()]
    }
    assert {"arabic", "tamil", "emoji", "cyrillic"} <= {name.lower() for name in names}
