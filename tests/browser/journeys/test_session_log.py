"""The queue of logs on a device: without a connection, refused, two who differ, next person."""

import datetime as dt

import pytest

from aylsham.models import School, SharedDevice, User
from aylsham.signin.devices import set_pin
from aylsham.tenancy.row_security import school_transaction
from provision.models import Provision, SessionLog, SessionMark
from provision.services.ending import end_provision
from provision.services.provisions import Members, add_provision
from pupils.models import Pupil
from tests.conftest import TODAY

PINS = {"lsa@demo.example": "820651", "teacher@demo.example": "493716"}
LOG = "/bure-valley/sessions/"


def waiting(person) -> list[str]:
    """What lies on the device: the sealed logs, as anybody could read them there."""
    return person.page.evaluate("Object.entries(localStorage).map(each => each.join('='))")


def until_sent(person) -> None:
    """Nothing waits on the device any more."""
    for _ in range(200):
        if not waiting(person):
            return
        person.page.wait_for_timeout(100)
    pytest.fail("a log still waits")


def group(name: str, email: str) -> Provision:
    """A new group of two children that somebody of the demonstration gives."""
    school = School.objects.get(slug="bure-valley")
    with school_transaction(school):
        pupils = tuple(Pupil.objects.filter(school=school, closed_on=None).order_by("pk")[:2])
        return add_provision(
            school=school,
            members=Members(pupils=pupils),
            by=None,
            name=name,
            staff=User.objects.get(email=email),
            staff_role="lsa",
            sessions_a_week=3,
            minutes=30,
            weeks=6,
            starts_on=TODAY - dt.timedelta(days=7),
        )


def logs(row: Provision) -> list[str]:
    """What stands in the log of a provision, one telling after the other."""
    with school_transaction(row.school):
        marks = SessionMark.objects.filter(school=row.school, log__session__provision=row)
        return [mark.came for mark in marks.order_by("log__number", "pk")]


def card(person, row: Provision):
    return person.page.locator(f"#s-{row.pk}-1")


@pytest.fixture
def phone(open_person):
    """An assistant's own phone, with today's sessions on its screen."""
    return open_person(width=360, height=740).come_back_as("lsa@demo.example")


def test_the_morning_without_a_connection(phone, open_person):
    """Logged offline, kept over a reload, sent once; what is refused stays until thrown away."""
    first, second = group("Morning talk", "lsa@demo.example"), group("Short", "lsa@demo.example")
    phone.go(LOG)
    assert phone.violations() == [] and not phone.is_too_wide()
    phone.context.set_offline(True)
    for row in (first, second):
        card(phone, row).get_by_role("button", name="All had it").click()
        card(phone, row).get_by_text("Waits on this device").wait_for()
    assert "2 logs wait on this device" in phone.text
    lying = waiting(phone)
    assert len(lying) == 2 and logs(first) == []
    # Sealed: neither a child's key nor what was tapped can be read off the device.
    assert not any("came" in each or str(first.pk) in each for each in lying)
    with school_transaction(first.school):
        end_provision(provision=second, ends_on=TODAY - dt.timedelta(days=1), by=None)
    # The connection is back, but the server takes nothing yet: a reload keeps what waits.
    phone.context.route("**/sessions/*/", lambda route: route.abort())
    phone.context.set_offline(False)
    phone.go(LOG)
    phone.page.get_by_text("2 logs wait on this device").wait_for()
    phone.context.unroute_all()
    phone.go(LOG)
    phone.page.get_by_text("One was not taken: This is no longer given on that day.").wait_for()
    assert len(waiting(phone)) == 1 and logs(first) == ["had", "had"]
    phone.go(LOG)
    phone.page.get_by_role("button", name="Throw it away").click()
    assert waiting(phone) == [] and logs(second) == []
    with school_transaction(first.school):
        assert SessionLog.objects.filter(school=first.school, session__provision=first).count() == 1


def test_two_devices_that_differ_are_shown_to_a_person(phone, open_person):
    """The phone's log comes late, after the SENDCo said otherwise from another device."""
    row = group("Two tell", "lsa@demo.example")
    phone.go(LOG)
    phone.context.set_offline(True)
    card(phone, row).get_by_role("button", name="All had it").click()
    card(phone, row).get_by_text("Waits on this device").wait_for()
    desk = open_person().come_back_as("sendco@demo.example").go(f"{LOG}{row.pk}/")
    child = card(desk, row).locator("fieldset").first
    child.get_by_role("radio", name="Missed it").check()
    child.get_by_label("Why").select_option("absent")
    card(desk, row).get_by_role("button", name="Save").click()
    card(desk, row).get_by_text("Logged", exact=True).wait_for()
    phone.context.set_offline(False)
    until_sent(phone.go(LOG))
    desk.go(f"{LOG}{row.pk}/")
    assert "Two logs differ" in desk.text and "missed it, child absent" in desk.text
    assert len(logs(row)) == 3
    child = card(desk, row).locator("fieldset").first
    child.get_by_role("radio", name="Had it").check()
    card(desk, row).get_by_role("button", name="Settle it").click()
    card(desk, row).get_by_text("Logged", exact=True).wait_for()
    assert "Two logs differ" not in desk.go(f"{LOG}{row.pk}/").text


def test_a_shared_tablet_from_name_to_log_to_next_name(open_person):
    """What one adult's log waits with is neither sent nor told by the next adult's page."""
    row = group("On the tablet", "lsa@demo.example")
    tablet = open_person(width=820, height=1180, has_touch=True)
    tablet.sign_in_as("sendco@demo.example").go("/bure-valley/tablets/")
    tablet.fill(name="Corridor tablet").press("Register this tablet")
    for email, pin in PINS.items():
        set_pin(
            SharedDevice.objects.get(name="Corridor tablet"), User.objects.get(email=email), pin
        )
    tablet.sign_out()
    unlock(tablet, "Kasia Wrona", "lsa@demo.example")
    tablet.page.get_by_role("heading", name="My sessions").wait_for()
    assert "Interventions" not in tablet.text and not tablet.is_too_wide()
    assert tablet.violations() == []
    tablet.context.set_offline(True)
    card(tablet, row).get_by_role("button", name="All had it").click()
    card(tablet, row).get_by_text("Waits on this device").wait_for()
    tablet.context.route("**/sessions/*/", lambda route: route.abort())
    tablet.context.set_offline(False)
    tablet.press("Next person")
    tablet.follow("Megan Pryce")
    type_pin(tablet, PINS["teacher@demo.example"])
    tablet.page.get_by_role("heading", name="sessions").wait_for()
    tablet.context.unroute_all()
    tablet.go(LOG)
    assert tablet.page.locator("[data-sessions-waiting]").is_hidden()
    assert logs(row) == [] and len(waiting(tablet)) == 1
    unlock(tablet, "Kasia Wrona", "lsa@demo.example")
    tablet.page.get_by_role("heading", name="My sessions").wait_for()
    until_sent(tablet)
    assert logs(row) == ["had", "had"]


def unlock(tablet, name: str, email: str) -> None:
    """By name and PIN."""
    tablet.go("/switch/").follow(name)
    type_pin(tablet, PINS[email])


def type_pin(tablet, pin: str) -> None:
    for digit in pin:
        tablet.page.locator(f"[data-key='{digit}']").tap()


def test_who_logs_by_keyboard_is_told_beside_the_child_and_keeps_the_place(open_person):
    """What is missing stands with the child, once; what is logged takes the place of the state."""
    row = group("By keys", "sendco@demo.example")
    desk = open_person().come_back_as("sendco@demo.example").go(f"{LOG}{row.pk}/")
    child = card(desk, row).locator("fieldset").first
    child.get_by_role("radio", name="Missed it").check()
    for _ in range(2):
        with desk.page.expect_response("**/sessions/*/"):
            card(desk, row).get_by_role("button", name="Save").press("Enter")
        child.get_by_role("alert").get_by_text("Say why it was missed.").wait_for()
    assert child.get_by_role("alert").count() == 1
    desk.page.wait_for_function("document.activeElement.tagName === 'SELECT'")
    desk.page.keyboard.press("ArrowDown")
    card(desk, row).get_by_role("button", name="Save").press("Enter")
    card(desk, row).get_by_text("Logged", exact=True).wait_for()
    desk.page.wait_for_function("document.activeElement.textContent === 'Logged'")
    assert not card(desk, row).get_by_text("Not logged yet").is_visible()
    assert child.get_by_role("alert").count() == 0 and logs(row) == ["missed"]
    assert desk.violations() == []
