"""Papers of provision as a screen reader goes through them: language, headings, tables, pictures."""

import io

import pikepdf
import pytest

from aylsham.documents.rendering import write_pdf
from provision.models import CouncilPaper, Evaluation
from pupils.models import PrintedPaper
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import client_of
from tests.provision.aims import a_target, running
from tests.provision.base_makers import base_at, placed
from tests.provision.makers import given
from tests.tags import of_kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", la_code="926")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, on_register=["SLCN"])


def printed(client, url, **said) -> pikepdf.Pdf:
    """The paper that a press asks for."""
    assert client.post(url, said).status_code == 302, url
    rows = [*PrintedPaper.objects.all(), *CouncilPaper.objects.all()]
    (html,) = [row.html for row in rows]
    return pikepdf.open(io.BytesIO(write_pdf(html)))


def is_read_aloud(pdf, headings=1) -> bool:
    """Tagged, in English, with a title, a first heading, heads of columns, words for pictures."""
    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "en-GB"
    assert str(pdf.docinfo["/Title"]) and pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(of_kind(pdf, "/H1")) == headings
    assert all("/Alt" in figure for figure in of_kind(pdf, "/Figure"))
    for cell in of_kind(pdf, "/TD"):
        assert "/Headers" in cell.A, "a cell that belongs to no head"
    return True


def test_the_familys_sheet_stays_on_one_side_beside_the_card(child, sendco):
    a_target(child)
    cycle = running(child, by=sendco)
    pdf = printed(client_of(sendco), f"/oakfield/children/{child.pk}/cycles/{cycle.pk}/sheet/")
    assert is_read_aloud(pdf, headings=2)
    assert len(pdf.pages) == 2 and of_kind(pdf, "/Figure")


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("page", ["provision/map/print/", "provision/graduated/print/"])
def test_the_maps_of_a_school(school, child, sendco, page, paper):
    given(school, child, name="Talk", pence_an_hour=1200)
    pdf = printed(client_of(sendco), f"/oakfield/{page}", paper=paper)
    assert is_read_aloud(pdf) and of_kind(pdf, "/TH")


@pytest.mark.parametrize("page", ["graduated/print/", "costs/print/"])
def test_the_papers_of_a_child(school, child, sendco, page):
    given(school, child, name="Talk", pence_an_hour=1200)
    pdf = printed(client_of(sendco), f"/oakfield/children/{child.pk}/{page}")
    assert is_read_aloud(pdf) and of_kind(pdf, "/TH")


def test_the_week_of_a_base_the_tick_sheet_and_the_self_evaluation(school, child, sendco):
    client = client_of(sendco)
    base = base_at(school)
    placed(base, child)
    assert is_read_aloud(printed(client, f"/oakfield/provision/bases/{base.pk}/print/"))
    PrintedPaper.objects.all().delete()
    given(school, child, name="Talk", staff=sendco)
    assert is_read_aloud(printed(client, "/oakfield/sessions/week/print/", everybody="on"))
    PrintedPaper.objects.all().delete()
    client.post("/oakfield/provision/self-evaluation/begin/")
    row = Evaluation.objects.get()
    pdf = printed(client, f"/oakfield/provision/self-evaluation/{row.pk}/print/")
    assert is_read_aloud(pdf)
    assert row.statements.exists() and "Not rated" in CouncilPaper.objects.get().html
