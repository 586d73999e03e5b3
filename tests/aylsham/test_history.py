"""Readable history: in words, complete, and cut to what the reader may know."""

import datetime as dt
import uuid

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.context import Cause, caused_by
from aylsham.audit.history import history_of_pupil, history_of_record
from aylsham.audit.services import record_event
from aylsham.audit.tracked import tracked_models
from aylsham.tenancy.models import SchoolOwned
from aylsham.tenancy.row_security import school_transaction
from lac.models import CarePeriod
from pupils.codes import NEED_TYPES
from pupils.models import ClassGroup, Contact, Diagnosis, Need, Pupil, StatusPeriod
from tests.access import access_of
from tests.factories import ClassGroupFactory, PupilFactory, UserFactory, member, put_on_register

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return UserFactory(name="Ann Fenn")


@pytest.fixture
def child(today):
    return PupilFactory(first_name="Bo", last_name="Reed", year_group="3")


@pytest.fixture
def head(child):
    return member(child.school, Role.HEAD)


def change(child, by, act) -> None:
    """What a request of this person would do."""
    with caused_by(Cause(uuid.uuid4(), by.pk)), school_transaction(child.school):
        act()


def sentences(user, child) -> list[str]:
    access = access_of(user, child.school)
    return [line.sentence for line in history_of_pupil(access, child.school, child.pk)]


def test_a_change_is_said_from_what_to_what(child, ann, head):
    change(child, ann, lambda: Pupil.objects.filter(pk=child.pk).update(last_name="Reed-Marsh"))
    assert "Ann Fenn changed the legal family name from Reed to Reed-Marsh" in sentences(
        head, child
    )


def test_codes_dates_and_keys_are_said_in_words(child, ann, head):
    group = ClassGroupFactory(school=child.school, name="Oak")
    new = {"class_group": group, "year_group": "4", "born_on": dt.date(2018, 3, 15)}
    change(child, ann, lambda: Pupil.objects.filter(pk=child.pk).update(**new))
    assert (
        "Ann Fenn changed the date of birth from Wed 14 Mar 2018 to Thu 15 Mar 2018,"
        " the year group from Year 3 to Year 4 and the class from nothing to Oak"
    ) in sentences(head, child)
    assert ClassGroup.objects.count() == 1


def test_adding_and_removing(child, ann, head):
    contact = {}
    change(
        child,
        ann,
        lambda: contact.update(
            row=Contact.objects.create(school=child.school, pupil=child, name="Jo Reed")
        ),
    )
    change(child, ann, lambda: contact["row"].delete())
    lines = [s for s in sentences(head, child) if "contact" in s]
    assert lines[0] == "Ann Fenn removed a contact: Jo Reed"
    assert lines[1] == "Ann Fenn added a contact: Jo Reed"


def test_telephone_numbers_are_not_repeated(child, ann, head):
    row = Contact.objects.create(school=child.school, pupil=child, name="Jo Reed", phone="01603 1")
    change(child, ann, lambda: Contact.objects.filter(pk=row.pk).update(phone="01603 2"))
    assert "Ann Fenn changed the phone (Jo Reed)" in sentences(head, child)


def test_what_nobody_caused_was_the_system(child, head):
    Pupil.objects.filter(pk=child.pk).update(preferred_first_name="Bobo")
    assert "Aylsham changed the preferred first name from nothing to Bobo" in sentences(head, child)


def test_long_text_is_cut_and_quoted(child, ann, head):
    code = next(iter(NEED_TYPES))
    need = Need.objects.create(school=child.school, pupil=child, need_type=code, rank=1)
    text = "Needs time to find a word. " * 10
    change(child, ann, lambda: Need.objects.filter(pk=need.pk).update(in_words=text))
    (line,) = [s for s in sentences(head, child) if "words for it" in s]
    assert "from nothing to “Needs time to find a word." in line
    assert len(line) < 200 and "…”" in line


def test_an_update_that_changes_nothing_says_nothing(child, ann, head):
    before = sentences(head, child)
    change(child, ann, lambda: Pupil.objects.filter(pk=child.pk).update(last_name="Reed"))
    assert sentences(head, child) == before


class TestCompartments:
    def test_care_status_is_for_those_who_may_see_it(self, child, ann, head):
        change(
            child,
            ann,
            lambda: CarePeriod.objects.create(
                school=child.school,
                pupil=child,
                kind="looked_after",
                known_since=dt.date(2026, 9, 1),
            ),
        )
        assert any("a care period" in s for s in sentences(head, child))
        leader = member(child.school, Role.PHASE_LEADER)
        assert not any("care" in s for s in sentences(leader, child))

    def test_diagnoses_are_for_those_who_may_see_them(self, child, ann, head):
        change(
            child,
            ann,
            lambda: Diagnosis.objects.create(school=child.school, pupil=child, name="Dyspraxia"),
        )
        assert any("Dyspraxia" in s for s in sentences(head, child))
        leader = member(child.school, Role.PHASE_LEADER)
        assert not any("Dyspraxia" in s for s in sentences(leader, child))

    def test_a_guarded_field_leaves_no_gap(self, child, ann, head):
        put_on_register(child)
        periods = StatusPeriod.objects.filter(pupil=child)
        change(child, ann, lambda: periods.update(note="Seen by the psychologist"))
        assert any("psychologist" in s for s in sentences(head, child))
        teacher = member(child.school, Role.CLASS_TEACHER)
        assert not any("psychologist" in s or "note" in s for s in sentences(teacher, child))


class TestTheLog:
    def test_what_was_taken_out_is_for_those_who_may_read_the_log(self, child, ann, head):
        record_event(Action.PRINT, school=child.school, by=ann, pupil_ids=[child.pk])
        assert "Ann Fenn printed a page" in sentences(head, child)
        teacher = member(child.school, Role.CLASS_TEACHER)
        assert "Ann Fenn printed a page" not in sentences(teacher, child)

    def test_a_change_that_a_row_tells_is_not_told_twice(self, child, ann, head):
        def act():
            Pupil.objects.filter(pk=child.pk).update(last_name="Marsh")
            record_event(Action.CHANGE_PUPIL, school=child.school, by=ann, pupil_ids=[child.pk])

        change(child, ann, act)
        lines = [s for s in sentences(head, child) if s.startswith("Ann Fenn")]
        assert lines == ["Ann Fenn changed the legal family name from Reed to Marsh"]


def test_one_record_alone(child, ann, head):
    row = Contact.objects.create(school=child.school, pupil=child, name="Jo Reed")
    Contact.objects.create(school=child.school, pupil=child, name="Al Reed")
    change(child, ann, lambda: Contact.objects.filter(pk=row.pk).update(relationship="Aunt"))
    row.refresh_from_db()
    lines = history_of_record(access_of(head, child.school), row)
    assert [line.sentence for line in lines] == [
        "Ann Fenn changed the relationship from nothing to Aunt (Jo Reed)",
        "Aylsham added a contact: Jo Reed",
    ]


def test_another_childs_changes_stay_away(child, ann, head):
    other = PupilFactory(school=child.school)
    change(child, ann, lambda: Pupil.objects.filter(pk=other.pk).update(last_name="Elsewhere"))
    assert not any("Elsewhere" in s for s in sentences(head, child))


def test_the_statements_do_not_grow_with_the_changes(child, ann, head, django_assert_num_queries):
    group = ClassGroupFactory(school=child.school)
    access = access_of(head, child.school)
    for number in range(30):
        change(
            child,
            ann,
            lambda n=number: Pupil.objects.filter(pk=child.pk).update(
                last_name=f"Reed {n}", class_group=group if n % 2 else None
            ),
        )
    access = access_of(head, child.school)
    with django_assert_num_queries(4):  # all rows, people, classes, the log
        assert len(history_of_pupil(access, child.school, child.pk)) >= 30


def test_every_table_with_history_is_readable():
    """A new model with history needs words for it."""
    from django.apps import apps

    with_history = {
        m for m in apps.get_models() if hasattr(m, "pgh_event_model") and issubclass(m, SchoolOwned)
    }
    assert with_history == {t.model for t in tracked_models()}
