"""The provision map: cells, hours and costs, cut to the reader, as a file and on paper."""

import io

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from pupils.models import PrintedPaper
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/map/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    groups = [ClassGroupFactory(school=school, name=name) for name in ("Ash", "Elm")]
    return [
        PupilFactory(
            school=school, class_group=groups[n % 2], year_group="34"[n % 2], last_name=name
        )
        for n, name in enumerate(("Able", "Baker", "Carr"))
    ]


def cells(page) -> list[list[str]]:
    """Letters of each line of the map of a page."""
    return [[c.letter if c else "" for c in line.cells] for line in page.context["map"].lines]


def test_children_down_provision_across_with_hours_and_pence(school, children):
    given(school, *children, name="Talk", pence_an_hour=1200)
    given(school, children[0], name="Drama", tier="E", pence_an_hour=100, minutes=20)
    given(school, children[0], name="Later", tier="U", starts_on=until(60), pence_an_hour=0)
    PupilFactory(school=school)
    client = client_of(member(school))
    page = client.get(URL)
    assert cells(page) == [["E", "T", "U"], ["", "T", ""], ["", "T", ""]]
    found = page.context["map"]
    assert [line.hours_words for line in found.lines] == ["2 h 30", "1 h 30", "1 h 30"]
    assert sum(line.pence for line in found.lines) == found.total == 18_000 + 1_000
    assert sum(column.pence for column in found.columns) == found.total
    assert "1 other child has nothing" in text_of(page)
    assert "£190.00 is planned for them" in text_of(page)
    # On a phone each letter stands with the name of what it is of.
    assert page.content.decode().count('<td data-label="Talk"><b') == 3
    elm = str(children[1].class_group_id)
    assert cells(client.get(URL, {"where": f"class:{elm}"})) == [["T"]]
    assert cells(client.get(URL, {"where": "year:3"})) == [["E", "T", "U"], ["", "T", ""]]
    for nowhere in ("class:nowhere", "year:99", "x"):  # no choice at all: the whole school
        assert len(client.get(URL, {"where": nowhere}).context["map"].lines) == 3
    other = client.get(URL, {"where": f"class:{school.pk}"})
    assert not other.context["map"].lines


def test_a_teacher_sees_own_children_and_no_costs(school, children):
    given(school, *children, name="Talk", pence_an_hour=1200)
    given(school, children[1], name="Elsewhere")
    page = client_of(teacher_of(children[0].class_group)).get(URL)
    assert [line.pupil.last_name for line in page.context["map"].lines] == ["Able", "Carr"]
    words = text_of(page)
    assert "£" not in words and "Elsewhere" not in words and "Baker" not in words


def test_the_workbook_is_logged_and_runs_no_formula(school, children):
    row = given(school, *children, name="=HYPERLINK(1)", pence_an_hour=1200)
    client = client_of(member(school))
    answer = client.get(f"{URL}sheet/")
    assert answer["Content-Disposition"].endswith('"provision-map-2026.xlsx"')
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    head, first, *_ = sheet.iter_rows()
    assert head[2].value == row.name and head[2].data_type == "s"
    assert [cell.value for cell in first][1:] == ["Ash", "T", 90, 60]
    event = AuditEvent.objects.get(action="export_list")
    assert set(event.pupil_ids) == {child.pk for child in children}
    assert client_of(teacher_of(children[0].class_group)).get(f"{URL}sheet/").status_code == 403


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_it_is_printed_for_who_may_see_all_of_it(school, children, paper):
    given(school, *children, name="Talk & play", pence_an_hour=1200)
    client = client_of(member(school))
    assert client.post(f"{URL}print/", {"paper": paper}).status_code == 302
    row = PrintedPaper.objects.get()
    assert (row.kind, row.permission, len(row.other_ids)) == ("map", "view_costs", 2)
    assert f"map--{paper}" in row.html and "Talk &amp; play" in row.html
    assert AuditEvent.objects.filter(action="print").count() == 1
    assert "Provision map" not in client.get(f"/oakfield/children/{row.pupil_id}/").content.decode()
    opened = text_of(client.get(f"/oakfield/children/{row.pupil_id}/papers/{row.pk}/"))
    assert "Provision map" in opened
    assert not any(child.full_name in opened for child in children)


def test_what_is_confidential_is_tagged_on_screen_and_leaves_on_no_paper(school, children):
    sendco = member(school)
    given(school, *children[:2], name="Talk", pence_an_hour=1200)
    given(school, children[0], name="Grief", is_confidential=True, pence_an_hour=600)
    given(school, children[2], name="Grief too", is_confidential=True, pence_an_hour=600)
    client = client_of(sendco)
    page = client.get(URL)
    assert "Grief Confidential" in text_of(page)
    assert "Paper and Excel leave out 2 confidential provisions" in text_of(page)
    client.post(f"{URL}print/")
    html = PrintedPaper.objects.get().html
    assert "Grief" not in html and children[2].full_name not in html
    assert "2 confidential provisions are left out" in html and "nothing beyond" not in html
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{URL}sheet/").content)).active
    said = [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell]
    assert "Confidential provision left out: 2" in said
    assert not any("Grief" in each or "Carr" in each for each in said)
    event = AuditEvent.objects.get(action="export_list")
    assert set(event.pupil_ids) == {child.pk for child in children[:2]}


def test_nothing_to_print_starts_nothing(school):
    client_of(member(school, Role.HEAD)).post(f"{URL}print/")
    assert not PrintedPaper.objects.exists()


def test_statements_do_not_grow(school, children):
    client, counts = client_of(member(school)), []
    for size in (3, 27):
        for _ in range(size):
            given(school, *children, pence_an_hour=1)
        counts.append(len(statements(client, URL)))
    assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8
