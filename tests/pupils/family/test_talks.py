"""The contact log: one entry however often it is sent, cut for those who may not read it."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Deadline
from pupils.models import AgreedAction, Talk
from pupils.services.details import add_contact
from pupils.services.talks import TALK_FIELDS, correct_talk, log_talk
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    put_on_register,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FACTS = {"on": TODAY, "how": "phone", "outcome": "held", "who": "Ann Moss", "agreed": "Books"}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 11, 2))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def by(school):
    return member(school)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/family/{part}"


class TestLogging:
    def test_the_shortest_entry_by_form(self, child, by):
        contact = add_contact(pupil=child, by=by, name="Ann Moss", relationship="Mother")
        client = client_of(by)
        form = client.get(url(child, "log/add/")).context["form"]
        data = {"key": form.initial["key"], "contact": str(contact.pk), "how": "gate"}
        data |= {"outcome": "held", "on": "today", "agreed": "Spare glasses in the bag"}
        response = client.post(url(child, "log/add/"), data)
        assert response.url == url(child)
        talk = Talk.objects.get()
        assert (talk.who, talk.how, talk.on, talk.logged_by) == ("Ann Moss", "gate", TODAY, by)
        assert "Spare glasses in the bag" in text_of(client.get(url(child)))

    def test_sent_again_is_one_entry_with_one_action(self, child, by):
        client = client_of(by)
        data = {"key": str(uuid4()), "contact": "else", "who": "Nursery", "how": "phone"}
        data |= {"outcome": "held", "on": "today", "action": "Send the form", "action_owner": by.pk}
        data |= {"action_due_on": "4 Dec 2026"}
        for _ in range(2):
            assert client.post(url(child, "log/add/"), data).status_code == 302
        assert Talk.objects.count() == AgreedAction.objects.count() == 1
        action = AgreedAction.objects.get()
        assert (action.source, action.source_id) == ("contact", Talk.objects.get().pk)
        assert Deadline.objects.filter(kind="agreed_action").count() == 1

    def test_the_family_does_something(self, child, by):
        contact = add_contact(pupil=child, by=by, name="Ann Moss")
        data = {"key": str(uuid4()), "contact": str(contact.pk), "how": "phone", "outcome": "held"}
        data |= {"on": "today", "action": "Ask the doctor", "action_owner": "parent"}
        client_of(by).post(url(child, "log/add/"), data | {"action_due_on": "4 Dec 2026"})
        action = AgreedAction.objects.get()
        assert (action.outside_owner, action.owed_by) == ("Ann Moss", "parent")

    def test_the_future_and_an_action_without_a_day_are_refused(self, child, by):
        client = client_of(by)
        data = {"contact": "else", "who": "Gran", "how": "phone", "outcome": "held"}
        page = client.post(url(child, "log/add/"), data | {"on": "tomorrow"})
        assert "cannot be in the future" in text_of(page)
        data |= {"on": "today", "action": "Ring", "action_owner": by.pk, "action_due_on": ""}
        assert "Say by when." in text_of(client.post(url(child, "log/add/"), data))
        assert not Talk.objects.exists()

    @pytest.mark.parametrize(
        "facts", [{"agreed": ""}, {"outcome": "no_answer"}], ids=["nothing agreed", "no answer"]
    )
    def test_what_is_no_meeting_does_not_count_as_one(self, child, by, facts):
        with pytest.raises(TransitionNotAllowed):
            log_talk(pupil=child, key=uuid4(), by=by, is_parent_meeting=True, **FACTS | facts)
        assert not AuditEvent.objects.filter(action="log_contact").exists()

    def test_whom_it_is_about_is_found_without_a_name_in_the_address(self, child, by):
        client = client_of(by)
        at = f"/{child.school.slug}/log/"
        sent = client.post(at, {"q": child.last_name})
        assert sent.status_code == 302
        assert child.last_name.lower() not in sent.headers["Location"].lower()
        assert child.full_name in text_of(client.get(sent.headers["Location"]))
        assert child.full_name not in text_of(client.get(f"{at}?q={child.last_name}"))
        other = client_of(member(child.school)).get(sent.headers["Location"])
        assert child.full_name not in text_of(other)
        assert client.post(at, {"q": " "}).headers["Location"] == at

    def test_the_second_editor_is_told(self, child, by):
        talk = log_talk(pupil=child, key=uuid4(), by=by, **FACTS)
        talk.refresh_from_db()
        facts = {f: getattr(talk, f) for f in TALK_FIELDS}
        started = version_of(talk, TALK_FIELDS)
        correct_talk(talk=talk, version=started, by=by, **facts | {"agreed": "Glasses"})
        with pytest.raises(StaleSave):
            correct_talk(talk=talk, version=started, by=by, **facts | {"agreed": "Shoes"})


class TestWhoReads:
    @pytest.fixture(autouse=True)
    def entries(self, child, by):
        log_talk(pupil=child, key=uuid4(), by=by, **FACTS | {"agreed": "Plainmark"})
        more = {"agreed": "Deepmark", "sensitivity": Sensitivity.SENSITIVE}
        log_talk(pupil=child, key=uuid4(), by=by, **FACTS | more)

    def test_the_class_teacher_reads_what_is_not_sensitive(self, child):
        client = client_of(teacher_of(child.class_group))
        for page in ("", "log/"):
            text = text_of(client.get(url(child, page)))
            assert "Plainmark" in text
            assert "Deepmark" not in text
            assert "Few people can read this entry." in text
        secret = Talk.objects.get(agreed="Deepmark")
        assert client.get(url(child, f"log/{secret.pk}/")).status_code == 404

    def test_the_office_reads_none_of_it(self, school, child):
        client = client_of(member(school, Role.OFFICE))
        assert "Plainmark" not in text_of(client.get(url(child)))
        assert client.get(url(child, "log/")).status_code == 403

    def test_the_preview_of_a_person_is_cut_for_the_teacher_too(self, child, by):
        from pupils.models import Contact
        from pupils.services.family import add_home

        home = add_home(
            pupil=child, by=by, name="Mum's", address="Heronmark", withheld="everybody",
            withheld_why="Police",
        )  # fmt: skip
        mother = add_contact(
            pupil=child, by=by, name="Ann Moss", has_parental_responsibility=True, home=home
        )
        Talk.objects.update(contact=mother)
        assert Contact.objects.count() == 1
        page = url(child, f"{mother.pk}/sees/")
        mine = text_of(client_of(by).get(page))
        assert "Deepmark" in mine
        assert "Heronmark" in mine
        teacher = client_of(teacher_of(child.class_group))
        theirs = text_of(teacher.get(page))
        assert "Plainmark" in theirs
        assert "Deepmark" not in theirs
        assert "Heronmark" not in theirs
        assert "Heronmark" not in text_of(teacher.get(url(child)))
        assert teacher.get(f"{page}?as=csv").status_code == 403


class TestParentMeetings:
    def met(self, child, by, on, **more):
        facts = {"is_parent_meeting": True, "on": on}
        return log_talk(pupil=child, key=uuid4(), by=by, **FACTS | facts | more)

    def due(self, child):
        return list(Deadline.objects.filter(pupil_id=child.pk, kind="parent_meeting"))

    def test_due_once_a_term_until_met(self, child, by):
        put_on_register(child)
        [row] = self.due(child)
        assert (row.title, row.due_on) == (
            "Meet the parents: autumn term 2026",
            dt.date(2026, 12, 20),
        )
        assert row.do_by == dt.date(2026, 12, 18)
        self.met(child, by, TODAY)
        [row] = self.due(child)
        assert row.due_on == dt.date(2027, 3, 31)

    def test_offered_and_declined_counts(self, child, by):
        put_on_register(child)
        self.met(child, by, TODAY, outcome="declined", agreed="")
        assert self.due(child)[0].due_on == dt.date(2027, 3, 31)

    def test_an_ordinary_call_does_not(self, child, by):
        put_on_register(child)
        log_talk(pupil=child, key=uuid4(), by=by, **FACTS)
        assert self.due(child)[0].due_on == dt.date(2026, 12, 20)

    def test_not_before_the_school_goes_live(self, by):
        child = PupilFactory()
        put_on_register(child)
        assert self.due(child) == []

    def test_not_for_a_child_with_a_plan_nor_without_support(self, child):
        assert self.due(child) == []
        put_on_register(child, "E")
        assert self.due(child) == []

    def test_the_list_names_who_was_not_met(self, school, child, by):
        put_on_register(child)
        met = PupilFactory(school=school, last_name="Metmark")
        put_on_register(met)
        self.met(met, by, TODAY)
        client = client_of(by)
        text = text_of(client.get("/oakfield/parents-not-met/"))
        assert child.last_name in text
        assert "Metmark" not in text
        assert "1 of 2 not met yet" in text
        everybody = text_of(client.get("/oakfield/parents-not-met/?show=all"))
        assert "Metmark" in everybody
        assert "1 of 3" in everybody


def test_statements_do_not_grow_with_the_family(school, child, by):
    client = client_of(by)
    pages = [url(child), url(child, "log/"), "/oakfield/actions/", "/oakfield/parents-not-met/"]
    pages += ["/oakfield/requests/", url(child, "log/add/")]
    counts = []
    for n in (3, 30):
        while Talk.objects.count() < n:
            contact = add_contact(pupil=child, by=by, name=f"Adult {Talk.objects.count()}")
            log_talk(pupil=child, key=uuid4(), by=by, contact=contact, **FACTS)
            other = PupilFactory(school=school)
            put_on_register(other)
            log_talk(pupil=other, key=uuid4(), by=by, is_parent_meeting=True, **FACTS)
        counts.append([len(statements(client, page)) for page in pages])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= OF_EVERY_REQUEST + 8, dict(zip(pages, counts[0], strict=True))
