"""Break-glass: sixty minutes, a reason, the head told at once, reviewed by somebody else."""

import datetime as dt

import pytest
import time_machine

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.compose import compose
from aylsham.models import AuditEvent, OutgoingMail
from pupils.models import EmergencyAccess, Pupil
from pupils.selectors.emergencies import emergencies_of, find_exactly, open_now
from pupils.services.emergencies import (
    close_emergency_access,
    open_emergency_access,
    review_emergency_access,
)
from tests.access import access_of
from tests.conftest import TODAY
from tests.factories import PupilFactory, member
from tests.pages import client_of, text_of

pytestmark = pytest.mark.django_db
REASON = "The child is in the hall with a seizure"


@pytest.fixture
def child(today):
    return PupilFactory(first_name="Wren", last_name="Hall", born_on=dt.date(2018, 3, 14))


@pytest.fixture
def head(child):
    return member(child.school, Role.HEAD)


@pytest.fixture
def teacher(child):
    return member(child.school, Role.CLASS_TEACHER)


def open_it(child, by, **more):
    facts = {"school": child.school, "pupil_id": child.pk, "reason": REASON}
    return open_emergency_access(by=by, **facts | more)


def sees(user, child) -> bool:
    access = access_of(user, child.school)
    return Pupil.objects.visible_to(access).filter(pk=child.pk).exists()


def test_it_opens_one_child(child, head, teacher):
    other = PupilFactory(school=child.school)
    assert not sees(teacher, child)
    open_it(child, teacher)
    assert sees(teacher, child)
    assert not sees(teacher, other)


@pytest.mark.parametrize(
    ("minutes", "seconds", "expected"),
    [(0, 0, True), (59, 59, True), (60, 0, False), (61, 0, False)],
)
def test_it_closes_by_itself_to_the_minute(child, head, teacher, minutes, seconds, expected):
    with time_machine.travel("2026-11-23 14:02Z", tick=False):
        open_it(child, teacher)
    later = dt.datetime(2026, 11, 23, 14, 2, tzinfo=dt.UTC)
    with time_machine.travel(later + dt.timedelta(minutes=minutes, seconds=seconds), tick=False):
        assert sees(teacher, child) is expected
        assert bool(open_now(access_of(teacher, child.school))) is expected


def test_it_is_written_down(child, head, teacher):
    emergency = open_it(child, teacher)
    event = AuditEvent.objects.get(action=Action.OPEN_EMERGENCY)
    assert (event.actor_id, event.pupil_ids) == (teacher.pk, [child.pk])
    assert event.subject_id == str(emergency.pk)
    assert REASON not in str(event.detail)


def test_those_who_review_are_told_at_once_without_a_name(child, head, teacher):
    deputy = member(child.school, Role.DEPUTY)
    member(child.school, Role.GOVERNOR)
    open_it(child, teacher)
    mails = list(OutgoingMail.objects.all())
    assert {mail.recipient for mail in mails} == {head, deputy}
    for mail in mails:
        assert str(child.pk) not in str(mail.context)
        assert mail.job.not_before is not None


def test_the_mail_names_nobody(child, head, teacher):
    open_it(child, teacher)
    message = compose(OutgoingMail.objects.get())
    text = message.subject + message.body
    assert f"/{child.school.slug}/emergencies/" in text
    assert child.school.name in text
    for secret in ("Wren", "Hall", teacher.name, REASON):
        assert secret not in text


def test_a_second_opening_waits_for_the_first(child, head, teacher):
    open_it(child, teacher)
    with pytest.raises(TransitionNotAllowed, match="open until 10:00 already"):
        open_it(child, teacher)
    assert EmergencyAccess.objects.count() == 1


def test_it_can_be_closed_before_the_hour_is_over(child, head, teacher):
    emergency = open_it(child, teacher)
    close_emergency_access(emergency=emergency, by=teacher)
    assert not sees(teacher, child)
    with pytest.raises(TransitionNotAllowed, match="closed by itself"):
        close_emergency_access(emergency=emergency, by=teacher)


def test_somebody_else_reviews_it(child, head, teacher):
    emergency = open_it(child, teacher)
    review_emergency_access(emergency=emergency, note="Right to do so.", by=head)
    (line,) = emergencies_of(access_of(head, child.school))
    assert (line.reviewed_by, line.review_note) == (head.name, "Right to do so.")
    with pytest.raises(TransitionNotAllowed, match="already"):
        review_emergency_access(emergency=emergency, note="Again", by=head)


def test_nobody_reviews_their_own(child, head):
    emergency = open_it(child, head)
    with pytest.raises(TransitionNotAllowed, match="somebody else"):
        review_emergency_access(emergency=emergency, note="Fine.", by=head)
    emergency.refresh_from_db()
    assert emergency.reviewed_at is None
    assert not AuditEvent.objects.filter(action=Action.REVIEW_EMERGENCY).exists()


@pytest.mark.parametrize(("days", "late"), [(5, False), (6, True)])
def test_a_review_is_late_after_five_days(child, head, teacher, days, late):
    open_it(child, teacher)
    access = access_of(head, child.school, today=TODAY + dt.timedelta(days=days))
    (line,) = emergencies_of(access)
    assert line.review_by == dt.date(2026, 11, 28)
    assert line.is_late is late


def test_the_reviewer_sees_how_much_was_looked_at(child, head, teacher):
    emergency = open_it(child, teacher)
    for _ in range(3):
        record_event(Action.VIEW_PUPIL, school=child.school, by=teacher, pupil_ids=[child.pk])
    record_event(Action.VIEW_PUPIL, school=child.school, by=head, pupil_ids=[child.pk])
    # Events carry the database's clock, which no test can turn back.
    EmergencyAccess.objects.filter(pk=emergency.pk).update(
        opened_at=AuditEvent.objects.earliest("at").at, closes_at=AuditEvent.objects.latest("at").at
    )
    (line,) = emergencies_of(access_of(head, child.school))
    assert line.looks == 3


class TestFinding:
    def test_by_upn(self, child):
        Pupil.objects.filter(pk=child.pk).update(upn="H801200001001")
        assert find_exactly(child.school, upn="h801200001001") == child
        assert find_exactly(child.school, upn="H801200001002") is None

    @pytest.mark.parametrize("name", ["Wren Hall", "wren  hall", " WREN HALL "])
    def test_by_the_whole_name_and_the_birthday(self, child, name):
        assert find_exactly(child.school, name=name, born_on=child.born_on) == child

    @pytest.mark.parametrize("name", ["Wren", "Hall", "Wre Hall", "W Hall", "%", ""])
    def test_never_by_a_part_of_the_name(self, child, name):
        assert find_exactly(child.school, name=name, born_on=child.born_on) is None

    def test_never_without_the_birthday(self, child):
        assert find_exactly(child.school, name="Wren Hall", born_on=dt.date(2018, 3, 15)) is None
        assert find_exactly(child.school, name="Wren Hall") is None

    def test_nobody_when_two_fit(self, child):
        PupilFactory(
            school=child.school, first_name="Wren", last_name="Hall", born_on=child.born_on
        )
        assert find_exactly(child.school, name="Wren Hall", born_on=child.born_on) is None

    def test_guessing_ends_after_five_in_an_hour(self, child, teacher):
        for _ in range(5):
            assert open_it(child, teacher, pupil_id=None) is None
        assert AuditEvent.objects.filter(action=Action.EMERGENCY_NOT_FOUND).count() == 5
        with pytest.raises(TransitionNotAllowed, match="Ask the head"):
            open_it(child, teacher)
        assert not EmergencyAccess.objects.exists()


def test_the_demonstration_shows_its_own_day_and_time(child, head, teacher, settings, tmp_path):
    """The hour runs by the real clock; what people read is the day that the page shows."""
    settings.DEMO, settings.VAR_DIR = True, tmp_path  # its day is 23 November
    with time_machine.travel(dt.datetime(2026, 11, 27, 14, 30, tzinfo=dt.UTC), tick=False):
        emergency = open_it(child, teacher)
        (line,) = emergencies_of(access_of(head, child.school))
        assert line.review_by == dt.date(2026, 11, 28)
        at = f"/{child.school.slug}/emergencies/{emergency.pk}/"
        assert "Mon 23 Nov, 14:30 to Mon 23 Nov, 15:30" in text_of(client_of(head).get(at))
