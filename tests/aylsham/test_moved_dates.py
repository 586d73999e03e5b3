"""When a rule has a new version, its page says whose dates moved, to those who may know."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.timescales import selectors
from aylsham.timescales.registry import Registry
from tests.access import access_of
from tests.aylsham.test_timescales import toy_book
from tests.factories import PupilFactory, SchoolFactory, member
from tests.reports.test_due import add

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry(monkeypatch):
    registry = Registry(toy_book())
    monkeypatch.setattr(selectors, "REGISTRY", registry)
    return registry


def test_each_date_that_moved_with_its_child(registry):
    school = SchoolFactory()
    child = PupilFactory(school=school)
    rule = registry.rule_for("toy.answer")
    label = rule.facts[0].label
    add(
        school,
        dt.date(2027, 3, 15),
        pupil=child,
        rule_code="toy.answer",
        rule_version=str(rule.version),
        facts={label: "2027-03-01"},
    )
    access = access_of(member(school), school)
    (moved,) = selectors.moved_dates(access, rule)
    assert (moved.before, moved.now) == (dt.date(2027, 3, 11), dt.date(2027, 3, 15))
    assert (moved.school, moved.pupil_id) == (school, child.pk)
    teacher = access_of(member(school, Role.CLASS_TEACHER), school)
    assert selectors.moved_dates(teacher, rule) == []
