"""The page "What would have been sent", and who may read it."""

import pytest
from django.test import override_settings

from aylsham.access.roles import Role
from aylsham.jobs.runner import run_job
from aylsham.mail.services import queue_message
from aylsham.models import OutgoingMail
from aylsham.people.services import invite_person
from tests.factories import SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def stored(settings):
    """A demonstration: nothing leaves the machine."""
    settings.MAIL_IS_STORED = True
    with override_settings(MAILERS={"default": {"BACKEND": "aylsham.mail.backends.StoreBackend"}}):
        yield


def page_of(client, user, url: str) -> str:
    client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def sent_to(user) -> OutgoingMail:
    mail = queue_message(to=user, subject="Your password", text="Open <b>this</b>")
    run_job(mail.job_id)
    return mail


@pytest.mark.usefixtures("stored")
def test_a_demonstration_shows_what_it_would_have_sent(client):
    school = SchoolFactory(slug="oak")
    teacher = member(school, Role.CLASS_TEACHER)
    sent_to(teacher)
    page = page_of(client, member(school), "/oak/background-work/e-mails/")
    assert "What would have been sent" in page
    assert teacher.email in page
    page = page_of(client, teacher, "/my/e-mails/")
    assert "Your password" in page and "Open &lt;b&gt;this&lt;/b&gt;" in page
    client.force_login(teacher)
    assert client.get("/oak/background-work/e-mails/").status_code == 403


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("role", [Role.SENDCO, Role.ASSISTANT_SENDCO, Role.HEAD])
def test_nobody_reads_how_another_person_gets_in(client, role):
    school = SchoolFactory(slug="oak")
    sent_to(member(school, Role.FEDERATION_ADMINISTRATOR))
    page = page_of(client, member(school, role), "/oak/background-work/e-mails/")
    assert "Only for the person it is for" in page
    assert "Your password" not in page and "Open" not in page.split("<table")[1]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("role", "reads"), [(Role.HEAD, True), (Role.SENDCO, False), (Role.ASSISTANT_SENDCO, False)]
)
def test_an_invitation_is_read_by_those_who_may_invite(client, role, reads):
    school = SchoolFactory(slug="oak")
    invite_person(
        email="new@example.org",
        name="New Head",
        role=Role.HEAD,
        school=school,
        federation=school.federation,
        by=member(school, Role.HEAD),
    )
    run_job(OutgoingMail.objects.get().job_id)
    page = page_of(client, member(school, role), "/oak/background-work/e-mails/")
    assert ("/invitations/" in page) == reads


@pytest.mark.usefixtures("stored")
def test_another_school_and_another_federation_see_none_of_it(client):
    school, other = SchoolFactory(), SchoolFactory(slug="other")
    sent_to(member(school, Role.CLASS_TEACHER))
    assert "Your password" not in page_of(client, member(other), "/other/background-work/e-mails/")
    assert "Your password" not in page_of(
        client, member(other), "/federation/background-work/e-mails/"
    )


def test_in_production_only_that_it_was_sent(client):
    school = SchoolFactory(slug="oak")
    sent_to(member(school, Role.CLASS_TEACHER))
    page = page_of(client, member(school), "/oak/background-work/e-mails/")
    assert "About signing in" in page and "Your password" not in page


def test_an_e_mail_about_two_schools_is_not_shown_at_one(client):
    school = SchoolFactory(slug="oak")
    other = SchoolFactory(federation=school.federation)
    both = member(school, Role.FEDERATION_SEND_LEAD)
    both.memberships.update(school=None)
    mail = sent_to(both)
    assert set(mail.school_ids) == {school.pk, other.pk}
    sendco = member(school)
    assert both.email not in page_of(client, sendco, "/oak/background-work/e-mails/")
    assert both.email in page_of(client, both, "/federation/background-work/e-mails/")
