"""Cards of adaptive teaching: read by everybody, found by need and word, kept by few."""

import re
import tomllib

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, version_of
from pupils.codes import NEED_TYPES
from staff.models import FederationCard, SchoolCard
from staff.services.teaching_cards import (
    CARD_FIELDS,
    STARTING_CARDS,
    add_card,
    change_card,
    start_cards,
)
from tests.factories import SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/teaching-cards/"
NASTY = "<script>alert(1)</script> \u202e & “quotes”"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


def a_card(school, by, title="Say it once", **facts):
    facts = {"need_type": "SLCN", "text": "Then wait."} | facts
    return add_card(school=school, by=by, title=title, **facts)


class TestTheStartingSet:
    CARDS = tomllib.loads(STARTING_CARDS.read_text())["card"]

    @pytest.mark.parametrize("need", NEED_TYPES)
    def test_three_to_five_for_each_need(self, need):
        assert 3 <= sum(card["need_type"] == need for card in self.CARDS) <= 5

    def test_short_sentences(self):
        for card in self.CARDS:
            for sentence in re.split(r"(?<=[.?!:])[”]?\s", card["text"]):
                assert len(sentence.split()) <= 26, sentence

    def test_started_twice_it_adds_once_and_keeps_what_was_changed(self, school, sendco):
        assert start_cards(school=school, by=sendco) == len(self.CARDS)
        FederationCard.objects.filter(need_type="NSA").update(text="Ours")
        assert start_cards(school=school, by=sendco) == 0
        assert set(
            FederationCard.objects.filter(need_type="NSA").values_list("text", flat=True)
        ) == {"Ours"}


class TestReading:
    @pytest.mark.parametrize("role", [Role.CLASS_TEACHER, Role.LSA, Role.COVER, Role.SENDCO])
    def test_every_adult_reads_and_only_who_keeps_training_writes(self, school, sendco, role):
        card = a_card(school, sendco)
        client = client_of(member(school, role))
        assert "Say it once" in text_of(client.get(URL))
        status = 200 if role == Role.SENDCO else 403
        assert client.get(f"{URL}add/").status_code == status
        assert client.get(f"{URL}{card.pk}/").status_code == status

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ("", {"Say it once", "Face the child"}),
            ("?need=HI", {"Face the child"}),
            ("?words=WAIT+then", {"Say it once"}),
            ("?words=hearing", {"Face the child"}),  # the need's own name
            ("?words=nowhere", set()),
            ("?need=XX", {"Say it once", "Face the child"}),  # no such need: filters nothing
        ],
    )
    def test_found_by_need_and_word(self, school, sendco, query, shown):
        a_card(school, sendco)
        a_card(school, sendco, "Face the child", need_type="HI", text="Stand still.")
        page = text_of(client_of(sendco).get(URL + query))
        assert {t for t in ("Say it once", "Face the child") if t in page} == shown

    def test_a_card_that_is_no_longer_shown(self, school, sendco):
        a_card(school, sendco, is_retired=True)
        assert "Say it once" in text_of(client_of(sendco).get(URL))
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert "Say it once" not in text_of(teacher.get(URL))
        assert "The SENDCo writes them." in text_of(teacher.get(URL))

    def test_another_schools_own_card_is_not_there(self, school, sendco):
        sister = SchoolFactory(slug="ashfield", federation=school.federation)
        card = a_card(sister, sendco)
        client = client_of(sendco)
        assert "Say it once" not in text_of(client.get(URL))
        assert client.get(f"{URL}{card.pk}/").status_code == 404

    def test_the_same_number_of_statements(self, school, sendco):
        client = client_of(member(school, Role.CLASS_TEACHER))
        a_card(school, sendco)
        client.get(URL)
        few = len(statements(client, URL))
        for n in range(30):
            a_card(school, sendco, f"Card {n}")
        assert len(statements(client, URL)) == few <= OF_EVERY_REQUEST + 2


class TestWriting:
    def test_written_changed_and_shown_as_text(self, school, sendco):
        client = client_of(sendco)
        form = sent(client.get(f"{URL}add/"), need_type="ASD", title=NASTY[:100], text=NASTY)
        client.post(f"{URL}add/", form), client.post(f"{URL}add/", form)
        card = FederationCard.objects.first() or SchoolCard.objects.get()
        page = client.get(URL).content.decode()
        assert "<script>alert(1)" not in page
        assert "alert(1)" in page
        address = f"{URL}{card.pk}/"
        client.post(address, sent(client.get(address), text="Plain words."))
        assert "Plain words." in text_of(client.get(URL))

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"link": "https://example.org/"}, "Say what the link is."),
            ({"link_words": "A film"}, "Give the link"),
            ({"link": "javascript:alert(1)", "link_words": "A film"}, "begins with https"),
        ],
    )
    def test_a_link_is_whole_and_leads_to_the_web(self, school, sendco, more, words):
        client = client_of(sendco)
        form = sent(client.get(f"{URL}add/"), need_type="ASD", title="One", text="Two", **more)
        assert words in text_of(client.post(f"{URL}add/", form))
        assert not SchoolCard.objects.exists()

    def test_two_people_change_it(self, school, sendco):
        card = a_card(school, sendco)
        version = version_of(card, CARD_FIELDS)
        facts = {name: getattr(card, name) for name in CARD_FIELDS}
        more = {"card": card, "school": school, "version": version, "by": sendco}
        change_card(**more, **facts | {"text": "One"})
        with pytest.raises(StaleSave):
            change_card(**more, **facts | {"text": "Two"})

    def test_the_federations_card_only_by_who_keeps_training_everywhere(self, school, sendco):
        SchoolFactory(slug="ashfield", federation=school.federation)
        start_cards(school=school, by=sendco)
        card = FederationCard.objects.first()
        assert client_of(sendco).get(f"{URL}{card.pk}/").status_code == 403
