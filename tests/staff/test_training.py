"""Training: recorded, put right, seen by whom it concerns; gaps around children in care."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.services.classes import assign_supporter
from staff.models import TrainingRecord
from staff.services import TRAINING_FIELDS, add_training, change_training
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.lac.makers import in_care
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/training/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def a_training(school, user, **more) -> TrainingRecord:
    facts = {"subject": "trauma", "title": "A day on trauma", "taken_on": SEPTEMBER, "by": None}
    return add_training(school=school, user=user, **facts | more)


class TestRecording:
    def test_pressed_twice(self, school, head):
        key = uuid4()
        assert a_training(school, head, key=key) == a_training(school, head, key=key)
        assert TrainingRecord.objects.count() == 1

    @pytest.mark.parametrize("facts", [{"taken_on": TODAY + DAY}, {"valid_until": SEPTEMBER - DAY}])
    def test_what_cannot_be(self, school, head, facts):
        with pytest.raises(TransitionNotAllowed):
            a_training(school, head, **facts)

    def test_somebody_else_changed_it(self, school, head):
        row = a_training(school, head)
        version = version_of(row, TRAINING_FIELDS)
        values = {name: getattr(row, name) for name in TRAINING_FIELDS}
        change_training(training=row, version=version, by=head, **values | {"title": "Two days"})
        with pytest.raises(StaleSave):
            change_training(training=row, version=version, by=head, **values | {"title": "None"})

    def test_it_is_written_down(self, school, head):
        row = a_training(school, head)
        event = AuditEvent.objects.get(action="change_training")
        assert (event.subject_id, event.detail["person"]) == (str(row.pk), str(head.pk))


class TestPages:
    def test_added_changed_and_taken_out(self, school, head):
        client, teacher = client_of(head), member(school, Role.CLASS_TEACHER)
        form = sent(
            client.get(f"{URL}add/"), person=teacher.pk, subject="attachment",
            title="Attachment in class", hours="6.5", taken_on="1 Sep 2025", valid_until="1 Sep 2026",
        )  # fmt: skip
        client.post(f"{URL}add/", form), client.post(f"{URL}add/", form)
        row = TrainingRecord.objects.get()
        assert row.hours == Decimal("6.5")
        page = text_of(client.get(URL))
        for words in (teacher.name, "Attachment in class", "6.5 hours", "Has run out"):
            assert words in page, words
        address = f"{URL}{row.pk}/"
        form = sent(client.get(f"{address}change/"), valid_until="")
        client.post(f"{address}change/", form)
        assert "Has run out" not in text_of(client.get(URL))
        client.post(f"{address}remove/")
        assert not TrainingRecord.objects.exists()

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.DEPUTY, 200),
            (Role.DESIGNATED_TEACHER, 200),
            (Role.ASSISTANT_SENDCO, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.LSA, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_who_keeps_it(self, school, role, status):
        client = client_of(member(school, role))
        assert client.get(URL).status_code == status
        assert client.get(f"{URL}mine/").status_code == 200

    def test_ones_own_and_nobody_elses(self, school, head):
        teacher = member(school, Role.CLASS_TEACHER)
        a_training(school, teacher, title="Mine"), a_training(school, head, title="Theirs")
        page = text_of(client_of(teacher).get(f"{URL}mine/"))
        assert "Mine" in page
        assert "Theirs" not in page

    def test_not_what_was_recorded_at_another_school(self, school, head):
        other = SchoolFactory(slug="ashfield")
        row = a_training(other, head, title="Elsewhere")
        client = client_of(head)
        assert "Elsewhere" not in text_of(client.get(f"{URL}mine/"))
        assert client.get(f"{URL}{row.pk}/change/").status_code == 404

    def test_the_same_number_of_statements(self, school, head):
        client = client_of(head)
        a_training(school, head)
        few = len(statements(client, URL))
        for _ in range(30):
            a_training(school, member(school, Role.CLASS_TEACHER))
        assert len(statements(client, URL)) == few
        assert few <= OF_EVERY_REQUEST + 4


class TestGapsAroundChildrenInCare:
    GAPS = "/oakfield/care/training/"

    @pytest.fixture
    def pupil(self, school):
        pupil = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
        in_care(pupil)
        return pupil

    def test_adults_of_the_class_and_of_the_child(self, school, head, pupil):
        teacher, helper = teacher_of(pupil.class_group), member(school, Role.LSA)
        assign_supporter(pupil=pupil, user=helper, starts_on=SEPTEMBER, by=None)
        stranger = teacher_of(ClassGroupFactory(school=school))
        for subject in ("trauma", "attachment", "care"):
            a_training(school, helper, subject=subject)
        page = text_of(client_of(head).get(self.GAPS))
        assert page.index(teacher.name) < page.index(helper.name)
        assert stranger.name not in page
        assert page.count("Missing") == 3
        assert pupil.last_name in page

    def test_what_has_run_out_is_missing_the_day_after(self, school, head, pupil):
        teacher = teacher_of(pupil.class_group)
        row = a_training(school, teacher, valid_until=TODAY)
        client = client_of(head)
        assert text_of(client.get(self.GAPS)).count("Missing") == 2
        TrainingRecord.objects.filter(pk=row.pk).update(valid_until=TODAY - DAY)
        assert text_of(client.get(self.GAPS)).count("Missing") == 3

    def test_the_page_of_the_school_names_no_child(self, school, head, pupil):
        teacher_of(pupil.class_group)
        assert pupil.last_name not in client_of(head).get(URL).content.decode()

    def test_not_for_whom_care_is_closed(self, school, pupil):
        assert client_of(teacher_of(pupil.class_group)).get(self.GAPS).status_code == 403
        assert client_of(member(school, Role.OFFICE)).get(self.GAPS).status_code == 403

    def test_opening_is_written_down_with_the_children(self, school, head, pupil):
        teacher_of(pupil.class_group)
        client_of(head).get(self.GAPS)
        assert AuditEvent.objects.filter(action="view_care").latest("pk").pupil_ids == [pupil.pk]
