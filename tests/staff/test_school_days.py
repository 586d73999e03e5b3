"""The school day: usual bells, put right in one form, dated; rooms and protected lessons."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed
from staff.models import Period, ProtectedLesson, Room, SchoolDay
from staff.rules.bells import Bell
from staff.selectors.school_days import days_of, holding_on
from staff.services.school_days import (
    add_school_day,
    change_school_day,
    day_version,
    keep_room,
    protect_lesson,
    start_school_days,
)
from tests.factories import SEPTEMBER, TODAY, ClassGroupFactory, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.staff.makers import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/school-day/"
DAY = dt.timedelta(days=1)
BELLS = [Bell("One", "lesson", at("9:00"), at("10:00"))]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", year_groups=["R", "1", "2", "3"])


@pytest.fixture
def client(school):
    return client_of(member(school, Role.SENDCO))


def bells(school, **facts):
    facts = {"name": "All", "year_groups": ["R"], "starts_on": SEPTEMBER} | facts
    return add_school_day(school=school, bells=BELLS, by=None, **facts)


class TestBells:
    def test_begun_in_one_press(self, school, client):
        assert "No bells are set yet" in text_of(client.get(URL))
        client.post(f"{URL}start/")
        page = text_of(client.get(URL))
        for words in ("Infants", "Juniors", "8:50 to 9:00", "Lunch", "Year 3"):
            assert words in page, words
        assert "No bells today" not in page
        client.post(f"{URL}start/")
        assert SchoolDay.objects.count() == 2
        with pytest.raises(TransitionNotAllowed):
            start_school_days(school=school, starts_on=SEPTEMBER, by=None)

    def test_put_right_in_one_form(self, school, client):
        start_school_days(school=school, starts_on=SEPTEMBER, by=None)
        day = SchoolDay.objects.get(name="Infants")
        count = day.periods.count()
        address = f"{URL}bells/{day.pk}/"
        form = sent(client.get(address), from_0="8:45", what_1="", kind_1="", from_1="", until_1="")
        client.post(address, form)
        periods = list(Period.objects.filter(day=day).order_by("starts_at"))
        assert len(periods) == count - 1
        assert periods[0].starts_at == at("8:45")

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"until_0": "9:30"}, "at the same time"),
            ({"until_0": "8:00"}, "ends before it begins"),
            ({"kind_0": ""}, "Fill in the whole line"),
            ({"from_0": "soon"}, "Write the time like 9:30"),
        ],
    )
    def test_what_cannot_be_is_said(self, school, client, change, words):
        start_school_days(school=school, starts_on=SEPTEMBER, by=None)
        day = SchoolDay.objects.get(name="Infants")
        address = f"{URL}bells/{day.pk}/"
        assert words in text_of(client.post(address, sent(client.get(address), **change)))
        assert Period.objects.filter(day=day).order_by("starts_at")[0].starts_at == at("8:50")

    def test_other_times_from_a_later_day(self, school):
        first = bells(school)
        second = bells(school, starts_on=TODAY)
        rows = days_of(school)
        assert holding_on(rows, TODAY - DAY) == [first]
        assert holding_on(rows, TODAY) == [second]
        assert holding_on(rows, SEPTEMBER - DAY) == []
        with pytest.raises(TransitionNotAllowed, match="there already"):
            bells(school)

    def test_the_new_form_begins_with_the_old_times(self, school, client):
        day = bells(school)
        page = client.get(f"{URL}bells/add/?like={day.pk}").content.decode()
        assert 'value="9:00"' in page
        assert client.get(f"{URL}bells/add/?like=a-b-c-d-e").status_code == 200

    def test_somebody_else_changed_it(self, school):
        day, sendco = bells(school), member(school, Role.HEAD)
        version = day_version(day)
        facts = {"name": "All", "year_groups": ["R"], "starts_on": SEPTEMBER}
        later = [Bell("One", "lesson", at("9:05"), at("10:00"))]
        change_school_day(day=day, bells=later, version=version, by=sendco, **facts)
        with pytest.raises(StaleSave):
            change_school_day(day=day, bells=BELLS, version=version, by=sendco, **facts)

    def test_years_without_bells_are_said(self, school, client):
        bells(school)
        assert "No bells today for Year 1, Year 2, Year 3" in text_of(client.get(URL))


class TestRoomsAndLessons:
    def test_a_room(self, school, client):
        form = sent(client.get(f"{URL}rooms/add/"), name="Nest", capacity="6", walking_minutes="3")
        client.post(f"{URL}rooms/add/", form), client.post(f"{URL}rooms/add/", form)
        room = Room.objects.get()
        assert "6 fit in, 3 minutes on foot" in text_of(client.get(URL))
        with pytest.raises(TransitionNotAllowed):
            keep_room(school=school, by=None, name="nest", capacity=1, walking_minutes=0)
        address = f"{URL}rooms/{room.pk}/"
        form = sent(client.get(address), capacity="8")
        client.post(address, form)
        assert "Somebody else changed this" in text_of(client.post(address, form | {"name": "X"}))
        client.post(f"{address}remove/")
        assert not Room.objects.exists()

    def test_a_lesson(self, school, client):
        group = ClassGroupFactory(school=school, name="Oak")
        other = ClassGroupFactory(school=SchoolFactory(slug="ashfield"))
        form = sent(
            client.get(f"{URL}lessons/add/"), class_group=group.pk, name="PE", weekday="2",
            starts_at="9:00", ends_at="10:00",
        )  # fmt: skip
        client.post(f"{URL}lessons/add/", form | {"class_group": other.pk})
        assert not ProtectedLesson.objects.exists()
        client.post(f"{URL}lessons/add/", form), client.post(f"{URL}lessons/add/", form)
        row = ProtectedLesson.objects.get()
        page = " ".join(text_of(client.get(URL)).split())
        assert "Oak: PE Wed 9:00 to 10:00" in page
        facts = {"name": "Art", "weekday": 2, "by": None, "class_group": group}
        with pytest.raises(TransitionNotAllowed, match="PE is protected"):
            protect_lesson(starts_at=at("9:59"), ends_at=at("11:00"), **facts)
        assert protect_lesson(starts_at=at("10:00"), ends_at=at("11:00"), key=uuid4(), **facts)
        client.post(f"{URL}lessons/{row.pk}/remove/")
        assert ProtectedLesson.objects.get().name == "Art"


class TestWho:
    @pytest.mark.parametrize(
        ("role", "sees", "keeps"),
        [
            (Role.SENDCO, 200, 200),
            (Role.ASSISTANT_SENDCO, 200, 200),
            (Role.HEAD, 200, 200),
            (Role.FEDERATION_SEND_LEAD, 200, 403),
            (Role.PHASE_LEADER, 200, 403),
            (Role.CLASS_TEACHER, 403, 403),
            (Role.LSA, 403, 403),
            (Role.GOVERNOR, 403, 403),
        ],
    )
    def test_sees_and_keeps(self, school, role, sees, keeps):
        client = client_of(member(school, role))
        assert client.get(URL).status_code == sees
        assert client.get(f"{URL}bells/add/").status_code == keeps
        assert client.get("/oakfield/staff/").status_code == sees
        assert client.get("/oakfield/staff/add/").status_code == keeps

    def test_not_of_another_school(self, client):
        row = bells(SchoolFactory(slug="ashfield", year_groups=["R"]))
        assert client.get(f"{URL}bells/{row.pk}/").status_code == 404
        assert client.post(f"{URL}bells/{row.pk}/remove/").status_code == 404
        assert SchoolDay.objects.count() == 1

    def test_few_statements(self, school, client):
        for number in range(5):
            bells(school, name=f"Day {number}")
        client.get(URL)
        assert len(statements(client, URL)) <= OF_EVERY_REQUEST + 5
