"""Pages of watching: who opens them, what they say, in how many statements."""

import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent
from lac.forms.watch import WeekFilter
from lac.models import SdqTotal, WatchRules, WatchTask, WeekAttendance
from lac.services.social_work import add_social_work
from tests.factories import (
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.lac.makers import ENTERED, a_person, a_placement, day, in_care
from tests.lac.test_pages import sent
from tests.lac.test_watch import BEFORE, LAST, a_total, keep
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
    in_care(pupil)
    return pupil


@pytest.fixture
def url(pupil):
    return f"/oakfield/children/{pupil.pk}/care/watch/"


@pytest.fixture
def teacher(school, client):
    """The designated teacher, signed in."""
    user = member(school, Role.DESIGNATED_TEACHER)
    client.force_login(user)
    return user


class TestTheChildsPage:
    def test_empty_it_says_what_to_do(self, client, teacher, url):
        page = text_of(client.get(url))
        for words in ("Type a week", "Add a total", "No target is open", "Nothing. The school"):
            assert words in page, words

    def test_everything_in_one_place(self, client, teacher, pupil, url):
        keep(pupil, BEFORE, (10, 9)), keep(pupil, LAST, (9, 8))
        a_total(pupil, 21), a_total(pupil, 14, answered_on=ENTERED)
        a_target(pupil, text="Reads 40 words")
        a_placement(pupil), a_placement(pupil, starts_on=day("2026-11-02"))
        a_person(pupil)
        html = client.get(url).content.decode()
        for words in ("<svg", "The same as a table", "88.9 %", "Reads 40 words", "Ada Lane"):
            assert words in html, words
        page = text_of(client.get(url))
        for words in ("Week of Mon 16 Nov: 8 of 9 half days", "High SDQ total", "Look at it",
                      "Attendance is low", "SDQ total 21 of 40"):  # fmt: skip
            assert words in page, words

    def test_reading_is_written_down(self, client, teacher, pupil, url):
        client.get(url)
        event = AuditEvent.objects.filter(action="view_care").latest("pk")
        assert (event.actor_id, event.pupil_ids) == (teacher.pk, [pupil.pk])

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.HEAD, 200),
            (Role.SAFEGUARDING_LEAD, 200),
            (Role.SENDCO, 200),
            (Role.ASSISTANT_SENDCO, 403),
            (Role.OFFICE, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_who_opens_it(self, school, url, role, status):
        assert client_of(member(school, role)).get(url).status_code == status

    def test_the_class_teacher_does_not(self, pupil, url):
        assert client_of(teacher_of(pupil.class_group)).get(url).status_code == 403

    def test_another_school_is_no_school(self, pupil, url):
        stranger = member(SchoolFactory(slug="ashfield"), Role.DESIGNATED_TEACHER)
        client = client_of(stranger)
        assert client.get(url).status_code == 404
        assert client.get(url.replace("oakfield", "ashfield")).status_code == 404

    def test_the_same_number_of_statements_whatever_is_kept(self, school, pupil, url):
        client = client_of(member(school, Role.HEAD))
        keep(pupil, LAST, (10, 9)), a_total(pupil, 20), a_target(pupil)
        few = len(statements(client, url))
        for number in range(1, 12):
            a_total(pupil, 20, answered_on=day(f"2026-10-{number:02d}"))
            a_target(pupil, text=f"Reads list {number}")
        assert len(statements(client, url)) == few
        assert few <= OF_EVERY_REQUEST + 6


class TestASign:
    def test_closed_with_words_and_reopened(self, client, teacher, pupil, url):
        a_total(pupil, 25)
        task = WatchTask.objects.get()
        address = f"{url}seen/{task.pk}/"
        assert "Nobody has said yet" in text_of(client.get(address))
        answer = client.post(f"{address}close/", {"done": ""})
        assert "This field is required" in answer.content.decode() or answer.context["form"].errors
        client.post(f"{address}close/", {"done": "Met the carer on Monday"})
        page = text_of(client.get(url))
        assert "Looked at" in page
        assert "Met the carer on Monday" in page
        client.post(f"{address}again/")
        task.refresh_from_db()
        assert task.closed_on is None

    def test_told_in_one_press_or_two(self, client, teacher, pupil, url):
        a_total(pupil, 25)
        address = f"{url}seen/{WatchTask.objects.get().pk}/"
        form = sent(client.get(f"{address}told/"), name="Ms Rao, virtual school")
        client.post(f"{address}told/", form)
        client.post(f"{address}told/", form)
        assert text_of(client.get(address)).count("Ms Rao, virtual school") == 1

    def test_who_reads_may_not_write(self, school, pupil, url):
        a_total(pupil, 25)
        address = f"{url}seen/{WatchTask.objects.get().pk}/"
        client = client_of(member(school, Role.SENDCO))
        assert "Say what is done" not in text_of(client.get(address))
        assert client.post(f"{address}close/", {"done": "x"}).status_code == 403

    def test_of_another_child_is_none(self, client, teacher, school, pupil, url):
        a_total(pupil, 25)
        other = PupilFactory(school=school)
        task = WatchTask.objects.get()
        assert (
            client.get(f"/oakfield/children/{other.pk}/care/watch/seen/{task.pk}/").status_code
            == 404
        )


class TestTotals:
    def test_added_changed_and_taken_out(self, client, teacher, pupil, url):
        form = sent(client.get(f"{url}sdq/add/"), answered_by="teacher", total="18")
        client.post(f"{url}sdq/add/", form), client.post(f"{url}sdq/add/", form)
        row = SdqTotal.objects.get()
        address = f"{url}sdq/{row.pk}/"
        form = sent(client.get(f"{address}change/"), total="11")
        client.post(f"{address}change/", form)
        stale = client.post(f"{address}change/", form | {"total": "12"})
        assert "The record now says: 11" in stale.content.decode()
        client.post(f"{address}remove/")
        assert not SdqTotal.objects.exists()

    def test_more_than_forty_is_refused(self, client, teacher, url):
        answer = client.post(
            f"{url}sdq/add/", {"answered_on": "today", "answered_by": "teacher", "total": "41"}
        )
        assert answer.context["form"].errors["total"]


class TestAWeek:
    URL = "/oakfield/care/watch/week/?week=2026-11-18"

    def test_typed_for_every_child(self, client, teacher, school, pupil):
        other = PupilFactory(school=school)
        add_social_work(
            pupil=other, by=None, kind="in_need", council="", starts_on=ENTERED, ends_on=None
        )
        page = client.get(self.URL)
        assert "Week of 16 November 2026" in text_of(page)
        form = sent(page)
        form |= {f"possible_{pupil.pk.hex}": "10", f"attended_{pupil.pk.hex}": "9"}
        assert client.post(self.URL, form).status_code == 302
        row = WeekAttendance.objects.get()
        assert (row.pupil_id, row.week_on, row.possible, row.attended) == (pupil.pk, LAST, 10, 9)
        stale = client.post(self.URL, form)
        assert "Somebody else changed this" in stale.content.decode()

    @pytest.mark.parametrize(
        ("possible", "attended", "words"),
        [("", "3", "Say how many"), ("8", "9", "more than 8"),
         ("0", "0", "Say how many"), ("x", "1", "whole number")],
    )  # fmt: skip
    def test_what_cannot_be(self, client, teacher, pupil, possible, attended, words):
        form = sent(client.get(self.URL))
        form |= {f"possible_{pupil.pk.hex}": possible, f"attended_{pupil.pk.hex}": attended}
        assert words in client.post(self.URL, form).content.decode()
        assert not WeekAttendance.objects.exists()


class TestTheRules:
    def test_set_by_the_designated_teacher(self, client, teacher, pupil):
        a_total(pupil, 16)
        url = "/oakfield/care/watch/rules/"
        page = client.get(url)
        assert page.context["form"]["sdq_total"].value() == 17
        client.post(url, sent(page, sdq_total="16", moves="", new_worker=""))
        rules = WatchRules.objects.get()
        assert (rules.sdq_total, rules.moves, rules.new_worker) == (16, None, False)
        assert WatchTask.objects.get().rule == "sdq"

    def test_not_by_the_head(self, school):
        assert (
            client_of(member(school, Role.HEAD)).get("/oakfield/care/watch/rules/").status_code
            == 403
        )


class TestTheGroup:
    def test_who_needs_a_look_comes_first(self, client, teacher, school, pupil):
        calm = PupilFactory(school=school, first_name="Aaa", last_name="Aaa")
        in_care(calm)
        a_total(pupil, 30)
        page = text_of(client.get("/oakfield/care/watch/"))
        assert page.index(pupil.last_name) < page.index("Aaa")
        assert "High SDQ total" in page

    def test_the_status_is_without_what_was_seen(self, school, pupil):
        a_total(pupil, 33)
        a_placement(pupil), a_placement(pupil, starts_on=day("2026-11-02"))
        page = text_of(
            client_of(member(school, Role.ASSISTANT_SENDCO)).get("/oakfield/care/watch/")
        )
        assert pupil.last_name in page
        for kept in ("33", "SDQ", "moves", "Suspensions"):
            assert kept not in page, kept

    def test_empty(self, client, teacher):
        assert "No child here is in care" in text_of(client.get("/oakfield/care/watch/"))

    def test_three_schools_in_the_same_number_of_statements(self):
        schools = [SchoolFactory(slug="one")]
        federation = schools[0].federation
        schools += [SchoolFactory(slug=s, federation=federation) for s in ("two", "three")]
        user = UserFactory()
        for school in schools:
            MembershipFactory(user=user, school=school, role=Role.DESIGNATED_TEACHER)
        behind_the_wall(*schools)
        client = client_of(user)
        in_care(PupilFactory(school=schools[0]))
        few = len(statements(client, "/federation/care/watch/"))
        for school in schools:
            behind_the_wall(*schools)
            with rebuilt_once():
                for _ in range(10):
                    child = PupilFactory(school=school)
                    in_care(child), a_total(child, 20), keep(child, LAST, (10, 9))
        assert len(statements(client, "/federation/care/watch/")) == few
        assert few <= OF_EVERY_REQUEST + 4


class TestWhichWeek:
    @pytest.mark.parametrize(
        ("today", "monday"),
        [
            ("2026-11-23", "2026-11-16"),  # on a Monday the week before
            ("2026-11-26", "2026-11-16"),
            ("2026-11-27", "2026-11-23"),  # its Friday has come
            ("2026-11-29", "2026-11-23"),
        ],
    )
    def test_the_last_whole_one_unless_another_is_asked_for(self, today, monday):
        assert WeekFilter({}).monday(day(today)) == day(monday)
        assert WeekFilter({"week": "12 Nov 2026"}).monday(day(today)) == BEFORE

    def test_a_child_of_whom_nothing_is_typed_has_no_row(self, client, teacher, pupil):
        page = client.get(TestAWeek.URL)
        assert page.context["form"][f"possible_{pupil.pk.hex}"].value() == 10
        assert client.post(TestAWeek.URL, sent(page)).status_code == 302
        assert not WeekAttendance.objects.exists()
