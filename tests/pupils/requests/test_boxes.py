"""Pages of a found file on the screen: drawn as they are blacked out, a few at a time."""

import base64
import io

import pytest
from PIL import Image

from aylsham.documents.pages import AT_ONCE, draw_pages
from aylsham.documents.rendering import PdfProblem
from pupils.models import RequestItem
from pupils.selectors.requests.pages import pages_of
from pupils.services.documents.filing import file_document
from pupils.services.requests.items import collect_items
from tests.documents.making import pdf, picture, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of
from tests.pupils.requests.test_requests import checked, decided, opened, talk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def by():
    return member(SchoolFactory(slug="oakfield"))


@pytest.fixture
def case(by):
    school = by.memberships.get().school
    child = PupilFactory(school=school, on_register=True)
    talk(child, by, "Ring again")
    file_document(pupil=child, upload=upload("a.pdf", pdf("Words")), kind="ep", of_on=TODAY, by=by)
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    return case


def item_with_file(case) -> RequestItem:
    return case.items.exclude(version=None).get()


def address(case, item, query="") -> str:
    return f"/oakfield/records-requests/{case.pk}/items/{item.pk}/{query}"


def test_a_box_is_shown_where_it_is_blacked_out(case, by):
    item = item_with_file(case)
    decided(item, by, "redact", ground="third_party", boxes=[[1, 10, 20, 60, 30]])
    page = client_of(by).get(address(case, item)).content.decode()
    assert '<rect x="10" y="20" width="50" height="10"/>' in page
    assert 'data-boxes-page="1"' in page
    assert "data-boxes" in page


def test_the_picture_has_the_proportions_of_the_page(case):
    item = RequestItem.objects.select_related("version").get(pk=item_with_file(case).pk)
    shown = pages_of(item, "").pages[0]
    data = base64.b64decode(shown.src.partition(",")[2])
    assert Image.open(io.BytesIO(data)).size == (shown.width, shown.height)
    assert abs(shown.width / shown.height - 210 / 297) < 0.1


def test_words_have_no_pages(case, by):
    item = case.items.filter(version=None).first()
    assert pages_of(item, "") is None
    assert "data-boxes-page" not in client_of(by).get(address(case, item)).content.decode()


def test_a_photo_is_one_page():
    drawn = draw_pages(picture(), "jpg", first=1)
    assert drawn.count == 1


def test_a_file_that_cannot_be_drawn_is_said_so_and_the_form_stays(case, by, monkeypatch):
    def refuses(*args, **kwargs):
        raise PdfProblem("The pages of this file could not be drawn. Open the file instead.")

    monkeypatch.setattr("pupils.selectors.requests.pages.draw_pages", refuses)
    page = client_of(by).get(address(case, item_with_file(case))).content.decode()
    assert "could not be drawn" in page
    assert "Save the decision" in page


def test_broken_bytes_are_a_problem_not_an_error():
    with pytest.raises(PdfProblem):
        draw_pages(b"%PDF-1.4 nothing of the kind", "pdf", first=1)


@pytest.mark.parametrize(("asked", "first"), [("", 1), ("2", 1), ("4", 4), ("x", 1), ("0", 1)])
def test_pages_come_in_lots(case, monkeypatch, asked, first):
    from aylsham.documents.pages import DrawnPages

    seen = []

    def draws(data, extension, *, first):
        seen.append(first)
        return DrawnPages(8, ())

    monkeypatch.setattr("pupils.selectors.requests.pages.draw_pages", draws)
    item = RequestItem.objects.select_related("version").get(pk=item_with_file(case).pk)
    found = pages_of(item, asked)
    assert seen == [first]
    assert [n for n, _ in found.turns] == list(range(1, 9, AT_ONCE))
    assert found.turns[-1][1] == "Pages 7 to 8"
