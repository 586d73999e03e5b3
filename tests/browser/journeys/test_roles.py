"""What each other role comes to first, and what it does not see."""

import re

EVERYTHING = re.compile(r"/children/[0-9a-f-]{36}/")


def links(person) -> str:
    """Where the page leads."""
    found = person.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
    return " ".join(found)


def test_an_lsa_sees_the_own_children_on_a_phone(open_person):
    lsa = open_person(width=360, height=740).sign_in_as("lsa@demo.example")
    lsa.go("/bure-valley/children/")
    assert len(lsa.names()) == 6
    assert not lsa.is_too_wide()
    lsa.follow(lsa.names()[0])
    assert lsa.page.locator(".ay-child__name").is_visible()
    assert not lsa.is_too_wide()
    assert lsa.faults == []


def test_a_governor_sees_no_child(open_person):
    governor = open_person().sign_in_as("governor@demo.example")
    assert governor.title
    assert not EVERYTHING.search(links(governor))
    assert "/children/" not in links(governor)
    assert governor.faults == []


def test_a_head_invites_somebody(open_person):
    head = open_person().sign_in_as("head@demo.example").go("/bure-valley/people/")
    head.follow("Invite somebody")
    page = head.page
    page.get_by_label("Name", exact=True).fill("Nadia Okafor")
    page.get_by_label("E-mail address at school").fill("nadia@demo.example")
    page.get_by_label("Role", exact=True).select_option(label="Class teacher")
    head.press("Send the invitation")
    head.go("/bure-valley/people/")
    assert "nadia@demo.example" in head.text
    assert head.faults == []
