"""What a cycle asks: new versions of a school and a federation, old cycles keep theirs."""

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.models import FederationQuestions, SchoolQuestions
from provision.rules.cycle_sections import (
    LATEST,
    VERSIONS,
    Section,
    Stage,
    as_row,
    new_keys,
    problem_of_questions,
    sections_from,
)
from provision.services.cycles import start_cycle
from provision.services.questions import save_questions
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.aims import REVIEW, a_cycle

URL = "/oakfield/cycles/questions/"
OURS = VERSIONS[LATEST]


def test_what_is_kept_reads_back_and_strange_rows_are_left_out():
    rows = [as_row(section) for section in OURS]
    assert sections_from(rows) == OURS
    strange = [None, "x", {}, {"key": "a", "stage": "no", "title": "b"}]
    assert sections_from([*strange, rows[0]]) == OURS[:1]


def test_a_stage_is_never_empty_nothing_is_asked_twice_and_a_key_is_never_used_again():
    assert problem_of_questions(OURS) == ""
    assert "Review" in problem_of_questions([s for s in OURS if s.stage != Stage.REVIEW])
    again = Section("q9", Stage.PLAN, OURS[0].title.upper())
    assert "asked twice" in problem_of_questions([*OURS, again])
    many = [Section(f"q{n}", Stage.PLAN, f"Why {n}?") for n in range(20)]
    assert "nobody answers them" in problem_of_questions([*OURS, *many])
    assert new_keys(["q1", "q3", "well"], 2) == ["q2", "q4"]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


def _said(form) -> dict[str, str]:
    """The form as a browser would send it back untouched."""
    said = {"base": form.initial["base"]}
    for row in form.rows:
        for name, value in row.initial.items():
            if value is not False:
                said[f"{row.prefix}-{name}"] = "on" if value is True else str(value)
    return said


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestPages:
    def test_a_new_version_is_asked_next_and_an_old_cycle_keeps_its_own(self, school, sendco):
        old = a_cycle(PupilFactory(school=school), by=sendco)
        client = client_of(sendco)
        said = _said(client.get(f"{URL}change/").context["form"])
        said |= {"q1-title": "", "q2-title": "What gets in the way", "q3-place": "1"}
        said |= {"q13-title": "What the class already has", "q13-stage": "plan"}
        for _ in range(2):  # pressed twice
            client.post(f"{URL}change/", said)
        made = SchoolQuestions.objects.get()
        asked = sections_from(made.questions)
        assert [s.title for s in asked if s.stage == Stage.ASSESS][:2] == [
            "What assessments and observations show",
            "What gets in the way",
        ]
        assert "well" not in {s.key for s in asked}
        assert [s.key for s in asked if s.title == "What the class already has"] == ["q1"]
        assert "This school’s own questions" in text_of(client.get(URL))

        child = PupilFactory(school=school)
        new = start_cycle(pupil=child, starts_on=TODAY, review_on=REVIEW, lead=sendco, by=sendco)
        assert (new.version, len(new.sections())) == ("school-1", len(asked))
        page = text_of(client.get(f"/oakfield/children/{child.pk}/cycles/{new.pk}/"))
        assert "What gets in the way" in page and "What is going well" not in page
        write = client.get(f"/oakfield/children/{child.pk}/cycles/{new.pk}/write/q1/")
        assert "What the class already has" in text_of(write)
        before = text_of(client.get(f"/oakfield/children/{old.pupil_id}/cycles/{old.pk}/"))
        assert "What is going well" in before and "What gets in the way" not in before
        assert AuditEvent.objects.filter(action="change_questions").count() == 1

    def test_the_school_before_the_federation_before_ours(self, school, sendco):
        sister = SchoolFactory(federation=school.federation, slug="elmfield")
        head = [Section("hard", Stage.ASSESS, "Federation asks")]
        rest = [s for s in OURS if s.key != "hard"]
        save_questions(
            school=school, sections=[*head, *rest], base="0.0", by=sendco, is_shared=True
        )
        client = client_of(sendco)
        assert "The federation’s questions" in text_of(client.get(URL))
        own = [Section("hard", Stage.ASSESS, "School asks")]
        save_questions(school=school, sections=[*own, *rest], base="0.1", by=sendco)
        assert "School asks" in text_of(client.get(URL))
        there = text_of(client_of(member(sister)).get("/elmfield/cycles/questions/"))
        assert "Federation asks" in there
        client.post(f"{URL}follow/", {"base": "1.1"})
        assert "Federation asks" in text_of(client.get(URL))
        assert client.post(f"{URL}follow/", {"base": "2.1"}).status_code == 403  # of two schools
        assert FederationQuestions.objects.count() == 1

    def test_a_second_editor_an_empty_stage_and_a_wrong_place_are_refused(self, school, sendco):
        client = client_of(sendco)
        said = _said(client.get(f"{URL}change/").context["form"])
        client.post(f"{URL}change/", said | {"q1-title": "First"})
        late = client.post(f"{URL}change/", said | {"q1-title": "Second"})
        assert "Somebody saved a newer version" in text_of(late)
        now = _said(client.get(f"{URL}change/").context["form"])
        assert "row 2" in text_of(client.post(f"{URL}change/", now | {"q2-place": "x"}))
        empty = {f"q{n}-title": "" for n in (7, 8)}
        assert "at least one question" in text_of(client.post(f"{URL}change/", now | empty))
        assert SchoolQuestions.objects.count() == 1

    def test_who_may_not(self, school):
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert "What is hard now" in text_of(teacher.get(URL))
        assert teacher.get(f"{URL}change/").status_code == 403
        assert teacher.post(f"{URL}follow/").status_code == 403
