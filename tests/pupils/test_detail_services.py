"""Details, contacts, coming and going, and which adults work with whom."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from pupils.models import Contact, PupilAdult, StatusPeriod
from pupils.services.classes import (
    CLASS_FIELDS,
    add_class,
    assign_adult,
    assign_supporter,
    change_class,
    end_class_adult,
    end_supporter,
)
from pupils.services.details import (
    CONTACT_FIELDS,
    PUPIL_FIELDS,
    add_contact,
    change_contact,
    correct_pupil,
    move_to_class,
    record_leaving,
    record_return,
    remove_contact,
)
from tests.factories import ClassGroupFactory, PupilFactory, UserFactory, member, supporter_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def by():
    return UserFactory()


def test_a_correction_is_kept_when_a_roll_says_otherwise(by):
    child = PupilFactory()
    version = version_of(child, PUPIL_FIELDS)
    child = correct_pupil(
        pupil=child, changes={"first_name": "Zoë", "year_group": "4"}, version=version, by=by
    )
    assert (child.first_name, child.kept_fields) == ("Zoë", ["first_name"])


def test_a_stale_correction_is_refused(by):
    child = PupilFactory()
    version = version_of(child, PUPIL_FIELDS)
    correct_pupil(pupil=child, changes={"first_name": "Zoë"}, version=version, by=by)
    with pytest.raises(StaleSave) as refused:
        correct_pupil(pupil=child, changes={"first_name": "Zoe"}, version=version, by=by)
    assert "Zoë" in {d.now for d in refused.value.differences}


def test_children_move_to_a_class(by):
    group = ClassGroupFactory()
    children = PupilFactory.create_batch(2, school=group.school)
    assert move_to_class(school=group.school, pupils=children, class_group=group, by=by) == 2
    assert move_to_class(school=group.school, pupils=children, class_group=group, by=by) == 0


def test_leaving_ends_what_hangs_on_it(by):
    group = ClassGroupFactory()
    child = PupilFactory(school=group.school, class_group=group, on_register=True)
    supporter_of(child)
    record_leaving(pupil=child, last_day=TODAY, by=by)
    child.refresh_from_db()
    period, support = StatusPeriod.objects.get(), PupilAdult.objects.get()
    assert child.class_group is None
    assert (period.ends_on, period.end_reason, support.ends_on) == (TODAY, "left", TODAY)
    with pytest.raises(TransitionNotAllowed, match="not on roll"):
        record_leaving(pupil=child, last_day=TODAY, by=by)
    with pytest.raises(TransitionNotAllowed, match="already"):
        record_return(pupil=child, starts_on=TODAY, by=by)
    record_return(pupil=child, starts_on=TODAY + dt.timedelta(1), by=by)


def test_contacts(by):
    child = PupilFactory()
    values = {
        "name": "Ms Doe",
        "relationship": "Mother",
        "has_parental_responsibility": True,
        "phone": "01632 960000",
        "email": "",
        "priority": 1,
    }
    contact = add_contact(pupil=child, by=by, **values)
    version = version_of(contact, CONTACT_FIELDS)
    change_contact(contact=contact, version=version, by=by, **values | {"phone": "01632 960001"})
    with pytest.raises(StaleSave):
        change_contact(contact=contact, version=version, by=by, **values)
    remove_contact(contact=contact, by=by)
    assert not Contact.objects.exists()


class TestClasses:
    def test_a_class_is_opened_once(self, by):
        group = ClassGroupFactory(name="Oak")
        same = {"name": "Oak", "academic_year": 2026, "year_groups": ["4"], "by": by}
        with pytest.raises(TransitionNotAllowed, match="Oak"):
            add_class(school=group.school, **same)
        other = add_class(school=group.school, **same | {"name": "Ash"})
        version = version_of(other, CLASS_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="Oak"):
            change_class(class_group=other, name="Oak", year_groups=["4"], version=version, by=by)

    def test_job_shares_have_their_days_and_an_end(self, by):
        group = ClassGroupFactory()
        ann = member(group.school, Role.CLASS_TEACHER)
        facts = {"class_group": group, "user": ann, "role": Role.CLASS_TEACHER, "by": by}
        adult = assign_adult(weekdays=[3, 1, 2], starts_on=dt.date(2026, 9, 1), **facts)
        assert adult.weekdays == [1, 2, 3]
        with pytest.raises(TransitionNotAllowed, match="already"):
            assign_adult(starts_on=TODAY, **facts)
        end_class_adult(adult=adult, ends_on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="already"):
            end_class_adult(adult=adult, ends_on=TODAY, by=by)
        assign_adult(starts_on=TODAY + dt.timedelta(1), **facts)

    def test_only_people_of_the_school_are_given_children(self, by):
        child = PupilFactory()
        with pytest.raises(TransitionNotAllowed, match="no such role"):
            assign_supporter(pupil=child, user=UserFactory(), starts_on=TODAY, by=by)
        lsa = supporter_of(child)
        with pytest.raises(TransitionNotAllowed, match="already"):
            assign_supporter(pupil=child, user=lsa, starts_on=TODAY, by=by)
        end_supporter(support=PupilAdult.objects.get(), ends_on=TODAY, by=by)
