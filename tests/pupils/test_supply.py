"""The class sheet for a supply teacher: what it tells, how long, to whom, and what is written down."""

import datetime as dt
import re

import pytest
from django.test import Client

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Closure, Membership
from aylsham.secret_log import hide_secrets
from pupils.models import SupplyLink
from pupils.selectors.supply import last_days
from pupils.services.needs import add_diagnosis
from pupils.services.strategies import add_strategy
from pupils.services.supply import end_supply_link, make_supply_link
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.pupils.passports.makers import DAY, TODAY
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(), name="Oak")


@pytest.fixture
def child(group):
    return PupilFactory(
        school=group.school, class_group=group, first_name="Wren", last_name="Hallamby"
    )


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def made(group, by, until=TODAY) -> str:
    _, secret = make_supply_link(class_group=group, expires_on=until, today=TODAY, by=by)
    return f"/supply/{secret}/"


class TestSheet:
    def test_first_name_and_initial_no_diagnosis_nothing_sensitive(self, group, child, teacher):
        add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=teacher)
        add_strategy(
            pupil=child,
            text="Sealed",
            since_on=TODAY,
            by=None,
            sensitivity=Sensitivity.SENSITIVE,
        )
        add_diagnosis(pupil=child, name="Dyslexia", by=None)
        sendco = member(group.school)
        answer = Client().get(made(group, sendco))
        html = answer.content.decode()
        assert "Wren H" in html
        assert "Sit in front" in html
        for word in ("Hallamby", "Sealed", "Dyslexia", str(child.pk)):
            assert word not in html
        assert answer["Referrer-Policy"] == "no-referrer"
        event = AuditEvent.objects.get(action=Action.OPEN_SUPPLY_SHEET)
        assert (event.actor_id, event.pupil_ids) == (None, [child.pk])

    @pytest.mark.parametrize(("until", "after"), [(TODAY, 1), (TODAY + 4 * DAY, 5)])
    def test_it_works_until_its_last_day(self, group, child, teacher, monkeypatch, until, after):
        page = made(group, teacher, until)
        for days, status in ((after - 1, 200), (after, 404)):
            day = TODAY + dt.timedelta(days=days)
            monkeypatch.setattr("pupils.selectors.supply.clock.today", lambda day=day: day)
            assert Client().get(page).status_code == status

    def test_ended_wrong_and_orphaned_links_say_the_same(self, group, child, teacher):
        page, other = made(group, teacher), made(group, teacher)
        end_supply_link(link=SupplyLink.objects.earliest("pk"), by=teacher)
        ended = Client().get(page)
        wrong = Client().get("/supply/a-secret-that-nobody-was-given/")
        behind_the_wall(group.school)
        Membership.objects.filter(user=teacher).update(ends_on=TODAY - DAY)
        orphaned = Client().get(other)
        assert {a.status_code for a in (ended, wrong, orphaned)} == {404}
        assert text_of(ended) == text_of(wrong) == text_of(orphaned)
        behind_the_wall(group.school)
        assert not AuditEvent.objects.filter(action=Action.OPEN_SUPPLY_SHEET).exists()

    def test_it_is_read_only(self, group, child, teacher):
        assert Client().post(made(group, teacher)).status_code == 405

    def test_the_secret_is_stored_hashed_and_kept_out_of_logs(self, group, child, teacher):
        page = made(group, teacher)
        secret = page.split("/")[2]
        assert secret not in str(list(SupplyLink.objects.values()))
        assert secret not in hide_secrets(f"GET {page}")
        assert Client().get(f"/supply/{SupplyLink.objects.get().token_hash}/").status_code == 404


class TestMaking:
    def url(self, group) -> str:
        return f"/{group.school.slug}/classes/{group.pk}/supply/"

    def test_a_teacher_makes_one_and_ends_it(self, group, child, teacher):
        client = client_of(teacher)
        answer = client.post(self.url(group), {"until": TODAY.isoformat()})
        html = answer.content.decode()
        address = re.search(r'value="[^"]*(/supply/[^"]+)"', html).group(1)
        assert "data:image/svg+xml;base64," in html
        assert Client().get(address).status_code == 200
        assert address not in client.get(self.url(group)).content.decode()
        end = f"{self.url(group)}{SupplyLink.objects.get().pk}/end/"
        assert client.post(end).status_code == 302
        assert Client().get(address).status_code == 404
        client.post(end)
        assert AuditEvent.objects.filter(action=Action.END_SUPPLY_LINK).count() == 1

    @pytest.mark.parametrize("until", [TODAY - DAY, TODAY + 5 * DAY, TODAY + 7 * DAY])
    def test_not_for_longer_than_five_school_days(self, group, child, teacher, until):
        with pytest.raises(TransitionNotAllowed):
            made(group, teacher, until)
        answer = client_of(teacher).post(self.url(group), {"until": until.isoformat()})
        assert "Your new link" not in answer.content.decode()
        assert not SupplyLink.objects.exists()

    def test_days_from_a_friday_and_a_sunday(self):
        friday, sunday = dt.date(2026, 11, 27), dt.date(2026, 11, 29)
        school = SchoolFactory()
        assert [d.day for d in last_days(school, friday)] == [27, 30, 1, 2, 3]
        assert last_days(school, sunday)[0] == dt.date(2026, 11, 30)

    def test_days_when_the_school_is_closed_do_not_count(self):
        school = SchoolFactory()
        school_year(school)
        inset = dt.date(2026, 12, 17)
        Closure.objects.create(school=school, kind="inset", starts_on=inset, ends_on=inset)
        days = last_days(school, dt.date(2026, 12, 16))
        assert [(d.month, d.day) for d in days] == [(12, 16), (12, 18), (1, 5), (1, 6), (1, 7)]

    @pytest.mark.parametrize("role", [Role.COVER, Role.GOVERNOR, Role.OFFICE])
    def test_not_for_everybody(self, group, child, role):
        assert client_of(member(group.school, role)).get(self.url(group)).status_code == 403
