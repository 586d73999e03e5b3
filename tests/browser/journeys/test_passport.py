"""A teacher on a tablet: from the class page to one changed line; a colleague; a lost session."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from aylsham.models import User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Passport, PassportText
from tests.browser.journeys.conftest import Person

TABLET = {"width": 820, "height": 1180}
BOX = "[name='text:hard']"
SECRET_WORDS = "the bell makes my ears fizz"


class Taps:
    """Counts what a finger does."""

    def __init__(self, person: Person):
        self.person, self.number = person, 0

    def on(self, locator) -> None:
        locator.click()
        self.number += 1


def published_child():
    from aylsham.models import School

    with school_transaction(*School.objects.filter(slug="bure-valley")):
        rows = Passport.objects.filter(state="published", pupil__class_group__name="Oak")
        return rows.select_related("pupil", "school").order_by("pk").first()


def stored(passport) -> str:
    with school_transaction(passport.school):
        return PassportText.objects.get(passport=passport, part="hard", sensitivity=1).text


def address(passport) -> str:
    return f"/{passport.school.slug}/children/{passport.pupil_id}/passport/"


def saved(person) -> None:
    expect(person.page.locator("[data-saved]")).to_have_text(re.compile("^Saved"), timeout=15_000)


def sealed(person) -> str:
    """Everything that the tab keeps on the device."""
    return person.page.evaluate("JSON.stringify([sessionStorage, localStorage])")


def end_sessions(email: str) -> None:
    pk = str(User.objects.get(email=email).pk)
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == pk:
            session.delete()


@pytest.fixture
def passport(transactional_db):
    return published_child()


def test_one_changed_line_takes_a_few_taps_and_is_seen_at_once(open_person, passport):
    teacher = open_person(**TABLET).come_back_as("teacher@demo.example").go("/bure-valley/")
    taps = Taps(teacher)
    link = teacher.page.locator(f"main a[href='{address(passport)}']").first
    taps.on(link)
    teacher.page.wait_for_load_state("load")
    assert teacher.violations() == []
    assert not teacher.is_too_wide()
    taps.on(teacher.page.locator(BOX))
    teacher.page.keyboard.press("End")
    teacher.page.keyboard.type(" Wet play too.")
    saved(teacher)
    expect(teacher.page.locator("[data-saved]")).to_have_text(re.compile(r"^Saved \d+ s ago$"))
    assert taps.number <= 6, taps.number
    assert "Wet play too." in stored(passport)
    assert "Megan Pryce" in teacher.page.locator("[data-line=hard] [data-margin]").inner_text()
    lead = open_person().come_back_as("phaselead@demo.example").go(address(passport))
    assert "Wet play too." in lead.page.locator(BOX).input_value()
    lead.go(address(passport) + "versions/")
    assert "Megan Pryce" in lead.text
    assert teacher.faults == lead.faults == []


def test_two_people_in_the_same_line_see_both_texts(open_person, passport):
    teacher = open_person(**TABLET).come_back_as("teacher@demo.example").go(address(passport))
    lead = open_person().come_back_as("phaselead@demo.example").go(address(passport))
    lead.page.fill(BOX, "Loud halls, says Owen.")
    saved(lead)
    teacher.page.fill(BOX, "Loud halls, says Megan.")
    block = teacher.page.locator("[data-both]")
    block.wait_for()
    assert "Loud halls, says Owen." in block.inner_text()
    assert teacher.page.locator(BOX).input_value() == "Loud halls, says Megan."
    assert teacher.violations() == []
    block.get_by_role("button", name="Keep both").click()
    saved(teacher)
    assert stored(passport) == "Loud halls, says Owen.\nLoud halls, says Megan."
    # Another line at the same time asks nobody.
    lead.page.fill("[name='text:aims']", "Read to Reception.")
    saved(lead)
    teacher.page.fill(BOX, "Loud halls.")
    saved(teacher)
    assert teacher.page.locator("[data-both]").count() == 0


@pytest.mark.parametrize("turn", range(3))
def test_words_outlive_the_session_and_are_not_readable_on_the_device(open_person, passport, turn):
    teacher = open_person(**TABLET).sign_in_as("teacher@demo.example").go(address(passport))
    words = f"{SECRET_WORDS} {turn}"
    end_sessions("teacher@demo.example")
    teacher.page.fill(BOX, words)
    teacher.page.get_by_text("You have been signed out").first.wait_for()
    kept = sealed(teacher)
    assert "unsent:" in kept
    assert not re.search("|".join(w for w in SECRET_WORDS.split() if len(w) > 3), kept)
    teacher.page.get_by_role("link", name="sign in to save them").click()
    teacher.page.fill("[name=login]", "teacher@demo.example")
    teacher.page.fill("[name=password]", "aylsham-demo")
    teacher.page.click("main form button[type=submit]")
    teacher.page.locator(BOX).wait_for()
    saved(teacher)
    assert stored(passport) == words
    assert "unsent:" not in sealed(teacher)


def test_words_wait_for_the_network(open_person, passport):
    teacher = open_person(**TABLET).come_back_as("teacher@demo.example").go(address(passport))
    teacher.context.set_offline(True)
    teacher.page.fill(BOX, "Typed in the wood.")
    teacher.page.get_by_text("No connection").first.wait_for()
    teacher.context.set_offline(False)
    saved(teacher)
    assert stored(passport) == "Typed in the wood."


def test_without_script_the_same_page_is_a_form(open_person, passport):
    teacher = open_person(script=False).come_back_as("teacher@demo.example").go(address(passport))
    teacher.page.fill(BOX, "Saved by a button.")
    teacher.page.get_by_role("button", name="Save", exact=True).click()
    teacher.page.wait_for_load_state("load")
    assert "The passport is saved" in teacher.text
    assert stored(passport) == "Saved by a button."
    assert not teacher.is_too_wide()


def test_a_new_line_of_what_helps_is_one_strategy(open_person, passport):
    teacher = open_person(width=360, height=740).come_back_as("teacher@demo.example")
    teacher.go(address(passport))
    assert not teacher.is_too_wide()
    new = teacher.page.locator("[data-new] textarea")
    new.fill("A seat by the window")
    saved(teacher)
    teacher.go(address(passport))
    values = teacher.page.locator("[data-part=helps] textarea").evaluate_all(
        "boxes => boxes.map(box => box.value)"
    )
    assert values.count("A seat by the window") == 1
    assert values[-1] == ""
