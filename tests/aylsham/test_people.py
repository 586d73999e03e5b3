"""Joining by invitation, and roles that end."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Invitation, Membership, User
from aylsham.people import services
from aylsham.tenancy.row_security import school_transaction
from tests.conftest import TODAY
from tests.factories import PASSWORD, MembershipFactory, SchoolFactory, UserFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def sent(monkeypatch) -> list[str]:
    """The secrets that went out by e-mail."""
    secrets = []
    monkeypatch.setattr(
        services,
        "send_invitation",
        lambda invitation, *, schools, secret: secrets.append(secret),
    )
    return secrets


@pytest.fixture
def head():
    return member(SchoolFactory(), Role.HEAD)


def school_of(user: User):
    return user.memberships.get().school


def invite(head, **fields) -> Invitation:
    school = school_of(head)
    defaults = {
        "email": "New.Teacher@school.example",
        "name": "New Teacher",
        "role": Role.CLASS_TEACHER,
        "federation": school.federation,
        "school": school,
    }
    return services.invite_person(by=head, **(defaults | fields))


class TestInvitation:
    def test_somebody_new_joins_with_a_password_and_can_sign_in(self, head, sent, client):
        invite(head)
        address = f"/invitations/{sent[0]}/"
        assert "New Teacher" in client.get(address).content.decode()
        assert User.objects.filter(email="new.teacher@school.example").count() == 0
        client.post(address, {"name": "New Teacher", "password": "badger lamp velvet"})
        user = User.objects.get(email="new.teacher@school.example")
        assert user.memberships.get().role == Role.CLASS_TEACHER
        assert user.emailaddress_set.get().verified  # else no second factor can be added
        assert Client().login(email=user.email, password="badger lamp velvet")

    def test_the_secret_is_not_stored(self, head, sent):
        invite(head)
        assert sent[0] not in str(Invitation.objects.values())

    def test_it_works_once(self, head, sent):
        offer = invite(head)
        services.accept_invitation(offer, name="N", password="badger lamp velvet", user=None)
        with pytest.raises(TransitionNotAllowed):
            services.accept_invitation(offer, name="N", password="badger lamp velvet", user=None)
        assert services.find_invitation(sent[0]) is None

    @pytest.mark.parametrize(("days", "works"), [(13, True), (14, False), (15, False)])
    def test_it_runs_out_after_fourteen_days(self, head, sent, days, works):
        invite(head)
        then = timezone.now() + dt.timedelta(days=days)
        with time_machine.travel(then, tick=False):
            assert (services.find_invitation(sent[0]) is not None) is works

    def test_a_withdrawn_one_is_useless(self, head, sent, client):
        services.withdraw_invitation(invite(head), by=head)
        response = client.get(f"/invitations/{sent[0]}/")
        assert response.status_code == 404
        assert "no longer works" in response.content.decode()

    def test_a_second_one_replaces_the_first(self, head, sent):
        invite(head)
        invite(head)
        assert services.find_invitation(sent[0]) is None
        assert services.find_invitation(sent[1]) is not None

    def test_somebody_with_an_account_has_to_sign_in_first(self, head, sent, client):
        colleague = UserFactory(email="new.teacher@school.example")
        invite(head)
        address = f"/invitations/{sent[0]}/"
        response = client.post(address, {"name": "X", "password": "badger lamp velvet"})
        assert "sign in to accept" in response.content.decode()
        client.force_login(colleague)
        client.post(address)
        assert colleague.memberships.get().role == Role.CLASS_TEACHER

    def test_it_is_for_one_address_alone(self, head, sent, client):
        invite(head)
        stranger = UserFactory()
        client.force_login(stranger)
        client.post(f"/invitations/{sent[0]}/")
        assert not stranger.memberships.exists()

    def test_cover_needs_a_last_day(self, head, sent):
        with pytest.raises(TransitionNotAllowed):
            invite(head, role=Role.COVER)
        assert invite(head, role=Role.COVER, role_ends_on=TODAY)

    @pytest.mark.parametrize("role", [Role.COVER, Role.TRAINEE, Role.CLASS_TEACHER])
    def test_a_last_day_that_is_over_is_refused(self, head, sent, role):
        with pytest.raises(TransitionNotAllowed, match="The last day is over"):
            invite(head, role=role, role_ends_on=TODAY - dt.timedelta(days=1))
        assert sent == []
        assert not Invitation.objects.exists()

    def test_the_page_says_so_beside_the_day(self, head, sent, client):
        client.force_login(head)
        page = client.post(
            f"/{school_of(head).slug}/people/invite/",
            {"name": "New", "email": "new@oak.example", "role": "cover", "ends_on": "22 Nov 2026"},
        )
        assert "The last day is over" in page.content.decode()
        assert page.context["form"].errors.keys() == {"ends_on"}
        assert sent == []

    def test_a_common_password_is_refused(self, head, sent, client):
        invite(head)
        response = client.post(
            f"/invitations/{sent[0]}/", {"name": "N", "password": "q1w2e3r4t5y6"}
        )
        assert response.status_code == 200
        assert not User.objects.filter(email="new.teacher@school.example").exists()

    def test_it_is_written_down_at_the_school(self, head, sent):
        invite(head)
        school = school_of(head)
        with school_transaction(school):
            assert AuditEvent.objects.filter(school=school, action="invite").count() == 1


class TestRoles:
    def test_ending_a_role_closes_its_pages_at_once(self, head, client):
        colleague = member(school_of(head), Role.HEAD)
        client.force_login(colleague)
        address = f"/{school_of(head).slug}/people/"
        assert client.get(address).status_code == 200
        services.end_role(colleague.memberships.get(), by=head)
        assert client.get(address).status_code == 404

    def test_nobody_ends_their_own(self, head):
        with pytest.raises(TransitionNotAllowed):
            services.end_role(head.memberships.get(), by=head)

    @pytest.mark.parametrize(("ends", "status"), [(-1, 404), (0, 200), (1, 200)])
    def test_the_last_day_counts(self, client, ends, status):
        school = SchoolFactory()
        user = member(school, Role.HEAD, ends_on=TODAY + dt.timedelta(days=ends))
        client.force_login(user)
        assert client.get(f"/{school.slug}/people/").status_code == status

    def test_a_role_given_today_that_ends_today_leaves_no_row(self, head):
        colleague = member(school_of(head), Role.LSA, starts_on=TODAY)
        services.end_role(colleague.memberships.get(), by=head)
        assert not Membership.objects.filter(user=colleague).exists()

    def test_a_head_of_one_school_cannot_change_a_role_of_the_federation(self, head, client):
        school = school_of(head)
        SchoolFactory(federation=school.federation)
        lead = MembershipFactory(
            federation=school.federation, school=None, role=Role.FEDERATION_SEND_LEAD
        )
        client.force_login(head)
        response = client.post(f"/{school.slug}/people/{lead.pk}/", {"end": "1"})
        assert response.status_code == 404
        lead.refresh_from_db()
        assert lead.ends_on is None

    def test_the_page_of_roles_is_in_plain_english(self, head, client):
        client.force_login(head)
        page = client.get("/roles/").content.decode()
        assert "May change SEN status and needs, with a reason." in page


def test_signing_up_is_closed(client):
    response = client.post(
        "/accounts/signup/",
        {"email": "x@x.example", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not User.objects.filter(email="x@x.example").exists()
    assert response.status_code in (200, 403, 404)
