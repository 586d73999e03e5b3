"""Pages about moves: what is written, who may see it, how many statements they take."""

import datetime as dt
import io

import pypdf
import pytest

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from pupils.kept import KEPT
from pupils.models import MovePlan, MoveQuestion, MoveVisit, NextSetting
from pupils.selectors.moving.passport import transition_passport
from pupils.services.kept import add_record
from pupils.services.moving.plans import end_plan
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.moving.test_plans import plan_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, year_group="2", on_register=True)


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def client(by):
    return client_of(by)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/moving/{part}"


def started(client, child, by, **more):
    facts = {"kind": "junior", "moves_on": "1 Sep 2027", "to_name": "Elm", "lead": str(by.pk)}
    return client.post(url(child, "start/"), facts | more)


class TestPlan:
    def test_it_is_started_and_filled(self, client, child, by):
        started(client, child, by)
        plan = MovePlan.objects.get()
        part = f"{plan.pk}/"
        page = client.get(url(child, part))
        version = page.context["form"].initial["version"]
        facts = {"kind": "junior", "moves_on": "1 Sep 2027", "to_name": "Elm", "lead": str(by.pk)}
        client.post(
            url(child, part),
            facts
            | {"version": version, "worries": "Fears the bell", "told": "Who", "told_on": "today"},
        )
        client.post(
            url(child, f"{part}visits/add/"), {"kind": "child", "on": "9 Jun 2027", "place": "Elm"}
        )
        client.post(url(child, f"{part}settings/add/"), {"name": "Fen High", "rank": "1"})
        client.post(
            url(child, f"{part}questions/add/"), {"question": "Eats where?", "asked_by": "Mr Hale"}
        )
        assert (MoveVisit.objects.count(), NextSetting.objects.count()) == (1, 1)
        assert MoveQuestion.objects.get().question == "Eats where?"
        text = text_of(client.get(url(child)))
        for words in ("Fears the bell", "9 Jun 2027", "Fen High", "Eats where?", "Checklist"):
            assert words in text, words

    def test_a_receiving_colleague_needs_a_first_day(self, client, child, by):
        page = started(client, child, by, receiver=str(by.pk))
        assert "from which day" in text_of(page)
        assert not MovePlan.objects.exists()

    def test_a_step_that_is_done_leads_back_to_the_plan(self, client, child, by):
        step = child.actions.model.objects.filter(source="move")
        started(client, child, by)
        done = f"/oakfield/children/{child.pk}/actions/{step.first().pk}/done/"
        answer = client.post(done, {"on": "today"})
        assert answer.headers["Location"] == url(child)

    def test_an_lsa_reads_and_does_not_write(self, child, by):
        plan = plan_for(child, by)
        lsa = member(child.school, Role.LSA)
        from pupils.services.classes import assign_supporter

        assign_supporter(pupil=child, user=lsa, starts_on=TODAY, by=None)
        theirs = client_of(lsa)
        assert theirs.get(url(child)).status_code == 200
        assert theirs.get(url(child, "start/")).status_code == 403
        assert theirs.get(url(child, f"{plan.pk}/")).status_code == 403

    def test_another_childs_plan_is_not_found(self, client, child, by):
        plan = plan_for(PupilFactory(school=child.school), by)
        assert client.get(url(child, f"{plan.pk}/")).status_code == 404


class TestReceivingTeacher:
    """Whoever takes over sees the child from the agreed day, until the plan is closed."""

    @pytest.mark.parametrize(("days", "status"), [(-1, 200), (0, 200), (1, 404)])
    def test_from_the_day_on(self, child, by, days, status):
        teacher = teacher_of(ClassGroupFactory(school=child.school))
        day = TODAY + dt.timedelta(days=days)
        plan = plan_for(child, by, receiver=teacher, receiver_sees_from=day)
        assert client_of(teacher).get(url(child)).status_code == status
        end_plan(plan=plan, why="Stays", on=TODAY, by=by)
        assert client_of(teacher).get(url(child)).status_code == 404


class TestPassport:
    def test_it_is_made_from_what_is_known(self, child, by):
        add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=by)
        add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=by)
        alert = {"kind": "emergency", "what": "Nuts", "action": "Ring 999", "starts_on": TODAY}
        add_record(kind=KEPT["alert"], pupil=child, facts=alert, by=by)
        plan = plan_for(child, by, worries="The bell\nThe hall", key_adults="Mr Hale, form tutor")
        printed = transition_passport(plan, today=TODAY)
        found = {part.label: part.lines for part in printed.parts}
        assert printed.parts[0].lines == ("Nuts: Ring 999",)
        assert found["What could be hard about the move"] == ("The bell", "The hall")
        assert found["Who I will meet"] == ("Mr Hale, form tutor",)
        assert "Sits in front" in str(printed)
        assert "A secret" not in str(printed)

    def test_it_is_one_side_of_paper(self, client, child, by):
        add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=by)
        plan = plan_for(child, by, worries="The bell")
        answer = client.get(url(child, f"{plan.pk}/passport/?as=pdf"))
        assert answer.content[:5] == b"%PDF-"
        title = pypdf.PdfReader(io.BytesIO(answer.content)).metadata.title
        assert title == "Transition passport"
        assert child.last_name not in answer.headers["Content-Disposition"]

    def test_what_is_too_long_is_said_and_not_printed(self, client, child, by):
        plan = plan_for(child, by, worries="The bell frightens me. " * 300)
        page = url(child, f"{plan.pk}/passport/")
        assert "Not measured" in text_of(client.get(page))
        assert client.post(f"{page}measure/").status_code == 302
        assert run_job(Job.objects.get(kind="measure_print").pk) == JobState.DONE
        assert "words too long" in text_of(client.get(page))
        answer = client.get(url(child, f"{plan.pk}/passport/?as=pdf"))
        assert answer.headers["Content-Type"].startswith("text/html")


class TestSchoolList:
    def test_who_moves_and_who_has_no_plan(self, client, child, by):
        other = PupilFactory(school=child.school, year_group="6", on_register=True)
        PupilFactory(school=child.school, year_group="5", on_register=True, last_name="Staying")
        plan_for(child, by)
        text = text_of(client.get("/oakfield/moves/"))
        assert child.last_name in text
        assert "no plan yet" in text
        assert other.last_name in text.split("no plan yet")[1]
        assert "Staying" not in text
        assert child.last_name not in text_of(client.get("/oakfield/moves/?kind=secondary"))

    def test_a_teacher_sees_their_own_children(self, child, by):
        plan_for(child, by)
        theirs = client_of(teacher_of(ClassGroupFactory(school=child.school)))
        assert child.last_name not in text_of(theirs.get("/oakfield/moves/"))

    def test_the_statements_do_not_grow(self, client, school, by):
        def more(count):
            for _ in range(count):
                plan_for(PupilFactory(school=school, year_group="2", on_register=True), by)
                PupilFactory(school=school, year_group="6", on_register=True)

        more(3)
        few = len(statements(client, "/oakfield/moves/"))
        more(9)
        assert len(statements(client, "/oakfield/moves/")) == few
        assert few <= 8 + 5

    def test_a_checklist_is_edited(self, client, school):
        page = client.get("/oakfield/moves/checklists/junior/")
        data = {"version": page.context["form"].initial["version"]}
        for n in page.context["form"].places:
            data |= {f"what_{n}": "", f"weeks_{n}": "-4", f"owner_{n}": "lead"}
        client.post("/oakfield/moves/checklists/junior/", data | {"what_2": "Ring the juniors"})
        assert "Ring the juniors" in text_of(client.get("/oakfield/moves/checklists/"))
        assert client.get("/oakfield/moves/checklists/nowhere/").status_code == 404


def test_the_childs_page_takes_few_statements(client, child, by):
    plan_for(child, by)
    assert len(statements(client, url(child))) <= 8 + 5
