"""A morning on which somebody is out: the stand-in logs it on a phone, and every page says the same."""

import pytest

from aylsham.access.roles import Role
from aylsham.tenancy.row_security import school_transaction
from provision.models import SessionLog
from tests.browser.test_my_day import PASSWORD, person
from tests.factories import ClassGroupFactory, SchoolFactory, teacher_of
from tests.staff.away7_makers import morning, session

USUAL, INSTEAD = "Adult 0", "Adult 1"


@pytest.fixture
def school(transactional_db, today):
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def people(school):
    """Who signs in, by what they are: one adult has two sessions, one other could step in."""
    sendco = person(school, Role.SENDCO)
    with school_transaction(school):
        at = morning(adults=2, children=2, school=school)
        oak = ClassGroupFactory(school=school, name="Oak")
        for child in at.at.children:
            child.class_group = oak
            child.save()
        session(at, at.child(0), name="Speech work")
        session(at, at.child(1), name="Reading", starts=11 * 60, rank="plan")
        found = {
            "sendco": sendco,
            "usual": at.adult(0).user,
            "instead": at.adult(1).user,
            "teacher": teacher_of(oak),
        }
    for user in found.values():
        user.set_password(PASSWORD)
        user.save()
    return found


def decided(open_tab, people, **how):
    """The SENDCo says who is out, takes the only other adult for the first, nobody for the second."""
    tab = open_tab(**how).sign_in(people["sendco"].email, PASSWORD)
    page = tab.go("/oakfield/away/").page
    main = page.locator("main")
    main.get_by_role("button", name=USUAL).first.click()
    main.get_by_role("button", name="Take Adult 1 at 9:00").click()
    main.get_by_role("button", name="Not given at 11:00").click()
    assert "Nothing is left to decide" in main.inner_text()
    return tab


def test_the_stand_in_logs_it_on_a_phone_without_script(open_tab, people, school):
    phone = {"width": 360, "height": 740, "script": False}
    decided(open_tab, people, **phone)
    tab = open_tab(**phone).sign_in(people["instead"].email, PASSWORD)
    page, main = tab.page, tab.page.locator("main")
    tab.go("/oakfield/my-day/")
    assert "Adult 1 instead of Adult 0" in main.inner_text() and not tab.is_too_wide()
    page.locator("section[aria-labelledby=now] button").first.click()
    assert "It is logged" in page.content()
    tab.go("/oakfield/sessions/")
    assert "Today: Adult 1 instead of Adult 0" in main.inner_text() and not tab.is_too_wide()
    # Corrected on the provision's own page: still the stand-in's, and nobody else's.
    main.get_by_role("link", name="Speech work").click()
    assert "I log it for them" not in main.inner_text() and not tab.is_too_wide()
    main.get_by_role("radio", name="Part").first.check()
    main.get_by_label("Minutes, of 30").fill("10")
    main.get_by_label("Why").select_option(index=1)
    main.get_by_role("button", name="Correct it").click()
    assert "It is logged" in page.content()
    with school_transaction(school):
        logs = SessionLog.objects.filter(school=school)
        said = {(log.logged_by, log.on_behalf_of) for log in logs}
        assert len(logs) == 2 and said == {(people["instead"], None)}
    tab.go("/oakfield/delivered/mine/")
    assert "10 min" in main.inner_text()


def test_the_teacher_reads_it_on_the_front_page(open_tab, people):
    decided(open_tab, people)
    tab = open_tab(width=360, height=740).sign_in(people["teacher"].email, PASSWORD)
    words = tab.go("/oakfield/").page.locator("section[aria-labelledby=out-today]").inner_text()
    assert "Adult 0 is out" in words and "Adult 1 stands in" in words and "not given" in words
    assert not tab.is_too_wide() and tab.violations() == [] and tab.faults == []


def test_every_timetable_says_so_at_every_width(open_tab, people):
    tab = decided(open_tab, people)
    for width in (360, 820, 1280):
        tab.page.set_viewport_size({"width": width, "height": 800})
        for by, words in (
            ("adult", "Today: Adult 1 instead of Adult 0"),
            ("child", "Today: "),
            ("class", "Today: Not given: Adult 0 is out"),
            ("day", "Today: Not given: Adult 0 is out"),
        ):
            tab.go(f"/oakfield/timetable/?by={by}")
            assert words in tab.page.locator("main").inner_text(), (width, by)
            assert tab.violations() == [] and not tab.is_too_wide(), (width, by)
    tab.page.get_by_role("link", name="The plan without dates").click()
    assert "Today:" not in tab.page.locator("main").inner_text()
    assert tab.faults == []
