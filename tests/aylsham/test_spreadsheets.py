"""Lists as files: accents survive, and no cell becomes a formula."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest

from aylsham.downloads import as_download
from aylsham.spreadsheets import ABOUT, About, csv_file, xlsx_file

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


SAID = About("Children at Oakfield & Ash; 2 lines.", (("Taken out by", "=Ann"),))


def test_each_row_of_a_csv_says_what_the_list_is():
    rows = csv_file(HEADINGS, [("Zoë", 1), ("Ann", 2)], SAID).decode("utf-8-sig").splitlines()
    assert rows[0] == f"Child,Since,{ABOUT}"
    assert all(row.endswith(SAID.sentence) for row in rows[1:])
    assert csv_file(HEADINGS, [], SAID).decode("utf-8-sig").splitlines()[1] == f",,{SAID.sentence}"


def test_a_workbook_says_it_on_a_sheet_and_on_every_printed_page():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file("List", HEADINGS, [("Zoë", 1)], SAID)))
    assert book.sheetnames == ["List", ABOUT]
    assert dict(book[ABOUT].values) == {"What it is": SAID.sentence, "Taken out by": "=Ann"}
    assert book[ABOUT]["B2"].data_type == "s"
    assert book["List"].oddHeader.left.text == "Children at Oakfield && Ash; 2 lines."


def test_a_workbook_takes_days_moments_short_rows_and_signs_it_cannot_hold():
    moment = dt.datetime(2026, 7, 1, 12, 30, 45, tzinfo=dt.UTC)
    rows = [(dt.date(2026, 1, 2), moment), ("a\x0bb",), (None, Decimal("1.50"))]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file("List", HEADINGS, rows))).active
    assert sheet["A2"].value == dt.datetime(2026, 1, 2)
    assert sheet["B2"].value == dt.datetime(2026, 7, 1, 13, 30)  # London's summer time
    assert (sheet["A3"].value, sheet["B4"].value) == ("ab", 1.5)
