"""The pages of meetings: planned by form, cut for those who may not read, equal for 3 and 30."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.models import AgendaItem, AgreedAction, Meeting, PrintedPaper
from pupils.services.contributions.voices import record_voice
from pupils.services.details import add_contact
from pupils.services.meetings.inviting import Guest
from pupils.services.meetings.planning import hold_meeting
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.family.invited import deliver
from tests.pupils.meetings.makers import invited, planned, planned_for_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST = OF_EVERY_REQUEST + 8


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def child(school, group):
    return PupilFactory(school=school, class_group=group, first_name="Zephyrine")


@pytest.fixture
def by(school):
    return member(school)


def url(child, part: str = "") -> str:
    return f"/oakfield/children/{child.pk}/meetings/{part}"


def say(meeting, text: str, sensitivity=Sensitivity.EVERYONE, pupil=None) -> None:
    item = meeting.items.filter(pupil=pupil).first()
    rows = AgendaItem.objects.filter(school=meeting.school, pk=item.pk)
    rows.update(text=text, sensitivity=sensitivity)


class TestPlanning:
    def test_two_presses_plan_a_meeting_with_the_mother(self, child, by):
        mother = add_contact(
            pupil=child,
            by=by,
            name="Mia Reed",
            email="mother@home.example",
            has_parental_responsibility=True,
        )
        client = client_of(by)
        form = client.get(url(child, "add/")).context["form"]
        # Everything as the form stands.
        data = {n: form[n].value() for n in form.fields if form[n].value() is not None}
        assert data["family"] == [str(mother.pk)]
        response = client.post(url(child, "add/"), data)
        meeting = Meeting.objects.get()
        assert response.url == url(child, f"{meeting.pk}/")
        assert [m.to for m in deliver()] == [["mother@home.example"]]
        page = text_of(client.get(response.url))
        assert "Mia Reed" in page
        assert "0 of" not in page
        assert "No answer yet" in page

    def test_a_class_is_chosen_then_its_children(self, school, group, child, by):
        other = PupilFactory(school=school, class_group=group, first_name="Quentilda")
        client = client_of(by)
        assert group.name in text_of(client.get("/oakfield/class-meetings/add/"))
        path = f"/oakfield/class-meetings/add/?class={group.pk}"
        form = client.get(path).context["form"]
        assert set(form.initial["children"]) == {str(child.pk), str(other.pk)}
        data = {"on": "4 Dec 2026", "starts_at": "3.30pm", "length": "30", "chair": str(by.pk)}
        data |= {"key": str(uuid4())}
        assert "at least one child" in text_of(client.post(path, data))
        response = client.post(path, data | {"children": [str(other.pk)]})
        meeting = Meeting.objects.get()
        assert response.url == f"/oakfield/class-meetings/{meeting.pk}/"
        assert "Quentilda" in text_of(client.get(response.url))
        for wrong in ("not-a-class", uuid4()):
            assert client.get(f"/oakfield/class-meetings/add/?class={wrong}").status_code == 404

    def test_a_meeting_that_has_been_is_entered_once_and_tells_nobody(self, child, by):
        mother = add_contact(
            pupil=child,
            by=by,
            name="Mia Reed",
            email="mother@home.example",
            has_parental_responsibility=True,
        )
        client = client_of(by)
        data = {"kind": "parents", "on": "20 Nov 2026", "starts_at": "15:30", "length": "30"}
        data |= {"chair": str(by.pk), "family": [str(mother.pk)], "asks_views": "on"}
        data |= {"key": str(uuid4())}
        response = client.post(url(child, "add/"), data)
        meeting = Meeting.objects.get()
        assert response.url == url(child, f"{meeting.pk}/held/")
        assert deliver() == []
        form = client.get(response.url).context["form"]
        assert form["is_parent_meeting"].value() is True
        came = [str(invited(meeting, "Mia Reed").pk)]
        client.post(response.url, {"came": came, "is_parent_meeting": "on"})
        meeting.refresh_from_db()
        assert (meeting.state, meeting.is_parent_meeting) == ("held", True)
        assert "One of the three" in text_of(client.get(url(child)))

    def test_a_meeting_is_not_moved_into_the_past(self, child, by):
        path = url(child, f"{planned(child, by).pk}/change/")
        client = client_of(by)
        form = client.get(path).context["form"]
        data = {n: form[n].value() for n in form.fields} | {"on": "20 Nov 2026"}
        assert "The day has passed" in text_of(client.post(path, data))

    def test_a_teacher_invites_nobody_from_outside(self, child, by, group):
        meeting = planned(child, by)
        page = client_of(teacher_of(group)).get(url(child, f"{meeting.pk}/invite/"))
        assert "Somebody from outside" not in text_of(page)
        assert "Somebody from outside" in text_of(
            client_of(by).get(url(child, f"{meeting.pk}/invite/"))
        )

    def test_an_lsa_opens_no_meeting(self, school, child, by):
        from pupils.services.classes import assign_supporter

        lsa = member(school, Role.LSA)
        assign_supporter(pupil=child, user=lsa, starts_on=TODAY, by=None)
        client = client_of(lsa)
        assert client.get(url(child)).status_code == 403
        assert client.get(url(child, f"{planned(child, by).pk}/")).status_code == 403


class TestReading:
    def test_sensitive_minutes_are_cut_for_a_teacher(self, child, by, group):
        meeting = planned(child, by)
        say(meeting, "Hears voices", Sensitivity.SENSITIVE)
        teacher = client_of(teacher_of(group))
        page = text_of(teacher.get(url(child, f"{meeting.pk}/")))
        assert "Hears voices" not in page
        assert "Few people can read this" in page
        boxes = text_of(teacher.get(url(child, f"{meeting.pk}/minutes/")))
        assert "Hears voices" not in boxes
        assert "Hears voices" in text_of(client_of(by).get(url(child, f"{meeting.pk}/")))

    def test_sensitive_views_are_cut_for_a_teacher(self, child, by, group):
        meeting = planned(child, by)
        record_voice(
            pupil=child,
            kind="parent_views",
            by=by,
            given_on=TODAY,
            given_how="phone",
            said_by="Mia Reed",
            sensitivity=Sensitivity.SENSITIVE,
            answers=[{"question": "What is hard?", "answer": "We may lose the house"}],
        )
        path = url(child, f"{meeting.pk}/")
        assert "lose the house" not in text_of(client_of(teacher_of(group)).get(path))
        assert "lose the house" in text_of(client_of(by).get(path))

    def test_another_classs_child_leaves_no_word_for_a_teacher(self, school, child, by, group):
        other = PupilFactory(school=school, class_group=group, first_name="Quentilda")
        meeting = planned_for_class([child, other], by)
        other.class_group = ClassGroupFactory(school=school)  # moved to another class since
        other.save()
        say(meeting, "Reads alone now", pupil=child)
        say(meeting, "Steals food", pupil=other)
        say(meeting, "Both are tired")
        teacher = client_of(teacher_of(group))
        path = url(child, f"{meeting.pk}/")
        page = text_of(teacher.get(path))
        assert "Reads alone now" in page
        for hidden in ("Steals food", "Quentilda", "Both are tired"):
            assert hidden not in page
        assert "Quentilda" not in text_of(teacher.get(url(child)))
        assert "Quentilda" not in text_of(teacher.get("/oakfield/meetings/"))
        assert teacher.get(f"{path}minutes/").status_code == 403
        assert teacher.post(f"{path}off/", {"why": "No"}).status_code == 403
        whole = f"/oakfield/class-meetings/{meeting.pk}/"
        assert "Steals food" not in text_of(teacher.get(whole))
        assert "Steals food" in text_of(client_of(by).get(whole))

    def test_on_a_childs_record_stands_nothing_of_another_child(self, school, child, by, group):
        other = PupilFactory(school=school, class_group=group, first_name="Quentilda")
        meeting = planned_for_class([child, other], by)
        say(meeting, "Reads alone now", pupil=child)
        say(meeting, "Steals food", pupil=other)
        say(meeting, "Both are tired")
        page = text_of(client_of(by).get(url(child, f"{meeting.pk}/")))
        assert "Reads alone now" in page
        assert "Both are tired" in page
        for hidden in ("Steals food", "Quentilda"):
            assert hidden not in page
        assert "Steals food" in text_of(client_of(by).get(url(other, f"{meeting.pk}/")))
        timeline = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/timeline/"))
        assert "Pupil progress meeting" in timeline
        assert "Quentilda" not in timeline

    def test_what_was_read_is_written_down_for_every_child_shown(self, school, child, by, group):
        other = PupilFactory(school=school, class_group=group)
        meeting = planned_for_class([child, other], by)
        client_of(by).get(url(child, f"{meeting.pk}/"))
        events = AuditEvent.objects.filter(action="view_meeting")
        assert {pk for event in events for pk in event.pupil_ids} == {child.pk}
        client_of(by).get(f"/oakfield/class-meetings/{meeting.pk}/")
        assert {pk for event in events.all() for pk in event.pupil_ids} == {child.pk, other.pk}

    def test_the_whole_class_meeting_is_one_pdf_for_who_may_see_all_of_it(
        self, school, child, by, group
    ):
        other = PupilFactory(school=school, class_group=group, first_name="Quentilda")
        meeting = planned_for_class([child, other], by)
        say(meeting, "Reads alone now", pupil=child)
        say(meeting, "Steals food", pupil=other, sensitivity=Sensitivity.SENSITIVE)
        at = f"/oakfield/class-meetings/{meeting.pk}/print/"
        client = client_of(by)
        assert client.post(at).url.startswith("/my/work/")
        row = PrintedPaper.objects.get()
        assert "Reads alone now" in row.html
        assert "Steals food" in row.html
        [event] = AuditEvent.objects.filter(action="print")
        assert set(event.pupil_ids) == {child.pk, other.pk}
        job = Job.objects.get(kind="print_paper")
        assert run_job(job.pk) == JobState.DONE
        holder = PrintedPaper.objects.get().pupil
        page = f"/oakfield/children/{holder.pk}/papers/{row.pk}/"
        assert client.get(page, {"as": "pdf"}).content.startswith(b"%PDF-")
        teacher = teacher_of(group)
        client_of(teacher).post(at)
        cut = PrintedPaper.objects.get(asked_by=teacher)
        assert "Steals food" not in cut.html
        # A child whom the asker sees no more takes the paper along.
        PrintedPaper.objects.filter(pk=row.pk).update(
            other_ids=[str(PupilFactory(school=SchoolFactory()).pk)]
        )
        assert client.get(page, {"as": "pdf"}).status_code == 404

    def test_a_class_meeting_is_found_at_its_own_school_alone(self, child, by, group):
        meeting = planned_for_class([child], by)
        there = client_of(member(SchoolFactory(slug="elmfield")))
        assert there.get(f"/elmfield/class-meetings/{meeting.pk}/").status_code == 404

    def test_as_many_statements_for_many_children_as_for_few(self, school, by, group):
        def cost(many):
            pupils = [PupilFactory(school=school, class_group=group) for _ in range(many)]
            path = f"/oakfield/class-meetings/{planned_for_class(pupils, by).pk}/"
            return len(statements(client_of(by), path))

        assert cost(3) == cost(30) <= OF_EVERY_REQUEST + 8

    def test_a_meeting_is_not_found_from_another_childs_record(self, school, child, by):
        meeting, other = planned(child, by), PupilFactory(school=school)
        assert client_of(by).get(url(other, f"{meeting.pk}/")).status_code == 404

    def test_minutes_as_a_pdf_say_what_the_page_says(self, child, by):
        meeting = planned(child, by)
        say(meeting, "Sleeps better")
        client = client_of(by)
        response = client.post(url(child, f"{meeting.pk}/print/"))
        assert response.url.startswith("/my/work/")
        paper = PrintedPaper.objects.get()
        assert run_job(Job.objects.get(kind="print_paper").pk) == JobState.DONE
        response = client.get(f"/{child.school.slug}/children/{child.pk}/papers/{paper.pk}/?as=pdf")
        assert response.content.startswith(b"%PDF-")
        assert "Zephyrine" not in response["Content-Disposition"]
        assert AuditEvent.objects.filter(action="print").exists()

    def test_the_calendar_entry_names_nobody(self, child, by):
        response = client_of(by).get(url(child, f"{planned(child, by).pk}/calendar/"))
        text = response.content.decode()
        assert "DTSTART:20261201T153000Z" in text
        assert "Zephyrine" not in text


class TestMinutes:
    def post(self, client, child, meeting, **more):
        form = client.get(url(child, f"{meeting.pk}/minutes/")).context["form"]
        data = {n: form[n].value() for n in form.fields if form[n].value()}
        return data | more

    def test_kept_while_one_types_and_then_saved(self, child, by):
        meeting, client = planned(child, by), client_of(by)
        box = f"text-{meeting.items.first().pk}"
        data = self.post(client, child, meeting) | {box: "Sleeps bet"}
        assert client.post(url(child, f"{meeting.pk}/minutes/draft/"), data).status_code == 204
        response = client.post(url(child, f"{meeting.pk}/minutes/"), data | {box: "Sleeps better"})
        assert "Sleeps better" in text_of(client.get(response.url))

    def test_both_texts_stand_on_the_page_and_nothing_is_lost(self, school, child, by):
        meeting, client = planned(child, by), client_of(by)
        box = f"text-{meeting.items.first().pk}"
        data = self.post(client, child, meeting) | {box: "Mine"}
        say(meeting, "Theirs")
        assert client.post(url(child, f"{meeting.pk}/minutes/draft/"), data).status_code == 409
        page = client.post(url(child, f"{meeting.pk}/minutes/"), data)
        assert "It now says: Theirs" in text_of(page)
        form = page.context["form"]
        again = {n: form[n].value() for n in form.fields if form[n].value()}
        assert again[box] == "Mine"
        client.post(url(child, f"{meeting.pk}/minutes/"), again)
        assert meeting.items.first().text == "Mine"

    def test_a_teacher_does_not_open_what_the_sendco_marked(self, child, by, group):
        meeting = planned(child, by)
        item = meeting.items.first()
        say(meeting, "Hears voices", Sensitivity.SENSITIVE)
        client = client_of(teacher_of(group))
        data = self.post(client, child, meeting) | {f"text-{item.pk}": "Gone"}
        client.post(url(child, f"{meeting.pk}/minutes/"), data)
        item.refresh_from_db()
        assert (item.text, item.sensitivity) == ("Hears voices", Sensitivity.SENSITIVE)

    def test_held_with_those_who_came_and_an_action(self, child, by):
        meeting = planned(child, by, Guest(name="Nora Hill", role="School nurse"), on=TODAY)
        client = client_of(by)
        nurse = invited(meeting, "Nora Hill")
        client.post(url(child, f"{meeting.pk}/held/"), {"came": [str(nurse.pk)]})
        data = {"what": "Ring the clinic", "owner_choice": str(by.pk), "due_on": "4 Dec 2026"}
        client.post(url(child, f"{meeting.pk}/actions/add/"), data)
        page = text_of(client.get(url(child, f"{meeting.pk}/")))
        assert "Who came" in page
        assert "Ring the clinic" in page
        assert AgreedAction.objects.get().source_id == meeting.pk


def test_lists_cost_the_same_for_three_and_thirty(school, child, by):
    client, counts = client_of(by), []
    for number in (3, 27):
        for _ in range(number):
            planned(child, by, Guest(name="Nora Hill", role="School nurse"))
        counts.append(
            [len(statements(client, path)) for path in (url(child), "/oakfield/meetings/")]
        )
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST


def test_one_meeting_costs_the_same_for_three_and_thirty(child, by):
    client, counts = client_of(by), []
    for number in (3, 30):
        guests = [Guest(name=f"Person {n}", role="Nurse") for n in range(number)]
        meeting = planned(child, by, *guests, on=TODAY)
        hold_meeting(meeting=meeting, came=[], is_parent_meeting=False, by=by)
        counts.append(len(statements(client, url(child, f"{meeting.pk}/"))))
    assert counts[0] == counts[1]
    assert counts[0] <= MOST


def test_agendas_are_worded_on_their_page(school, by, child):
    client = client_of(by)
    path = "/oakfield/meetings/agendas/team/"
    form = client.get(path).context["form"]
    data = {"version": form["version"].value(), "agenda": "Biscuits, 5\nWhat is going well 10 min"}
    assert client.post(path, data).status_code == 302
    meeting = planned(child, by)
    found = [(i.title, i.length) for i in meeting.items.all()]
    assert found == [("Biscuits", 5), ("What is going well", 10)]
    assert "Biscuits" in text_of(client.get("/oakfield/meetings/agendas/"))
