"""The assistant SENDCo plans a review meeting."""

PLANS = "/bure-valley/plans/"


def test_a_meeting_is_planned(open_person):
    assistant = open_person().sign_in_as("assistant@demo.example").go(PLANS)
    page = assistant.page
    row = page.locator("#list tbody tr").filter(has_not_text="planned").first
    row.get_by_role("link").first.click()
    assistant.follow("Plan a meeting")
    page.get_by_label("Day of the meeting").fill("14 Jan 2027")
    assistant.press("Save")
    assert "Thu 14 Jan 2027" in assistant.text
    assert page.get_by_role("link", name="Move the meeting").count() == 1
    assert assistant.faults == []
