"""A colleague who was told: what they read, what opens to them, and that it ends by itself."""

import datetime as dt

import pytest
import time_machine

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from lac.access import Knows, knows_of_care
from lac.models import CareView
from lac.selectors.care_views import end_of_school_year, teachers_to_tell
from lac.services.care_views import end_care_view, give_care_view
from pupils.models import ClassAdult
from tests.access import access_of
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.lac.makers import in_care, was_in_care
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(1)
ASK = "Say how reading goes"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def teacher(pupil):
    return teacher_of(pupil.class_group)


def give(pupil, user, **more) -> CareView:
    facts = {"starts_on": TODAY, "ends_on": TODAY + 30 * DAY, "to_write": ASK, "by": None}
    return give_care_view(pupil=pupil, user=user, **facts | more)


class TestGiving:
    def test_once_a_press_and_written_down(self, pupil, teacher):
        in_care(pupil)
        by, key = member(pupil.school, Role.DESIGNATED_TEACHER), uuid7()
        assert give(pupil, teacher, key=key, by=by) == give(pupil, teacher, key=key, by=by)
        event = AuditEvent.objects.get(action="give_care_view")
        assert event.actor_id == by.pk
        assert event.detail == {"person": str(teacher.pk), "until": "2026-12-23"}

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"ends_on": TODAY - DAY}, "before the first"),
            ({"ends_on": TODAY + 367 * DAY}, "a year at most"),
        ],
    )
    def test_for_a_time(self, pupil, teacher, more, words):
        in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match=words):
            give(pupil, teacher, **more)
        assert not AuditEvent.objects.filter(action="give_care_view").exists()

    def test_only_where_there_is_something_to_know(self, pupil, teacher):
        with pytest.raises(TransitionNotAllowed, match="Nothing is recorded"):
            give(pupil, teacher)

    def test_only_to_somebody_who_may_open_the_record(self, school, pupil):
        in_care(pupil)
        other = teacher_of(ClassGroupFactory(school=school))
        with pytest.raises(TransitionNotAllowed, match="cannot open this child"):
            give(pupil, other)

    def test_not_to_somebody_of_another_school(self, pupil):
        in_care(pupil)
        stranger = member(SchoolFactory(), Role.CLASS_TEACHER)
        with pytest.raises(TransitionNotAllowed, match="cannot open this child"):
            give(pupil, stranger)

    def test_not_to_somebody_who_knows_by_role(self, pupil):
        in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="by their role already"):
            give(pupil, member(pupil.school, Role.ASSISTANT_SENDCO))

    def test_not_twice(self, pupil, teacher):
        in_care(pupil)
        view = give(pupil, teacher)
        with pytest.raises(TransitionNotAllowed, match="End that first"):
            give(pupil, teacher, starts_on=TODAY + DAY)
        end_care_view(view=view, by=None)
        assert give(pupil, teacher).ended_at is None

    def test_taken_back_once(self, pupil, teacher):
        in_care(pupil)
        view = give(pupil, teacher)
        end_care_view(view=view, by=None)
        with pytest.raises(TransitionNotAllowed, match="ended already"):
            end_care_view(view=view, by=None)
        assert AuditEvent.objects.filter(action="end_care_view").count() == 1


class TestKnowing:
    @pytest.mark.parametrize(
        ("role", "knows"),
        [
            (Role.DESIGNATED_TEACHER, Knows.WHOLE),
            (Role.SENDCO, Knows.WHOLE),
            (Role.HEAD, Knows.WHOLE),
            (Role.DEPUTY, Knows.WHOLE),
            (Role.SAFEGUARDING_LEAD, Knows.WHOLE),
            (Role.ASSISTANT_SENDCO, Knows.STATUS),
            (Role.FEDERATION_SEND_LEAD, Knows.STATUS),
            (Role.CLASS_TEACHER, Knows.NOTHING),
            (Role.LSA, Knows.NOTHING),
            (Role.OFFICE, Knows.NOTHING),
            (Role.PHASE_LEADER, Knows.NOTHING),
            (Role.GOVERNOR, Knows.NOTHING),
            (Role.SEND_ADMINISTRATOR, Knows.NOTHING),
            (Role.COVER, Knows.NOTHING),
        ],
    )
    def test_by_role(self, pupil, role, knows):
        in_care(pupil)
        access = access_of(member(pupil.school, role), pupil.school)
        assert knows_of_care(access, pupil) == knows

    @pytest.mark.parametrize(
        ("on", "knows"),
        [
            (TODAY - DAY, Knows.NOTHING),
            (TODAY, Knows.MINIMAL),
            (TODAY + 30 * DAY, Knows.MINIMAL),
            (TODAY + 31 * DAY, Knows.NOTHING),
        ],
    )
    def test_by_a_view_from_its_first_to_its_last_day(self, pupil, teacher, on, knows):
        in_care(pupil)
        give(pupil, teacher)
        assert knows_of_care(access_of(teacher, pupil.school, today=on), pupil) == knows

    def test_of_that_child_alone(self, pupil, teacher):
        in_care(pupil)
        give(pupil, teacher)
        other = PupilFactory(school=pupil.school, class_group=pupil.class_group)
        in_care(other)
        assert knows_of_care(access_of(teacher, pupil.school), other) == Knows.NOTHING


class TestReading:
    def pages(self, pupil, teacher) -> tuple[str, str]:
        client = client_of(teacher)
        return (
            text_of(client.get(f"/oakfield/children/{pupil.pk}/")),
            text_of(client.get("/oakfield/")),
        )

    def test_the_little_that_a_teacher_needs(self, pupil, teacher):
        in_care(pupil, TODAY, placing_authority="Zanzibar")
        give(pupil, teacher)
        for page in self.pages(pupil, teacher):
            assert "in care." in page.lower()
            assert "Next PEP by Mon 7 Dec" in page
            assert ASK in page
            for kept in ("Zanzibar", "care order", "Looked after", "review of the care"):
                assert kept not in page

    def test_of_a_child_who_was_in_care(self, pupil, teacher):
        was_in_care(pupil)
        give(pupil, teacher)
        child, class_page = self.pages(pupil, teacher)
        assert "Was in care." in child
        assert "guardianship" not in child + class_page
        assert "Next PEP" not in child + class_page

    def test_nothing_the_day_after_the_last(self, pupil, teacher):
        in_care(pupil)
        give(pupil, teacher)
        with time_machine.travel(dt.datetime.combine(TODAY + 30 * DAY, dt.time(9))):
            assert "in care" in " ".join(self.pages(pupil, teacher)).lower()
        with time_machine.travel(dt.datetime.combine(TODAY + 31 * DAY, dt.time(9))):
            assert "in care" not in " ".join(self.pages(pupil, teacher)).lower()

    def test_nothing_once_it_is_taken_back(self, pupil, teacher):
        in_care(pupil)
        end_care_view(view=give(pupil, teacher), by=None)
        assert "in care" not in " ".join(self.pages(pupil, teacher)).lower()

    def test_no_other_page_opens(self, pupil, teacher):
        in_care(pupil)
        give(pupil, teacher)
        client = client_of(teacher)
        assert client.get(f"/oakfield/children/{pupil.pk}/care/").status_code == 403
        assert client.get("/oakfield/care/").status_code == 403
        assert "/care/" not in client.get(f"/oakfield/children/{pupil.pk}/").content.decode()

    def test_a_teacher_who_left_the_class_opens_nothing(self, pupil, teacher):
        in_care(pupil)
        give(pupil, teacher)
        ClassAdult.objects.filter(user=teacher).update(ends_on=TODAY - DAY)
        client = client_of(teacher)
        assert client.get(f"/oakfield/children/{pupil.pk}/").status_code == 404
        assert "in care" not in text_of(client.get("/oakfield/")).lower()


class TestWhomToTell:
    def test_the_class_teacher_until_told(self, pupil, teacher):
        in_care(pupil)
        assert teachers_to_tell(pupil, TODAY) == [teacher]
        give(pupil, teacher)
        assert teachers_to_tell(pupil, TODAY) == []

    def test_nobody_for_a_child_without_a_class(self, school):
        assert teachers_to_tell(PupilFactory(school=school), TODAY) == []

    @pytest.mark.parametrize(
        ("today", "last"), [("2026-11-23", "2027-08-31"), ("2027-08-31", "2027-08-31"),
                            ("2027-09-01", "2028-08-31")],
    )  # fmt: skip
    def test_until_the_end_of_the_school_year(self, today, last):
        assert end_of_school_year(dt.date.fromisoformat(today)).isoformat() == last
