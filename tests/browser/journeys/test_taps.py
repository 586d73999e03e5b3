"""What a teacher does in the classroom, tap by tap: tried it today, a passport to its publication."""

import pytest
from playwright.sync_api import expect

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Passport, StrategyTry
from tests.browser.journeys.test_passport import BOX, Taps, saved

WIDTHS = pytest.mark.parametrize("width", [360, 820])


def the_school() -> School:
    return School.objects.get(slug="bure-valley")


def draft_of_the_teachers() -> Passport:
    """A passport of her two classes that nobody has sent for checking."""
    with school_transaction(the_school()):
        rows = Passport.objects.filter(state__in=["draft", "sent_back"])
        rows = rows.filter(pupil__class_group__name__in=["Oak", "Willow"])
        return rows.select_related("pupil", "school").order_by("pk").first()


@WIDTHS
def test_tried_it_today_takes_two_taps(open_person, transactional_db, width):
    with school_transaction(the_school()):
        before = StrategyTry.objects.count()
    teacher = open_person(width=width, height=1180).come_back_as("teacher@demo.example")
    teacher.go(sheet_of(teacher))
    taps = Taps(teacher)
    child = teacher.page.locator("tr", has=teacher.page.locator(".ay-helping__try")).first
    taps.on(child.locator("summary"))
    taps.on(child.get_by_role("button", name="It worked").first)
    teacher.page.get_by_text("Today: it worked.").first.wait_for()
    assert taps.number == 2
    with school_transaction(the_school()):
        assert StrategyTry.objects.count() == before + 1
    assert not teacher.is_too_wide()
    assert teacher.faults == []


def sheet_of(person) -> str:
    """The class sheet, as the link on My class leads to it."""
    person.go("/bure-valley/")
    link = person.page.get_by_role("link", name="Who needs what in Oak")
    return link.first.get_attribute("href")


@WIDTHS
def test_from_the_class_page_to_a_published_passport(open_person, transactional_db, width):
    passport = draft_of_the_teachers()
    address = f"/bure-valley/children/{passport.pupil_id}/passport/"
    teacher = open_person(width=width, height=1180).come_back_as("teacher@demo.example")
    teacher.go("/bure-valley/")
    taps = Taps(teacher)
    taps.on(teacher.page.locator(f"main a[href='{address}']").first)
    teacher.page.wait_for_load_state("load")
    taps.on(teacher.page.locator(BOX))
    teacher.page.keyboard.press("End")
    teacher.page.keyboard.type(" Fire drills.")
    saved(teacher)
    taps.on(teacher.page.get_by_role("button", name="Send for checking"))
    teacher.page.wait_for_load_state("load")
    expect(teacher.page.locator("main")).to_contain_text("checking")
    assert taps.number == 3
    lead = open_person(width=width, height=1180).come_back_as("phaselead@demo.example")
    lead.go(address)
    thumb = Taps(lead)
    thumb.on(lead.page.get_by_role("button", name="Publish").first)
    lead.page.wait_for_load_state("load")
    with school_transaction(the_school()):
        passport.refresh_from_db()
        assert passport.state == "published"
    assert not teacher.is_too_wide()
    assert not lead.is_too_wide()
    assert teacher.faults == lead.faults == []
