"""The session log: a tap a child, once though sent twice, corrected by adding, conflicts shown."""

import datetime as dt
import uuid

import pytest
import time_machine

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from provision.models import Place, SessionLog, SessionMark
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.ending import end_provision
from provision.services.sessions import MarkFacts, log_session
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
KEY = uuid.UUID("01900000-0000-7000-8000-000000000022")
SCRIPT = {"HTTP_HX_REQUEST": "true"}
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    return [PupilFactory(school=school, on_register=True) for _ in range(3)]


@pytest.fixture
def lsa(school):
    """Somebody who gives a group and supports none of its children otherwise."""
    return member(school, Role.LSA)


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def group(school, children, lsa):
    return given(school, *children, staff=lsa, starts_on=BEFORE)


def url(*parts) -> str:
    return "/".join(["/oakfield/sessions", *map(str, parts), ""])


def said(*marks, **more) -> dict:
    """A form with (child, came, reason, minutes) for each."""
    data = {"on": TODAY.isoformat(), "slot": 1, "key": uuid.uuid4(), "seen": 0} | more
    for child, came, *rest in marks:
        data[f"came-{child.pk}"] = came
        data |= dict(zip((f"reason-{child.pk}", f"minutes-{child.pk}"), rest, strict=False))
    return data


def logged(group, *marks, by=None, **more):
    facts = [MarkFacts(child, Came(came), *rest) for child, came, *rest in marks]
    return log_session(provision=group, at=SessionAt(TODAY), marks=facts, by=by, **more)


def test_all_had_it_in_one_tap_and_sent_again_it_is_one(group, children, lsa):
    client = client_of(lsa)
    page = text_of(client.get(url()))
    assert all(child.full_name in page for child in children) and "Not logged yet" in page
    html = client.get(url()).content.decode()
    assert html.count('type="radio"') == 9 and f'name="came-{children[0].pk}"' in html
    data = {"on": TODAY.isoformat(), "key": KEY, "all": "on"}
    for _ in range(2):
        assert client.post(url(group.pk), data).url == f"{url()}?on={TODAY}"
    assert client.post(url(group.pk), data, **SCRIPT).json() == {"state": "kept"}
    log = SessionLog.objects.get()
    assert (log.pk, log.logged_by, log.on_behalf_of) == (KEY, lsa, None)
    assert set(SessionMark.objects.values_list("came", "minutes")) == {("had", 30)}
    assert AuditEvent.objects.filter(action="log_session").count() == 1
    page = text_of(client.get(url()))
    assert "Logged" in page and "All had it" not in page


def test_a_tap_for_each_child(group, children, lsa):
    had, part, missed = children
    client = client_of(lsa)
    wrong = client.post(url(group.pk), said((missed, "missed"), (part, "part", "", "30")))
    assert "Say why it was missed" in text_of(wrong) and "of the 30 minutes" in text_of(wrong)
    assert "Mark at least one child" in text_of(client.post(url(group.pk), said()))
    refused = client.post(url(group.pk), said((missed, "missed")), **SCRIPT)
    assert (refused.status_code, refused.json()["state"]) == (400, "refused")
    good = said((had, "had"), (part, "part", "", "10"), (missed, "missed", "trip"))
    client.post(url(group.pk), good | {f"word-{had.pk}": "Read alone", f"measure-{had.pk}": "7"})
    rows = {m.pupil_id: (m.came, m.minutes, m.reason) for m in SessionMark.objects.all()}
    assert rows == {
        had.pk: ("had", 30, ""), part.pk: ("part", 10, ""), missed.pk: ("missed", 0, "trip"),
    }  # fmt: skip
    assert "Read alone" in client.get(url()).content.decode()


def test_two_who_differ_are_shown_and_settled_by_a_third_log(group, children, lsa, sendco):
    child = children[0]
    logged(group, (child, "had"), by=lsa)
    client = client_of(sendco)
    # The SENDCo's page was opened before the LSA's log came.
    late = said((child, "missed", "absent"), for_staff="on")
    assert client.post(url(group.pk), late, **SCRIPT).status_code == 200
    assert "Two logs differ" in text_of(client.get(url(), {"whose": "all"}))
    page = text_of(client.get(url(group.pk)))
    assert "Two logs differ" in page and "child absent" in page.lower() and "Settle it" in page
    assert [m.came for m in SessionMark.objects.order_by("log__number")] == ["had", "missed"]
    assert SessionLog.objects.get(number=2).on_behalf_of == lsa
    client.post(url(group.pk), said((child, "missed", "absent"), seen=2))
    page = text_of(client.get(url(group.pk)))
    assert "Two logs differ" not in page
    assert page.count(child.full_name) >= 4  # the tap, and three lines of what was logged
    assert SessionMark.objects.count() == 3


def test_a_made_up_session_is_one_of_its_own(group, children, lsa):
    client = client_of(lsa)
    client.post(url(group.pk), said((children[0], "missed", "staff")))
    client.post(url(group.pk), said((children[0], "had"), make_up="on"))
    assert set(SessionMark.objects.values_list("came", "log__session__is_make_up")) == {
        ("missed", False), ("had", True),
    }  # fmt: skip
    assert "Talk group, made up" in text_of(client.get(url()))


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (TODAY + dt.timedelta(days=1), "still to come"),
        (BEFORE - dt.timedelta(days=1), "It was given from"),
    ],
    ids=["tomorrow", "before"],
)
def test_days_on_which_nothing_can_be_logged(group, children, on, words):
    marks = [MarkFacts(children[0], Came.HAD)]
    with pytest.raises(TransitionNotAllowed, match=words):
        log_session(provision=group, at=SessionAt(on), marks=marks, by=None)
    assert not SessionLog.objects.exists()
    assert not AuditEvent.objects.filter(action="log_session").exists()


def test_the_same_key_with_other_words_is_refused(group, children):
    logged(group, (children[0], "had"), key=KEY)
    with pytest.raises(TransitionNotAllowed, match="said something else"):
        logged(group, (children[0], "missed", 0, Reason.ABSENT), key=KEY)
    assert SessionMark.objects.get().came == "had"


def test_a_draft_a_closed_record_and_a_child_who_is_not_in_it(school, group, children, lsa):
    draft = given(school, children[0], staff=lsa, state="draft", name="Later")
    with pytest.raises(TransitionNotAllowed, match="not begun"):
        logged(draft, (children[0], "had"))
    with pytest.raises(TransitionNotAllowed, match="not in it"):
        logged(group, (PupilFactory(school=school), "had"))
    gone = children[1]
    gone.closed_on = TODAY
    gone.save(update_fields=["closed_on"])
    with pytest.raises(TransitionNotAllowed, match="moved to another school"):
        logged(group, (gone, "had"))
    page = text_of(client_of(lsa).get(url()))
    assert gone.full_name not in page and "Later" not in page
    assert not SessionMark.objects.exists()


def test_after_its_last_day_nothing_is_logged(group, children, lsa, sendco):
    end_provision(provision=group, ends_on=TODAY - dt.timedelta(days=1), by=sendco)
    client = client_of(lsa)
    assert client.post(url(group.pk), said((children[0], "had"))).status_code == 404
    yesterday = said((children[0], "had"), on=(TODAY - dt.timedelta(days=3)).isoformat())
    assert client.post(url(group.pk), yesterday, **SCRIPT).status_code == 200


def test_who_sees_what(school, group, children, lsa):
    other = member(school, Role.LSA)
    assert client_of(other).get(url(group.pk)).status_code == 404
    assert children[0].full_name not in text_of(client_of(other).get(url(), {"whose": "all"}))
    elsewhere = SchoolFactory(slug="elsewhere")
    stranger = client_of(member(elsewhere))
    assert stranger.post(f"/elsewhere/sessions/{group.pk}/", said()).status_code == 404
    assert stranger.get(url(group.pk)).status_code == 404
    assert client_of(member(school, Role.COVER)).get(url()).status_code == 403
    secret = given(school, children[0], staff=lsa, name="Bereavement", is_confidential=True)
    assert client_of(lsa).get(url(secret.pk)).status_code == 404
    Place.objects.filter(provision=group, pupil=children[0]).update(ends_on=BEFORE)
    assert children[0].full_name not in text_of(client_of(lsa).get(url()))


def test_the_head_reads_what_others_log(school, group, children, lsa, sendco):
    client = client_of(member(school, Role.HEAD))
    first = text_of(client.get(url()))
    assert f"{lsa.name} · 1 not logged" in first and "All had it" not in first
    logged(group, (children[0], "missed", 0, Reason.STAFF), by=sendco, on_behalf_of=lsa)
    page = text_of(client.get(url(group.pk)))
    assert "staff away" in page and f"{sendco.name} for {lsa.name}" in page and "Save" not in page
    assert client.post(url(group.pk), said((children[0], "had"))).status_code == 403
    assert SessionLog.objects.count() == 1


def test_everybodys_sessions_adult_by_adult_what_is_not_logged_first(school, children, lsa, sendco):
    """In-class support counts as given, and is marked otherwise in one tap."""
    busy = member(school, Role.LSA, user__name="Zoe Waits")
    lone = given(school, children[0], staff=busy, name="Reading alone", starts_on=BEFORE)
    beside = given(
        school, *children, staff=lsa, name="In class", starts_on=BEFORE, is_in_class=True
    )
    logged(given(school, children[1], staff=lsa, name="Physio"), (children[1], "had"), by=lsa)
    client = client_of(sendco)
    page = text_of(client.get(url()))
    assert page.index("Zoe Waits · 1 not logged") < page.index(f"{lsa.name} · all logged")
    assert page.index("All had it") < page.index("Counts as given") < page.index("Physio")
    html = client_of(lsa).get(url()).content.decode()
    assert "Mark a child who did not have it" in html
    client_of(lsa).post(url(beside.pk), said((children[0], "missed", "absent")))
    page = text_of(client_of(lsa).get(url()))
    assert "Counts as given, but for what is marked" in page and "Partly logged" not in page
    press = {
        "on": TODAY.isoformat(),
        "slot": 1,
        "key": KEY,
        "seen": 0,
        "for_staff": "on",
        "all": "on",
    }
    client.post(url(lone.pk), press)
    assert SessionLog.objects.get(pk=KEY).on_behalf_of == busy
    few = len(statements(client, url()))
    for n in range(5):
        given(school, *children, staff=member(school, Role.LSA), name=f"More {n}")
    assert len(statements(client, url())) == few


def test_after_a_pin_an_lsa_finds_the_log_and_a_teacher_the_class(school, children, group, lsa):
    assert "My sessions" in text_of(client_of(lsa).get(url(), {"first": ""}))
    gives_nothing = client_of(member(school, Role.LSA))
    assert gives_nothing.get(url(), {"first": ""}).url == "/oakfield/"
    teacher = member(school, Role.CLASS_TEACHER)
    given(school, *children, staff=teacher, name="Guided reading", starts_on=BEFORE)
    assert client_of(teacher).get(url(), {"first": ""}).url == "/oakfield/"
    assert "Guided reading" in text_of(client_of(teacher).get(url()))


def test_logging_takes_few_statements(group, children, lsa, django_assert_max_num_queries):
    """The middleware's included; savepoints too."""
    client = client_of(lsa)
    with django_assert_max_num_queries(27):
        client.post(url(group.pk), {"on": TODAY.isoformat(), "key": KEY, "all": "on"})
    assert SessionMark.objects.count() == 3


def test_as_many_statements_for_thirty_as_for_three(school, group, children, lsa):
    client = client_of(lsa)
    logged(group, *((child, "had") for child in children), by=lsa)
    few = statements(client, url())
    more = [PupilFactory(school=school) for _ in range(9)]
    for n in range(3):
        each = given(school, *more, staff=lsa, starts_on=BEFORE, name=f"Group {n}")
        logged(each, *((child, "had") for child in more), by=lsa)
    many = statements(client, url())
    assert len(few) == len(many) and len(many) <= 13


def of_child(child) -> str:
    return f"/oakfield/children/{child.pk}/provision/"


def test_what_was_given_stands_against_what_was_planned(school, group, children, lsa, sendco):
    client = client_of(sendco)
    first, second, third = children
    logged(group, (first, "missed", 0, Reason.STAFF), (second, "missed", 0, Reason.ABSENT), by=lsa)
    logged(group, (third, "had"), by=lsa)
    logged(group, (third, "missed", 0, Reason.TRIP), by=sendco)
    before = [len(statements(client, page)) for page in (of_child(first), one(group))]
    page = text_of(client.get(one(group)))
    assert "Owed 30 min 0 of 210 min given ; missed: 30 staff away; 180 not logged" in page
    assert "missed: 30 child absent (no debt)" in page
    assert "Two logs differ for 1 session; the later one is counted." in page
    mine = text_of(client.get(of_child(first)))
    assert "210 0 30 Missed: 30 staff away; 180 not logged" in mine
    assert "210 0 0 Missed: 30 child absent (no debt)" in text_of(client.get(of_child(second)))
    for n in range(9):
        each = given(school, *children, name=f"Group {n}", starts_on=BEFORE)
        logged(each, (first, "had"), by=lsa)
    more = [PupilFactory(school=school) for _ in range(27)]
    Place.objects.bulk_create(
        Place(school=school, provision=group, pupil=child, starts_on=BEFORE, ends_on=group.ends_on)
        for child in more
    )
    logged(group, *((child, "had") for child in more), by=lsa)
    assert [len(statements(client, page)) for page in (of_child(first), one(group))] == before


def one(group) -> str:
    return f"/oakfield/provision/{group.pk}/"


def test_what_had_its_sessions_of_the_week_is_not_asked_for_again(school, children, lsa):
    weekly = given(
        school, children[0], staff=lsa, name="Weekly", sessions_a_week=1, starts_on=BEFORE
    )
    twice = given(school, children[1], staff=lsa, name="Twice", sessions_a_week=2, starts_on=BEFORE)
    for row, child in ((weekly, children[0]), (twice, children[1])):
        logged(row, (child, "had"), by=lsa)
    client, tomorrow = client_of(lsa), TODAY + dt.timedelta(days=1)
    assert "All logged" in text_of(client.get(url()))  # on the day itself it stands as logged
    with time_machine.travel(dt.datetime.combine(tomorrow, dt.time(9), dt.UTC)):
        client = client_of(lsa)
        page = text_of(client.get(url()))
        assert "1 not logged yet" in page
        assert "1 of 1 this week" in page
        assert "2 of 2 this week" not in page
        html = client.get(url()).content.decode()
        assert html.count('type="radio"') == 3  # of the one that is still to be given
    monday = dt.datetime.combine(TODAY + dt.timedelta(days=7), dt.time(9), dt.UTC)
    with time_machine.travel(monday):  # a new week begins anew
        assert "2 not logged yet" in text_of(client_of(lsa).get(url()))
