"""Digests: planned from rows, written once, sent to the right person, without a child in them."""

import datetime as dt

import pytest
from django.core import mail as outbox

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import (
    Deadline,
    DigestPart,
    Job,
    OutgoingMail,
    ReminderPreference,
    Term,
)
from aylsham.people.services import set_site_week
from aylsham.reminders.services import name_cover
from aylsham.tenancy.row_security import school_transaction
from pupils.services.classes import assign_adult
from pupils.services.needs import add_need
from reports.digests.services import start_digests, start_night
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.reports.test_due import add
from tests.staff.training_makers import a_topic, trained

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

SEVEN = dt.datetime.combine(TODAY, dt.time(7, 2))
HOLIDAY = dt.datetime(2026, 12, 29, 7, 2)


def with_terms(school):
    """Autumn and spring of the samples."""
    for name, start, end in (
        ("autumn", "2026-09-03", "2026-12-18"),
        ("spring", "2027-01-05", "2027-03-25"),
    ):
        Term.objects.create(
            school=school, academic_year=2026, name=name, starts_on=start, ends_on=end
        )
    return school


@pytest.fixture
def school():
    return with_terms(SchoolFactory(name="Bure Valley", slug="bure-valley"))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zoë", last_name="Burton")


def send(now=SEVEN) -> list:
    """What beat and a worker do."""
    start_digests(now)
    for _ in range(2):
        for job_id in list(Job.objects.to_be_taken().values_list("pk", flat=True)):
            assert run_job(job_id) == JobState.DONE
    return outbox.outbox


def test_a_sendco_hears_what_is_due_and_no_child_is_named(school, child):
    sendco = member(school)
    add(school, TODAY - dt.timedelta(days=3), pupil=child)
    add(school, TODAY + dt.timedelta(days=2), pupil=child)
    (message,) = send()
    assert message.to == [sendco.email]
    assert "1 overdue" in message.subject
    assert (
        "Bure Valley" in message.body and "Open: http://127.0.0.1:8000/bure-valley/" in message.body
    )
    for word in ("Zoë", "Burton", str(child.pk), "SLCN"):
        assert word not in message.subject + message.body
        assert word not in str(OutgoingMail.objects.values_list("context", flat=True))


def test_nothing_twice_and_three_beats_write_what_one_writes(school, child):
    member(school)
    add(school, TODAY, pupil=child)
    for _ in range(3):
        start_digests(SEVEN)
    assert Job.objects.filter(kind="digest").count() == 1
    assert len(send()) == 1
    assert len(send(SEVEN.replace(hour=11))) == 1


def test_a_late_run_catches_up(school, child):
    member(school)
    add(school, TODAY, pupil=child)
    assert len(send(SEVEN.replace(hour=16))) == 1


def test_nothing_due_is_no_mail_and_is_not_asked_again(school):
    member(school)
    assert send() == []
    assert DigestPart.objects.count() == 1
    assert start_digests(SEVEN) == 0


def test_one_mail_over_several_schools(school, child):
    other = with_terms(SchoolFactory(federation=school.federation))
    sendco = member(school)
    member(other, user=sendco)
    add(school, TODAY, pupil=child)
    add(other, TODAY)
    (message,) = send()
    assert school.name in message.body and other.name in message.body
    assert set(OutgoingMail.objects.get().school_ids) == {school.pk, other.pk}


def test_the_school_of_the_day_comes_first_and_nothing_of_the_other_is_left_out(school, child):
    other = with_terms(SchoolFactory(federation=school.federation, name="Abbey", slug="abbey"))
    sendco = member(school)
    member(other, user=sendco)
    set_site_week(
        user=sendco,
        federation=school.federation,
        days={"monday": other},
        version="new",
        by=sendco,
    )
    behind_the_wall(school, other)
    add(school, TODAY, pupil=child)
    add(other, TODAY)
    (message,) = send()
    here, elsewhere = message.body.index("Abbey (you are here today)"), message.body.index("Bure")
    assert here < elsewhere


def test_two_federations_never_meet_in_one_mail(school, child):
    other = with_terms(SchoolFactory())
    sendco = member(school)
    member(other, user=sendco)
    add(school, TODAY, pupil=child)
    add(other, TODAY)
    assert len(send()) == 2
    assert all((school.name in m.body) != (other.name in m.body) for m in outbox.outbox)


def test_a_teacher_hears_once_a_week_of_changes_to_own_children(school, child):
    teacher = member(school, Role.CLASS_TEACHER)
    group = ClassGroupFactory(school=school)
    child.class_group = group
    child.save()
    assign_adult(
        class_group=group, user=teacher, role=Role.CLASS_TEACHER,
        starts_on=dt.date(2026, 9, 1), by=None,
    )  # fmt: skip
    add_need(pupil=child, need_type="SLCN", by=None)
    add(school, TODAY, pupil=child)
    (message,) = send()
    assert message.to == [teacher.email]
    assert "Changes to the records of children you work with" in message.body
    assert "SLCN" not in message.body and "Speech" not in message.body
    assert len(send(SEVEN + dt.timedelta(days=1))) == 1  # Tuesday: not again


def test_in_the_holidays_only_the_law_to_whoever_covers(school):
    sendco, head = member(school), member(school, Role.HEAD)
    DigestPart.objects.bulk_create(
        DigestPart(user=user, school=school, kind="break", for_on=dt.date(2026, 12, 19))
        for user in (sendco, head)
    )
    add(school, dt.date(2027, 1, 4))
    add(school, dt.date(2027, 1, 4), owed_by="la")
    add(school, dt.date(2027, 1, 4), weight=1)
    (message,) = send(HOLIDAY)
    assert message.to == [sendco.email]
    assert "the law does not wait" in message.body
    assert ": 1, the first by" in message.body
    with school_transaction(school):
        name_cover(school=school, user=head, by=sendco)
    send(HOLIDAY + dt.timedelta(days=1))
    assert outbox.outbox[-1].to == [head.email]


def test_before_a_break_what_falls_inside_it(school):
    member(school)
    add(school, dt.date(2026, 12, 30))
    (message,) = send(dt.datetime(2026, 12, 14, 7))
    assert "Falls inside the break, Sat 19 Dec" in message.body
    assert len(send(dt.datetime(2026, 12, 15, 7))) == 1


def pass_on(start, to, until=None):
    ReminderPreference.objects.create(user=start, passes_to=to, passes_until=until)


def test_passed_to_a_colleague_who_may_see_it(school):
    sendco, assistant = member(school), member(school, Role.SEND_ADMINISTRATOR)
    pass_on(sendco, assistant)
    add(school, TODAY)
    (message,) = send()
    assert message.to == [assistant.email]


@pytest.mark.parametrize("until", [None, dt.date(2026, 11, 22)])
def test_statutory_items_cannot_be_silenced(school, until):
    sendco = member(school)
    # Without a date: somebody who may not see it. With one: a colleague, until yesterday.
    to = member(school, Role.LSA if until is None else Role.HEAD)
    pass_on(sendco, to, until)
    add(school, TODAY)
    assert sendco.email in {m.to[0] for m in send()}


def test_two_who_pass_to_each_other_keep_their_own(school):
    one, two = member(school), member(school, Role.ASSISTANT_SENDCO)
    pass_on(one, two)
    pass_on(two, one)
    add(school, TODAY)
    assert {m.to[0] for m in send()} == {one.email, two.email}


def test_somebody_whose_role_ended_gets_nothing(school):
    sendco = member(school, ends_on=TODAY - dt.timedelta(days=1))
    assert sendco
    add(school, TODAY)
    assert send() == []


def test_a_role_that_ends_between_planning_and_writing(school):
    sendco = member(school)
    add(school, TODAY)
    start_digests(SEVEN)
    sendco.memberships.update(ends_on=TODAY - dt.timedelta(days=1))
    assert send() == []


def test_another_school_is_not_counted(school):
    member(school)
    other = with_terms(SchoolFactory(federation=school.federation))
    with school_transaction(other):
        add(other, TODAY)
        assert Deadline.objects.count() == 1
    assert send() == []


def test_the_night_checks_every_school_once(school):
    night = dt.datetime.combine(TODAY, dt.time(2, 30))
    start_night(night.replace(hour=1))
    assert not Job.objects.exists()
    for _ in range(3):
        start_night(night)
    (job,) = Job.objects.all()
    assert (job.kind, job.school) == ("night", school)
    assert run_job(job.pk) == JobState.DONE


def test_trainings_that_run_out_are_one_line_without_a_name(school):
    sendco = member(school)
    topic = a_topic(school, "First aid", valid_months=12)
    taken = dt.date(TODAY.year - 1, TODAY.month, TODAY.day + 2)
    for n in range(3):
        trained(school, member(school, Role.LSA, user__name=f"Zebedee {n}"), topic, taken_on=taken)
    (message,) = send()
    assert message.to == [sendco.email]
    assert message.body.count("A training") + message.body.count("Training of staff") == 1
    assert "3" in message.body
    assert "Zebedee" not in message.body
