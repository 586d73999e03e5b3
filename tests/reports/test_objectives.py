"""Objectives: written, their steps asked for and done, looked at, fed by other plans, due."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent, Deadline
from reports.access_codes import ActionState
from reports.models import Objective, ObjectiveLink, ObjectiveReview, PlanStep
from reports.services.access_plan import give_up_action
from reports.services.objectives import (
    OBJECTIVE_FIELDS,
    STEP_FIELDS,
    change_row,
    choose_counted,
    finish_row,
    give_up_row,
    record_objective_review,
    take_up_row,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.access_makers import an_action
from tests.reports.objective_makers import DAY, OBJECTIVE, STEP, a_step, an_objective
from tests.reports.strategy_makers import an_activity
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/objectives/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


def sent(record=None, fields=OBJECTIVE_FIELDS, **values) -> dict[str, str]:
    usual = OBJECTIVE if fields is OBJECTIVE_FIELDS else STEP
    said = {"state": "new", **usual, "version": version_of(record, fields), **values}
    return {name: str(value) for name, value in said.items()}


def due(school) -> dict[str, Deadline]:
    return {row.key: row for row in Deadline.objects.filter(school=school, kind="objective")}


def look(objective, rag="amber", held_on=TODAY, next_on=TODAY + 90 * DAY) -> ObjectiveReview:
    return record_objective_review(
        objective=objective,
        held_on=held_on,
        rag=rag,
        words="Half is done.",
        next_on=next_on,
        by=None,
    )


class TestObjectives:
    def test_it_is_added_once_though_pressed_twice(self, school, sendco):
        for _ in range(2):
            page = sendco.post(f"{LIST}add/", sent())
        assert "stands there already" in text_of(page)
        assert Objective.objects.get().rag == ""
        assert "Not judged yet" in text_of(sendco.get(LIST))

    def test_the_next_look_is_not_after_its_end(self, school):
        an_objective(school, review_on=OBJECTIVE["ends_on"])
        with pytest.raises(TransitionNotAllowed, match="Look at it before"):
            an_objective(school, what="Other", review_on=OBJECTIVE["ends_on"] + DAY)

    def test_the_second_editor_sees_both(self, school, sendco):
        found = an_objective(school)
        mine = sent(found, what="Mine")
        change_row(row=found, version=mine["version"], by=None, what="Theirs")
        page = text_of(sendco.post(f"{LIST}{found.pk}/change/", mine))
        assert "The record now says: Theirs" in page
        with pytest.raises(StaleSave):
            change_row(row=found, version=mine["version"], by=None, what="Mine")

    def test_an_edit_cannot_finish_it(self, school, sendco):
        found = an_objective(school)
        url = f"{LIST}{found.pk}/change/"
        assert sendco.post(url, sent(found, state="done")).status_code == 200
        with pytest.raises(TransitionNotAllowed, match="on which day"):
            version = version_of(found, OBJECTIVE_FIELDS)
            change_row(row=found, version=version, by=None, state=ActionState.DONE)

    def test_reached_given_up_and_taken_up_again(self, school, sendco):
        found = an_objective(school)
        url = f"{LIST}{found.pk}/"
        tomorrow = {"done_on": (TODAY + DAY).isoformat()}
        assert sendco.post(f"{url}done/", tomorrow).status_code == 200
        sendco.post(f"{url}done/", {"done_on": TODAY.isoformat()})
        assert "Reached" in text_of(sendco.get(LIST))
        with pytest.raises(TransitionNotAllowed):
            give_up_row(row=found, why="Too late", by=None)
        sendco.post(f"{url}take-up/")
        sendco.post(f"{url}give-up/", {"why": "No longer wanted"})
        found.refresh_from_db()
        assert (found.state, found.done_on) == (ActionState.GIVEN_UP, None)
        assert "No longer wanted" in text_of(sendco.get(url))

    def test_taking_up_what_was_written_anew_is_refused(self, school):
        found = finish_row(row=an_objective(school), done_on=TODAY, by=None)
        an_objective(school)
        with pytest.raises(TransitionNotAllowed, match="stands there already"):
            take_up_row(row=found, by=None)

    @pytest.mark.parametrize("role", [Role.GOVERNOR, Role.CLASS_TEACHER])
    def test_others_do_not_open_them(self, school, role):
        found = an_objective(school)
        client = client_of(member(school, role))
        for url in (LIST, f"{LIST}{found.pk}/", f"{LIST}{found.pk}/change/"):
            assert client.get(url).status_code == 403

    def test_another_schools_rows_are_not_found(self, school, sendco):
        other = an_objective(SchoolFactory(federation=school.federation))
        step = a_step(other)
        paths = [f"{other.pk}/{each}" for each in ("", "change/", "look/", "counted/", "add-step/")]
        for path in [*paths, f"steps/{step.pk}/", f"steps/{step.pk}/done/"]:
            assert sendco.get(f"{LIST}{path}").status_code == 404
        assert other.what not in text_of(sendco.get(LIST))

    def test_names_of_children_are_pointed_out(self, school, sendco):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        found = an_objective(school, basis="Thandiwe waits too long")
        for url in (LIST, f"{LIST}{found.pk}/"):
            assert "Look whether each means an adult" in text_of(sendco.get(url))

    def test_pages_ask_as_few_statements_for_many(self, school, sendco):
        first = an_objective(school)
        one = f"{LIST}{first.pk}/"
        sendco.get(LIST), sendco.get(one)
        few, fewer = len(statements(sendco, LIST)), len(statements(sendco, one))
        for number in range(6):
            a_step(an_objective(school, what=f"Objective {number}"))
            a_step(first, what=f"Step {number}")
        assert len(statements(sendco, LIST)) == few
        assert len(statements(sendco, one)) == fewer
        assert few - OF_EVERY_REQUEST <= 5 and fewer - OF_EVERY_REQUEST <= 8


class TestLooks:
    def test_the_newest_says_how_it_stands(self, school, sendco):
        found = an_objective(school)
        look(found, rag="green")
        look(found, rag="red", held_on=TODAY - 5 * DAY)
        found.refresh_from_db()
        assert (found.rag, found.review_on) == ("green", TODAY + 90 * DAY)
        assert "Green: on track" in text_of(sendco.get(LIST))

    def test_once_a_day_not_ahead_and_the_next_is_later(self, school, sendco):
        found = an_objective(school)
        url = f"{LIST}{found.pk}/look/"
        said = {"held_on": TODAY.isoformat(), "rag": "red", "words": "Late."}
        for _ in range(2):
            page = sendco.post(url, said | {"next_on": (TODAY + DAY).isoformat()})
        assert "recorded already" in text_of(page)
        assert ObjectiveReview.objects.count() == 1
        with pytest.raises(TransitionNotAllowed, match="has not come"):
            look(found, held_on=TODAY + DAY)
        with pytest.raises(TransitionNotAllowed, match="comes after"):
            look(found, held_on=TODAY - DAY, next_on=TODAY - DAY)

    def test_what_is_reached_is_not_looked_at(self, school):
        found = finish_row(row=an_objective(school), done_on=TODAY, by=None)
        with pytest.raises(TransitionNotAllowed):
            look(found)


class TestSteps:
    def test_its_owner_is_asked_and_answers_there(self, school, sendco):
        teacher = member(school, Role.CLASS_TEACHER)
        found = an_objective(school)
        form = sent(fields=STEP_FIELDS, owner_id=teacher.pk, who="")
        assert sendco.post(f"{LIST}{found.pk}/add-step/", form).status_code == 302
        step = PlanStep.objects.get()
        assert (step.owner, step.who) == (teacher, teacher.name)
        client = client_of(teacher)
        assert step.what in text_of(client.get("/oakfield/asks/"))
        key = f"plan_step.{step.pk}"
        field = f"plan_step{step.pk.hex}-evidence"
        refused = client.post("/oakfield/asks/", {"ask": key, field: ""})
        assert refused.status_code == 200
        client.post("/oakfield/asks/", {"ask": key, field: "Minutes of 23 November"})
        step.refresh_from_db()
        assert (step.state, step.done_on) == (ActionState.DONE, TODAY)
        assert step.evidence == "Minutes of 23 November"
        assert step.what not in text_of(client.get("/oakfield/asks/"))

    def test_nobody_else_answers_it(self, school):
        step = a_step(an_objective(school), owner=member(school, Role.CLASS_TEACHER))
        other = client_of(member(school, Role.CLASS_TEACHER))
        field = f"plan_step{step.pk.hex}-evidence"
        other.post("/oakfield/asks/", {"ask": f"plan_step.{step.pk}", field: "x"})
        step.refresh_from_db()
        assert step.is_to_do

    @pytest.mark.parametrize(("ahead", "is_asked"), [(14, True), (15, False), (-3, True)])
    def test_it_is_asked_for_two_weeks_before_its_day(self, school, ahead, is_asked):
        teacher = member(school, Role.CLASS_TEACHER)
        step = a_step(an_objective(school), owner=teacher, due_on=TODAY + ahead * DAY)
        page = text_of(client_of(teacher).get("/oakfield/asks/"))
        assert (step.what in page) is is_asked

    def test_somebody_does_it(self, school, sendco):
        found = an_objective(school)
        page = sendco.post(
            f"{LIST}{found.pk}/add-step/", sent(fields=STEP_FIELDS, who="", owner_id="")
        )
        assert "Choose somebody" in text_of(page)
        stranger = member(SchoolFactory())
        page = sendco.post(
            f"{LIST}{found.pk}/add-step/", sent(fields=STEP_FIELDS, owner_id=stranger.pk)
        )
        assert page.status_code == 200 and not PlanStep.objects.exists()

    def test_the_second_editor_sees_the_other_owner_by_name(self, school, sendco):
        first, second = (member(school, Role.CLASS_TEACHER) for _ in range(2))
        step = a_step(an_objective(school), owner=first)
        mine = sent(step, STEP_FIELDS, owner_id=second.pk)
        other = member(school, Role.HEAD)
        version = mine["version"]
        change_row(row=step, version=version, by=None, owner_id=other.pk, who=other.name)
        page = text_of(sendco.post(f"{LIST}steps/{step.pk}/", mine))
        assert f"The record now says: {other.name}" in page

    def test_a_reached_objective_gets_no_step(self, school):
        found = finish_row(row=an_objective(school), done_on=TODAY, by=None)
        with pytest.raises(TransitionNotAllowed):
            a_step(found)

    def test_the_database_keeps_a_step_with_its_own_school(self, school):
        step = a_step(an_objective(school))
        other = an_objective(SchoolFactory(federation=school.federation))
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanStep.objects.filter(pk=step.pk).update(objective=other)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_the_database_asks_for_day_and_reason(self, school):
        step = a_step(an_objective(school))
        for state in ("done", "given_up"):
            with pytest.raises(IntegrityError), transaction.atomic():
                PlanStep.objects.filter(pk=step.pk).update(state=state)


class TestCounted:
    def test_an_action_of_another_plan_is_not_written_again(self, school, sendco):
        found, ramp, quiet = an_objective(school), an_action(school), an_activity(school)
        url = f"{LIST}{found.pk}/counted/"
        keys = [f"access_action:{ramp.pk}", f"activity:{quiet.pk}"]
        for _ in range(2):
            sendco.post(url, {"keys": keys})
        assert ObjectiveLink.objects.count() == 2
        page = text_of(sendco.get(f"{LIST}{found.pk}/"))
        assert ramp.what in page and quiet.what in page
        give_up_action(action=ramp, why="No money", by=None)
        assert "Given up" in text_of(sendco.get(f"{LIST}{found.pk}/"))
        sendco.post(url, {"keys": keys[1:]})
        assert ObjectiveLink.objects.get().activity == quiet

    def test_what_is_not_offered_stays_out(self, school, sendco):
        found = an_objective(school)
        other = an_action(SchoolFactory(federation=school.federation))
        page = sendco.post(f"{LIST}{found.pk}/counted/", {"keys": [f"access_action:{other.pk}"]})
        assert page.status_code == 200
        choose_counted(objective=found, keys=[f"access_action:{other.pk}"], by=None)
        assert not ObjectiveLink.objects.exists()


class TestDue:
    def test_steps_and_looks_are_due_until_they_are_done(self, school):
        found = an_objective(school)
        step = a_step(found)
        rows = due(school)
        assert rows[f"step:{step.pk}"].title == f"SENDCo: {step.what}"
        assert rows[f"look:{found.pk}"].due_on == OBJECTIVE["review_on"]
        finish_row(row=step, done_on=TODAY, by=None)
        look(found, next_on=TODAY + 30 * DAY)
        assert [row.due_on for row in due(school).values()] == [TODAY + 30 * DAY]
        finish_row(row=found, done_on=TODAY, by=None)
        assert due(school) == {}
        assert not find_changes(school)

    def test_each_step_is_in_the_log(self, school):
        a_step(an_objective(school))
        steps = AuditEvent.objects.filter(school=school, action="record_objective")
        assert [event.detail["objective"] for event in steps.order_by("pk")] == [
            "Objective",
            "PlanStep",
        ]


@pytest.mark.parametrize(
    ("published", "update"),
    [("2023-09-01", "2027-08-31"), ("2024-02-29", "2028-02-28"), ("2026-11-23", "2030-11-22")],
)
def test_equality_objectives_are_due_every_four_years(published, update):
    from tests.rules import gives

    gives("school.equality_objectives", {"published": published}, {"publish_by": update})


def test_what_was_published_starts_the_clock(school, sendco):
    form = {"done_on": "1 Sep 2026", "done_by": "Office", "web_address": "", "note": ""}
    sendco.post("/oakfield/duties/equality-objectives/record/", form | {"version": "new"})
    row = Deadline.objects.get(school=school, key="equality-objectives")
    assert row.due_on == dt.date(2030, 8, 31)
    assert "Last published 1 September 2026" in text_of(sendco.get(LIST))
