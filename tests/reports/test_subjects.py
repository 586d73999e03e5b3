"""The subject leader's page: barriers without names, what is tried, actions; who may open what."""

import re

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Deadline
from pupils.models import SchoolStrategy, StrategyTry
from pupils.services.strategies import add_strategy
from reports.models import PlanStep, SubjectLead
from reports.services.objectives import finish_row
from reports.services.subjects import ACTION_FIELDS, change_action, choose_leads
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, search, statements, text_of
from tests.reports.objective_makers import DAY, an_objective
from tests.reports.subject_makers import ACTION, a_lead, a_subject_action
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/subjects/"
MATHS = f"{LIST}maths/"
LIBRARY = "Give the steps one at a time, on a card."


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    SchoolStrategy.objects.create(school=school, text=LIBRARY, area="CL")
    return school


def with_children(school, number, name="Oak", needs=("SLCN",)):
    group = ClassGroupFactory(school=school, name=name)
    return [
        PupilFactory(
            school=school,
            class_group=group,
            first_name=f"Quill{name}",
            last_name=f"Feather{n}",
            on_register=list(needs),
        )
        for n in range(number)
    ]


def helped(children, text=LIBRARY, **more):
    usual = {"since_on": SEPTEMBER, "by": None, **more}
    return [add_strategy(pupil=pupil, text=text, **usual) for pupil in children]


def marked(strategies, by, answer="worked"):
    for row in strategies:
        StrategyTry.objects.create(school=row.school, strategy=row, by=by, on=TODAY, answer=answer)


class TestBarriers:
    def test_five_are_shown_and_four_are_not(self, school):
        with_children(school, 4)
        client = client_of(a_lead(school))
        page = text_of(client.get(MATHS))
        assert "Oak not shown" in page and " 4 " not in page
        with_children(school, 5, "Elm", ["SEMH"])
        page = text_of(client.get(MATHS))
        assert "All classes" in page and " 5 " in page

    def test_a_child_alone_with_a_rare_need_cannot_be_found(self, school):
        with_children(school, 6)
        client = client_of(a_lead(school))
        with_children(school, 1, "Ash", ["VI"])
        rows = {row.name: dict(row.counts) for row in client.get(MATHS).context["page"].rows}
        assert set(rows["Ash"].values()) == {None}
        for barrier, whole in rows["All classes"].items():
            # What is not shown of Ash is not the whole less the other class either.
            assert whole is None or rows["Oak"][barrier] is None, barrier.code

    def test_no_child_is_named_and_none_set_apart_or_gone_is_counted(self, school):
        five = with_children(school, 5)
        helped(five)
        client = client_of(a_lead(school))
        html = client.get(MATHS).content.decode()
        assert "Quill" not in html and "Feather" not in html
        assert not any(str(child.pk) in html for child in five)
        assert " 5 " in text_of(client.get(MATHS))
        five[0].set_apart_on = TODAY
        five[0].save()
        assert " 5 " not in text_of(client.get(MATHS))


class TestAdaptations:
    def test_of_five_children_in_the_words_of_the_library_alone(self, school):
        five = with_children(school, 5)
        helped(five[:4])
        helped(five, "Sit Quill beside Feather.")
        client = client_of(a_lead(school))
        assert LIBRARY not in text_of(client.get(MATHS))
        helped(five[4:], LIBRARY.upper())
        page = text_of(client.get(MATHS))
        assert f"{LIBRARY} 5 too few to say" in page
        assert "Sit Quill" not in page

    def test_marks_are_counted_once_five_children_were_tried(self, school):
        rows = helped(with_children(school, 6))
        teacher = member(school, Role.CLASS_TEACHER)
        client = client_of(a_lead(school))
        marked(rows[:4], teacher)
        assert "too few to say" in text_of(client.get(MATHS))
        marked(rows[4:5], teacher, "did_not")
        assert "worked 4 of 5 times, with 5 children" in text_of(client.get(MATHS))

    def test_sensitive_lines_are_not_counted(self, school):
        five = with_children(school, 5)
        helped(five, sensitivity=Sensitivity.SENSITIVE)
        assert LIBRARY not in text_of(client_of(a_lead(school)).get(MATHS))


class TestWhoOpens:
    def test_a_leader_their_own_and_no_other(self, school):
        client = client_of(a_lead(school))
        assert client.get(MATHS).status_code == 200
        assert client.get(f"{LIST}history/").status_code == 403
        assert client.get(f"{LIST}nothing/").status_code == 404
        other = a_subject_action(school, "history")
        assert client.get(f"{LIST}actions/{other.pk}/").status_code == 403
        page = text_of(client.get(LIST))
        assert "Mathematics" in page and "History" not in page

    def test_the_role_without_a_subject(self, school):
        client = client_of(member(school, Role.SUBJECT_LEADER))
        assert "not named for a subject yet" in text_of(client.get(LIST))
        assert client.get(MATHS).status_code == 403

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.HEAD, 200),
            (Role.LSA, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_each_role(self, school, role, status):
        client = client_of(member(school, role))
        assert client.get(MATHS).status_code == status
        assert client.get(LIST).status_code == status

    def test_another_school_finds_nothing(self, school):
        action = a_subject_action(school)
        lead = a_lead(SchoolFactory(slug="elsewhere"))
        client = client_of(lead)
        assert client.get(MATHS).status_code == 404
        assert client.get(f"/elsewhere/subjects/actions/{action.pk}/").status_code == 404

    def test_a_leader_sees_no_child(self, school):
        child = with_children(school, 1)[0]
        client = client_of(a_lead(school))
        assert client.get(f"/oakfield/children/{child.pk}/").status_code == 404
        assert client.get("/oakfield/register/").status_code == 403

    def test_the_front_page_and_the_search_lead_there(self, school):
        client = client_of(a_lead(school))
        front = client.get("/oakfield/").content.decode()
        assert f'href="{MATHS}"' in front
        assert LIST in search(client, "my subject").content.decode()
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert "/subjects/" not in teacher.get("/oakfield/").content.decode()

    def test_as_many_statements_for_30_children_as_for_3(self, school):
        client = client_of(a_lead(school))
        helped(with_children(school, 3))
        few = len(statements(client, MATHS))
        helped(with_children(school, 27, "Elm"))
        a_subject_action(school)
        assert len(statements(client, MATHS)) <= few + 1  # marks, once there is enough to mark
        assert few <= OF_EVERY_REQUEST + 8


class TestLeads:
    def test_the_sendco_names_a_leader_who_opens_it_then(self, school):
        lead = member(school, Role.SUBJECT_LEADER)
        sendco = client_of(member(school))
        assert client_of(lead).get(MATHS).status_code == 403
        said = {"user_ids": [str(lead.pk)], "seen": ""}
        assert sendco.post(f"{MATHS}leads/", said).status_code == 302
        assert client_of(lead).get(MATHS).status_code == 200
        assert AuditEvent.objects.filter(action="keep_subjects").count() == 1
        # Sent twice it is said once.
        sendco.post(f"{MATHS}leads/", said)
        assert SubjectLead.objects.filter(school=school).count() == 1
        assert AuditEvent.objects.filter(action="keep_subjects").count() == 1
        assert client_of(lead).get(f"{MATHS}leads/").status_code == 403

    def test_two_who_change_it_at_once(self, school):
        one, other = member(school, Role.SUBJECT_LEADER), member(school, Role.CLASS_TEACHER)
        facts = {"school": school, "subject": "maths", "today": TODAY, "by": None}
        choose_leads(user_ids=[one.pk], seen=[], **facts)
        with pytest.raises(TransitionNotAllowed, match="Somebody else"):
            choose_leads(user_ids=[other.pk], seen=[], **facts)
        assert list(SubjectLead.objects.values_list("user", flat=True)) == [one.pk]

    def test_nobody_of_another_school(self, school):
        stranger = member(SchoolFactory(), Role.SUBJECT_LEADER)
        with pytest.raises(TransitionNotAllowed, match="works here"):
            choose_leads(
                school=school,
                subject="maths",
                user_ids=[stranger.pk],
                seen=[],
                today=TODAY,
                by=None,
            )


class TestActions:
    def sent(self, record=None, **values):
        said = {"state": "new", **ACTION, "version": version_of(record, ACTION_FIELDS), **values}
        return {name: str(value) for name, value in said.items()}

    def test_a_leader_adds_one_and_is_asked_for_it(self, school):
        lead = a_lead(school)
        client = client_of(lead)
        form = client.get(f"{MATHS}add/")
        assert form.context["form"].initial["owner_id"] == lead.pk
        answer = client.post(f"{MATHS}add/", self.sent(owner_id=lead.pk))
        assert answer.status_code == 302, answer.content
        row = PlanStep.objects.get(school=school, subject="maths")
        assert (row.owner_id, row.who, row.for_whom) == (lead.pk, lead.name, "Years 3 and 4")
        assert ACTION["what"] in text_of(client.get(MATHS))
        assert ACTION["what"] in text_of(client.get("/oakfield/asks/"))
        assert Deadline.objects.filter(school=school, key=f"step:{row.pk}").exists()
        # Sent twice it stands once.
        assert "stands there already" in text_of(
            client.post(f"{MATHS}add/", self.sent(owner_id=lead.pk))
        )

    def test_what_came_of_it(self, school):
        client = client_of(a_lead(school))
        row = a_subject_action(school)
        said = {"done_on": str(TODAY), "evidence": "Nine books of ten show the words"}
        assert client.post(f"{LIST}actions/{row.pk}/done/", said).status_code == 302
        page = text_of(client.get(MATHS))
        assert "Nine books of ten" in page, page
        assert re.search(r"Done\s+.*Nov", page), page
        client.post(f"{LIST}actions/{row.pk}/take-up/")
        row.refresh_from_db()
        assert row.state == "begun"
        client.post(f"{LIST}actions/{row.pk}/give-up/", {"why": "Another scheme came"})
        assert "Another scheme came" in text_of(client.get(MATHS))

    def test_it_counts_towards_an_objective(self, school):
        objective = an_objective(school)
        row = a_subject_action(school, objective_id=objective.pk)
        sendco = client_of(member(school))
        assert ACTION["what"] in text_of(sendco.get(f"/oakfield/objectives/{objective.pk}/"))
        assert objective.what in text_of(sendco.get(MATHS))
        finish_row(row=objective, done_on=TODAY, by=None)
        with pytest.raises(TransitionNotAllowed):
            a_subject_action(school, what="Another", objective_id=objective.pk)
        change_action(
            action=row,
            version=version_of(row, ACTION_FIELDS),
            by=None,
            objective_id=row.objective_id,
            due_on=TODAY,
        )

    def test_the_second_editor_sees_both(self, school):
        client = client_of(a_lead(school))
        row = a_subject_action(school)
        old = self.sent(row)
        change_action(
            action=row, version=version_of(row, ACTION_FIELDS), by=None, for_whom="Every class"
        )
        page = text_of(client.post(f"{LIST}actions/{row.pk}/", old))
        assert "The record now says: Every class" in page
        with pytest.raises(StaleSave):
            change_action(action=row, version=old["version"], by=None, what="Mine")

    def test_the_sendco_sees_those_of_all_subjects_and_what_is_late(self, school):
        a_subject_action(school, "history", what="Bring objects to each topic")
        a_subject_action(school, due_on=TODAY - DAY)
        page = text_of(client_of(member(school)).get(LIST))
        assert "Bring objects to each topic" in page and "Late" in page

    def test_a_step_of_a_subject_alone_opens_for_whoever_keeps_plans(self, school):
        row = a_subject_action(school)
        answer = client_of(member(school)).get(f"/oakfield/objectives/steps/{row.pk}/done/")
        assert answer.status_code == 200 and "Subjects" in answer.content.decode()

    def test_names_in_the_words_are_told_to_whoever_knows_every_child(self, school):
        PupilFactory(school=school, first_name="Zebedee", last_name="Quillfeather")
        a_subject_action(school, what="Sit Zebedee at the front")
        warning = "Names that children here have"
        assert warning in text_of(client_of(member(school)).get(MATHS))
        assert warning not in text_of(client_of(a_lead(school)).get(MATHS))
