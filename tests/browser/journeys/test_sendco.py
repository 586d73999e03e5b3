"""The SENDCo's first page: its counts are those of its lists."""

SCHOOL = "/bure-valley/"


def test_the_tiles_of_today_count_what_their_lists_show(open_person):
    sendco = open_person().sign_in_as("sendco@demo.example")
    assert sendco.title == "Today"
    sendco.go(SCHOOL)
    tiles = sendco.page.locator("a.ay-tile").evaluate_all(
        "tiles => tiles.map(t => [parseInt(t.querySelector('.ay-tile__number').innerText), t.href])"
    )
    assert len(tiles) == 6
    assert sum(number for number, _ in tiles) > 0
    for number, address in tiles:
        sendco.go(address.removeprefix(sendco.address))
        shown = sendco.page.locator(".ay-due tbody tr:not(.ay-due__band)").count()
        assert shown == min(number, 50), address
    assert sendco.faults == []


def test_the_census_check_names_the_child_and_leads_to_what_puts_it_right(open_person):
    sendco = open_person().come_back_as("sendco@demo.example")
    sendco.go(f"{SCHOOL}register/census/")
    words = "Not on the register, but has a type of need (SLCN)."
    row = sendco.page.locator("main tbody tr").filter(has_text=words)
    assert row.count() == 1
    assert "Helen Marsh" in row.inner_text()
    name = row.locator("th").inner_text()
    row.get_by_role("link", name="Put it right").click()
    sendco.page.wait_for_load_state("load")
    assert name in sendco.page.inner_text("body")
    assert "Finds the word a moment later" in sendco.text
    assert sendco.faults == []
