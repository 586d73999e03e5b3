"""Plans that people are asked to agree to, people outside at a browser, and their e-mails."""

import datetime as dt
import re

from django.test import Client

from aylsham.changes import version_of
from pupils.agreeing.registry import kind_of
from pupils.agreement_codes import Asked
from pupils.selectors.agreements.page import agreement_page
from pupils.services.agreements.asking import ToAsk, ask_to_agree
from pupils.services.details import add_contact
from pupils.services.safety import DRAFT_FIELDS, start_plan, write_draft
from tests.factories import TODAY
from tests.pupils.family.invited import code_in, deliver
from tests.pupils.test_search import access_of

MUM, DAD = "mum@home.example", "dad@home.example"
SECRET = re.compile(r"/contribute/(?:agree|papers)/([\w-]+)/")


def parent(child, by, name, email, **more):
    """Somebody with parental responsibility."""
    return add_contact(
        pupil=child, by=by, name=name, email=email, has_parental_responsibility=True, **more
    )


def written_plan(child, by, kind="behaviour", words="Offer the quiet corner"):
    """A plan whose draft waits for agreement."""
    plan = start_plan(
        pupil=child,
        kind=kind,
        owner=by,
        readers="everybody",
        starts_on=TODAY,
        review_on=TODAY + dt.timedelta(days=90),
        by=by,
    )
    return rewrite(plan, by, words)


def rewrite(plan, by, words):
    """Other words under the first heading but one."""
    key = {"healthcare": "condition", "intimate": "help"}.get(plan.kind, "calm")
    return write_draft(
        plan=plan, sections={key: words}, version=version_of(plan, DRAFT_FIELDS), by=by
    )


def to_ask(contact):
    return ToAsk(Asked.PARENT, contact.name, contact.relationship, contact.email, contact=contact)


def page_of(child, plan, by, kind="safety"):
    """The plan's page of agreement, as somebody sees it."""
    return agreement_page(access_of(by, child.school), child, kind_of(kind), plan.pk)


def asked(child, plan, people, by, kind="safety", **more):
    """Ask these people about a plan as it stands."""
    facts = {"due_on": TODAY + dt.timedelta(days=14), "is_checked": True} | more
    page = page_of(child, plan, by, kind)
    return ask_to_agree(
        pupil=child,
        kind=page.kind,
        subject_id=plan.pk,
        shown=page.shown,
        people=people,
        by=by,
        **facts,
    )


def secret_in(message) -> str:
    """The secret part of the address in an e-mail."""
    return SECRET.search(message.body).group(1)


class Outsider:
    """A browser without an account at one secret address."""

    def __init__(self, secret: str, where: str = "agree"):
        self.secret, self.where, self.client = secret, where, Client()

    @property
    def base(self) -> str:
        return f"/contribute/{self.where}/{self.secret}/"

    def get(self, part: str = "", **more):
        return self.client.get(self.base + part, **more)

    def post(self, part: str = "", data=None, **more):
        return self.client.post(self.base + part, data or {}, **more)

    def open(self) -> "Outsider":
        """Come past the code."""
        assert self.post().status_code == 302
        response = self.post("code/", {"code": code_in(deliver()[-1])})
        assert response.status_code == 302, response.content.decode()
        return self
