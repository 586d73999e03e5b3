"""The SENDCo takes in the roll: looks, puts a row right, writes the good rows, takes it back."""

from pathlib import Path

import pytest

from tests.browser.journeys.conftest import work_off

ROLL = Path(__file__).parents[2] / "data" / "messy" / "messy_01.csv"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_roll_with_faults(open_person, script):
    sendco = open_person(script=script).sign_in_as("sendco@demo.example").go("/bure-valley/import/")
    page = sendco.page
    page.get_by_label("File", exact=True).set_input_files(ROLL)
    sendco.press("Look at the file")
    assert "Reading messy_01.csv" in sendco.text
    work_off("read_import")
    if script:
        page.get_by_role("heading", name="What needs you").wait_for()
    else:
        sendco.follow("Look again how far it is")
    faults = page.get_by_role("table", name="Rows with a fault").locator("tbody tr")
    assert faults.count() == 4
    assert "a calendar has no such day" not in sendco.text
    row = faults.filter(has_text="not a date")
    row.get_by_role("textbox").fill("31/02/2019")
    sendco.press("Correct row 13")
    assert faults.count() == 4
    faults.filter(has_text="not a date").get_by_role("textbox").fill("3 Feb 2019")
    sendco.press("Correct row 13")
    assert faults.count() == 3
    sendco.press("Write the good rows only")
    assert "Written on" in sendco.text
    assert page.get_by_role("heading", name="Not written").count() == 1
    sendco.press("Take this import back")
    assert "Everything is as it was before" in sendco.text
    assert sendco.faults == []


def test_a_wrong_file_is_refused_in_words(open_person):
    sendco = open_person().sign_in_as("sendco@demo.example").go("/bure-valley/import/")
    photo = {"name": "photo.csv", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00"}
    sendco.page.get_by_label("File", exact=True).set_input_files(photo)
    sendco.press("Look at the file")
    if "Reading" in sendco.text:
        work_off("read_import")
        sendco.page.get_by_role("heading", name="This file was not read").wait_for()
    assert "Nothing was written" in sendco.text or "cannot be read" in sendco.text
