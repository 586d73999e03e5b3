"""The graduated map: drafted, worded, kept as it was, moderated, printed and taken out."""

import datetime as dt
import io

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent, Deadline
from provision.models import CouncilPaper, KeptMap, MapLine, MapModeration
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/graduated/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", la_code="926")


@pytest.fixture
def children(school):
    group = ClassGroupFactory(school=school)
    return [PupilFactory(school=school, class_group=group) for _ in range(3)]


@pytest.fixture
def client(school):
    return client_of(member(school))


def line_of(client, name):
    """A line of the page by what it is called."""
    found = client.get(URL).context["map"]
    return next(x for x in (*found.lines, *found.left_out) if x.name == name)


def test_it_is_drafted_from_what_is_recorded_without_what_is_confidential(school, children, client):
    given(school, *children, name="Talk", pence_an_hour=1200, need_type="SLCN")
    given(school, children[0], name="Drama", tier="E", pence_an_hour=100, minutes=20)
    given(school, children[0], name="Grief", is_confidential=True, pence_an_hour=5)
    page = client.get(URL)
    found, words = page.context["map"], text_of(page)
    assert [(t.code, [x.name for x in lines], pence) for t, lines, pence in found.tiers] == [
        ("U", [], 0),
        ("T", ["Talk"], 18_000),
        ("E", ["Drama"], 1_000),
    ]
    assert found.total == 19_000 and "Grief" not in words and "1 confidential" in words
    talk = found.lines[0].values
    assert (talk["children"], talk["pence_a_child"], talk["area"].split(":")[1]) == (
        3,
        6_000,
        " Speech, language and communication needs",
    )
    assert "word Drama" in words  # the heaviest tier first
    teacher = client_of(teacher_of(children[0].class_group))
    assert teacher.get(URL).status_code == 403
    assert client.get(URL, {"year": "2024"}).context["map"] is None


def test_the_schools_words_stand_over_what_is_recorded(school, children, client):
    given(school, *children, name="Talk", measure="Talk score")
    address = f"{URL}lines/{line_of(client, 'Talk').address}/"
    form = client.get(address).context["form"]
    assert form["baseline"].help_text == "Recorded: Measured by: Talk score"
    said = {"version": form.initial["version"], "baseline": "Score 12", "impact": "=1+1"}
    client.post(address, said)
    assert line_of(client, "Talk").values["baseline"] == "Score 12"
    stale = client.post(address, said | {"impact": "other"})
    assert "Somebody else" in text_of(stale)
    fresh = client.get(address).context["form"].initial["version"]
    client.post(address, {"version": fresh, "is_left_out": "on"})
    found = client.get(URL).context["map"]
    assert not found.lines and found.left_out[0].values["baseline"] == "Measured by: Talk score"

    form = client.get(f"{URL}lines/add/").context["form"]
    own = {"key": form.initial["key"], "name": "Calm corner", "tier": "U", "evidence": "Quiet"}
    for _ in range(2):  # pressed twice
        client.post(f"{URL}lines/add/", own)
    assert [x.name for x in client.get(URL).context["map"].lines] == ["Calm corner"]
    assert MapLine.objects.count() == 2
    assert AuditEvent.objects.filter(action="change_council_map").count() == 3
    assert client.get(f"{URL}lines/nothing/").status_code == 404


def test_a_version_stays_as_it_was_and_its_moderation_is_due(school, children, client):
    row = given(school, *children, name="Talk", pence_an_hour=1200)
    form = client.get(f"{URL}keep/").context["form"]
    said = {"key": form.initial["key"], "note": "Panel"}
    for _ in range(2):
        client.post(f"{URL}keep/", said)
    first = KeptMap.objects.get()
    again = client.post(f"{URL}keep/", {"note": ""})
    assert "Nothing has changed since version 1" in text_of(again)
    row.name = "Talk boost"
    row.save(update_fields=["name"])
    given(school, children[0], name="Drama", tier="E", pence_an_hour=100, minutes=20)
    client.post(f"{URL}keep/", {"note": ""})
    newest, oldest = client.get(URL).context["kept"]
    assert newest.change.added == ("Drama",) and newest.change.pence == 1_000
    page = f"{URL}versions/{first.pk}/"
    assert "Talk boost" not in text_of(client.get(page)) and oldest.pence == 18_000

    day = TODAY + dt.timedelta(days=10)
    facts = {"held_on": str(TODAY), "who": "Panel", "agreed": "Add exits", "act_by": str(day)}
    early = client.post(f"{page}moderations/add/", facts | {"held_on": "1 Nov 2026"})
    assert "nobody saw it before" in text_of(early)
    client.post(f"{page}moderations/add/", facts)
    note = MapModeration.objects.get()
    due = Deadline.objects.filter(school=school, kind="council_map")
    assert [(d.due_on, d.pupil_id) for d in due] == [(day, None)]
    form = client.get(f"{page}moderations/{note.pk}/").context["form"]
    done = facts | {"version": form.initial["version"], "done_on": str(TODAY)}
    answer = client.post(f"{page}moderations/{note.pk}/", done)
    assert answer.status_code == 302, answer.context["form"].errors
    assert not due.all().exists()
    assert "Done" in text_of(client.get(page))
    other = SchoolFactory(federation=school.federation, slug="elm")
    assert client_of(member(other)).get(page.replace("oakfield", "elm")).status_code == 404


def test_it_is_taken_out_and_printed(school, children, client):
    given(school, *children, name="=HYPERLINK(1)", pence_an_hour=1200)
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{URL}sheet/").content)).active
    head, line = (list(row) for row in sheet.iter_rows())
    at = {cell.value: n for n, cell in enumerate(head)}
    assert line[at["Provision"]].data_type == "s" and line[at["Cost"]].value == 180
    assert line[at["Tier"]].value == "Targeted" and "Child hours given this term so far" in at
    assert AuditEvent.objects.filter(action="export_list").count() == 1
    assert client.post(f"{URL}print/", {"paper": "A3"}).status_code == 302
    paper = CouncilPaper.objects.get()
    assert "map--A3" in paper.html and "£180.00" in paper.html
    assert not any(child.last_name in paper.html for child in children)
    own = f"/oakfield/provision/papers/{paper.pk}/"
    assert client.get(own).status_code == 200
    assert client_of(member(school, Role.HEAD)).get(own).status_code == 404


def test_statements_do_not_grow(school, children, client):
    counts = []
    for size in (3, 27):
        for _ in range(size):
            given(school, *children, pence_an_hour=1)
        counts.append(len(statements(client, URL)))
    assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8
