"""The words of an invited person's pages and e-mails can be read at nine years or less."""

import re

import pytest

from pupils.questions import QUESTIONS
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import text_of
from tests.pupils.agreements.makers import Outsider, asked, parent, to_ask, written_plan
from tests.pupils.agreements.makers import secret_in as plan_secret_in
from tests.pupils.family.invited import Guest, ask_parent, deliver, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NINE = 9


def syllables(word: str) -> int:
    """About how many syllables: groups of vowels, without a silent e."""
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_age(text: str) -> float:
    """Flesch-Kincaid grade and five years: the age at which most children read it."""
    sentences = [s for s in re.split(r"[.?!:]+(?:\s|$)", text) if re.search(r"[A-Za-z]{2}", s)]
    words = re.findall(r"[A-Za-z']+", text)
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5


def test_the_measure_tells_easy_from_hard():
    easy = "The cat sat on the mat. It was a big cat. We like the cat."
    hard = (
        "Notwithstanding statutory considerations, educational provision necessitates "
        "comprehensive multidisciplinary collaboration."
    )
    assert reading_age(easy) < 7
    assert reading_age(hard) > 20


@pytest.fixture
def guest():
    from pupils.services.details import add_contact

    contact = add_contact(
        pupil=PupilFactory(school=SchoolFactory(name="Oak School")),
        by=None,
        name="Ben Reed",
        email="ben@home.example",
        has_parental_responsibility=True,
    )
    ask_parent(contact, member(contact.school), due_on=TODAY)
    return Guest(secret_in(deliver()[-1]))


def sentences_of(response) -> str:
    """The page's words, each heading, label and paragraph a sentence of its own."""
    html = re.sub(r"</(h1|p|label|div|button|li)>", ". ", response.content.decode())
    html = re.sub(r"<(style|script|header|title).*?</\1>", "", html, flags=re.S)
    response.content = html.encode()
    return re.sub(r"[.\s]*([.?!])(\s*\.)+", r"\1", text_of(response))


def test_every_page_can_be_read_at_nine(guest):
    pages = {"start": guest.get()}
    code = guest.ask_for_code()
    pages["code"] = guest.get("code/")
    guest.post("code/", {"code": code})
    pages["questions"] = guest.get("answer/")
    guest.post("answer/", {"well": "Reading"})
    pages["thanks"] = guest.get()
    pages["gone"] = Guest("x" * 43).get()
    ages = {name: round(reading_age(sentences_of(page)), 1) for name, page in pages.items()}
    assert all(age <= NINE for age in ages.values()), ages


def test_every_page_of_an_agreement_can_be_read_at_nine():
    by = member(SchoolFactory(name="Oak School"))
    child = PupilFactory(school=by.memberships.get().school)
    mum = parent(child, by, "Ann Reed", "ann@home.example")
    ask = asked(child, written_plan(child, by), [to_ask(mum)], by)[0]
    message = deliver()[-1]
    guest = Outsider(plan_secret_in(message))
    pages = {"start": guest.get()}
    guest.open()
    pages["answer"] = guest.get("answer/")
    said = {"choice": "changes", "words": "More breaks", "seen": ask.text.digest}
    guest.post("answer/", said)
    pages["thanks"] = guest.get()
    ages = {name: round(reading_age(sentences_of(page)), 1) for name, page in pages.items()}
    ages["e-mail"] = reading_age(re.sub(r"http\S+", "", message.body).replace("\n\n", ". "))
    assert all(age <= NINE for age in ages.values()), ages


@pytest.mark.parametrize("kind", ["parent_views", "pupil_views"])
def test_the_questions_can_be_read_at_nine(kind):
    text = " ".join(f"{q['label']} {q['hint']}" for q in QUESTIONS[kind])
    assert reading_age(text) <= NINE


def test_the_e_mails_can_be_read_at_nine(guest):
    from django.core import mail

    guest.ask_for_code()
    for message in mail.outbox:
        text = re.sub(r"http\S+", "", message.body).replace("\n\n", ". ")
        assert reading_age(text) <= NINE, (message.subject, reading_age(text))
