"""What each other role comes to first, and what it does not see."""

import re

from aylsham.mail.services import MAIL_JOB
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import PupilAdult
from tests.browser.journeys.conftest import work_off

EVERYTHING = re.compile(r"/children/[0-9a-f-]{36}/")


def links(person) -> str:
    """Where the page leads."""
    found = person.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
    return " ".join(found)


def test_an_lsa_sees_the_own_children_on_a_phone(open_person):
    lsa = open_person(width=360, height=740).sign_in_as("lsa@demo.example")
    lsa.go("/bure-valley/children/")
    # Nine whom the LSA was given, and those with whom the published week plans sessions.
    with school_transaction(School.objects.get(slug="bure-valley")):
        given = PupilAdult.objects.filter(user__email="lsa@demo.example")
        children = set(given.values_list("pupil", flat=True))
    assert len(lsa.names()) == len(children) > 9
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


def test_a_teacher_sees_who_needs_what_and_opens_a_child(open_person):
    teacher = open_person().sign_in_as("teacher@demo.example")
    assert teacher.title == "My class"
    rows = teacher.page.locator("main tbody tr")
    assert rows.count() > 5
    first = rows.first.locator("th[scope=row]").inner_text()
    teacher.follow(first)
    assert teacher.page.locator(".ay-child__name").inner_text() == first
    assert "Take off" not in teacher.text
    assert teacher.faults == []
    teacher.go("/bure-valley/people/")
    assert teacher.title == "This is not part of your role"


def test_an_administrator_invites_somebody_and_ends_a_role(open_person, mailoutbox):
    admin = open_person().sign_in_as("admin@demo.example").go("/john-bears/people/")
    admin.follow("Invite somebody")
    admin.fill(name="Ines Amadi", email="ines@demo.example", role="class_teacher")
    admin.press("Send the invitation")
    assert "Ines Amadi" in admin.text
    work_off(MAIL_JOB)
    [mail] = [m for m in mailoutbox if "ines@demo.example" in m.to]
    [path] = re.findall(r"/invitations/\S+", mail.body)
    newcomer = open_person(width=360, height=740).go(path)
    assert newcomer.violations() == []
    assert not newcomer.is_too_wide()
    newcomer.fill(password="four-good-words-here").press("Join")
    newcomer.go("/john-bears/")
    assert newcomer.title == "My class"
    admin.go("/john-bears/people/")
    admin.page.get_by_role("link", name="Change Ines Amadi").click()
    admin.press("End this role now")
    newcomer.page.reload()
    assert newcomer.page.get_by_role("heading", name="My class").count() == 0
    assert admin.faults == []
