"""On which weekdays something is given: what is offered on a day, what fits, what stays open."""

import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from provision.models import Provision, SessionMark
from provision.rules.weekdays import most_on_a_day, sessions_on, weekday_words, why_unfit
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given, until

MONDAY, TUESDAY, SATURDAY = 0, 1, 5
KEY = "01900000-0000-7000-8000-000000000031"


@pytest.mark.parametrize(
    ("sessions", "days", "weekday", "count"),
    [
        (3, (), MONDAY, 1),
        (6, (), MONDAY, 2),
        (3, (0, 2, 4), MONDAY, 1),
        (3, (0, 2, 4), TUESDAY, 0),
        (4, (0, 2), MONDAY, 2),
        (1, (1,), TUESDAY, 1),
        (5, (0, 1, 2, 3, 4), SATURDAY, 0),
    ],
)
def test_how_many_sessions_a_day_has(sessions, days, weekday, count):
    assert sessions_on(sessions, days, weekday) == count


@pytest.mark.parametrize(
    ("sessions", "days", "fits"),
    [
        (3, (), True),
        (3, (0, 2, 4), True),
        (4, (0, 2), True),
        (3, (0, 2), False),
        (1, (0, 2), False),
        (6, (3,), False),
        (5, (3,), True),
    ],
)
def test_sessions_fit_the_days_when_each_has_the_same_number(sessions, days, fits):
    assert (why_unfit(sessions, days) == "") is fits


def test_days_in_words():
    assert weekday_words((4, 0)) == "Mon, Fri" and weekday_words(()) == ""
    assert weekday_words((0, 1, 2, 3, 4)) == "Every day"
    assert most_on_a_day(4, (0, 2)) == 2


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def sendco(school):
    return member(school)


def of_days(school, child, lsa, name, days, time=None, **more):
    """A group that the LSA gives on these weekdays."""
    facts = {"sessions_a_week": len(days) or 3, "weekdays": days, "time": time, "staff": lsa}
    return given(school, child, name=name, **(facts | more))


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPlanning:
    def test_the_form_takes_days_and_counts_them(self, school, child, sendco):
        client = client_of(sendco)
        said = {
            "key": KEY, "name": "Talk", "pupils": [child.pk], "weekdays": [0, 2], "time": "9.15",
            "minutes": "20", "weeks": "6", "starts_on": "today", "funding": "notional",
        }  # fmt: skip
        answer = client.post("/oakfield/provision/add/", said)
        made = Provision.objects.get()
        assert (made.weekdays, made.time, made.sessions_a_week) == ([0, 2], dt.time(9, 15), 2)
        assert "Mon, Wed at 9:15" in text_of(client.get(answer.url))
        assert "Mon, Wed at 9:15" in text_of(client.get("/oakfield/provision/"))

    def test_what_does_not_fit_is_said_at_the_days(self, school, child, sendco):
        said = {
            "key": KEY, "name": "Talk", "pupils": [child.pk], "weekdays": [0, 2],
            "sessions_a_week": "3", "minutes": "20", "weeks": "6", "starts_on": "today",
            "funding": "notional",
        }  # fmt: skip
        answer = client_of(sendco).post("/oakfield/provision/add/", said)
        assert "3 sessions a week do not fit 2 days" in text_of(answer)
        assert not Provision.objects.exists()

    def test_the_service_and_the_database_refuse_it_too(self, school, child, lsa):
        with pytest.raises(TransitionNotAllowed, match="do not fit"):
            of_days(school, child, lsa, "Talk", [0, 1], sessions_a_week=3)
        row = of_days(school, child, lsa, "Talk", [0])
        with pytest.raises(IntegrityError), transaction.atomic():
            Provision.objects.filter(pk=row.pk).update(weekdays=[SATURDAY])

    def test_a_stale_save_shows_the_days_in_words_and_history_keeps_them(
        self, school, child, lsa, sendco
    ):
        row = of_days(school, child, lsa, "Talk", [0, 2])
        client = client_of(sendco)
        page = client.get(f"/oakfield/provision/{row.pk}/change/")
        form = page.context["form"]
        assert form["weekdays"].value() == [0, 2]
        facts = {name: getattr(row, name) for name in PROVISION_FIELDS} | {"weekdays": [1, 3]}
        change_provision(
            provision=row, members=Members(pupils=(child,)), by=sendco,
            version=version_of(row, PROVISION_FIELDS), **facts,
        )  # fmt: skip
        said = {n: form[n].value() for n in form.fields if form[n].value() not in (None, False)}
        answer = client.post(f"/oakfield/provision/{row.pk}/change/", said | {"starts_on": "today"})
        assert "The record now says: Tue, Thu" in text_of(answer)
        events = Provision.pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id")
        assert [event.weekdays for event in events] == [[0, 2], [1, 3]]


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestTheDay:
    def test_what_is_given_today_by_time_and_the_rest_folded(self, school, child, lsa):
        of_days(school, child, lsa, "Late", [0], dt.time(14, 0))
        of_days(school, child, lsa, "Any day", [])
        of_days(school, child, lsa, "Early", [0, 2], dt.time(9, 15))
        tuesday = of_days(school, child, lsa, "Other", [1])
        page = client_of(lsa).get("/oakfield/sessions/", {"whose": "mine"})
        assert [card.title for card, _ in page.context["cards"]] == ["Early", "Late", "Any day"]
        assert [card.title for card in page.context["others"]] == ["Other"]
        words = text_of(page)
        assert "9:15 , 30 min" in words and "3 not logged yet" in words
        assert "Also yours this week (1)" in words and f"{tuesday.pk}/?on=" in page.content.decode()

    def test_a_moved_session_is_logged_on_its_day_and_then_stands_there(self, school, child, lsa):
        row = of_days(school, child, lsa, "Other", [1])
        client = client_of(lsa)
        one = f"/oakfield/sessions/{row.pk}/"
        assert "All had it" in text_of(client.get(one, {"on": TODAY.isoformat(), "slot": 1}))
        said = {"on": TODAY.isoformat(), "slot": 1, "key": uuid.uuid4(), "seen": 0, "all": "on"}
        client.post(one, said)
        assert SessionMark.objects.get().pupil == child
        page = client.get("/oakfield/sessions/", {"whose": "mine"})
        assert [card.state_words for card, _ in page.context["cards"]] == ["Logged"]
        assert page.context["others"] == []
        assert "Other" in text_of(client.get("/oakfield/"))

    def test_a_day_with_nothing_planned_says_so(self, school, child, lsa):
        of_days(school, child, lsa, "Other", [1])
        words = text_of(client_of(lsa).get("/oakfield/sessions/", {"whose": "mine"}))
        assert "Nothing is planned for this day" in words and "Also yours this week" in words

    def test_the_front_page_and_everybody_s_list_leave_it_out(self, school, child, lsa, sendco):
        of_days(school, child, lsa, "Early", [0], dt.time(9, 15))
        of_days(school, child, lsa, "Other", [1])
        mine = text_of(client_of(lsa).get("/oakfield/"))
        assert "9:15 Early" in mine and "Other" not in mine
        page = client_of(sendco).get("/oakfield/sessions/", {"whose": "all"})
        (adult,) = page.context["adults"]
        assert [card.title for card in (*adult.waiting, *adult.done)] == ["Early"]
        assert "Also this week (1)" in text_of(page)

    def test_two_sessions_on_each_of_its_days(self, school, child, lsa):
        of_days(school, child, lsa, "Twice", [0, 2], sessions_a_week=4)
        page = client_of(lsa).get("/oakfield/sessions/", {"whose": "mine"})
        titles = [card.title for card, _ in page.context["cards"]]
        assert titles == ["Twice, session 1", "Twice, session 2"]

    def test_the_week_on_paper_has_boxes_on_its_days_alone(self, school, child, lsa):
        of_days(school, child, lsa, "Talk", [0, 2], starts_on=until(-7))
        page = client_of(lsa).get("/oakfield/sessions/week/", {"on": until(-7).isoformat()})
        (block,) = page.context["sheet"].blocks
        assert [card.at.on.weekday() for card in block.cards] == [0, 2]
