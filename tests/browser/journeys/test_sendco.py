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
