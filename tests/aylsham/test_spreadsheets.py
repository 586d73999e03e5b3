"""Lists as files: accents survive, and no cell becomes a formula."""

import io

import openpyxl
import pytest

from aylsham.downloads import as_download
from aylsham.spreadsheets import csv_file, xlsx_file

HEADINGS = ("Child", "Since")
DANGEROUS = ("=1+1", "+44 1632", "-1", "@SUM(A1)", "\t=1", "\r=1")


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(text):
    line = csv_file(HEADINGS, [(text, 1)]).decode("utf-8-sig").split("\r\n", 1)[1]
    assert line.lstrip('"').startswith("'")
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file("List", HEADINGS, [(text, 1)])))
    cell = book["List"]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_words_and_numbers_stay_as_they_are():
    data = csv_file(HEADINGS, [("Zoë", -3)])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Child,Since\r\nZoë,-3\r\n"
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file("List", HEADINGS, [("Zoë", -3)]))).active
    assert [c.value for c in sheet[2]] == ["Zoë", -3]
    assert sheet.freeze_panes == "A2"


def test_a_download_is_an_attachment_without_a_name_in_it():
    response = as_download(b"x", "change-sheet-2026-11-23.csv")
    assert response["Content-Disposition"] == 'attachment; filename="change-sheet-2026-11-23.csv"'
    assert response["Content-Type"].startswith("text/csv")
