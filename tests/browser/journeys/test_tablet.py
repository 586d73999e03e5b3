"""A shared tablet: registered once, a PIN each, and from then on a name and six digits."""

import time

import pytest

PINS = {"teacher@demo.example": "493716", "lsa@demo.example": "820651"}


def type_pin(person, pin: str) -> None:
    """On the page's own number pad, as fingers do."""
    for digit in pin:
        person.page.locator(f"[data-key='{digit}']").tap()


@pytest.fixture
def tablet(open_person):
    """In somebody's hands: 820 pixels wide, touched, not clicked."""
    tablet = open_person(width=820, height=1180, has_touch=True)
    tablet.sign_in_as("sendco@demo.example").go("/bure-valley/tablets/")
    tablet.fill(name="Oak class tablet").press("Register this tablet")
    return tablet


def test_two_people_take_turns(tablet):
    for email, pin in PINS.items():
        tablet.sign_out()
        tablet.sign_in_as(email).go("/pin/")
        tablet.fill(pin=pin, again=pin).press("Set the PIN")
    tablet.sign_out()
    for name, pin, title in (
        ("Megan Pryce", PINS["teacher@demo.example"], "My class"),
        ("Kasia Wrona", PINS["lsa@demo.example"], "My sessions"),
    ):
        tablet.go("/switch/").follow(name)
        began = time.monotonic()
        type_pin(tablet, pin)
        tablet.page.get_by_role("heading", name=title).wait_for()
        assert time.monotonic() - began < 5
        assert not tablet.is_too_wide()
    assert tablet.faults == []
