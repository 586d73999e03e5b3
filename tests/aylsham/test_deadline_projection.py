"""What is stored is what the rules say, whatever was done in whatever order."""

import contextlib
import datetime as dt
import json
import re
import uuid
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.registry import providers, rows_of
from aylsham.deadlines.services import find_changes, rebuild_deadlines, rebuilt_once
from aylsham.models import Deadline
from ehcp.services import letters, meetings, plans
from pupils.services.details import record_leaving
from pupils.services.needs import add_need
from tests.ehcp.makers import make_plan
from tests.factories import SchoolFactory

pytestmark = pytest.mark.django_db

DAYS = st.dates(dt.date(2025, 9, 1), dt.date(2027, 3, 1))


def _last(plan):
    return plan.reviews.filter(is_held=True).order_by("-meeting_on").first()


STEPS = {
    "plan": lambda plan, on: meetings.plan_review_meeting(plan=plan, meeting_on=on, by=None),
    "held": lambda plan, on: meetings.record_review_held(plan=plan, meeting_on=on, by=None),
    "decided": lambda plan, on: letters.record_la_decision(
        review=_last(plan), decided_on=on, decision="amend", by=None
    ),
    "kept": lambda plan, on: letters.record_la_decision(
        review=_last(plan), decided_on=on, decision="maintain", by=None
    ),
    "notice": lambda plan, on: letters.record_amendment_notice(
        review=_last(plan), amendment_notice_on=on, by=None
    ),
    "final": lambda plan, on: letters.record_final_plan(
        review=_last(plan), final_plan_on=on, by=None
    ),
    "confirmed": lambda plan, on: letters.confirm_summer_review_for_transfer(
        review=_last(plan), confirmed_for_transfer_on=on, by=None
    ),
}


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), DAYS), max_size=7))
def test_stored_equals_computed_after_any_steps(steps):
    plan = make_plan("2025-09-01", year_group="6", born_on=dt.date(2016, 5, 8))
    for name, on in steps:
        if name in {"plan", "held"} or _last(plan):
            try:
                STEPS[name](plan, on)
            except TransitionNotAllowed:
                continue
    assert not find_changes(plan.school)


def test_a_plan_that_ended_leaves_nothing(today):
    plan = make_plan("2025-09-01")
    plans.end_plan(plan=plan, ended_on=today, end_reason="ceased", by=None)
    assert not Deadline.objects.filter(school=plan.school).exists()


def test_only_what_differs_is_written(django_assert_num_queries):
    plan = make_plan("2025-11-24")
    before = set(Deadline.objects.filter(school=plan.school).values_list("pk", flat=True))
    rebuild_deadlines(plan.school)
    after = set(Deadline.objects.filter(school=plan.school).values_list("pk", flat=True))
    assert before == after


def test_many_changes_one_rebuild():
    school = SchoolFactory()
    with rebuilt_once():
        for _ in range(3):
            make_plan("2025-11-24", school=school)
        assert not Deadline.objects.filter(school=school).exists()
    assert not find_changes(school)
    assert Deadline.objects.filter(school=school).exists()


def test_several_schools_are_rebuilt_each_in_its_own_room():
    opened = []

    @contextlib.contextmanager
    def within(school):
        opened.append(school)
        yield

    with rebuilt_once(within):
        plans_of_two = [make_plan("2025-11-24", school=SchoolFactory()) for _ in range(2)]
    assert opened == [plan.school for plan in plans_of_two]
    assert not any(find_changes(school) for school in opened)


def test_a_deadline_lapses_on_the_childs_last_day_or_before(today):
    plan = make_plan("2025-11-24")
    day = today + dt.timedelta(days=30)
    record_leaving(pupil=plan.pupil, last_day=day, by=None)
    rows = Deadline.objects.filter(school=plan.school, provider="ehcp")
    assert {row.lapses_on for row in rows} == {day}
    assert not find_changes(plan.school)


#: Tables of children that a provider reads only for what another table of it has said already.
FURTHER = {
    "agencies": {"pupils_document"},
    "bookings": {"pupils_slotbooking"},
    "family": {"pupils_talk", "pupils_meeting"},
    "passports": {"pupils_enrolment", "pupils_strategy"},
    "transfers": {"pupils_statusperiod", "pupils_recordtransfer"},
}


@pytest.mark.parametrize("name", sorted(providers()))
def test_a_provider_names_the_tables_without_which_it_is_silent(name):
    school = SchoolFactory(live_from=dt.date(2026, 9, 1))
    with CaptureQueriesContext(connection) as asked:
        nobody = frozenset([uuid.UUID(int=1)])
        assert list(providers()[name](school, calendar_of(school), nobody)) == []
    of_children = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "pupil" for field in model._meta.concrete_fields)
    }
    read = {t for q in asked.captured_queries for t in re.findall(r'FROM "(\w+)"', q["sql"])}
    named = {rows.table._meta.db_table for rows in rows_of(name)}
    assert read & of_children <= named | FURTHER.get(name, set())
    assert named <= read


def test_of_a_child_only_those_are_asked_who_have_rows(today, django_assert_max_num_queries):
    plan = make_plan("2025-11-24")
    with django_assert_max_num_queries(14):
        rebuild_deadlines(plan.school, [plan.pupil_id])
    assert not find_changes(plan.school)


def test_a_need_moves_no_date(today, monkeypatch):
    plan = make_plan("2025-11-24")
    monkeypatch.setattr("pupils.services.recording.rebuild_deadlines", _never)
    add_need(pupil=plan.pupil, need_type="ASD", by=None)
    assert not find_changes(plan.school)


def _never(*of_what):
    raise AssertionError("A need moves no date.")


def test_verify_names_what_was_touched():
    plan = make_plan("2025-11-24")
    slug = plan.school.slug
    out = StringIO()
    call_command("deadlines", "verify", "--school", slug, "--json", stdout=out)
    assert json.loads(out.getvalue())["differences"] == 0
    row = Deadline.objects.filter(school=plan.school).first()
    Deadline.objects.filter(pk=row.pk).update(due_on=dt.date(2030, 1, 1))
    out = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("deadlines", "verify", "--school", slug, stdout=out)
    assert stopped.value.code == 1
    assert row.key in out.getvalue()
    call_command("deadlines", "rebuild", "--school", slug, stdout=StringIO())
    row.refresh_from_db()
    assert row.due_on != dt.date(2030, 1, 1)
