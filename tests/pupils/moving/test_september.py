"""September's question: asked by a link, answered on Today, told to the school that sent."""

import datetime as dt

import pytest
from django.db import connection

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline
from pupils.models import ContributionRequest, IncomingRecord, MovePlan, MoveTemplate, Pupil, Voice
from pupils.moving_codes import STARTING_STEPS, StepOwner, TemplateStep
from pupils.services.classes import assign_adult
from pupils.services.moving.plans import end_plan
from pupils.services.moving.september import (
    LESSON_FIELDS,
    ask_receiver,
    learn_lesson,
    record_not_known,
)
from pupils.services.transfers.receiving import accept_record
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.family.invited import Guest, deliver, secret_in
from tests.pupils.moving.makers import sent
from tests.pupils.moving.test_plans import plan_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOVED = dt.date(2026, 11, 2)
TEACHER = "tutor@fenhigh.example"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", federation=FederationFactory())


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(
        school=school, class_group=group, year_group="6", on_register=True, first_name="Zoë"
    )


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def plan(child, by):
    return plan_for(
        child, by, kind="secondary", moves_on=MOVED, to_name="Fen High", receiver_name="Mx Hale"
    )


def asked(plan, by, **more) -> ContributionRequest:
    facts = {"name": "Mx Hale", "role": "Form tutor", "email": TEACHER, "shows_first_name": True}
    due_on = TODAY + dt.timedelta(days=14)
    return ask_receiver(plan=plan, by=by, **facts | {"due_on": due_on} | more)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def due() -> list[str]:
    rows = Deadline.objects.filter(kind__in=["move", "contribution"]).order_by("title")
    return [row.title for row in rows]


class TestByLink:
    def test_the_answer_comes_to_the_plan_with_who_said_it(self, plan, by):
        asked(plan, by)
        [message] = deliver()
        assert "Zoë" not in message.subject + message.body
        guest = Guest(secret_in(message)).open()
        page = text_of(guest.get("answer/"))
        assert "What did nobody tell you?" in page
        assert "Zoë" in page
        answer = {"not_told": "Cannot swim.", "next": "Tell us in June."}
        assert guest.post("answer/", answer).status_code == 302
        assert "next child who moves" in text_of(guest.get())
        said = fresh(plan)
        assert "Cannot swim." in said.not_known
        assert (said.not_known_from, said.not_known_by) == ("Mx Hale, Form tutor, Fen High", None)
        assert said.not_known_on == TODAY
        assert not Voice.objects.exists()

    def test_while_they_are_asked_the_request_is_due_and_then_the_lesson(self, plan, by):
        assert due() == ["Ask the receiving teacher: what did we not know?"]
        asked(plan, by)
        assert due() == ["Receiving teacher's answer asked for"]
        assert Deadline.objects.get(kind="contribution").owed_by == "other"
        guest = Guest(secret_in(deliver()[-1])).open()
        guest.post("answer/", {"helped": "The map."})
        assert due() == ["Learn from what a receiving teacher told us"]

    def test_before_the_move_nobody_is_asked(self, child, by):
        plan = plan_for(child, by, moves_on=TODAY + dt.timedelta(days=1))
        with pytest.raises(TransitionNotAllowed, match="not moved yet"):
            asked(plan, by)
        assert not ContributionRequest.objects.exists()

    def test_pressed_twice_they_are_asked_once(self, plan, by):
        asked(plan, by)
        events = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="asked already"):
            asked(plan, by)
        assert ContributionRequest.objects.count() == 1
        assert AuditEvent.objects.count() == events

    def test_what_was_told_by_phone_stays_beside_the_link(self, plan, by):
        asked(plan, by)
        guest = Guest(secret_in(deliver()[-1])).open()
        record_not_known(plan=plan, text="Rang: all is well.", on=TODAY, by=by)
        guest.post("answer/", {"not_told": "Cannot swim."})
        assert fresh(plan).not_known.startswith("Rang: all is well.\n")
        assert "Cannot swim." in fresh(plan).not_known

    def test_somebody_who_has_answered_is_not_asked_again(self, plan, by):
        record_not_known(plan=plan, text="Nothing", on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="answered already"):
            asked(plan, by)

    def test_an_answer_after_the_plan_was_closed_is_kept(self, plan, by):
        asked(plan, by)
        guest = Guest(secret_in(deliver()[-1])).open()
        end_plan(plan=plan, why="Settled", on=TODAY, by=by)
        guest.post("answer/", {"not_told": "Cannot swim."})
        assert "Cannot swim." in fresh(plan).not_known

    def test_the_page_sends_the_link(self, plan, child, by):
        page = client_of(by).post(
            f"/oakfield/children/{child.pk}/moving/{plan.pk}/ask-back/",
            {"name": "Mx Hale", "email": TEACHER, "due_on": "7 Dec 2026"},
        )
        assert page.status_code == 302
        ask = ContributionRequest.objects.get()
        assert (ask.move_plan, ask.shows_first_name) == (plan, False)
        text = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/moving/"))
        assert "by Mon 7 Dec" in text
        assert "Ask the receiving teacher by a link" not in text

    def test_a_teacher_may_not_write_to_outsiders(self, plan, child):
        theirs = client_of(teacher_of(child.class_group))
        page = theirs.get(f"/oakfield/children/{child.pk}/moving/{plan.pk}/ask-back/")
        assert page.status_code == 403

    def test_views_of_other_kinds_are_asked_for_elsewhere_only(self, child, by):
        page = client_of(by).get(f"/oakfield/children/{child.pk}/family/voices/add/?kind=not_known")
        assert page.status_code == 404


class TestWithinTheFederation:
    @pytest.fixture
    def files(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path

    @pytest.fixture
    def moved(self, plan, child, by, school, files):
        """The child's record at the juniors, with its plan, and the teacher who has the child."""
        there = SchoolFactory(slug="elm", federation=school.federation)
        sent(child, by=by, there=there)
        accept_record(
            incoming=IncomingRecord.objects.get(), starts_on=TODAY, by=member(there, Role.SENDCO)
        )
        group = ClassGroupFactory(school=there)
        Pupil.objects.filter(school=there).update(class_group=group)
        teacher = member(there, Role.CLASS_TEACHER)
        assign_adult(
            class_group=group, user=teacher, role=Role.CLASS_TEACHER, starts_on=TODAY, by=None
        )
        return MovePlan.objects.get(school=there), teacher

    def test_the_old_school_waits_for_the_other_school(self, moved, school):
        [row] = Deadline.objects.filter(school=school, kind="move")
        assert (row.owed_by, row.action) == ("other", {})

    def test_the_teacher_is_asked_on_today_and_the_old_school_hears_it(self, moved, plan, school):
        there, teacher = moved
        client = client_of(teacher)
        page = client.get("/elm/")
        assert "what did nobody tell you?" in text_of(page)
        where = f"/elm/children/{there.pupil_id}/moving/{there.pk}/not-known/"
        assert where in page.content.decode()
        client.post(where, {"text": "Nobody said that she cannot swim.", "on": "today"})
        assert "what did nobody tell you?" not in text_of(client.get("/elm/"))
        behind_the_wall(school)
        old = fresh(plan)
        assert old.not_known == "Nobody said that she cannot swim."
        assert old.not_known_from.startswith(teacher.name)
        assert old.ended_on == TODAY
        [row] = Deadline.objects.filter(school=school, kind="move")
        assert "Learn from" in row.title
        event = AuditEvent.objects.filter(school=school, action="change_move").latest("pk")
        assert event.pupil_ids == [plan.pupil_id]

    def test_the_lesson_is_the_old_schools_alone(self, moved, school):
        there, teacher = moved
        record_not_known(plan=there, text="Nothing", on=TODAY, by=teacher)
        assert not Deadline.objects.filter(school=there.school, kind="move").exists()

    def test_the_wall_stands_again_afterwards(self, moved):
        there, teacher = moved
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.school_ids', %s, true)", [str(there.school_id)])
            record_not_known(plan=there, text="Nothing", on=TODAY, by=teacher)
            cursor.execute("SELECT current_setting('app.school_ids')")
            assert cursor.fetchone()[0] == str(there.school_id)

    def test_a_teacher_who_has_had_the_child_for_a_week_is_not_asked(self, child, by):
        teacher = teacher_of(child.class_group)
        plan_for(child, by, moves_on=TODAY - dt.timedelta(days=13))
        assert "what did nobody tell you?" not in text_of(client_of(teacher).get("/oakfield/"))

    def test_after_two_weeks_they_are(self, child, by):
        teacher = teacher_of(child.class_group)
        plan_for(child, by, moves_on=TODAY - dt.timedelta(days=14))
        assert "what did nobody tell you?" in text_of(client_of(teacher).get("/oakfield/"))


class TestLessons:
    @pytest.fixture
    def answered(self, plan, by):
        return record_not_known(plan=plan, text="Cannot swim.", on=TODAY, by=by)

    def learned(self, plan, by, step=None, why="") -> MovePlan:
        version = version_of(plan, LESSON_FIELDS)
        return learn_lesson(plan=plan, step=step, why=why, version=version, by=by)

    def test_the_next_plan_starts_with_the_new_step(self, answered, by, school):
        step = TemplateStep("Say who cannot swim", -3, StepOwner.TEACHER)
        self.learned(answered, by, step)
        template = MoveTemplate.objects.get(school=school, kind="secondary")
        assert len(template.steps) == len(STARTING_STEPS["secondary"]) + 1
        assert "Say who cannot swim" in [each["what"] for each in template.steps]
        assert fresh(answered).lesson == "On the checklist: Say who cannot swim"
        assert due() == []

    def test_a_reason_is_enough(self, answered, by):
        self.learned(answered, by, why="It is on the list already")
        assert not MoveTemplate.objects.exists()
        assert due() == []

    def test_a_second_editor_is_told_and_nothing_is_written_twice(self, answered, by):
        version = version_of(answered, LESSON_FIELDS)
        step = TemplateStep("Say who cannot swim", -3, StepOwner.TEACHER)
        learn_lesson(plan=answered, step=step, why="", version=version, by=by)
        with pytest.raises(StaleSave):
            learn_lesson(plan=answered, step=step, why="", version=version, by=by)
        assert len(MoveTemplate.objects.get().steps) == len(STARTING_STEPS["secondary"]) + 1

    def test_before_an_answer_there_is_no_lesson(self, plan, by):
        with pytest.raises(TransitionNotAllowed, match="Nobody has answered"):
            self.learned(plan, by, why="No")

    def test_the_answer_does_not_change_once_something_was_learned(self, answered, by):
        self.learned(answered, by, why="Known")
        with pytest.raises(TransitionNotAllowed, match="has learned"):
            record_not_known(plan=answered, text="Other", on=TODAY, by=by)

    def test_the_page_shows_what_waits_and_takes_a_step(self, answered, by):
        client = client_of(by)
        assert "Cannot swim." in text_of(client.get("/oakfield/moves/lessons/"))
        where = f"/oakfield/moves/lessons/{answered.pk}/"
        version = client.get(where).context["form"].initial["version"]
        empty = client.post(where, {"version": version, "weeks": "-3", "owner": "lead"})
        assert "Write the new step" in text_of(empty)
        facts = {"version": version, "what": "Say it", "weeks": "-3", "owner": "lead"}
        assert client.post(where, facts).status_code == 302
        assert "On the checklist: Say it" in text_of(client.get("/oakfield/moves/lessons/"))

    def test_a_teacher_sees_their_own_children_and_decides_nothing(self, answered, child, by):
        other = ClassGroupFactory(school=child.school)
        stranger = client_of(teacher_of(other))
        assert "Cannot swim." not in text_of(stranger.get("/oakfield/moves/lessons/"))
        theirs = client_of(teacher_of(child.class_group))
        assert "Cannot swim." in text_of(theirs.get("/oakfield/moves/lessons/"))
        assert theirs.get(f"/oakfield/moves/lessons/{answered.pk}/").status_code == 403

    def test_thirty_answers_take_as_many_statements_as_three(self, school, by):
        client = client_of(by)

        def answers(number):
            for _ in range(number):
                plan = plan_for(PupilFactory(school=school), by, moves_on=MOVED)
                record_not_known(plan=plan, text="Cannot swim.", on=TODAY, by=by)

        answers(3)
        few = statements(client, "/oakfield/moves/lessons/")
        answers(27)
        many = statements(client, "/oakfield/moves/lessons/")
        assert len(many) == len(few) <= OF_EVERY_REQUEST + 8
