"""At which school somebody is on which weekday: kept, shown, and said in the morning's e-mail."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, SiteWeek
from aylsham.models.people import WEEKDAY_NAMES
from aylsham.people.selectors import school_on
from aylsham.people.services import set_site_week
from pupils.selectors.classes import adults_of
from pupils.services.classes import assign_supporter
from tests.factories import (
    SEPTEMBER,
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def schools(federation):
    return [
        SchoolFactory(federation=federation, name=f"{name} School", slug=name.lower())
        for name in ("Ash", "Birch")
    ]


@pytest.fixture
def senco(federation, schools):
    """SENDCo of the whole federation."""
    return MembershipFactory(
        school=None, federation=federation, role=Role.SENDCO, user__name="Helen Marsh"
    ).user


@pytest.fixture
def administrator(federation, schools):
    return MembershipFactory(
        school=None, federation=federation, role=Role.FEDERATION_ADMINISTRATOR
    ).user


def a_week(user, federation, *schools, version="new") -> SiteWeek:
    days = dict(zip(WEEKDAY_NAMES, schools, strict=False))
    return set_site_week(user=user, federation=federation, days=days, version=version, by=user)


def test_the_school_of_the_day(senco, federation, schools):
    ash, birch = schools
    a_week(senco, federation, ash, birch, None, ash)
    days = [TODAY + dt.timedelta(days=n) for n in range(7)]
    assert [school_on(senco, day) for day in days] == [
        {ash.pk}, {birch.pk}, set(), {ash.pk}, set(), set(), set(),
    ]  # fmt: skip


def test_each_school_concerned_has_it_written(senco, federation, schools):
    ash, birch = schools
    week = a_week(senco, federation, ash)
    a_week(senco, federation, birch, version=version_of(week, WEEKDAY_NAMES))
    behind_the_wall(*schools)
    events = AuditEvent.objects.filter(action=Action.CHANGE_SITES)
    assert sorted(e.school_id for e in events) == sorted([ash.pk, ash.pk, birch.pk])


def test_a_second_editor_is_told(senco, federation, schools):
    ash, birch = schools
    week = a_week(senco, federation, ash)
    seen = version_of(week, WEEKDAY_NAMES)
    a_week(senco, federation, birch, version=seen)
    with pytest.raises(StaleSave):
        a_week(senco, federation, ash, version=seen)
    with pytest.raises(TransitionNotAllowed):
        a_week(member(ash), federation, ash, version=seen)


def test_a_school_of_another_federation_is_refused(senco, federation, schools):
    with pytest.raises(TransitionNotAllowed, match="no school of this federation"):
        a_week(senco, federation, SchoolFactory())
    assert not SiteWeek.objects.exists()


def test_the_days_stand_with_the_adults_of_a_child(senco, federation, schools):
    ash, birch = schools
    child = PupilFactory(school=ash)
    a_week(senco, federation, ash, birch, ash)
    behind_the_wall(ash)
    assign_supporter(pupil=child, user=senco, starts_on=SEPTEMBER, by=None)
    part_time = member(ash, Role.LSA, weekdays=[4, 5])
    assign_supporter(pupil=child, user=part_time, starts_on=SEPTEMBER, by=None)
    assert [a.days for a in adults_of(child, today=TODAY)] == ["Mon, Wed", "Thu, Fri"]


class TestPages:
    def test_the_administrator_says_it_and_everybody_sees_it(
        self, senco, administrator, federation, schools
    ):
        ash, birch = schools
        client = client_of(administrator)
        people = reverse("people", args=[ash.slug])
        membership = senco.memberships.get()
        url = reverse("site_week", args=[ash.slug, membership.pk])
        assert url in client.get(people).content.decode()
        week = {"version": "new", "monday": str(ash.pk), "tuesday": str(birch.pk)}
        assert client.post(url, week).status_code == 302
        text = text_of(client.get(people))
        assert "Tue Birch School" in text
        again = client.post(url, week | {"version": "gone"})
        assert "Somebody else changed this" in text_of(again)

    def test_a_school_from_outside_is_no_choice(self, senco, administrator, schools):
        url = reverse("site_week", args=[schools[0].slug, senco.memberships.get().pk])
        week = {"version": "new", "monday": str(SchoolFactory().pk)}
        assert "Choose one of the list" in text_of(client_of(administrator).post(url, week))

    def test_who_manages_one_school_only_may_not(self, senco, schools):
        url = reverse("site_week", args=[schools[0].slug, senco.memberships.get().pk])
        head = client_of(member(schools[0], Role.HEAD))
        assert head.get(url).status_code == 404
        assert client_of(senco).get(url).status_code == 403
