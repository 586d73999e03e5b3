"""What is due as a file: what the list shows, no more, and saying what was chosen."""

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from tests.ehcp.makers import make_plan
from tests.factories import SchoolFactory, member
from tests.pages import client_of
from tests.reports.test_exports import rows_of_csv, rows_of_xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    make_plan("2024-11-01", school=school, first_name="=Ann", last_name="@Adams")
    return school


def test_it_holds_the_list_and_says_what_it_is(school):
    client = client_of(member(school))
    shown = client.get("/oakfield/due/?when=all")
    head, *rows = rows_of_csv(client.get("/oakfield/due/export/?as=csv&when=all"))
    assert head[-1] == "About this list"
    assert len(rows) == shown.context["page"].paginator.count > 1
    assert {row[-1] for row in rows} == {
        f"What is due at Oakfield; When: All; as on 23 November 2026; {len(rows)} lines."
    }
    assert all(not cell.startswith(("=", "@")) for row in rows for cell in row)
    assert any("Adams" in row[4] for row in rows)
    assert AuditEvent.objects.filter(school=school, action="export_list").count() == 1


def test_a_filter_narrows_the_file(school):
    client = client_of(member(school))
    _, *rows = rows_of_xlsx(client.get("/oakfield/due/export/?as=xlsx&who=la&when=all"))
    assert {row[6] for row in rows} <= {"Council"}


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.SENDCO, 200), (Role.DESIGNATED_TEACHER, 403), (Role.CLASS_TEACHER, 403)],
)
def test_with_both_permissions(school, role, status):
    answer = client_of(member(school, role)).get("/oakfield/due/export/?as=csv")
    assert answer.status_code == status


@pytest.mark.parametrize("kind", ["", "pdf", "x"])
def test_other_kinds_are_not_there(school, kind):
    assert client_of(member(school)).get(f"/oakfield/due/export/?as={kind}").status_code == 404


def test_of_several_schools_only_ones_own(school):
    other = SchoolFactory(slug="other")
    make_plan("2024-11-01", school=other, last_name="Stranger")
    answer = client_of(member(school)).get("/federation/due/export/?as=csv&when=all")
    assert {row[5] for row in rows_of_csv(answer)[1:]} == {"Oakfield"}


@pytest.mark.parametrize("page", ["/oakfield/due/", "/oakfield/", "/", "/federation/due/"])
def test_each_page_with_the_list_leads_to_the_file(school, page):
    client = client_of(member(school))
    shown = client.get(page, follow=True)
    where = shown.context["export_url"]
    assert f'href="{where}?as=csv' in shown.content.decode()
    assert client.get(f"{where}?as=csv").status_code == 200
