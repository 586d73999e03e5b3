"""When a rule has a new version, its page says whose dates moved, to those who may know."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Deadline
from aylsham.timescales import selectors
from aylsham.timescales.registry import REGISTRY, Registry
from tests.access import access_of
from tests.aylsham.test_timescales import toy_book
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import client_of
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


@pytest.mark.usefixtures("today")
def test_every_page_opens_at_a_school_where_nothing_is_recorded():
    school = SchoolFactory(slug="new", live_from=dt.date(2026, 11, 2))
    rebuild_deadlines(school)
    assert Deadline.objects.filter(rule_code="senco.qualification").exists()
    client = client_of(member(school))
    for rule in REGISTRY:
        assert client.get(f"/new/dates/{rule.code}/").status_code == 200, rule.code
