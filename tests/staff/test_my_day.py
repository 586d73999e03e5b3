"""My day: now and next, in order, what to know, the log, what is new; and the front page."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

import pytest
import time_machine

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.models import Closure, Term
from provision.models import SessionLog
from provision.services.promises import add_promise
from pupils.kept import KEPT
from pupils.services.classes import assign_supporter
from pupils.services.kept import add_record
from staff.services.contracts import add_task
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given
from tests.staff.makers import contracted, pattern, someone
from tests.staff.times7_makers import MONDAY, moved, need, planned, room, swapped, week

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL, HOME = "/oakfield/my-day/", "/oakfield/"
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    return (
        PupilFactory(school=school, first_name="Zoë", last_name="Burton"),
        PupilFactory(school=school, first_name="Sam", last_name="Pike"),
    )


@pytest.fixture
def lsa(school, children):
    """Somebody who supports Zoë and gives Sam something."""
    user = member(school, Role.LSA)
    assign_supporter(pupil=children[0], user=user, starts_on=TODAY, by=None)
    return user


@pytest.fixture
def ada(school, lsa):
    return someone(school, "Ada Reed", user=lsa)


@pytest.fixture
def plan(school):
    return week(school)


def lines_of(user):
    return client_of(user).get(URL).context["page"].lines


def test_the_day_in_order_with_duties_break_and_tasks(school, children, ada, lsa, plan):
    oak = ClassGroupFactory(school=school, name="Oak")
    contract = contracted(ada, days=[pattern(0, "8:30-15:30", "12:00+30")])
    add_task(
        contract=contract, name="Gate duty", weekday=0, starts_at=dt.time(8, 30),
        ends_at=dt.time(8, 45), by=None,
    )  # fmt: skip
    planned(plan, ada, "13:00-14:00", need=need(school, "Maths", class_group=oak))
    planned(plan, ada, "9:30-10:00", provision=given(school, *children), place=room(school))
    planned(plan, ada, "9:00-10:00", 1, need=need(school, "Tomorrow"))
    assert [(line.times, line.name) for line in lines_of(lsa)] == [
        ("8:30–8:45", "Gate duty"),
        ("9:30–10:00", "Talk group"),
        ("12:00–12:30", "Break"),
        ("13:00–14:00", "Maths"),
    ]
    page = text_of(client_of(lsa).get(URL))
    assert "Rainbow room" in page and "Zoë Burton" in page and "Sam Pike" in page
    assert "in Oak" in page and "Tomorrow" not in page


@pytest.mark.parametrize(
    ("at", "now", "coming"),
    [
        (dt.time(8, 59), [], ["9:00–9:30"]),
        (dt.time(9), ["9:00–9:30"], ["9:30–10:00"]),
        (dt.time(9, 29), ["9:00–9:30"], ["9:30–10:00"]),
        (dt.time(9, 30), ["9:30–10:00"], []),
        (dt.time(10), [], []),
    ],
)
def test_now_and_next_to_the_minute(school, children, ada, lsa, plan, at, now, coming):
    group = given(school, *children)
    for times in ("9:00-9:30", "9:30-10:00"):
        planned(plan, ada, times, provision=group)
    client = client_of(lsa)
    with time_machine.travel(dt.datetime.combine(TODAY, at, LONDON), tick=False):
        page = client.get(URL).context["page"]
    assert [line.times for line in page.now] == now
    assert [line.times for line in page.next] == coming


def test_what_to_know_of_a_child_whose_record_is_open_to_me_alone(school, children, ada, lsa, plan):
    for child in children:
        facts = {"kind": "emergency", "what": f"Nuts {child.first_name}", "action": "EpiPen"}
        facts |= {"starts_on": TODAY}
        add_record(kind=KEPT["alert"], pupil=child, facts=facts, by=None)
    planned(plan, ada, provision=given(school, *children))
    page = text_of(client_of(lsa).get(URL))
    assert "Nuts Zoë" in page and "EpiPen" in page and "Nuts Sam" not in page
    html = client_of(lsa).get(URL).content.decode()
    assert f"/children/{children[0].pk}/" in html and f"/children/{children[1].pk}/" not in html


def test_a_session_is_logged_from_the_day_and_then_says_so(school, children, ada, lsa, plan):
    group = given(school, *children, staff=member(school, Role.LSA))
    for times in ("9:00-9:30", "14:00-14:30"):
        planned(plan, ada, times, provision=group)
    client = client_of(lsa)
    html = client.get(URL).content.decode()
    # Once, under "Now"; the second has not begun, so nobody had it yet.
    assert html.count('name="all"') == 1
    data = {"on": TODAY.isoformat(), "slot": 1, "seen": 0, "all": "on", "key": uuid.uuid4()}
    assert client.post(f"/oakfield/sessions/{group.pk}/", data).status_code == 302
    log = SessionLog.objects.get()
    assert log.logged_by == lsa and log.on_behalf_of is None
    assert [line.log.is_logged for line in lines_of(lsa)] == [True, False]
    assert "1 not logged yet" in text_of(client.get(URL))


def test_two_sessions_of_a_group_by_two_adults_are_two_of_the_log(school, children, ada, lsa, plan):
    group = given(school, *children)
    planned(plan, someone(school, "Ben"), "9:00-9:30", provision=group)
    planned(plan, ada, "11:00-11:30", provision=group)
    (line,) = lines_of(lsa)
    assert line.log.slot == 2


def test_confidential_and_sensitive_words_stay_away(school, children, ada, lsa, plan):
    secret = given(school, children[0], name="Trauma talk", is_confidential=True)
    planned(plan, ada, "10:00-10:30", provision=secret)
    owed = add_promise(
        pupil=children[0], by=None, text="Play therapy after loss", source="ehcp",
        starts_on=MONDAY, sessions_a_week=1, minutes=30, sensitivity=Sensitivity.SENSITIVE,
    )  # fmt: skip
    planned(plan, ada, "11:00-11:30", promise=owed)
    for url in (URL, HOME):
        page = text_of(client_of(lsa).get(url))
        assert "Trauma" not in page and "therapy" not in page, url
        assert "Private session" in page and "Support" in page, url
    assert [len(line.children) for line in lines_of(lsa)] == [0, 1]


def test_a_new_plan_says_what_is_new_and_what_is_gone(school, children, ada, lsa):
    old = week(school, ends_on=MONDAY - dt.timedelta(days=1))
    new = week(school, starts_on=MONDAY)
    stays, moves, goes = (
        given(school, *children, name=name) for name in ("Stays", "Moves", "Goes")
    )
    for plan, times in ((old, "10:00-10:30"), (new, "11:00-11:30")):
        planned(plan, ada, "9:00-9:30", provision=stays)
        planned(plan, ada, times, provision=moves)
    planned(old, ada, "14:00-14:30", provision=goes)
    client = client_of(lsa)
    page = client.get(URL).context["page"]
    assert [(line.name, line.is_new) for line in page.lines] == [("Stays", False), ("Moves", True)]
    assert page.gone == ("10:00 Moves", "14:00 Goes")
    assert "no longer yours" in text_of(client.get(URL))
    assert "See what is new today" in text_of(client.get(HOME))
    week_later = dt.datetime.combine(TODAY + dt.timedelta(days=7), dt.time(9), LONDON)
    with time_machine.travel(week_later):
        assert not any(line.is_new for line in lines_of(lsa))


def test_a_swap_of_the_day_stands_with_both(school, children, ada, lsa, plan):
    other = member(school, Role.LSA)
    ben = someone(school, "Ben Hall", user=other)
    mine = planned(plan, ada, "9:00-9:30", provision=given(school, *children))
    bens = planned(plan, ben, "10:00-10:30", provision=given(school, *children, name="Lego"))
    planned(plan, ben, "11:00-11:30", provision=given(school, *children, name="Never mine"))
    swapped(mine, ada, ben)
    swapped(bens, ben, ada)
    page = text_of(client_of(lsa).get(URL))
    assert "Ben Hall instead of Ada Reed" in page and "Ada Reed instead of Ben Hall" in page
    assert "Never mine" not in page
    assert [(line.name, line.is_off) for line in lines_of(lsa)] == [
        ("Talk group", True), ("Lego", False)
    ]  # fmt: skip
    assert [(line.name, line.is_off) for line in lines_of(other)] == [
        ("Talk group", False), ("Lego", True), ("Never mine", False)
    ]  # fmt: skip
    assert "Changed" in text_of(client_of(lsa).get(HOME))


def test_a_session_moved_to_today_and_one_moved_away(school, children, ada, lsa, plan):
    tuesdays = planned(plan, ada, "9:00-9:30", 1, provision=given(school, *children))
    todays = planned(plan, ada, "10:00-10:30", provision=given(school, *children, name="Lego"))
    tuesday = TODAY + dt.timedelta(days=1)
    moved(tuesdays, ada, on=tuesday, to=TODAY, at=13 * 60)
    moved(todays, ada, on=TODAY, to=tuesday, at=14 * 60)
    assert [(line.times, line.name, line.is_off) for line in lines_of(lsa)] == [
        ("10:00–10:30", "Lego", True), ("13:00–13:30", "Talk group", False)
    ]  # fmt: skip
    assert "Moved from Tue 9:00" in text_of(client_of(lsa).get(URL))


def test_somebody_without_a_plan_keeps_what_is_given_today(school, children, lsa):
    given(school, *children, staff=lsa)
    for url in (URL, HOME):
        assert "Talk group" in text_of(client_of(lsa).get(url)), url
    nobody = member(school, Role.LSA)
    assert "You are not in the list of staff" in text_of(client_of(nobody).get(URL))
    someone(school, "New", user=nobody)
    assert "No plan holds today" in text_of(client_of(nobody).get(URL))


def test_the_front_page_is_the_short_form_and_says_nothing_twice(school, children, ada, lsa, plan):
    group = given(school, *children, staff=lsa)
    planned(plan, ada, "9:00-9:30", provision=group, place=room(school))
    given(school, *children, staff=lsa, name="Any time")
    page = text_of(client_of(lsa).get(HOME))
    assert page.count("Talk group") == 1 and "Rainbow room" in page and "Open my day" in page
    assert page.count("Any time") == 1 and "Also yours today" in page


def test_a_closed_day(school, children, ada, lsa, plan):
    planned(plan, ada, provision=given(school, *children))
    Term.objects.create(
        school=school, academic_year=2026, name="autumn", starts_on=dt.date(2026, 9, 2),
        ends_on=dt.date(2026, 12, 18),
    )  # fmt: skip
    Closure.objects.create(school=school, starts_on=TODAY, ends_on=TODAY, kind="closure")
    page = text_of(client_of(lsa).get(URL))
    assert "There is no school today" in page and "Talk group" not in page.replace("sessions", "")


def test_few_statements_for_one_session_and_for_ten(school, children, ada, lsa, plan):
    planned(plan, ada, "8:00-8:10", provision=given(school, children[0]))
    client = client_of(lsa)
    few = len(statements(client, URL))
    assert few <= OF_EVERY_REQUEST + 8
    for number in range(10):
        group = given(school, *children, name=f"Group {number}")
        planned(plan, ada, f"{number + 9}:00-{number + 9}:30", provision=group)
    assert len(statements(client, URL)) == few


def test_roles_without_sessions_open_an_empty_day(school):
    for role in (Role.GOVERNOR, Role.OFFICE):
        assert "not in the list of staff" in text_of(client_of(member(school, role)).get(URL))
