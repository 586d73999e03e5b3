"""Lists as files: no formula, no more than the page shows, written down, saying what they are."""

import csv
import io

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from aylsham.spreadsheets import harmless
from tests.factories import PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    PupilFactory(
        school=school, first_name="=HYPERLINK(1)", last_name="@Adams", on_register=["SEMH"]
    )
    PupilFactory(school=school, first_name="Ben", last_name="Baker", with_plan=True)
    PupilFactory(school=school, first_name="Cal", last_name="Cole")
    return school


def rows_of_csv(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def rows_of_xlsx(response) -> list[tuple]:
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    return [tuple(c or "" for c in row) for row in book.active.values]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_begins_like_a_formula(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ann", "1=1", "Smith-Jones", ""])
def test_other_cells_stay_as_they_are(text):
    assert harmless(text) == text


def test_a_csv_says_what_it_is_and_holds_the_list(school):
    response = client_of(member(school)).get("/oakfield/register/export/?as=csv&status=K")
    head, *rows = rows_of_csv(response)
    assert head[:4] == ["Child", "Year", "Class", "Age"]
    assert head[-1] == "About this list"
    said = "Children of Oakfield on SEN support, sorted by family name; as on Mon 23 November 2026"
    assert {row[-1] for row in rows} == {f"{said}; 1 child."}
    assert [row[0] for row in rows] == ["'@Adams, =HYPERLINK(1)"]
    assert "attachment" in response["Content-Disposition"]
    assert "Adams" not in response["Content-Disposition"]


def test_a_workbook_has_no_formula_either(school):
    response = client_of(member(school)).get("/oakfield/register/export/?as=xlsx")
    head, *rows = rows_of_xlsx(response)
    assert head[0] == "Child"
    assert [row[0] for row in rows] == ["@Adams, =HYPERLINK(1)", "Baker, Ben"]
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert {c.data_type for row in book.active for c in row} <= {"s", "inlineStr", "n"}
    assert book.active["A2"].quotePrefix is True
    assert "Oakfield" in book.active.oddHeader.left.text
    about = dict(book["About this list"].values)
    assert about["What it is"].startswith("Children of Oakfield on SEN support or with an EHC plan")
    assert (about["Children"], about["As on"]) == ("2", "23 November 2026")


def test_an_empty_list_still_says_what_it_is(school):
    response = client_of(member(school)).get("/oakfield/register/export/?as=csv&year=6")
    head, only = rows_of_csv(response)
    assert len(head) == len(only)
    assert only[-1].endswith(
        "in Year 6, sorted by family name; as on Mon 23 November 2026; 0 children."
    )


def test_the_whole_roll_can_be_taken_out(school):
    response = client_of(member(school)).get("/oakfield/children/export/?as=csv")
    assert len(rows_of_csv(response)) == 4


def test_taking_out_is_written_down_with_every_child(school):
    client_of(member(school)).get("/oakfield/register/export/?as=csv")
    behind_the_wall(school)
    event = AuditEvent.objects.get(action=Action.EXPORT_REGISTER)
    assert len(event.pupil_ids) == 2
    assert event.detail == {"format": "csv"}


@pytest.mark.parametrize(
    "role", [Role.PHASE_LEADER, Role.OFFICE, Role.CLASS_TEACHER, Role.GOVERNOR]
)
def test_only_who_may_export_does(school, role):
    client = client_of(member(school, role))
    for page in ("register", "children"):
        assert client.get(f"/oakfield/{page}/export/?as=csv").status_code == 403


def test_there_are_two_kinds_of_file(school):
    client = client_of(member(school))
    assert client.get("/oakfield/register/export/?as=exe").status_code == 404


def test_all_schools_in_one_file(school):
    user = member(school)
    other = SchoolFactory(federation=school.federation, name="Ashfield")
    PupilFactory(school=other, first_name="Zed", last_name="Zimmer", on_register=True)
    from tests.factories import MembershipFactory

    MembershipFactory(user=user, school=other, role=Role.SENDCO)
    response = client_of(user).get("/federation/register/export/?as=csv")
    head, *rows = rows_of_csv(response)
    assert head[1] == "School"
    assert {row[1] for row in rows} == {"Oakfield", "Ashfield"}
