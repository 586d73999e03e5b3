"""Pictures beside the lines of a passport, the easy-read print, and where the pictures come from."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from django.conf import settings

from pupils.models import PassportSymbol
from pupils.rules.passport_headings import folded
from pupils.selectors.passports.easy import key_of
from pupils.services.strategies import add_strategy
from pupils.symbols import OF_PARTS, SYMBOLS, suggested
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.passports.makers import TODAY, published, write
from tests.tags import of_kind, smallest_print

FOLDER = Path(settings.BASE_DIR) / "static" / "symbols"


TAGS = {
    "svg", "g", "defs", "use", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon",
}  # fmt: skip


class TestSet:
    def test_each_picture_is_there_and_draws_only(self):
        files = {path.stem: path for path in FOLDER.glob("*.svg")}
        assert files.keys() == SYMBOLS.keys()
        for path in files.values():
            tags = {each.tag.rpartition("}")[2] for each in ElementTree.parse(path).iter()}
            assert tags <= TAGS
            text = path.read_text()
            assert not re.search(r"href=\"(?!#)|on\w+=|url\((?!#)", text)

    def test_the_licence_names_author_source_and_every_picture(self):
        words = (FOLDER / "LICENCE.txt").read_text()
        assert "OpenMoji" in words
        assert "CC BY-SA 4.0" in words
        assert "@iconify-json/openmoji" in words
        for code in SYMBOLS:
            assert f"{code}.svg:" in words

    def test_each_part_has_one(self):
        assert set(OF_PARTS.values()) <= SYMBOLS.keys()

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ("Ear defenders in assembly", "headphone"),
            ("A seat by the door", "chair"),
            ("Loud halls and the bell", "ear"),
            ("I love my dog", "heart"),
            ("Xyzzy", None),
        ],
    )
    def test_a_telling_word_suggests_one(self, said, code):
        found = suggested(said)
        assert (found and found.code) == code, folded(said)


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPage:
    @pytest.fixture
    def group(self):
        return ClassGroupFactory(school=SchoolFactory())

    @pytest.fixture
    def teacher(self, group):
        return teacher_of(group)

    @pytest.fixture
    def child(self, group, teacher):
        child = PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])
        write(child, "hard", "The bell is loud. Crowds worry me.", by=teacher)
        add_strategy(pupil=child, text="A seat by the door", since_on=TODAY, by=teacher)
        published(child, by=teacher)
        return child

    def url(self, child, rest="") -> str:
        return f"/{child.school.slug}/children/{child.pk}/passport/symbols/{rest}"

    def test_short_sentences_with_pictures_and_the_licence(self, child):
        html = client_of(supporter_of(child)).get(self.url(child)).content.decode()
        assert "symbols/ear" in html
        assert "symbols/worried" in html
        assert "OpenMoji" in html
        assert "CC BY-SA 4.0" in html
        assert "Change" not in text_of(client_of(supporter_of(child)).get(self.url(child)))

    def test_the_child_chooses_one_and_takes_it_back(self, child, teacher):
        client = client_of(teacher)
        strategy = child.strategies.get()
        key = f"helps.{strategy.pk}"
        assert "Choose a picture" in text_of(client.get(self.url(child, f"?line={key}")))
        client.post(self.url(child, "choose/"), {"line": key, "symbol": "train"})
        assert "symbols/train" in client.get(self.url(child)).content.decode()
        client.post(self.url(child, "choose/"), {"line": "hard", "symbol": "sad"})
        assert PassportSymbol.objects.count() == 2
        client.post(self.url(child, "choose/"), {"line": key, "symbol": ""})
        assert "symbols/chair" in client.get(self.url(child)).content.decode()

    def test_one_sentence_gets_another_picture_or_none(self, child, teacher):
        client = client_of(teacher)
        key = key_of("hard", "The bell is loud.")
        client.post(self.url(child, "choose/"), {"line": key, "symbol": "game"})
        assert "symbols/game" in client.get(self.url(child)).content.decode()
        client.post(self.url(child, "choose/"), {"line": key, "symbol": "none"})
        shown = client.get(self.url(child)).content.decode()
        assert "symbols/game" not in shown
        assert "symbols/ear" not in shown

    def test_an_invented_picture_or_line_is_none(self, child, teacher):
        client = client_of(teacher)
        answer = client.post(
            self.url(child, "choose/"), {"line": "hard", "symbol": "../x"}, follow=True
        )
        assert "not one of ours" in answer.content.decode()
        assert client.post(self.url(child, "choose/"), {"line": "x"}).status_code == 404
        assert not PassportSymbol.objects.exists()

    def test_an_lsa_does_not_choose(self, child):
        client = client_of(supporter_of(child))
        assert client.post(self.url(child, "choose/"), {"line": "hard"}).status_code == 403

    def test_sensitive_words_are_not_for_the_childs_sheet(self, child, teacher):
        sendco = member(child.school)
        write(child, "hard.2", "Mum is ill.", by=sendco)
        assert "Mum is ill" not in client_of(sendco).get(self.url(child)).content.decode()

    def test_the_print_is_large_tagged_and_says_what_each_picture_is(self, child, teacher):
        answer = client_of(teacher).get(self.url(child, "?as=pdf"))
        assert answer["Content-Type"] == "application/pdf"
        assert smallest_print(answer.content) >= 18
        with pikepdf.open(io.BytesIO(answer.content)) as pdf:
            assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
            figures = of_kind(pdf, "/Figure")
            assert len(figures) >= 5
            assert all(str(figure.Alt) for figure in figures)

    def test_the_same_statements_for_many_lines(self, child, teacher):
        client = client_of(teacher)
        few = len(statements(client, self.url(child)))
        for number in range(20):
            add_strategy(pupil=child, text=f"Help {number}", since_on=TODAY, by=teacher)
        assert len(statements(client, self.url(child))) == few <= 8 + OF_EVERY_REQUEST
