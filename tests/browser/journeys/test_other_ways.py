"""The same work by the keyboard alone."""

import re

from demo.federation import PASSWORD

CHILD = re.compile(r"/bure-valley/children/[0-9a-f-]{36}/$")
MOST_TABS = 80


def tab_to(person, is_there: str) -> None:
    """Press Tab until the focused element answers to a test in JavaScript; the focus is seen."""
    for _ in range(MOST_TABS):
        person.page.keyboard.press("Tab")
        if person.page.evaluate(f"(e => {is_there})(document.activeElement)"):
            box = person.page.evaluate(
                "(b => b.width * b.height)(document.activeElement.getBoundingClientRect())"
            )
            assert box > 0, f"The focus cannot be seen at {is_there}."
            return
    raise AssertionError(f"The keyboard does not reach {is_there}.")


def enter(person, address) -> None:
    """Press Enter and wait for where it leads."""
    person.page.keyboard.press("Enter")
    person.page.wait_for_url(address)
    person.page.wait_for_load_state("load")


def test_from_sign_in_to_a_child_by_the_keyboard_alone(open_person):
    sendco = open_person().go("/accounts/login/")
    for name, words in (("login", "sendco@demo.example"), ("password", PASSWORD)):
        if sendco.page.evaluate("document.activeElement.name") != name:
            tab_to(sendco, f"e.name === '{name}'")
        sendco.page.keyboard.type(words)
    enter(sendco, lambda url: "/accounts/login/" not in url)
    sendco.page.keyboard.press("Tab")
    assert sendco.page.evaluate("document.activeElement.hash") == "#main"
    tab_to(sendco, "e.tagName === 'SUMMARY' && e.closest('.ay-school')")
    sendco.page.keyboard.press("Enter")
    tab_to(sendco, "e.pathname === '/bure-valley/'")
    enter(sendco, "**/bure-valley/")
    tab_to(sendco, "e.closest('.ay-nav') && e.pathname === '/bure-valley/children/'")
    enter(sendco, "**/bure-valley/children/")
    tab_to(sendco, "e.closest('tbody th') && /children\\/[0-9a-f-]{36}\\/$/.test(e.pathname)")
    enter(sendco, CHILD)
    assert sendco.page.locator(".ay-child__name").is_visible()
    assert sendco.faults == []


def test_a_review_is_planned_by_the_keyboard_alone(open_person):
    sendco = open_person().come_back_as("sendco@demo.example").go("/bure-valley/plans/")
    sendco.page.keyboard.press("/")
    assert sendco.page.evaluate("document.activeElement.type") == "search"
    tab_to(sendco, "e.name === 'state' || e.closest('.ay-filter')?.querySelector('select') === e")
    sendco.page.keyboard.press("ArrowDown")
    tab_to(sendco, "e.closest('.ay-filter') && e.type === 'submit'")
    sendco.page.keyboard.press("Enter")
    sendco.page.locator(".ay-filter__chosen").wait_for()
    tab_to(sendco, "e.closest('tbody th')")
    enter(sendco, "**/plans/*-*/")
    tab_to(sendco, "/^(Plan a|Move the) meeting/.test(e.innerText)")
    enter(sendco, lambda url: url.endswith(("/meeting/", "/move/")))
    tab_to(sendco, "e.name === 'meeting_on'")
    sendco.page.keyboard.press("Control+a")
    sendco.page.keyboard.type("19 Jan 2027")
    tab_to(sendco, "e.type === 'submit' && e.innerText === 'Save'")
    enter(sendco, lambda url: url.rstrip("/").rpartition("/")[0].endswith(("/plans", "/reviews")))
    assert "Tue 19 Jan 2027" in sendco.text or "19 January 2027" in sendco.text
    assert sendco.faults == []
