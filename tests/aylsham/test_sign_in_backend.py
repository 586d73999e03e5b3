"""The person of a session, read together with their roles."""

import pytest

from aylsham.access.current import posts_of
from aylsham.models import Membership
from aylsham.signin.backend import Backend
from tests.factories import TODAY, SchoolFactory, UserFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_person_and_roles_are_one_statement(django_assert_num_queries):
    school = SchoolFactory()
    ann = member(school)
    with django_assert_num_queries(1):
        found = Backend().get_user(ann.pk)
        posts = posts_of(found, today=TODAY)
    assert (found, found.email, found.password) == (ann, ann.email, ann.password)
    assert posts == posts_of(ann, today=TODAY)
    assert list(posts) == [school.pk]


def test_roles_are_asked_for_again_after_the_first_time():
    found = Backend().get_user(member(SchoolFactory()).pk)
    assert posts_of(found, today=TODAY)
    Membership.objects.update(ends_on=TODAY.replace(day=1))
    assert posts_of(found, today=TODAY) == {}


def test_roles_of_another_day_are_not_taken():
    found = Backend().get_user(member(SchoolFactory()).pk)
    assert posts_of(found, today=TODAY.replace(year=1999)) == {}


def test_somebody_without_a_role_is_still_somebody():
    nobody = UserFactory()
    found = Backend().get_user(nobody.pk)
    assert found == nobody
    assert posts_of(found, today=TODAY) == {}


def test_somebody_who_was_shut_out_is_nobody():
    ann = member(SchoolFactory())
    ann.is_active = False
    ann.save()
    assert Backend().get_user(ann.pk) is None
