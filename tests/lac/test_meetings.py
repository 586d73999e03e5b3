"""Meetings about children in care: recorded, put right, and their actions."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent, Deadline
from lac.models import CareAction, CareMeeting, CareMeetingChild
from lac.services.meetings import (
    ACTION_FIELDS,
    MEETING_FIELDS,
    add_care_action,
    add_meeting,
    change_care_action,
    change_meeting,
    finish_care_action,
    remove_care_action,
    remove_meeting,
    reopen_care_action,
)
from pupils.models import Pupil
from pupils.services.retention.tracing import rows_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory, member
from tests.lac.makers import day, in_care
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
HELD, BY = day("2026-11-16"), day("2026-11-30")
URL = "/oakfield/care/meetings/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school)
    in_care(pupil)
    return pupil


@pytest.fixture
def by(school):
    return member(school, Role.DESIGNATED_TEACHER)


def a_meeting(school, *children, **more) -> CareMeeting:
    facts = {"kind": "virtual", "held_on": HELD, "came": "Ms Rao", "notes": "", "by": None}
    return add_meeting(school=school, children=children, **facts | more)


def an_action(meeting, **more) -> CareAction:
    facts = {"what": "Ask for a tutor", "outside_owner": "Ms Rao", "due_on": BY, "by": None}
    return add_care_action(meeting=meeting, **facts | more)


def due() -> dict[str, dt.date]:
    rows = Deadline.objects.filter(provider="lac_watch", kind="care_action")
    return {str(row.pupil_id): row.due_on for row in rows}


class TestMeetings:
    def test_pressed_twice(self, school, pupil):
        key = uuid4()
        assert a_meeting(school, pupil, key=key) == a_meeting(school, pupil, key=key)
        assert CareMeetingChild.objects.count() == 1

    def test_not_before_it_was_held(self, school):
        with pytest.raises(TransitionNotAllowed):
            a_meeting(school, held_on=TODAY + dt.timedelta(days=1))

    def test_somebody_else_changed_it(self, school, pupil, by):
        meeting = a_meeting(school, pupil)
        version = version_of(meeting, MEETING_FIELDS)
        values = {name: getattr(meeting, name) for name in MEETING_FIELDS}
        change_meeting(
            meeting=meeting, children=[pupil], version=version, by=by, **values | {"came": "Two"}
        )
        with pytest.raises(StaleSave):
            change_meeting(meeting=meeting, children=[pupil], version=version, by=by, **values)
        assert CareMeeting.objects.get().came == "Two"

    def test_a_child_with_an_action_is_not_taken_out(self, school, pupil, by):
        meeting = a_meeting(school, pupil)
        an_action(meeting, pupil=pupil)
        values = {name: getattr(meeting, name) for name in MEETING_FIELDS}
        version = version_of(meeting, MEETING_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="action"):
            change_meeting(meeting=meeting, children=[], version=version, by=by, **values)
        assert CareMeetingChild.objects.exists()

    def test_removed_with_its_actions_and_nothing_is_due(self, school, pupil, by):
        meeting = a_meeting(school, pupil)
        an_action(meeting, pupil=pupil), an_action(meeting)
        remove_meeting(meeting=meeting, by=by)
        assert not CareAction.objects.exists()
        assert due() == {}

    def test_what_was_said_of_a_child_goes_with_the_child(self, school, pupil):
        other = PupilFactory(school=school)
        in_care(other)
        meeting = a_meeting(school, pupil, other)
        an_action(meeting, pupil=pupil)
        found = rows_of(pupil)
        assert found[CareMeetingChild] == {meeting.children.get(pupil=pupil).pk}
        assert len(found[CareAction]) == 1
        assert CareMeeting not in found

    def test_the_log_names_the_children_and_no_words(self, school, pupil):
        a_meeting(school, pupil, notes="Plumword")
        event = AuditEvent.objects.filter(action="change_care").latest("pk")
        assert event.pupil_ids == [pupil.pk]
        assert "Plumword" not in str(event.detail)

    def test_nothing_is_written_for_a_record_that_moved(self, school, pupil):
        Pupil.objects.filter(pk=pupil.pk).update(closed_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="moved to another school"):
            a_meeting(school, pupil)
        assert not CareMeeting.objects.exists()


class TestActions:
    def test_due_on_its_day_for_those_who_may_know(self, school, pupil):
        action = an_action(a_meeting(school, pupil), pupil=pupil)
        [row] = Deadline.objects.filter(provider="lac_watch")
        assert (row.due_on, row.pupil_id, row.owed_by) == (BY, pupil.pk, "care")
        assert row.permission == str(Permission.VIEW_CARE)
        assert action.what not in row.title

    def test_ours_if_a_colleague_has_it_and_of_no_child(self, school):
        an_action(a_meeting(school), owner=UserFactory(), outside_owner="")
        [row] = Deadline.objects.filter(provider="lac_watch")
        assert (row.pupil_id, row.owed_by) == (None, "school")

    def test_done_twice_reopened_and_taken_out(self, school, pupil, by):
        action = an_action(a_meeting(school, pupil), pupil=pupil)
        finish_care_action(action=action, done_on=TODAY, by=by)
        finish_care_action(action=action, done_on=TODAY, by=by)
        assert due() == {}
        reopen_care_action(action=action, by=by)
        assert due() == {str(pupil.pk): BY}
        remove_care_action(action=action, by=by)
        assert due() == {}
        assert not find_changes(school)

    def test_given_to_another_child(self, school, pupil, by):
        other = PupilFactory(school=school)
        in_care(other)
        action = an_action(a_meeting(school, pupil, other), pupil=pupil)
        values = {name: getattr(action, name) for name in ACTION_FIELDS} | {"pupil": other}
        version = version_of(action, ACTION_FIELDS)
        change_care_action(action=action, version=version, by=by, **values)
        assert due() == {str(other.pk): BY}
        with pytest.raises(StaleSave):
            change_care_action(action=action, version=version, by=by, **values)

    @pytest.mark.parametrize(
        "facts",
        [
            {"outside_owner": ""},
            {"due_on": HELD - dt.timedelta(days=1)},
        ],
    )
    def test_what_cannot_be(self, school, facts):
        with pytest.raises(TransitionNotAllowed):
            an_action(a_meeting(school), **facts)

    def test_not_for_a_child_of_whom_nobody_spoke(self, school, pupil):
        with pytest.raises(TransitionNotAllowed, match="did not speak"):
            an_action(a_meeting(school), pupil=pupil)


class TestPages:
    def test_from_the_meeting_to_what_is_done(self, client, by, school, pupil):
        client.force_login(by)
        assert "No meeting is recorded" in text_of(client.get(URL))
        form = sent(client.get(f"{URL}add/"), kind="worker", came="Ada Lane", children=[pupil.pk])
        page = client.post(f"{URL}add/", form, follow=True)
        assert "Ada Lane" in text_of(page)
        meeting = CareMeeting.objects.get()
        child = meeting.children.get()
        form = sent(client.get(f"{URL}children/{child.pk}/"), said="Likes the new room")
        client.post(f"{URL}children/{child.pk}/", form)
        stale = client.post(f"{URL}children/{child.pk}/", form | {"said": "Other"})
        assert "Likes the new room" in stale.content.decode()
        add = f"{URL}{meeting.pk}/actions/add/"
        form = sent(
            client.get(add), what="Ask for a tutor", pupil=pupil.pk, owner=by.pk, due_on="today"
        )
        client.post(add, form), client.post(add, form)
        action = CareAction.objects.get()
        client.post(f"{URL}actions/{action.pk}/done/")
        page = text_of(client.get(f"{URL}{meeting.pk}/"))
        for words in ("Likes the new room", "Ask for a tutor", by.name, "Not done after all"):
            assert words in page, words
        assert "all done" in text_of(client.get(URL))

    def test_nobody_is_named_to_do_it(self, client, by, school):
        client.force_login(by)
        add = f"{URL}{a_meeting(school).pk}/actions/add/"
        form = sent(client.get(add), what="Ask", due_on="today")
        assert "Say who" in client.post(add, form).content.decode()

    def test_a_closed_record_answers_in_words(self, client, by, school, pupil):
        client.force_login(by)
        action = an_action(a_meeting(school, pupil), pupil=pupil)
        Pupil.objects.filter(pk=pupil.pk).update(closed_on=TODAY)
        page = client.post(f"{URL}actions/{action.pk}/done/", follow=True)
        assert "moved to another school" in page.content.decode()
        action.refresh_from_db()
        assert action.done_on is None

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.HEAD, 200),
            (Role.SAFEGUARDING_LEAD, 200),
            (Role.ASSISTANT_SENDCO, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_who_reads_them(self, school, pupil, role, status):
        meeting = a_meeting(school, pupil)
        client = client_of(member(school, role))
        assert client.get(URL).status_code == status
        assert client.get(f"{URL}{meeting.pk}/").status_code == status
        assert client.get(f"{URL}add/").status_code == 403

    def test_of_another_school_is_none(self, client, by, school):
        client.force_login(by)
        other = a_meeting(SchoolFactory(slug="ashfield"))
        assert client.get(f"{URL}{other.pk}/").status_code == 404
        assert client.get("/ashfield/care/meetings/").status_code == 404

    def test_three_and_thirty_in_the_same_number_of_statements(self, school, pupil):
        client = client_of(member(school, Role.HEAD))
        for _ in range(3):
            an_action(a_meeting(school, pupil), pupil=pupil)
        few = len(statements(client, URL))
        for _ in range(27):
            an_action(a_meeting(school, pupil), pupil=pupil)
        assert len(statements(client, URL)) == few
        assert few <= OF_EVERY_REQUEST + 4
