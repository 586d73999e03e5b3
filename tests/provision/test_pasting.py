"""Pasting a timetable on the page: shown first, put right by a person, made once, taken back."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aylsham.models import AuditEvent
from provision.models import Place, Provision
from provision.services.catalogue import add_own_intervention
from provision.services.drafts import begin_provision
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
)
from tests.pages import NOT_COUNTED, OF_EVERY_REQUEST, client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/paste/"
KEY = "01900000-0000-7000-8000-000000000021"
TEXT = "Mon Wed 9.15-9.45 Speech sounds – Kasia Wrona – Zoë B, Lewis P (library)"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def roll(school):
    group = ClassGroupFactory(school=school, name="Oak")
    names = [("Zoë", "Burton"), ("Lewis", "Pike"), ("Ava", "Mills"), ("Ava", "Moss")]
    return {
        f"{first} {last}": PupilFactory(
            school=school, class_group=group, first_name=first, last_name=last
        )
        for first, last in names
    }


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def lsa(school):
    return member(school, "lsa", user=UserFactory(name="Kasia Wrona"))


def read(client, text: str = TEXT, **more):
    said = {"text": text, "starts_on": "today", "weeks": "10", "key": KEY, "step": "read"}
    return client.post(URL, said | more)


def make(client, text: str = TEXT, **answers):
    """Read it, then send what the page has in its boxes, with these answers."""
    page = read(client, text)
    form = page.context["form"]
    said = {
        form[name].html_name: form[name].value() or ""
        for name in form.fields
        if form[name].value() is not False
    }
    said |= {"step": "make", "mark": page.context["mark"], "starts_on": "today"} | answers
    return client.post(URL, said)


def test_it_is_shown_first_and_nothing_is_written(school, roll, sendco, lsa):
    page = read(client_of(sendco))
    words = text_of(page)
    assert "1 group: 1 ready" in words
    assert "Zoë Burton" in words and "Kasia Wrona" in words and "library" in words
    assert "Mon, Wed at 9:15, 2 × 30 min a week" in words
    assert not Provision.objects.exists()


def test_a_press_makes_drafts_and_a_second_press_nothing_more(school, roll, sendco, lsa):
    client = client_of(sendco)
    assert make(client).url == "/oakfield/provision/?state=draft"
    assert "1 draft is made" in text_of(client.get("/oakfield/provision/"))
    make(client)
    made = Provision.objects.get()
    assert (made.name, made.state, made.sessions_a_week, made.minutes, made.weeks) == (
        "Speech sounds", "draft", 2, 30, 10,
    )  # fmt: skip
    assert (made.staff, made.location, made.starts_on) == (lsa, "library", TODAY)
    assert (made.weekdays, made.time) == ([0, 2], dt.time(9, 15))
    assert {p.pupil.full_name for p in made.places.select_related("pupil")} == {
        "Zoë Burton", "Lewis Pike",
    }  # fmt: skip


def test_pasted_again_another_day_it_is_there_already(school, roll, sendco, lsa):
    client = client_of(sendco)
    make(client)
    page = read(client, key="01900000-0000-7000-8000-000000000022")
    assert "1 group: 0 ready, 1 there already" in text_of(page)
    make(client, key="01900000-0000-7000-8000-000000000022")
    assert Provision.objects.count() == 1


def test_somebody_made_the_same_between_look_and_press(school, roll, sendco, lsa):
    client = client_of(sendco)
    page = read(client)
    given(school, roll["Zoë Burton"], roll["Lewis Pike"], name="Speech sounds")
    said = {"text": TEXT, "starts_on": "today", "weeks": "10", "key": KEY, "g0_take": "on"}
    answer = client.post(URL, said | {"step": "make", "mark": page.context["mark"]})
    assert answer.status_code == 302
    assert Provision.objects.count() == 1


def test_another_group_of_the_name_needs_a_tick(school, roll, sendco, lsa):
    given(school, roll["Ava Mills"], name="Speech sounds")
    client = client_of(sendco)
    assert "One of this name is there already" in text_of(read(client))
    make(client)
    assert Provision.objects.count() == 1
    make(client, g0_take="on")
    assert Provision.objects.count() == 2


def test_where_two_fit_a_person_chooses(school, roll, sendco, lsa):
    text = "Mon 9.15-9.45 Phonics – Zoë B, Ava M, Xander Q"
    client = client_of(sendco)
    page = read(client, text)
    assert "1 group: 0 ready, 1 needs you" in text_of(page)
    assert "Which child is “Ava M”?" in text_of(page)
    assert {p.full_name for a in page.context["page"].lines[0].asked for p in a.near} == {
        "Ava Mills", "Ava Moss",
    }  # fmt: skip
    answer = make(client, text)
    assert answer.status_code == 200 and "Say it, or take the tick away" in text_of(answer)
    assert not Provision.objects.exists()
    make(client, text, g0_child1=str(roll["Ava Moss"].pk), g0_child2="none")
    places = Place.objects.select_related("pupil")
    assert {p.pupil.full_name for p in places} == {"Zoë Burton", "Ava Moss"}


def test_children_of_another_school_never_match(school, roll, sendco, lsa):
    other = SchoolFactory(slug="elmfield", federation=school.federation)
    stranger = PupilFactory(school=other, first_name="Xander", last_name="Quill")
    page = read(client_of(sendco), "Mon 9.15-9.45 Phonics – Xander Q")
    (line,) = page.context["page"].lines
    assert [(a.words, a.near) for a in line.asked] == [("Xander Q", ())]
    assert "Quill" not in text_of(page)
    answer = make(client_of(sendco), "Mon 9.15 10 min A – Xander Q", g0_child0=str(stranger.pk))
    assert answer.status_code == 200
    assert not Provision.objects.exists()


def test_what_is_missing_is_asked_for_and_the_catalogue_fills_in(school, roll, sendco):
    add_own_intervention(
        school=school, by=sendco, name="Talk Boost", aim="Talk", need_types=["SLCN"],
        sessions_a_week=3, minutes=25, weeks=10, measure="Tracker",
    )  # fmt: skip
    client = client_of(sendco)
    text = "Talk boost – Zoë B\nReading – Lewis P – Mrs Nobody"
    page = text_of(read(client, text))
    assert "in the catalogue: Talk Boost" in page and "Who is “Mrs Nobody”?" in page
    make(client, text, g1_sessions="2", g1_minutes="15", g1_staff="none")
    made = {row.name: row for row in Provision.objects.all()}
    talk, reading = made["Talk boost"], made["Reading"]
    assert (talk.sessions_a_week, talk.minutes, talk.measure) == (3, 25, "Tracker")
    assert (talk.own_item.name, talk.need_type) == ("Talk Boost", "SLCN")
    assert (reading.sessions_a_week, reading.minutes, reading.staff) == (2, 15, None)


def test_what_is_not_understood_is_quoted_by_its_line(school, roll, sendco):
    words = text_of(read(client_of(sendco), f"Autumn timetable\n{TEXT}\nfortnightly swim – Zoë B"))
    assert "Line 1: “Autumn timetable”" in words
    assert "Not kept: “fortnightly”" in words


def test_days_that_do_not_fit_the_number_of_sessions_are_said_and_not_kept(school, roll, sendco):
    client = client_of(sendco)
    text = "Reading Mon Tue 3 x 20 – Zoë B"
    assert "Not kept: “Mon, Tue”" in text_of(read(client, text))
    make(client, text)
    made = Provision.objects.get()
    assert (made.sessions_a_week, made.weekdays) == (3, [])


@pytest.mark.parametrize("day", ["today", "31 Dec 2051", "31 Dec 9999"])
@pytest.mark.parametrize("value", ["-1", "9" * 40, "a\0b", KEY, "none", "x" * 20_000, "1"])
def test_nothing_that_is_sent_for_an_answer_breaks_it(school, roll, sendco, value, day):
    text = f"Mon 9.15 A – Zoë B, Xander Q\nNumbers – Mrs X\n{'y' * 3000} Mon 9.00 Zoë B"
    client = client_of(sendco)
    page = read(client, text)
    said = dict.fromkeys(page.context["form"].fields, value)
    more = {"mark": page.context["mark"], "step": "make", "starts_on": day, "weeks": "52"}
    assert client.post(URL, said | {"text": text, "key": KEY} | more).status_code in (200, 302)


def test_the_text_must_be_the_one_that_was_read(school, roll, sendco):
    client = client_of(sendco)
    mark = read(client).context["mark"]
    answer = read(client, TEXT + ", Ava Mills", step="make", mark=mark, g0_take="on")
    assert answer.status_code == 200
    assert "The text has changed since it was read" in answer.content.decode()
    assert not Provision.objects.exists()


def test_all_of_it_is_taken_back_but_for_what_goes_on(school, roll, sendco, lsa):
    client = client_of(sendco)
    make(client, f"{TEXT}\nTue 10.00 20 min Reading – Ava Mills")
    undo = f"{URL}{KEY}/undo/"
    assert client.get(undo).status_code == 405
    begin_provision(provision=Provision.objects.get(name="Reading"), by=sendco)
    client.post(undo)
    assert [row.name for row in Provision.objects.all()] == ["Reading"]
    assert "1 stay" in client.get("/oakfield/provision/").content.decode()
    client.post(undo)
    assert Provision.objects.count() == 1
    assert client.post(f"{URL}{KEY[:-1]}9/undo/").status_code == 404


def test_nobody_but_who_plans_may_paste(school, roll, lsa):
    client = client_of(lsa)
    assert client.get(URL).status_code == 403
    assert client.post(f"{URL}{KEY}/undo/").status_code == 403
    assert "Paste a timetable" not in text_of(client.get("/oakfield/provision/"))


def test_the_names_that_were_shown_are_in_the_audit(school, roll, sendco, lsa):
    read(client_of(sendco))
    event = AuditEvent.objects.filter(action="view_provision").latest("pk")
    assert set(event.pupil_ids) == {roll["Zoë Burton"].pk, roll["Lewis Pike"].pk}


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_pasted_says_so(school, sendco, text):
    assert "There is a problem" in text_of(read(client_of(sendco), text))


def test_thirty_groups_cost_no_more_statements_than_three(school, roll, sendco, lsa):
    client = client_of(sendco)
    text = "\n".join(f"Mon 9.15-9.45 Group {n} – Zoë B, Lewis P" for n in range(30))
    counts = []
    for pasted in (text, text, text.split("\n")[0]):
        with CaptureQueriesContext(connection) as captured:
            assert read(client, pasted).status_code == 200
        counts.append(len([q for q in captured if not q["sql"].startswith(NOT_COUNTED)]))
    assert counts[1] == counts[2] <= OF_EVERY_REQUEST + 8
