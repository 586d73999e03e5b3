"""One person looks a day of the tests up once for all schools; a school's own day stays."""

import datetime as dt

import pytest

from aylsham.changes import StaleSave, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import school_transaction
from pupils.models import NationalTestDate
from pupils.services.arrangements.everywhere import record_date_everywhere
from pupils.services.arrangements.week import DATE_FIELDS
from tests.factories import SchoolFactory, member
from tests.pupils.test_arrangement_services import enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(today):
    return SchoolFactory(year_groups=["6"])


@pytest.fixture
def schools(school):
    return [SchoolFactory(federation=school.federation) for _ in range(2)]


@pytest.fixture
def by(school):
    return member(school)


def everywhere(school, others, by, on=dt.date(2027, 2, 26), version="new"):
    return record_date_everywhere(
        school=school, others=others, academic_year=2026, test="ks2", kind="apply", on=on,
        source="GOV.UK", confidence="guidance", version=version, by=by,
    )  # fmt: skip


def days(schools):
    found = {}
    for school in schools:
        with school_transaction(school):
            row = NationalTestDate.objects.filter(school=school, kind="apply").first()
            found[school] = row and row.on
    return found


def test_each_school_gets_the_day_and_what_is_due_follows_it(school, schools, by):
    assert everywhere(school, schools, by) == []
    assert set(days([school, *schools]).values()) == {dt.date(2027, 2, 26)}
    with school_transaction(schools[0]):
        assert not find_changes(schools[0])
        assert AuditEvent.objects.filter(school=schools[0], action="change_test_week").exists()


def test_a_day_of_its_own_stays(school, schools, by):
    with school_transaction(schools[0]):
        enter(schools[0], on=dt.date(2027, 2, 24))
    assert everywhere(school, schools, by) == [schools[0]]
    assert days(schools) == {
        schools[0]: dt.date(2027, 2, 24),
        schools[1]: dt.date(2027, 2, 26),
    }


def test_a_correction_follows_where_the_day_came_from_here(school, schools, by):
    everywhere(school, schools, by)
    row = NationalTestDate.objects.get(school=school)
    version = version_of(row, DATE_FIELDS)
    everywhere(school, schools, by, on=dt.date(2027, 3, 1), version=version)
    assert set(days([school, *schools]).values()) == {dt.date(2027, 3, 1)}


def test_a_second_editor_changes_it_nowhere(school, schools, by):
    everywhere(school, schools, by)
    with pytest.raises(StaleSave):
        everywhere(school, schools, by, on=dt.date(2027, 3, 1), version="old")
    assert set(days([school, *schools]).values()) == {dt.date(2027, 2, 26)}
