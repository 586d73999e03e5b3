"""The SENDCo plans a group, sees it on the maps, keeps one and prints it: by keyboard alone."""

from provision.services.council_papers import COUNCIL_PAPER_JOB
from pupils.services.papers import PAPER_JOB
from tests.browser.journeys.conftest import work_off
from tests.browser.journeys.keys import Keys

GROUP = "Morning talk group"


def test_the_sendco_builds_the_map_and_prints_it(open_person):
    sendco = open_person().come_back_as("sendco@demo.example")
    keys = Keys(sendco)
    sendco.go("/bure-valley/provision/")
    keys.follow("Plan provision")
    keys.reach("Name")
    sendco.page.keyboard.type(GROUP)
    for label, words in (("Sessions a week", "3"), ("Minutes", "20"), ("Weeks", "10")):
        keys.reach(label)
        sendco.page.keyboard.type(words)
    keys.reach("Find by class, need or name")
    sendco.page.keyboard.type("Oak")
    keys.press("Enter", "Space", "Tab", "Space", "Tab", "Space")  # the first three of the class
    keys.follow("Plan it")
    assert GROUP in sendco.text
    sendco.go("/bure-valley/provision/map/")
    assert GROUP in sendco.text
    keys.follow("Print A3")
    with sendco.page.expect_download() as paper:  # one press: made, it comes down by itself
        work_off(PAPER_JOB)
    assert paper.value.suggested_filename.endswith(".pdf")
    assert not sendco.is_too_wide()

    sendco.go("/bure-valley/provision/graduated/")
    assert sendco.violations() == []
    keys.follow(GROUP)
    keys.reach("Who gets it")
    sendco.page.keyboard.type("Children who join in less than half of class talk.")
    keys.follow("Save")
    assert "worded" in sendco.page.inner_text("body")
    keys.follow("Keep this version")
    keys.follow("Keep it")
    kept = sendco.page.locator("tr").filter(has_text="Version 2").inner_text()
    assert "New: " in kept and GROUP in kept
    keys.follow("Print A3")
    work_off(COUNCIL_PAPER_JOB)
    sendco.page.reload()
    assert sendco.faults == []
