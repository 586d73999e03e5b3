"""An LSA's day on a phone without script, from the front page to the log; the week at all widths."""

import pytest

from aylsham.access.roles import Role
from aylsham.tenancy.row_security import school_transaction
from provision.models import SessionLog
from pupils.services.classes import assign_supporter
from tests.factories import (
    TODAY,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
)
from tests.provision.makers import given
from tests.staff.makers import contracted, pattern, someone
from tests.staff.times7_makers import planned, room, week

PASSWORD = "three-words-apart"


def person(school, role):
    """Somebody with a password and a role."""
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user, school=school, role=role)
    return user


@pytest.fixture
def school(transactional_db, today):
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def lsa(school):
    """An LSA with a group at nine, another at eleven, a break and a gate duty."""
    user = person(school, Role.LSA)
    with school_transaction(school):
        zoe = PupilFactory(school=school, first_name="Zoë", last_name="Burton")
        sam = PupilFactory(school=school, first_name="Sam", last_name="Pike")
        assign_supporter(pupil=zoe, user=user, starts_on=TODAY, by=None)
        ada = someone(school, "Ada Reed", user=user)
        contracted(ada, days=[pattern(0, "8:30-15:30", "12:00+30")])
        plan = week(school)
        planned(plan, ada, "9:00-9:30", provision=given(school, zoe, sam), place=room(school))
        planned(plan, ada, "11:00-11:30", provision=given(school, zoe, name="Lego club"))
    return user


def test_the_day_of_an_lsa_on_a_phone_without_script(open_tab, lsa, school):
    tab = open_tab(width=360, height=740, script=False).sign_in(lsa.email, PASSWORD)
    page = tab.page
    tab.go("/oakfield/")
    assert page.locator("main").inner_text().count("Talk group") == 1
    assert not tab.is_too_wide()
    page.get_by_role("link", name="Open my day").click()
    assert page.locator("#now").inner_text() == "Now"
    assert "2 not logged yet" in page.locator("main").inner_text()
    assert not tab.is_too_wide()
    page.locator("section[aria-labelledby=now] button").first.click()
    assert "It is logged" in page.content()
    with school_transaction(school):
        log = SessionLog.objects.get(school=school)
        assert (log.logged_by, log.on_behalf_of) == (lsa, None)
    tab.go("/oakfield/my-day/")
    assert "1 not logged yet" in page.locator("main").inner_text()
    # Not begun, so it cannot have been had; and a part is logged on the page of the session.
    assert page.locator("section[aria-labelledby=now] button").count() == 0
    page.get_by_role("link", name="My week").click()
    assert page.locator(".ay-weekgrid-narrow").is_visible()
    assert not page.locator(".ay-weekgrid-wide").is_visible()
    assert not tab.is_too_wide()


@pytest.mark.parametrize("width", [360, 820, 1280])
def test_every_view_of_the_week_passes_axe(open_tab, lsa, school, width):
    sendco = person(school, Role.ASSISTANT_SENDCO)
    tab = open_tab(width=width).sign_in(lsa.email, PASSWORD)
    for path in ("/oakfield/", "/oakfield/my-day/", "/oakfield/my-day/calendar/"):
        tab.go(path)
        assert tab.violations() == [] and not tab.is_too_wide(), path
    tab = open_tab(width=width).sign_in(sendco.email, PASSWORD)
    for by in ("adult", "child", "class", "room", "day"):
        tab.go(f"/oakfield/timetable/?by={by}")
        assert tab.violations() == [] and not tab.is_too_wide(), by
    assert tab.faults == []
