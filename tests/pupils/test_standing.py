"""A statement that is kept for a role asks each time who is asking, and when."""

import datetime as dt

import pytest
import time_machine

from aylsham.access.roles import Role
from pupils.selectors.identity import find_child
from pupils.selectors.writable import closed_and_binned
from pupils.services.emergencies import open_emergency_access
from tests.access import access_of
from tests.factories import ClassGroupFactory, PupilFactory, member, teacher_of

pytestmark = pytest.mark.django_db


def reads(user, child) -> bool:
    """By both doors of a page: what it shows, and whether it may be written on."""
    access = access_of(user, child.school)
    found = find_child(access, child.pk)
    assert bool(found) is bool(closed_and_binned(access, child.pk))
    return found is not None


@pytest.fixture
def groups(today):
    group = ClassGroupFactory()
    return [group, ClassGroupFactory(school=group.school, name="Sedge")]


@pytest.fixture
def children(groups):
    return [
        PupilFactory(school=group.school, class_group=group, year_group=year)
        for group, year in zip(groups, ("3", "4"), strict=True)
    ]


def test_two_teachers_read_their_own_children_one_after_the_other(groups, children):
    teachers = [teacher_of(group) for group in groups]
    for _ in range(2):
        seen = [[reads(user, child) for child in children] for user in teachers]
        assert seen == [[True, False], [False, True]]


def test_two_phase_leaders_read_the_years_they_lead(groups, children):
    school = groups[0].school
    leaders = [member(school, Role.PHASE_LEADER, year_groups=[year]) for year in ("3", "4")]
    seen = [[reads(user, child) for child in children] for user in leaders]
    assert seen == [[True, False], [False, True]]


def test_an_emergency_ends_though_the_statement_is_kept(children):
    child = children[0]
    teacher = member(child.school, Role.CLASS_TEACHER)
    member(child.school, Role.HEAD)
    start = dt.datetime(2026, 11, 23, 14, tzinfo=dt.UTC)
    with time_machine.travel(start, tick=False):
        assert not reads(teacher, child)
        open_emergency_access(
            school=child.school, pupil_id=child.pk, reason="A seizure in the hall", by=teacher
        )
        assert reads(teacher, child)
    for minutes, expected in ((59, True), (60, False)):
        with time_machine.travel(start + dt.timedelta(minutes=minutes), tick=False):
            assert reads(teacher, child) is expected
