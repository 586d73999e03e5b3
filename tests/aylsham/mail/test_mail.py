"""E-mails: queued in the service's transaction, sent once, and never with a child in them."""

import datetime as dt
import smtplib
from unittest import mock
from uuid import uuid4

import pytest
from django.core import mail as django_mail
from django.db import IntegrityError, transaction
from django.template import engines
from django.test import override_settings

from aylsham.jobs.codes import JobState
from aylsham.jobs.plain import NotPlain
from aylsham.jobs.runner import run_job
from aylsham.mail import registry
from aylsham.mail.compose import compose, message_id
from aylsham.mail.registry import UnknownMail, mail_kind
from aylsham.mail.services import queue_mail, queue_message
from aylsham.models import Job, OutgoingMail, StoredMessage
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from tests.factories import PupilFactory, SchoolFactory, UserFactory, member

pytestmark = pytest.mark.django_db

STORE = override_settings(MAILERS={"default": {"BACKEND": "aylsham.mail.backends.StoreBackend"}})


@pytest.fixture(autouse=True)
def greeting(monkeypatch):
    """One kind of e-mail, with a template of two lines."""
    # `mail_kinds` looks for every app's first: what is imported here once is not registered again.
    monkeypatch.setattr(registry, "_kinds", registry.mail_kinds())
    template = engines["django"].from_string(
        "{{ count }} things & {{ recipient.name }}\n\nOpen {{ public_url }}/{{ secret }}\n"
        "{% for pupil in pupils %}{{ pupil.full_name }}{% endfor %}"
    )
    monkeypatch.setattr("aylsham.mail.compose.get_template", lambda name: template)

    @mail_kind("greeting", title="Greeting", template="greeting.txt")
    def lookup(mail):
        # A planted mistake: it looks at every child.
        return {"count": mail.context.get("count"), "pupils": list(Pupil.objects.all())}


def send(mail: OutgoingMail) -> JobState | None:
    return run_job(mail.job_id)


def test_it_goes_out_once_and_forgets_its_secret():
    someone = UserFactory(name="Pat O'Hara")
    mail = queue_mail("greeting", to=someone, context={"count": 3}, secret="abc")
    assert django_mail.outbox == []
    assert send(mail) == JobState.DONE
    assert send(mail) is None
    (message,) = django_mail.outbox
    assert message.subject == "3 things & Pat O'Hara"
    assert message.body == "Open http://127.0.0.1:8000/abc\n"
    assert message.to == [someone.email]
    assert message.extra_headers["Message-ID"] == message_id(mail)
    mail.refresh_from_db()
    assert mail.sent_at and mail.secret == ""


def test_a_template_that_reaches_for_children_finds_none():
    school = SchoolFactory()
    with school_transaction(school):
        PupilFactory(school=school, first_name="Zoë", last_name="Burton")
        mail = queue_mail("greeting", to=UserFactory(), context={"count": 1}, schools=[school])
        assert Pupil.objects.count() == 1
    send(mail)
    (message,) = django_mail.outbox
    assert "Burton" not in message.body + message.subject


@pytest.mark.parametrize("context", [{"child": "Zoë Burton"}, {"need": "speech and language"}])
def test_names_and_needs_are_refused_as_context(context):
    with pytest.raises(NotPlain):
        queue_mail("greeting", to=UserFactory(), context=context)
    assert not OutgoingMail.objects.exists()


def test_a_rolled_back_service_sends_nothing():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue_mail("greeting", to=UserFactory())
        1 / 0  # noqa: B018
    assert not Job.objects.exists()


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownMail):
        queue_mail("no_such_mail", to=UserFactory())


@pytest.mark.parametrize(
    ("problem", "state"),
    [
        (smtplib.SMTPServerDisconnected("gone"), JobState.WAITING),
        (ConnectionRefusedError(), JobState.WAITING),
        (smtplib.SMTPRecipientsRefused({}), JobState.FAILED),
    ],
)
def test_what_the_mail_server_says(problem, state):
    mail = queue_mail("greeting", to=UserFactory())
    with mock.patch(
        "django.core.mail.backends.locmem.EmailBackend.send_messages", side_effect=problem
    ):
        assert send(mail) == state
    mail.refresh_from_db()
    assert mail.sent_at is None
    assert mail.job.error


def test_somebody_who_may_no_longer_sign_in_gets_nothing():
    mail = queue_mail("greeting", to=UserFactory(is_active=False))
    assert send(mail) == JobState.FAILED
    assert django_mail.outbox == []


@STORE
def test_a_demonstration_stores_instead_of_sending():
    mail = queue_mail("greeting", to="new@example.org", context={"count": 2})
    send(mail)
    (stored,) = StoredMessage.objects.all()
    assert (stored.mail, stored.to_address) == (mail, "new@example.org")
    assert django_mail.outbox == []


@STORE
def test_whoever_lost_the_job_stores_nothing():
    mail = queue_mail("greeting", to=UserFactory())

    def compose_while_another_takes_over(row):
        Job.objects.update(lease_token=uuid4())
        return compose(row)

    with mock.patch("aylsham.mail.services.compose", compose_while_another_takes_over):
        assert send(mail) is None
    assert not StoredMessage.objects.exists()


def test_sign_in_messages_carry_their_text_only_until_they_are_sent():
    school = SchoolFactory()
    someone = member(school)
    mail = queue_message(to=someone.email.upper(), subject="Reset", text="Open /reset/secret/")
    assert (mail.recipient, mail.school_ids) == (someone, [school.pk])
    send(mail)
    (message,) = django_mail.outbox
    assert "/reset/secret/" in message.body
    mail.refresh_from_db()
    assert mail.secret == ""


def test_the_database_refuses_a_sent_mail_that_keeps_its_secret():
    mail = queue_mail("greeting", to=UserFactory(), secret="abc")
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMail.objects.update(sent_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    assert OutgoingMail.objects.get(pk=mail.pk).secret == "abc"
