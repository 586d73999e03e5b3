"""The plan of training: planned, held once for everybody, said, seen, paid."""

import datetime as dt
import io

import openpyxl
import pypdf
import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.documents.rendering import write_pdf
from aylsham.models import Deadline
from provision.models import CouncilPaper
from staff.models import Invitation, TrainingRecord, TrainingSession
from staff.selectors.training import runs_out
from staff.services.attendance import (
    SEEN_FIELDS,
    say_how_it_was,
    say_what_is_seen,
    take_attendance,
)
from staff.services.training_plan import SESSION_FIELDS, call_off, change_session
from staff.services.training_topics import TOPIC_FIELDS, change_topic
from tests.factories import (
    TODAY,
    SchoolFactory,
    member,
)
from tests.lac.test_pages import sent
from tests.pages import client_of, text_of
from tests.staff.makers import someone
from tests.staff.training_makers import a_session, a_topic, trained

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
NEEDS, PLAN, MINE = (
    "/oakfield/training/needs/",
    "/oakfield/training/plan/",
    "/oakfield/training/mine/",
)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def topic(school):
    return a_topic(school, "Talk course")


class TestHolding:
    def test_one_entry_is_everybodys_training(self, school, sendco, lsa, topic):
        without = someone(school, "Ada Reed")
        session = a_session(school, topic, lsa, sendco, without, hours=2)
        missed = Invitation.objects.get(user=sendco)
        take_attendance(session=session, absent={missed.pk}, spent_pence=4200, by=sendco)
        rows = TrainingRecord.objects.all()
        assert {(r.user, r.member) for r in rows} == {(lsa, None), (None, without)}
        assert {(r.topic, r.taken_on, r.hours) for r in rows} == {(topic, TODAY, 2)}

    def test_taken_again_it_corrects_and_doubles_nothing(self, school, sendco, lsa, topic):
        session = a_session(school, topic, lsa, sendco)
        take_attendance(session=session, absent=(), spent_pence=None, by=sendco)
        kept = TrainingRecord.objects.get(user=lsa)
        missed = Invitation.objects.get(user=sendco)
        take_attendance(session=session, absent={missed.pk}, spent_pence=None, by=sendco)
        assert list(TrainingRecord.objects.all()) == [kept]
        take_attendance(session=session, absent=(), spent_pence=None, by=sendco)
        assert TrainingRecord.objects.count() == 2

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"starts_on": None}, "on which day"),
            ({"starts_on": TODAY + DAY}, "not come yet"),
            ({"starts_on": TODAY - DAY, "ends_on": TODAY + DAY}, "not come yet"),
        ],
    )
    def test_not_before_it_was(self, school, sendco, lsa, topic, facts, words):
        session = a_session(school, topic, lsa, **facts)
        with pytest.raises(TransitionNotAllowed, match=words):
            take_attendance(session=session, absent=(), spent_pence=None, by=sendco)

    def test_nobody_asked_or_called_off(self, school, sendco, lsa, topic):
        with pytest.raises(TransitionNotAllowed, match="Nobody is asked"):
            take_attendance(
                session=a_session(school, topic), absent=(), spent_pence=None, by=sendco
            )
        session = call_off(session=a_session(school, topic, lsa), by=sendco)
        with pytest.raises(TransitionNotAllowed, match="called off"):
            take_attendance(session=session, absent=(), spent_pence=None, by=sendco)

    def test_what_was_held_is_not_planned_again(self, school, sendco, lsa, topic):
        session = a_session(school, topic, lsa)
        version = version_of(session, SESSION_FIELDS)
        take_attendance(session=session, absent=(), spent_pence=None, by=sendco)
        facts = {name: getattr(session, name) for name in SESSION_FIELDS}
        with pytest.raises(TransitionNotAllowed, match="Attendance is taken"):
            change_session(session=session, version=version, by=sendco, people=[], **facts)
        with pytest.raises(TransitionNotAllowed):
            call_off(session=session, by=sendco)

    def test_taken_back_as_long_as_nobody_said_how_it_was(self, school, sendco, lsa, topic):
        session = a_session(school, topic, lsa)
        take_attendance(session=session, absent=(), spent_pence=100, by=sendco)
        client, back = client_of(sendco), f"{PLAN}{session.pk}/reopen/"
        client.post(back)
        session.refresh_from_db()
        assert (session.state, session.spent_pence) == ("planned", None)
        assert not TrainingRecord.objects.exists()
        take_attendance(session=session, absent=(), spent_pence=100, by=sendco)
        row = Invitation.objects.get()
        say_how_it_was(invitation=row, useful="yes", will_try="", still_needs="", by=lsa)
        assert "it took place" in text_of(client.post(back, follow=True))
        assert TrainingRecord.objects.count() == 1

    def test_a_second_editor_does_not_overwrite(self, school, sendco, lsa, topic):
        session = a_session(school, topic, lsa)
        version = version_of(session, SESSION_FIELDS)
        facts = {name: getattr(session, name) for name in SESSION_FIELDS}
        more = {"by": sendco, "version": version, "people": [lsa]}
        change_session(session=session, **more, **facts | {"place": "Hall"})
        with pytest.raises(StaleSave):
            change_session(session=session, **more, **facts | {"place": "Nest"})

    def test_planned_on_the_page_for_everybody_and_taken_by_exception(
        self, school, sendco, lsa, topic
    ):
        client = client_of(sendco)
        form = sent(
            client.get(f"{PLAN}add/"), topic=topic.pk, kind="inset", starts_on="23 Nov 2026",
            is_for_all="on", pounds="120.50",
        )  # fmt: skip
        answer = client.post(f"{PLAN}add/", form)
        client.post(f"{PLAN}add/", form)
        session = TrainingSession.objects.get()
        assert (session.pence, session.year) == (12050, 2026)
        assert set(session.invited.values_list("user", flat=True)) == {sendco.pk, lsa.pk}
        missed = session.invited.get(user=sendco)
        client.post(f"{answer['Location']}came/", {"absent": [missed.pk], "pounds": "99"})
        page = text_of(client.get(answer["Location"]))
        assert "Who came: 1 of 2" in page
        assert "£120.50 planned, £99.00 spent" in page


class TestAfterwards:
    @pytest.fixture
    def held(self, school, sendco, topic):
        people = [member(school, Role.LSA, user__name=f"Person {n}") for n in "ABCD"]
        session = a_session(school, topic, *people, by=sendco, starts_on=TODAY - 84 * DAY)
        take_attendance(session=session, absent=(), spent_pence=None, by=sendco)
        return session, people

    def test_said_on_ones_own_page_and_shown_without_a_name_from_three_on(
        self, school, sendco, held
    ):
        session, people = held
        page_url = f"{PLAN}{session.pk}/"
        for number, person in enumerate(people[:3], 1):
            client = client_of(person)
            assert "How was it?" in text_of(client.get(MINE))
            client.post(f"{MINE}{session.pk}/", {"useful": "yes", "will_try": f"Idea {number}"})
            assert "How was it?" not in text_of(client.get(MINE))
            page = text_of(client_of(sendco).get(page_url))
            assert ("Idea 1" in page) is (number == 3)
        answers = page[page.index("How it was") : page.index("What we see")]
        assert not any(person.name in answers for person in people)

    def test_nobody_says_anything_of_what_they_did_not_come_to(self, school, sendco, lsa, held):
        session, people = held
        assert client_of(lsa).get(f"{MINE}{session.pk}/").status_code == 404
        row = Invitation.objects.get(session=session, user=people[0])
        take_attendance(session=session, absent={row.pk}, spent_pence=None, by=sendco)
        with pytest.raises(TransitionNotAllowed):
            say_how_it_was(invitation=row, useful="yes", will_try="", still_needs="", by=people[0])

    def test_what_is_seen_is_due_twelve_weeks_later_until_it_is_written(self, school, sendco, held):
        session, _ = held
        (due,) = Deadline.objects.filter(kind="training_seen")
        assert due.due_on == TODAY
        assert due.facts == {"Planned by": sendco.name}
        client = client_of(sendco)
        assert "Say what you see of a training" in text_of(client.get("/oakfield/asks/"))
        client.post(
            f"{PLAN}{session.pk}/seen/",
            sent(client.get(f"{PLAN}{session.pk}/seen/"), seen="Shorter words."),
        )
        assert not Deadline.objects.filter(kind="training_seen").exists()
        assert "Shorter words." in text_of(client.get(f"{PLAN}{session.pk}/"))

    def test_two_people_write_what_they_see(self, school, sendco, held):
        session, _ = held
        version = version_of(session, SEEN_FIELDS)
        say_what_is_seen(session=session, seen="One", version=version, by=sendco)
        with pytest.raises(StaleSave):
            say_what_is_seen(session=session, seen="Two", version=version, by=sendco)


class TestRunningOut:
    def test_the_catalogue_says_until_when_and_a_certificate_goes_first(self, school, lsa):
        topic = a_topic(school, "First aid", valid_months=12)
        row = trained(school, lsa, topic)
        assert [each.ends_on for each in runs_out(school)] == [dt.date(2027, 11, 23)]
        TrainingRecord.objects.filter(pk=row.pk).update(valid_until=TODAY + DAY)
        assert [each.ends_on for each in runs_out(school)] == [TODAY + DAY]

    def test_a_change_of_the_months_moves_what_is_due(self, school, sendco, lsa):
        topic = a_topic(school, "First aid", valid_months=12)
        trained(school, lsa, topic)
        assert Deadline.objects.get(kind="training").due_on == dt.date(2027, 11, 23)
        facts = {name: getattr(topic, name) for name in TOPIC_FIELDS} | {"valid_months": 24}
        version = version_of(topic, TOPIC_FIELDS)
        change_topic(topic=topic, school=school, version=version, by=sendco, **facts)
        assert Deadline.objects.get(kind="training").due_on == dt.date(2028, 11, 23)


class TestPaper:
    def test_governors_read_no_name_and_no_small_number(self, school, sendco, topic):
        few = [member(school, Role.LSA, user__name=f"Zebedee {n}") for n in "ABCD"]
        many = [member(school, Role.LSA, user__name=f"Yolanda {n}") for n in "ABCDE"]
        a_session(school, topic, *few, title="Small course", pence=10000)
        a_session(school, topic, *many, title="Large course")
        client_of(sendco).post(f"{PLAN}print/")
        pdf = write_pdf(CouncilPaper.objects.get(kind="cpd").html)
        words = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages)
        words = " ".join(words.split())
        assert "fewer than 5 asked" in words and "5 asked" in words
        assert "£100.00" in words
        assert "Zebedee" not in words and "Yolanda" not in words

    def test_the_workbook_has_numbers_and_no_formula(self, school, sendco, lsa, topic):
        a_session(school, topic, lsa, title="=1+1", pence=250)
        file = client_of(sendco).get(f"{PLAN}export/")
        sheet = openpyxl.load_workbook(io.BytesIO(file.content)).active
        row = dict(zip(*(list(r) for r in sheet.iter_rows(values_only=True)), strict=True))
        assert (row["Training"], row["People asked"], row["Planned, pounds"]) == ("=1+1", 1, 2.5)
        assert sheet["C2"].data_type == "s"
        assert lsa.name not in str(row)

    def test_costs_of_all_schools_and_only_ones_own(self, topic, school):
        boss = member(school, Role.HEAD)
        stranger = SchoolFactory(slug="ashfield", name="Ashfield School")
        a_session(stranger, a_topic(stranger, "Elsewhere"), pence=7700)
        a_session(school, topic, pence=5000)
        page = text_of(client_of(boss).get("/federation/training/"))
        assert "£50.00" in page
        assert "£77.00" not in page and "Elsewhere" not in page


class TestMyTraining:
    def test_what_i_have_what_runs_out_what_is_planned(self, school, sendco, lsa):
        topic = a_topic(school, "First aid", valid_months=12)
        trained(school, lsa, topic, taken_on=TODAY - 330 * DAY, is_certificate_seen=True, by=sendco)
        a_session(school, a_topic(school, "Signing"), lsa, starts_on=TODAY + DAY, place="Hall")
        a_session(school, a_topic(school, "Not mine"), sendco, starts_on=TODAY + DAY)
        page = text_of(client_of(lsa).get(MINE))
        for words in ("To renew", "Runs out soon", "Signing", "Hall", f"seen by {sendco.name}"):
            assert words in page, words
        assert "Not mine" not in page

    def test_somebody_whose_account_came_later(self, school, sendco, lsa, topic):
        entry = someone(school, "Ada Reed")
        session = a_session(school, topic, entry)
        type(entry).objects.filter(pk=entry.pk).update(user=lsa)
        assert "Talk course" in text_of(client_of(lsa).get(MINE))
        take_attendance(session=session, absent=(), spent_pence=None, by=sendco)
        assert TrainingRecord.objects.get().user == lsa
