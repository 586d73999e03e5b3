"""A part is asked for by a link; the answer lands in it, and nobody else learns of the plan."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from lac.models import PepAnswer, PepPart
from lac.services.pep_asks import ask_for_part, take_back_ask
from lac.services.pep_parts import give_part
from lac.services.peps import withdraw_pep
from pupils.models import ContributionRequest, Voice
from pupils.services.details import add_contact
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import a_person, in_care
from tests.lac.pep_makers import a_pep, part, written
from tests.pages import client_of, text_of
from tests.pupils.family.invited import Guest, deliver, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DUE = TODAY + dt.timedelta(days=7)


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"), first_name="Zoltan")


@pytest.fixture
def pep(pupil):
    in_care(pupil)
    return a_pep(pupil)


@pytest.fixture
def worker(pupil):
    return a_person(pupil)


def asked(pep, person, key="identity") -> tuple[PepPart, Guest]:
    """A part that was asked for, and the invited person's browser."""
    by = member(pep.school, Role.DESIGNATED_TEACHER)
    row = ask_for_part(part=part(pep, key), person=person, due_on=DUE, by=by)
    return row, Guest(secret_in(deliver()[-1]))


class TestTheJourney:
    def test_the_social_workers_answer_lands_in_the_part(self, pep, worker):
        row, guest = asked(pep, worker)
        assert (row.state, row.owner_person) == ("waiting", worker)
        guest.open()
        page = text_of(guest.get("answer/"))
        assert "What has changed since the last plan?" in page
        assert "Zoltan" not in page
        answer = {"changes": "Moved in October", "know": ""}
        guest.post("answer/", answer)
        row = part(pep, "identity")
        assert (row.state, row.done_by) == ("done", None)
        said = PepAnswer.objects.get()
        assert (said.text, said.whose, said.said_by) == ("Moved in October", "outside", "Ada Lane")
        assert not Voice.objects.exists()

    def test_pressed_twice_it_is_kept_once(self, pep, worker):
        _, guest = asked(pep, worker)
        guest.open()
        for _ in range(2):
            guest.post("answer/", {"changes": "Moved"})
        assert PepAnswer.objects.get().text == "Moved"

    def test_what_was_written_here_stays_above(self, pep, worker):
        written(pep, "identity", "We heard of a move", done=False)
        _, guest = asked(pep, worker)
        guest.open()
        guest.post("answer/", {"changes": "Moved in October"})
        assert PepAnswer.objects.get().text == "We heard of a move\n\nAda Lane: Moved in October"

    def test_the_e_mail_names_neither_child_nor_care(self, pep, worker):
        by = member(pep.school, Role.DESIGNATED_TEACHER)
        ask_for_part(part=part(pep, "identity"), person=worker, due_on=DUE, by=by)
        mail = deliver()[-1]
        words = f"{mail.subject} {mail.body}"
        for kept in ("Zoltan", "care", "PEP", "social"):
            assert kept not in words, kept

    def test_a_carer_among_the_contacts_answers_in_their_own_words(self, pep, pupil):
        carer = add_contact(
            pupil=pupil,
            by=None,
            name="Mrs Hall",
            email="hall@home.example",
            has_parental_responsibility=True,
        )
        _, guest = asked(pep, carer, "carer")
        guest.open()
        guest.post("answer/", {"well": "He sings"})
        said = PepAnswer.objects.get()
        assert (said.whose, said.said_by) == ("carer", "Mrs Hall")

    def test_a_carer_without_parental_responsibility_is_asked_as_a_carer(self, pep, pupil):
        stranger = add_contact(
            pupil=pupil, by=None, name="Mr Hall", email="mr@home.example",
            has_parental_responsibility=False,
        )  # fmt: skip
        with pytest.raises(TransitionNotAllowed, match="no parental responsibility"):
            asked(pep, stranger, "carer")
        _, guest = asked(pep, a_person(pupil, role="carer", name="Mr Hall"), "carer")
        guest.open()
        guest.post("answer/", {"well": "He sings"})
        assert PepAnswer.objects.get().whose == "carer"

    def test_no_file_comes_this_way(self, pep, worker):
        _, guest = asked(pep, worker)
        guest.open()
        assert 'type="file"' not in guest.get("answer/").content.decode()


class TestRefused:
    def test_without_an_address(self, pep, pupil):
        nobody = a_person(pupil, email="")
        with pytest.raises(TransitionNotAllowed, match="no e-mail address"):
            ask_for_part(part=part(pep, "identity"), person=nobody, due_on=DUE, by=None)

    def test_twice(self, pep, worker):
        row, _ = asked(pep, worker)
        with pytest.raises(TransitionNotAllowed, match="Ada Lane has been asked"):
            ask_for_part(part=row, person=worker, due_on=DUE, by=None)
        with pytest.raises(TransitionNotAllowed, match="Ada Lane has been asked"):
            give_part(part=part(pep, "identity"), owner="worker", user=None, due_on=None, by=None)

    def test_taken_back_the_link_is_dead(self, pep, worker):
        row, guest = asked(pep, worker)
        take_back_ask(part=row, by=member(pep.school, Role.DESIGNATED_TEACHER))
        assert part(pep, "identity").state == "to_do"
        assert guest.get().status_code in (404, 410)

    def test_a_withdrawn_plan_takes_no_answers(self, pep, worker):
        _, guest = asked(pep, worker)
        withdraw_pep(pep=pep, why="Moves", by=member(pep.school, Role.DESIGNATED_TEACHER))
        assert guest.get().status_code in (404, 410)


class TestNobodyElseLearnsOfIt:
    @pytest.mark.parametrize("role", [Role.SEND_ADMINISTRATOR, Role.CLASS_TEACHER, Role.SENDCO])
    def test_no_page_of_the_family_shows_the_request(self, pep, pupil, worker, role):
        asked(pep, worker)
        ask, client = ContributionRequest.objects.get(), client_of(member(pep.school, role))
        base = f"/oakfield/children/{pupil.pk}/"
        for path in (
            f"{base}family/",
            f"{base}timeline/",
            "/oakfield/requests/",
            "/oakfield/asks/",
        ):
            answer = client.get(path)
            assert "Ada Lane" not in answer.content.decode(), path
            assert "Part of a plan" not in answer.content.decode(), path
        assert client.get(f"{base}asks/{ask.pk}/").status_code in (403, 404)

    def test_what_is_due_names_it_to_those_who_know_alone(self, pep, worker):
        asked(pep, worker)
        due = "/oakfield/due/"
        who = member(pep.school, Role.SEND_ADMINISTRATOR)
        assert "for the plan" not in text_of(client_of(who).get(due))


def test_asked_on_the_page(pep, worker, pupil):
    client = client_of(member(pep.school, Role.DESIGNATED_TEACHER))
    url = f"/oakfield/children/{pupil.pk}/care/pep/parts/{part(pep, 'identity').pk}/"
    page = client.get(f"{url}ask/")
    assert "Ada Lane (social worker)" in text_of(page)
    said = {
        "person": str(worker.pk),
        "due_on": "4 Dec 2026",
        "key": page.context["form"]["key"].value(),
    }
    for _ in range(2):
        answer = client.post(f"{url}ask/", said, follow=True)
    assert ContributionRequest.objects.count() == 1
    assert "by link" in text_of(answer)
    assert "Take the link back" in text_of(client.get(url))
    client.post(f"{url}take-back/")
    assert part(pep, "identity").state == "to_do"
