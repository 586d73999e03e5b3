"""New arrivals and leavers: what is asked for, chased and sent on, and by when."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import TermName
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Deadline, Term
from pupils.deadlines.transfers import WITH_INTAKE
from pupils.models import Enrolment, PreviousRecord, PreviousRecordNote
from pupils.rules.arrivals import joins_in_year
from pupils.services.details import record_leaving
from pupils.services.moving.arrivals import (
    ask_for_record,
    chase_record,
    receive_record,
    stop_waiting,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.moving.makers import sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    for name, starts, ends in (
        (TermName.AUTUMN, dt.date(2026, 9, 3), dt.date(2026, 12, 18)),
        (TermName.SPRING, dt.date(2027, 1, 4), dt.date(2027, 3, 26)),
    ):
        Term.objects.create(
            school=school, academic_year=2026, name=name, starts_on=starts, ends_on=ends
        )
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    child = PupilFactory(school=school, enrolment=dt.date(2026, 11, 16))
    rebuild_deadlines(school, [child.pk])
    return child


def ask(child, by, on=TODAY):
    facts = {"setting": "Fen Nursery", "address": "", "how": "letter"}
    return ask_for_record(pupil=child, on=on, by=by, **facts)


def due(kind="arrival"):
    return list(Deadline.objects.filter(kind=kind))


@pytest.mark.parametrize(
    ("day", "alone"),
    [
        (dt.date(2026, 7, 31), True),
        (dt.date(2026, 8, 1), False),
        (dt.date(2026, 9, 14), False),
        (dt.date(2026, 9, 15), True),
    ],
)
def test_who_joins_alone(day, alone):
    assert joins_in_year(day) is alone


class TestAsking:
    def test_it_is_due_on_the_first_day(self, child):
        [row] = due()
        assert (row.due_on, row.title) == (
            dt.date(2026, 11, 16),
            "Ask the previous setting for the record",
        )

    def test_the_september_intake_makes_nothing_due(self, school):
        child = PupilFactory(school=school, enrolment=dt.date(2026, 9, 3))
        rebuild_deadlines(school, [child.pk])
        assert due() == []

    def test_asked_it_is_expected_in_15_school_days(self, child, by):
        ask(child, by)
        [row] = due()
        assert row.due_on == dt.date(2026, 12, 14)

    def test_chased_it_is_expected_in_ten(self, child, by):
        record = ask(child, by, on=dt.date(2026, 11, 16))
        chase_record(record=record, how="phone", on=TODAY, by=by)
        assert due()[0].due_on == dt.date(2026, 12, 7)

    def test_pressed_twice_it_is_one_request(self, child, by):
        assert ask(child, by) == ask(child, by)
        assert PreviousRecordNote.objects.count() == 1

    @pytest.mark.parametrize("end", ["received", "ended"])
    def test_it_is_over_once(self, child, by, end):
        record = ask(child, by)
        if end == "received":
            receive_record(record=record, received="SEN file", on=TODAY, by=by)
        else:
            stop_waiting(record=record, why="From abroad", on=TODAY, by=by)
        assert due() == []
        with pytest.raises(TransitionNotAllowed, match="over already"):
            chase_record(record=PreviousRecord.objects.get(), how="phone", on=TODAY, by=by)


class TestPages:
    def test_the_letter_is_there_and_the_list_says_how_far_it_is(self, child, by):
        client = client_of(by)
        part = f"/oakfield/children/{child.pk}/moving/previous/"
        facts = {"setting": "Fen Nursery", "how": "letter", "on": "today"}
        letter = client.post(f"{part}ask/", facts, follow=True)
        text = text_of(letter)
        assert "15 school days" in text
        assert child.last_name in text
        assert child.last_name not in letter.content.decode().split("</title>")[0]
        assert "Asked" in text_of(client.get("/oakfield/moves/arrivals/"))
        pk = PreviousRecord.objects.get().pk
        client.post(f"{part}{pk}/again/", {"how": "phone", "on": "today"})
        client.post(f"{part}{pk}/came/", {"received": "SEN file", "on": "today"})
        assert "Came" in text_of(client.get("/oakfield/moves/arrivals/"))
        steps = list(PreviousRecordNote.objects.values_list("step", flat=True))
        assert steps == ["asked", "chased", "received"]


class TestLeaving:
    def test_the_record_is_due_15_school_days_after_and_then_sent(
        self, school, by, settings, tmp_path
    ):
        settings.MEDIA_ROOT = tmp_path
        child = PupilFactory(school=school, on_register=True)
        record_leaving(pupil=child, last_day=dt.date(2026, 11, 20), by=by)
        [row] = due("transfer")
        assert row.due_on == dt.date(2026, 12, 11)
        sent(child, by=by)
        assert due("transfer") == []

    def test_before_the_school_went_live_nothing_is_due(self, school, by):
        child = PupilFactory(school=school, on_register=True)
        record_leaving(pupil=child, last_day=dt.date(2026, 7, 22), by=by)
        assert due("transfer") == []


class TestWithoutTermDates:
    """A school that has not given its term dates is told a day that is never too late."""

    def test_working_days_are_counted(self, school, by):
        Term.objects.all().delete()
        leaver = PupilFactory(school=school, on_register=True)
        record_leaving(pupil=leaver, last_day=dt.date(2026, 11, 20), by=by)
        assert [row.due_on for row in due("transfer")] == [dt.date(2026, 12, 11)]
        ask(PupilFactory(school=school, enrolment=dt.date(2026, 11, 16)), by)
        assert dt.date(2026, 12, 14) in {row.due_on for row in due()}


@pytest.mark.parametrize(
    "day", ["2026-07-31", "2026-08-01", "2026-09-14", "2026-09-15", "2026-10-01"]
)
def test_the_rows_that_matter_are_those_of_who_joins_in_the_year(day):
    """The database is asked as the rule says it, so that most children's changes ask nothing here."""
    joins = dt.date.fromisoformat(day)
    stay = Enrolment.objects.filter(pupil=PupilFactory()).get()
    Enrolment.objects.filter(pk=stay.pk).update(starts_on=joins)
    matters = Enrolment.objects.filter(~WITH_INTAKE, pk=stay.pk).exists()
    assert matters == joins_in_year(joins)
