"""An invited person at a browser, and the e-mails that reach them."""

import re

from django.core import mail
from django.test import Client

from aylsham.jobs.runner import run_job
from aylsham.models import Job
from pupils.services.contributions.asking import ask_for_views
from tests.factories import TODAY

PARENT = "parent@home.example"


def ask_parent(contact, by, **more):
    """A parent's four questions, sent to the contact's address."""
    facts = {
        "kind": "parent_views",
        "contact": contact,
        "name": contact.name,
        "role": contact.relationship,
        "email": contact.email,
        "due_on": TODAY,
    }
    return ask_for_views(pupil=contact.pupil, by=by, **facts | more)


def deliver() -> list:
    """Send what is queued, in order; the new messages."""
    before = len(mail.outbox)
    for job in Job.objects.filter(kind="mail", state="waiting").order_by("pk"):
        run_job(job.pk)
    return mail.outbox[before:]


def secret_in(message) -> str:
    """The secret part of the address in an e-mail."""
    return re.search(r"/contribute/([\w-]+)/", message.body).group(1)


def code_in(message) -> str:
    """The six digits in an e-mail."""
    return re.search(r"^\d{6}$", message.body, re.M).group()


class Guest:
    """A browser without an account at one secret address."""

    def __init__(self, secret: str):
        self.secret, self.client = secret, Client()

    @property
    def base(self) -> str:
        return f"/contribute/{self.secret}/"

    def get(self, part: str = "", **more):
        return self.client.get(self.base + part, **more)

    def post(self, part: str = "", data=None, **more):
        return self.client.post(self.base + part, data or {}, **more)

    def ask_for_code(self) -> str:
        """Press the button; the code from the e-mail."""
        assert self.post().status_code == 302
        return code_in(deliver()[-1])

    def open(self) -> "Guest":
        """Come as far as the questions."""
        response = self.post("code/", {"code": self.ask_for_code()})
        assert response.url == f"{self.base}answer/", response.content.decode()
        return self
