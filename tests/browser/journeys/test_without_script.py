"""The same work with JavaScript off: each journey is forms and links alone."""

import re

import pytest

STATUS = {
    "status": "K",
    "starts_on": "16 Nov 2026",
    "reason": "concern",
    "note": "Loses the thread in long instructions.",
    "told_on": "17 Nov 2026",
    "told_how": "meeting",
}


@pytest.fixture
def sendco(open_person):
    return open_person(script=False).sign_in_as("sendco@demo.example")


def test_a_child_is_found(sendco):
    sendco.go("/bure-valley/").page.get_by_role("searchbox").fill("god")
    sendco.page.keyboard.press("Enter")
    sendco.page.wait_for_load_state("load")
    sendco.follow("Mary Goddard")
    assert sendco.page.locator(".ay-child__name").inner_text() == "Mary Goddard"


def test_a_child_comes_on_the_register_and_off_it(sendco):
    sendco.go("/bure-valley/children/").page.get_by_label("SEN status").select_option(
        label="No SEN"
    )
    sendco.press("Show")
    sendco.follow(sendco.names()[-1]).follow("Put the child on the register")
    sendco.press("Put on the register")
    assert sendco.page.locator(".govuk-error-summary a").count() > 0
    sendco.fill(**STATUS).press("Put on the register")
    assert "SEN support" in sendco.text
    assert "16 Nov" in sendco.text
    sendco.go(sendco.page.url.removeprefix(sendco.address)).follow("Take off")
    sendco.fill(ends_on="20 Nov 2026", reason="correction").press("Take off the register")
    assert "Put on the register" in sendco.text


def test_the_register_is_filtered_and_taken_out(sendco):
    sendco.go("/bure-valley/register/")
    everybody = len(sendco.names())
    sendco.page.get_by_label("SEN status").select_option(label="EHC plan")
    sendco.press("Show")
    assert 0 < len(sendco.names()) < everybody
    with sendco.page.expect_download() as download:
        sendco.page.get_by_role("link", name="CSV").click()
    assert re.search(r"\.csv$", download.value.suggested_filename)
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len([line for line in lines if ",EHC plan," in line]) == len(sendco.names())


def test_a_review_is_recorded(sendco):
    sendco.go("/bure-valley/plans/")
    rows = sendco.page.locator("#list tbody tr").filter(has_text="On track")
    rows.last.get_by_role("link").first.click()
    sendco.page.wait_for_load_state("load")
    sendco.follow("Record a past meeting").fill(meeting_on="20 Nov 2026").press("Save")
    assert "Fri 20 Nov" in sendco.text
