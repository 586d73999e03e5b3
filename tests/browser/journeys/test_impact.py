"""“Which intervention works for our SLCN children?”, asked and answered with the keyboard alone."""

from tests.browser.journeys.keys import Keys


def test_the_sendco_answers_the_question_and_measures_a_group(open_person):
    sendco = open_person().come_back_as("sendco@demo.example")
    keys = Keys(sendco)
    sendco.go("/bure-valley/")
    keys.follow("Provision")
    keys.follow("Impact")
    assert sendco.title == "What works"
    keys.reach("Children with")
    sendco.page.keyboard.type("Speech")
    keys.follow("Show")
    assert "need=SLCN" in sendco.page.url
    assert "Most gain with Narrative group: median" in sendco.text
    assert "n = 6" in sendco.text and "regression to the mean" in sendco.text
    assert sendco.violations() == [] and not sendco.is_too_wide()
    # The children behind it, one press away.
    keys.reach("6 children who had Narrative group")
    with sendco.page.expect_navigation():
        keys.press("Enter")
    assert sendco.page.locator("main tbody tr").count() == 6
    assert "79 to 86" in sendco.text
    sendco.page.go_back()
    # A group of this year is measured: from box to box.
    keys.follow("Measure it: Talk Boost")
    keys.reach("Test or count")
    sendco.page.keyboard.type("British")
    keys.follow("Open the rows")
    keys.reach("On entry, row 1")
    for score in ("81", "78", "90", "84"):
        sendco.page.keyboard.type(score)
        keys.press("Tab", "Tab")
    keys.follow("Save the rows")
    assert "4 saved." in sendco.page.locator("body").inner_text()
    assert sendco.page.locator("main tbody input[name$=entry]").nth(3).input_value() == "84"
    assert sendco.violations() == [] and sendco.faults == []
    # Where an intervention is chosen, our own effect stands first.
    sendco.go("/bure-valley/provision/add/")
    keys.reach("Intervention")
    sendco.page.keyboard.type("Narrative")
    sendco.page.locator("#known-of-item").get_by_text("median 6 points").wait_for()
    assert sendco.faults == []
