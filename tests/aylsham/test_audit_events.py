"""Writing to the audit log: what an event holds, and that it goes with its transaction."""

import datetime as dt
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from aylsham.audit.codes import Action, Kind
from aylsham.audit.context import Cause, caused_by
from aylsham.audit.services import record_event, record_events
from aylsham.models import AuditEvent, Federation, School, User
from aylsham.tenancy.row_security import school_transaction, set_schools
from tests.aylsham.audit_log import as_owner, seal_all, write_events
from tests.factories import SchoolFactory


@pytest.fixture
def schools(db):
    federation = Federation.objects.create(name="Fen Trust", slug="fen")
    made = [
        School.objects.create(
            federation=federation,
            name=f"Fen {n}",
            slug=f"fen-{n}",
            phase="primary",
            la_code="926",
            establishment_number=f"700{n}",
            urn=f"70000{n}",
            year_groups=["R", "1"],
        )
        for n in (1, 2)
    ]
    set_schools(s.pk for s in made)
    return made


@pytest.fixture
def ann(db):
    return User.objects.create_user("ann@fen.example", name="Ann Fenn")


def test_an_event_says_who_did_what_to_whom_and_when(schools, ann):
    child = uuid.uuid4()
    record_event(
        Action.VIEW_PUPIL,
        school=schools[0],
        by=ann,
        pupil_ids=[child],
        subject=ann,
        detail={"n": 1},
    )
    event = AuditEvent.objects.get()
    assert (event.actor_id, event.actor_name, event.action) == (ann.pk, "Ann Fenn", "view_pupil")
    assert (event.pupil_ids, event.detail) == ([child], {"n": 1})
    assert (event.subject_type, event.subject_id) == ("aylsham.user", str(ann.pk))
    assert abs(event.at - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=10)
    assert list(AuditEvent.objects.about_one(child)) == [event]


def test_one_event_is_one_statement(schools, ann, django_assert_num_queries):
    with django_assert_num_queries(1):
        record_event(Action.VIEW_REGISTER, school=schools[0], by=ann, pupil_ids=[uuid.uuid4()] * 50)


def test_a_page_over_schools_writes_a_row_for_each_in_one_statement(
    schools, ann, django_assert_num_queries
):
    children = {school: [uuid.uuid4(), uuid.uuid4()] for school in schools}
    with django_assert_num_queries(1):
        record_events(Action.VIEW_REGISTER, by=ann, pupil_ids_by_school=children)
    found = {e.school_id: e.pupil_ids for e in AuditEvent.objects.all()}
    assert found == {school.pk: ids for school, ids in children.items()}
    child = children[schools[0]][1]
    assert AuditEvent.objects.in_lists(child).count() == 1
    assert AuditEvent.objects.about_one(child).count() == 0


def test_an_event_goes_with_its_transaction(schools, ann):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record_event(Action.VIEW_PUPIL, school=schools[0], by=ann)
        raise ZeroDivisionError
    assert not AuditEvent.objects.exists()


def test_an_event_of_a_request_carries_its_id(schools, ann):
    cause = Cause(uuid.uuid4(), ann.pk)
    with caused_by(cause):
        record_event(Action.VIEW_PUPIL, school=schools[0], by=None)
    event = AuditEvent.objects.get()
    assert (event.request_id, event.actor_name) == (cause.id, "Aylsham")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE aylsham_auditevent SET actor_name = 'Somebody'",
        "DELETE FROM aylsham_auditevent",
        "UPDATE aylsham_auditseal SET number = 7",
        "DELETE FROM aylsham_auditseal",
    ],
)
def test_the_app_role_can_neither_change_nor_delete(schools, ann, statement):
    record_event(Action.VIEW_PUPIL, school=schools[0], by=ann)
    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_another_school_cannot_be_written_to(schools, ann):
    with pytest.raises(DatabaseError, match="row-level security"), school_transaction(schools[1]):
        record_event(Action.VIEW_PUPIL, school=schools[0], by=ann)


def test_history_rows_carry_the_request_and_the_person(schools, ann):
    from pupils.models import Pupil

    cause = Cause(uuid.uuid4(), ann.pk)
    with caused_by(cause), school_transaction(schools[0]):
        pupil = Pupil.objects.create(
            school=schools[0],
            first_name="Bo",
            last_name="Reed",
            born_on=dt.date(2018, 5, 1),
            year_group="1",
        )
    row = Pupil.pgh_event_model.objects.get(pgh_obj_id=pupil.pk)
    assert (row.pgh_context_id, row.pgh_context) == (cause.id, {"user": str(ann.pk)})


def test_every_action_has_a_label_and_a_kind():
    for action in Action:
        assert action.label[0].islower() and not action.label.endswith(".")
        assert action in Action.of_kind(action.kind)
        assert len(action) <= 40
    assert {a.kind for a in Action} == set(Kind)


def test_a_number_is_drawn_after_its_transaction_has_begun():
    """`verify` relies on it: PostgreSQL fills the columns of a row in their order."""
    columns = [f.column for f in AuditEvent._meta.local_concrete_fields]
    assert columns.index("xid") < columns.index("id")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["aylsham_auditevent", "aylsham_auditseal"])
def test_not_even_the_owner_changes_a_row_without_saying_so(table):
    school = SchoolFactory()
    write_events([school], 1)
    seal_all()
    with as_owner(school) as cursor:
        cursor.execute("SET LOCAL aylsham.rewrite_history = ''")
        for change in (f"UPDATE {table} SET id = id + 1", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                cursor.execute(change)
