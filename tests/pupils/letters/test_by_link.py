"""A letter that went by e-mail, behind its link: the words, and the pages as they were sent."""

import io

import pypdf
import pytest

from aylsham.models import AuditEvent
from pupils.models import ContributionNote, Letterhead, SentLetter
from pupils.selectors.letters.page import page_of
from pupils.services.contributions.answering import submit_answer
from pupils.services.family import record_order
from pupils.services.letters.sending import letter_pdf
from tests.documents.making import words_in
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import Guest, ask_parent, deliver, secret_in
from tests.pupils.letters.makers import head, letters_to_family, sent, two_homes
from tests.pupils.letters.test_sending import changed
from tests.pupils.letters.test_translating import translated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    head(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    child = PupilFactory(school=school, first_name="Zofia", last_name="Reed", on_register=True)
    two_homes(child)
    return child


def mailed(letter, by) -> tuple[SentLetter, Guest]:
    """The letter as it went, and its reader with the link."""
    row = sent(letter, by, how="email")
    return row, Guest(secret_in(deliver()[-1]))


def test_the_pages_stand_behind_the_same_door_as_the_words(child, by):
    hers, his = letters_to_family(child, "send_provision", by)
    row, mother = mailed(hers, by)
    _, father = mailed(his, by)
    assert mother.get("letter.pdf").url == mother.base
    page = mother.open().get("answer/")
    assert "The letter as we sent it on 23 November 2026 (PDF)" in text_of(page)
    answer = mother.get("letter.pdf")
    assert answer.content == bytes(row.pdf)
    assert "no-store" in answer["Cache-Control"]
    note = ContributionNote.objects.get(step="letter")
    assert note.ask_id == row.ask_id
    event = AuditEvent.objects.get(action="open_shared")
    assert (event.subject_id, event.detail) == (str(row.pk), {"digest": row.digest})
    # Each home has its own letter, with its own address alone.
    his_words = father.open().get("letter.pdf").content
    assert "Gull Close" in words_in(his_words)
    assert "Heron Lane" not in words_in(his_words)
    # The mother's browser is not past the father's door.
    other = Guest(father.secret)
    other.client = mother.client
    assert other.get("letter.pdf").url == father.base


def test_it_can_be_had_after_an_answer_and_not_after_an_order(child, by):
    hers, _ = letters_to_family(child, "send_provision", by)
    row, mother = mailed(hers, by)
    mother.open()
    behind_the_wall(child.school)
    submit_answer(ask=row.ask, answers={"back": "Thank you"})
    assert "as we sent it" in text_of(mother.get("answer/"))
    assert mother.get("letter.pdf").content == bytes(row.pdf)
    assert "as we sent it" not in text_of(Guest(mother.secret).get())
    behind_the_wall(child.school)
    record_order(contact=hers.contact, by=by, kind="no_contact", starts_on=TODAY, evidence="Safe")
    assert mother.get("letter.pdf").status_code == 404


def test_a_link_that_carried_no_letter_has_none(child, by):
    ask_parent(child.contacts.first(), by)
    guest = Guest(secret_in(deliver()[-1])).open()
    assert "as we sent it" not in text_of(guest.get("answer/"))
    assert guest.get("letter.pdf").status_code == 404


def test_each_paragraph_stands_beside_its_translation(child, by):
    letter = letters_to_family(child, "off_register", by)[0]
    body = letter.body.replace("[day]", "1 December 2026")
    letter = changed(letter, by, language="ar", body=body)
    letter = translated(letter, by, {0: "لم تعد بحاجة إلى دعم"})
    _, mother = mailed(letter, by)
    page = mother.open().get("answer/").content.decode()
    assert '<div class="letter-other--rtl" lang="ar" dir="rtl">' in page
    assert page.index("no longer needs SEN support") < page.index("لم تعد بحاجة إلى دعم")


def test_a_draft_says_so_on_each_page_and_a_sent_letter_never(child, by, school):
    letter = letters_to_family(child, "send_provision", by)[0]
    letter = changed(letter, by, body=letter.body + "\n\n" + "\n\n".join(["And more."] * 60))
    client = client_of(by)
    page = f"/oakfield/children/{child.pk}/letters/{letter.pk}/"
    assert "Draft: not sent" in text_of(client.get(page))
    pages = pypdf.PdfReader(io.BytesIO(client.get(f"{page}pages.pdf").content)).pages
    assert len(pages) > 1
    assert all("Draft: not sent" in each.extract_text() for each in pages)
    behind_the_wall(school)
    row = sent(letter, by)
    assert "Draft" not in words_in(bytes(row.pdf))
    assert "Draft" not in text_of(client.get(page))
    # Another letterhead since: the pages of a letter that went are those that went.
    behind_the_wall(school)
    Letterhead.objects.filter(school=school).update(address="New Road")
    assert client.get(f"{page}pages.pdf").content == bytes(row.pdf)
    assert bytes(row.pdf) != letter_pdf(page_of(letter, school))
