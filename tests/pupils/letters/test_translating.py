"""A letter in the family's language: entered by a person, remembered without the child, flagged."""

import io

import pikepdf
import pypdf
import pytest

from aylsham.changes import TransitionNotAllowed
from pupils.models import KnownTranslation
from pupils.selectors.letters.page import page_of
from pupils.services.letters.translating import (
    check_translation,
    offered,
    sources_of,
    translate_letter,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.letters.makers import head, letters_to_family, sent, two_homes
from tests.pupils.letters.test_sending import changed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    head(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


def letter_for(school, by, first_name="Zofia", language="pl"):
    child = PupilFactory(school=school, first_name=first_name, last_name="Reed", on_register=True)
    two_homes(child)
    hers, _ = letters_to_family(child, "off_register", by)
    body = hers.body.replace("[day]", "1 December 2026")
    return changed(hers, by, language=language, body=body)


def translated(letter, by, texts=None):
    sources = sources_of(letter, letter.pupil.school)
    words = {s.place: f"PL{s.place} {s.block.text}" for s in sources}
    seen = {s.place: s.block.digest for s in sources}
    return translate_letter(letter=letter, texts=words | (texts or {}), seen=seen, by=by)


def test_a_paragraph_done_once_is_offered_for_another_child(school, by):
    first = translated(letter_for(school, by), by)
    known = KnownTranslation.objects.values_list("text", flat=True)
    assert known
    assert not [text for text in known if "Zofia" in text or "Reed" in text]
    second = letter_for(school, by, first_name="Adam")
    ready = offered(second, school, sources_of(second, school))
    assert "PL0 Adam no longer needs SEN support" in ready.values()
    # The paragraph into which the writer put a day is this child's alone.
    assert not [text for text in ready.values() if "December" in text]
    assert len(ready) < len(sources_of(first, school))
    # Another language, and another federation, begin anew.
    third = changed(second, by, language="ur")
    assert offered(third, school, sources_of(third, school)) == {}
    elsewhere = SchoolFactory()
    assert offered(second, elsewhere, sources_of(second, school)) == {}


def test_where_a_name_was_bent_nothing_is_remembered(school, by):
    letter = letter_for(school, by)
    translated(letter, by, {0: "Zofii nie trzeba już wsparcia"})
    assert not KnownTranslation.objects.filter(text__contains="Zofi").exists()


def test_a_changed_paragraph_makes_its_translation_out_of_date(school, by):
    letter = translated(letter_for(school, by), by)
    assert page_of(letter, school).untranslated == []
    check_translation(letter=letter, checked_by="Anna Nowak, teaching assistant", on=TODAY, by=by)
    letter.refresh_from_db()
    letter = changed(letter, by, body=letter.body.replace("If you do not agree", "If you disagree"))
    page = page_of(letter, school)
    assert len(page.untranslated) == 1
    assert page.checked_on is None  # checked were other words
    with pytest.raises(TransitionNotAllowed, match="without a translation of these words"):
        sent(letter, by)
    sources = sources_of(letter, school)
    with pytest.raises(TransitionNotAllowed, match="English has changed"):
        translate_letter(letter=letter, texts={0: "x"}, seen={0: "0" * 64}, by=by)
    assert sources


@pytest.mark.parametrize(
    ("language", "words"),
    [("ur", "پیارے والدین"), ("pl", "Szanowni Państwo"), ("bn", "প্রিয় অভিভাবক")],
)
def test_both_stand_side_by_side_in_the_pdf_each_in_its_language(school, by, language, words):
    letter = letter_for(school, by, language=language)
    texts = {s.place: words for s in sources_of(letter, school)}
    letter = translated(letter, by, texts)
    row = sent(letter, by)
    pdf = pikepdf.open(io.BytesIO(bytes(row.pdf)))
    languages = [
        str(each["/Lang"])
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary)
        and each.get("/Type") == "/StructElem"
        and "/Lang" in each
    ]
    assert set(languages) == {language}
    assert len(languages) >= len(texts)
    assert str(pdf.Root["/Lang"]) == "en-GB"
    text = pypdf.PdfReader(io.BytesIO(bytes(row.pdf))).pages[0].extract_text()
    assert "no longer needs SEN support" in text
    assert "not yet been checked by a person" in " ".join(text.split())


def test_the_page_with_a_box_for_each_paragraph(school, by):
    letter = letter_for(school, by)
    client, url = client_of(by), f"/oakfield/children/{letter.pupil_id}/letters/{letter.pk}/"
    page = client.get(f"{url}language/")
    sources = sources_of(letter, school)
    data = {f"p{s.place}": f"PL {s.block.text}" for s in sources}
    data |= {f"p{s.place}-seen": s.block.digest for s in sources}
    assert client.post(f"{url}language/", data).status_code == 302
    assert "Not yet checked by a person" in text_of(client.get(url))
    assert client.post(f"{url}checked/", {"checked_by": "Anna", "on": "today"}).status_code == 302
    assert "The Polish was checked by Anna on" in text_of(client.get(url))
    assert b'lang="pl"' in client.get(url).content
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("language", "kept"), [("ar", "\u206601263 555 010\u2069"), ("pl", "01263 555 010")]
)
def test_a_telephone_number_keeps_its_order_among_words_from_right_to_left(
    school, by, language, kept
):
    letter = letter_for(school, by, language=language)
    sources = sources_of(letter, school)
    letter = translate_letter(
        letter=letter,
        texts={s.place: "اتصلوا بنا: 01263 555 010 في 2026" for s in sources},
        seen={s.place: s.block.digest for s in sources},
        by=by,
    )
    path = f"/oakfield/children/{letter.pupil_id}/letters/{letter.pk}/"
    page = client_of(by).get(path).content.decode()
    assert page.count(f": {kept} في 2026") == len(sources)
