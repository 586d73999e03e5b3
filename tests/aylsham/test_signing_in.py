"""Lock screen, second factor, and PINs on shared tablets."""

import datetime as dt

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as AUTHENTICATED_USER_KEY,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from aylsham.access.roles import Role
from aylsham.models import DevicePin, SharedDevice
from aylsham.signin import devices
from aylsham.signin.providers import single_sign_on
from aylsham.signin.session import SEEN_AT
from tests.factories import PASSWORD, SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PIN = "493716"


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def people_page(school) -> str:
    return f"/{school.slug}/people/"


class TestLock:
    def test_a_session_left_alone_is_locked_and_goes_on_where_it_was(self, client, head, school):
        client.force_login(head)
        assert client.get(people_page(school)).status_code == 200
        session = client.session
        session[SEEN_AT] -= 16 * 60
        session.save()
        away = client.get(people_page(school))
        assert away.url == f"/locked/?next=%2F{school.slug}%2Fpeople%2F"
        assert client.post("/locked/", {"password": "wrong"}).status_code == 200
        assert client.get(people_page(school)).status_code == 302
        back = client.post("/locked/", {"password": PASSWORD, "next": people_page(school)})
        assert back.url == people_page(school)
        assert client.get(people_page(school)).status_code == 200

    def test_fourteen_minutes_are_not_too_long(self, client, head, school):
        client.force_login(head)
        client.get(people_page(school))
        session = client.session
        session[SEEN_AT] -= 14 * 60
        session.save()
        assert client.get(people_page(school)).status_code == 200

    def test_signing_out_forgets_the_pages_that_back_would_show(self, client, head, school):
        client.force_login(head)
        assert "Clear-Site-Data" not in client.get(people_page(school)).headers
        assert "Clear-Site-Data" not in client.get("/accounts/logout/").headers
        out = client.post("/accounts/logout/")
        # Sealed logs of sessions, some of them a colleague's, stay on a shared tablet.
        assert out.headers["Clear-Site-Data"] == '"cache"'
        assert client.get(people_page(school)).status_code == 302

    def test_the_screen_can_be_locked_at_once(self, client, head, school):
        client.force_login(head)
        client.post("/lock/")
        assert client.get(people_page(school)).status_code == 302
        assert client.get("/accounts/password/change/").url.startswith("/locked/")

    def test_looking_at_the_lock_address_locks_nothing(self, client, head, school):
        client.force_login(head)
        assert client.get("/lock/").status_code == 405
        assert client.get(people_page(school)).status_code == 200

    def test_unlocking_leads_to_our_own_pages_only(self, client, head):
        client.force_login(head)
        client.post("/lock/")
        back = client.post("/locked/", {"password": PASSWORD, "next": "https://evil.example/"})
        assert back.url == "/"

    def test_guessing_the_password_is_slowed_down(self, client, head):
        client.force_login(head)
        client.post("/lock/")
        pages = [client.post("/locked/", {"password": "no"}).content.decode() for _ in range(12)]
        assert "That is not your password" in pages[0]
        assert "Too many wrong tries" in pages[-1]
        assert client.post("/locked/", {"password": PASSWORD}).status_code == 200


class TestSecondFactor:
    def test_whoever_sees_more_than_their_class_needs_one(self, client, head, school, settings):
        settings.SECOND_FACTOR_REQUIRED = True
        client.force_login(head)
        assert client.get(people_page(school)).url == "/accounts/2fa/"

    def test_with_one_the_page_opens(self, client, head, school, settings):
        settings.SECOND_FACTOR_REQUIRED = True
        client.force_login(head)
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0}]
        session[AUTHENTICATED_USER_KEY] = str(head.pk)
        session.save()
        assert client.get(people_page(school)).status_code == 200

    def test_a_teacher_needs_none(self, client, school, settings):
        settings.SECOND_FACTOR_REQUIRED = True
        client.force_login(member(school, Role.CLASS_TEACHER))
        assert client.get(people_page(school)).status_code == 403


@pytest.fixture
def tablet(client, head, school) -> SharedDevice:
    """A tablet that the head registered; `client` is that tablet."""
    client.force_login(head)
    client.post(f"/{school.slug}/tablets/", {"name": "Oak tablet"})
    return SharedDevice.objects.get()


@pytest.fixture
def teacher(school):
    return member(school, Role.CLASS_TEACHER)


class TestTablet:
    def set_pin(self, client, user, pin=PIN):
        client.force_login(user)
        return client.post("/pin/", {"pin": pin, "again": pin})

    def test_people_switch_by_name_and_pin(self, client, tablet, teacher, head):
        self.set_pin(client, teacher)
        self.set_pin(client, head, "827364")
        page = client.post("/switch/").content.decode()
        assert teacher.name in page and head.name in page
        assert "_auth_user_id" not in client.session  # the one before is signed out
        mine = DevicePin.objects.get(user=teacher)
        begins = client.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert client.session["_auth_user_id"] == str(teacher.pk)
        assert begins.url == f"/{tablet.school.slug}/sessions/?first"

    def test_a_pin_works_on_its_tablet_alone(self, client, tablet, teacher):
        self.set_pin(client, teacher)
        mine = DevicePin.objects.get(user=teacher)
        elsewhere = Client()
        response = elsewhere.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert response.url == "/accounts/login/"
        assert "_auth_user_id" not in elsewhere.session

    def test_five_wrong_pins_ask_for_the_full_sign_in(self, client, tablet, teacher):
        self.set_pin(client, teacher)
        mine = DevicePin.objects.get(user=teacher)
        for left in (4, 3, 2, 1, 0):
            page = client.post("/switch/", {"person": mine.pk, "pin": "000001"})
            assert (f"{left} tr" in page.content.decode()) is (left > 0)
        client.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert "_auth_user_id" not in client.session
        self.set_pin(client, teacher)  # after signing in in full
        client.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert client.session["_auth_user_id"] == str(teacher.pk)

    def test_a_role_that_ended_ends_the_pin(self, client, tablet, teacher, today):
        self.set_pin(client, teacher)
        mine = DevicePin.objects.get(user=teacher)
        teacher.memberships.update(ends_on=today - dt.timedelta(days=1))
        client.post("/switch/")
        client.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert "_auth_user_id" not in client.session

    def test_a_forgotten_tablet_knows_nobody(self, client, tablet, teacher, head, school):
        self.set_pin(client, teacher)
        client.force_login(head)
        client.post(f"/{school.slug}/tablets/forget/", {"device": tablet.pk})
        assert not DevicePin.objects.exists()
        assert client.post("/switch/").url == "/accounts/login/"

    def test_a_pin_counts_as_second_factor(self, client, tablet, head, school, settings):
        self.set_pin(client, head)
        settings.SECOND_FACTOR_REQUIRED = True
        mine = DevicePin.objects.get(user=head)
        client.post("/switch/", {"person": mine.pk, "pin": PIN})
        assert client.get(people_page(school)).status_code == 200

    def test_a_school_does_not_see_or_forget_another_schools_tablet(self, client, tablet):
        other = SchoolFactory()
        client = Client()
        client.force_login(member(other, Role.HEAD))
        assert "Oak tablet" not in client.get(f"/{other.slug}/tablets/").content.decode()
        client.post(f"/{other.slug}/tablets/forget/", {"device": tablet.pk})
        tablet.refresh_from_db()
        assert tablet.revoked_at is None

    @pytest.mark.parametrize(
        "pin", ["12345", "1234567", "abcdef", "111111", "123456", "987654", "", "890123"]
    )
    def test_a_weak_pin_is_refused(self, pin):
        assert devices.weakness(pin)

    @pytest.mark.parametrize("pin", ["493716", "112233", "121212"])
    def test_others_are_taken(self, pin):
        assert not devices.weakness(pin)


class TestSingleSignOn:
    def test_nothing_named_means_none(self):
        assert single_sign_on({}) == {}

    def test_a_tenant_open_to_everybody_is_refused(self):
        named = {
            "MICROSOFT_CLIENT_ID": "a",
            "MICROSOFT_CLIENT_SECRET": "b",
            "MICROSOFT_TENANT": "common",
        }
        with pytest.raises(ValueError, match="own tenant"):
            single_sign_on(named)
        named["MICROSOFT_TENANT"] = "school-tenant"
        assert "microsoft" in single_sign_on(named)

    def test_any_openid_provider_can_be_named(self):
        named = {
            "OIDC_CLIENT_ID": "a",
            "OIDC_CLIENT_SECRET": "b",
            "OIDC_SERVER_URL": "https://id.school.example",
        }
        (app,) = single_sign_on(named)["openid_connect"]["APPS"]
        assert app["settings"]["server_url"] == "https://id.school.example"
