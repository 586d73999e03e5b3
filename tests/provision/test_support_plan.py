"""The proposed support plan: a shape held as data, filled from the record, printed and taken out."""

import json

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.rules.support_plan import ShapeError, plan_shape, read_shape
from provision.services.outcomes import add_outcome
from pupils.models import PrintedPaper
from pupils.services.layers import set_layer, use_layers
from pupils.services.needs import add_need
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    put_on_register,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target, running
from tests.provision.makers import given, until

SMALL = """
name = "Plan of the council"
state = "draft"
version = "1"
source = "A letter"
source_on = 2026-11-01
[[section]]
key = "only"
title = "What helps"
from = ["strategies", "needs"]
"""


class TestShape:
    def test_ours_says_where_it_comes_from_and_that_it_is_proposed(self):
        shape = plan_shape()
        assert (shape.state, shape.source_on.isoformat()) == ("proposed", "2026-02-23")
        filled = {name for section in shape.sections for name in section.filled_from}
        assert {"layer", "needs", "strategies", "outcomes", "provision", "child_views"} <= filled

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            (SMALL.replace("needs", "moon"), "moon"),
            (SMALL + SMALL[SMALL.index("[[") :], "same key"),
            (SMALL.replace('state = "draft"', ""), "no shape"),
            ("= =", "no shape"),
        ],
        ids=["source", "key", "state", "toml"],
    )
    def test_a_file_that_is_none_is_refused(self, text, why):
        with pytest.raises(ShapeError, match=why):
            read_shape(text)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school, sendco):
    pupil = PupilFactory(school=school, class_group=ClassGroupFactory(school=school, name="Ash"))
    put_on_register(pupil)
    use_layers(school=school, is_used=True, by=sendco)
    pupil.school.refresh_from_db()
    set_layer(
        pupil=pupil, layer="plus", starts_on=TODAY, reason="Two groups", version="new", by=sendco
    )
    add_need(pupil=pupil, need_type="SLCN", by=sendco, in_words="Hard to find words.")
    add_strategy(pupil=pupil, text="One step at a time", since_on=TODAY, by=sendco)
    add_strategy(pupil=pupil, text="A word for few", since_on=TODAY, by=sendco, sensitivity=2)
    a_target(pupil, by=sendco)
    given(school, pupil, by=sendco)
    given(school, pupil, by=sendco, name="Quiet talks", is_confidential=True)
    given(school, pupil, by=sendco, name="Next term", starts_on=until(40))
    running(pupil, by=sendco)
    return pupil


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPages:
    def test_it_reads_the_record_and_says_that_it_is_proposed(self, school, sendco, child):
        page = text_of(client_of(sendco).get(f"/oakfield/children/{child.pk}/support-plan/"))
        for words in (
            "Individual support plan (proposed)",
            "Targeted plus",
            "SEN support",
            "Hard to find words",
            "One step at a time",
            "A word for few",
            "Reads 8 of 10 words of list 2.",
            "Talk group",
            "Quiet talks",
            "Review on",
        ):
            assert words in page, words
        assert "Next term" not in page
        assert "statutory" not in page.lower()
        assert AuditEvent.objects.filter(action="view_support_plan").count() == 1

    def test_a_teacher_reads_it_without_what_only_a_few_may_read(self, child):
        teacher = client_of(teacher_of(child.class_group))
        page = teacher.get(f"/oakfield/children/{child.pk}/support-plan/")
        assert "One step at a time" in text_of(page)
        for words in ("A word for few", "Quiet talks", "Targeted plus"):
            assert words not in text_of(page), words
        export = f"/oakfield/children/{child.pk}/support-plan/export/"
        assert "Download as data" not in text_of(page)
        assert teacher.get(export).status_code == 403

    def test_a_download_leaves_out_what_only_a_few_may_read_and_is_logged(self, sendco, child):
        answer = client_of(sendco).get(f"/oakfield/children/{child.pk}/support-plan/export/")
        assert answer["Content-Disposition"] == (
            'attachment; filename="support-plan-2026-11-23.json"'
        )
        data = json.loads(answer.content)
        assert (data["state"], data["shape"]["source_on"]) == ("proposed", "2026-02-23")
        sections = {each["key"]: each["lines"] for each in data["sections"]}
        assert sections["day"] == [{"text": "One step at a time", "detail": ""}]
        assert [line["text"] for line in sections["provision"]] == ["Talk group"]
        assert "A word for few" not in answer.content.decode()
        event = AuditEvent.objects.get(action="export_support_plan")
        assert (event.detail["format"], event.pupil_ids) == ("json", [child.pk])

    def test_the_paper_is_set_by_a_worker_and_logged(self, sendco, child):
        client = client_of(sendco)
        answer = client.post(f"/oakfield/children/{child.pk}/support-plan/print/")
        assert answer.status_code == 302
        row = PrintedPaper.objects.get()
        assert "(proposed)" in row.html and "A word for few" not in row.html
        assert AuditEvent.objects.get(action="export_support_plan").detail["format"] == "pdf"
        assert client.get(f"/oakfield/children/{child.pk}/papers/{row.pk}/").status_code == 200

    def test_another_shape_fills_other_sections(self, sendco, child, monkeypatch):
        monkeypatch.setattr(
            "provision.selectors.support_plan.plan_shape", lambda: read_shape(SMALL)
        )
        page = text_of(client_of(sendco).get(f"/oakfield/children/{child.pk}/support-plan/"))
        assert "Plan of the council (draft)" in page and "What helps" in page
        assert "Talk group" not in page

    def test_as_many_statements_for_three_lines_as_for_thirty(self, school, sendco, child):
        client, url = client_of(sendco), f"/oakfield/children/{child.pk}/support-plan/"
        few = statements(client, url)
        for number in range(10):
            add_strategy(pupil=child, text=f"Help {number}", since_on=TODAY, by=sendco)
            a_target(child, by=sendco, text=f"Reads {number} of 10 words.")
            facts = {"starts_on": TODAY, "by_on": until(500), "area": "CL", "sensitivity": 1}
            add_outcome(pupil=child, by=sendco, text=f"Tells {number} stories", **facts)
            given(school, child, by=sendco, name=f"Group {number}")
        many = statements(client, url)
        # The row of the log, and one statement for each of eight sources.
        assert len(many) == len(few) <= OF_EVERY_REQUEST + 9

    def test_nobody_elses_child(self, sendco):
        other = PupilFactory(school=SchoolFactory(slug="elmfield"))
        client = client_of(sendco)
        for page in ("", "export/"):
            found = client.get(f"/oakfield/children/{other.pk}/support-plan/{page}")
            assert found.status_code == 404
        governor = client_of(member(SchoolFactory(slug="ashfield"), Role.GOVERNOR))
        assert governor.get(f"/ashfield/children/{other.pk}/support-plan/").status_code in (
            403,
            404,
        )
